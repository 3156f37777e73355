// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace CommKeys {

/// The fields of a form as the web sends them in bodies and queries (application/x-www-form-urlencoded): a space is
/// `+`, and everything else that is not a letter, a digit or one of `-._` is a percent sign with two digits. What
/// QUrlQuery does not do: it takes `+` for a plus.
class SimulatedForm
{
public:
    [[nodiscard]] static SimulatedForm parse(const QByteArray& text);

    void add(const QString& name, const QString& value) { m_fields.append({name, value}); }

    [[nodiscard]] bool has(const QString& name) const;
    /// Of the first field of that name; empty when there is none.
    [[nodiscard]] QString value(const QString& name) const;
    /// True when a name occurs twice, which OAuth forbids (RFC 6749 §3.1).
    [[nodiscard]] bool hasDuplicates() const;
    [[nodiscard]] QByteArray encoded() const;

private:
    QList<QPair<QString, QString>> m_fields;
};

} // namespace CommKeys
