// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QString>

namespace CommKeys {

/// An identifier of Azure, kept as the service wrote it and compared without regard to case: the casing of ids is the
/// creator's and changes between two answers. @p Tag keeps a tenant from being handed over as a subscription.
template <typename Tag>
class CaselessId
{
public:
    CaselessId() = default;
    explicit CaselessId(const QString& text) : m_text(text) {}

    [[nodiscard]] const QString& toString() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const CaselessId& a, const CaselessId& b)
    {
        return a.m_text.compare(b.m_text, Qt::CaseInsensitive) == 0;
    }
    friend bool operator<(const CaselessId& a, const CaselessId& b)
    {
        return a.m_text.compare(b.m_text, Qt::CaseInsensitive) < 0;
    }
    friend size_t qHash(const CaselessId& id, size_t seed = 0) { return qHash(id.m_text.toLower(), seed); }

private:
    QString m_text;
};

} // namespace CommKeys
