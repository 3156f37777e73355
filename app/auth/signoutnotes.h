// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loginservice.h"

#include <QList>
#include <QString>

#include <functional>

namespace CommKeys {

/// The sign-outs that the keychain has not carried out yet, in a file of the person's own: a line each, home account id
/// and environment, percent-encoded. One line for every name of the service, so that a later start needs no more than
/// the file. No secret is in it. Where the file cannot be written, a sign-out holds for this run only.
///
/// Several processes may change the file: they take turns by a lock file beside it, for which a change waits half a
/// second at most. Changing it without a turn is better than not noting a sign-out.
class SignOutNotes
{
public:
    struct Note
    {
        QString homeAccountId;
        QString environment;

        bool operator==(const Note&) const = default;
    };

    /// @p file empty: nothing is noted.
    explicit SignOutNotes(const QString& file) : m_file(file) {}

    [[nodiscard]] QList<Note> all() const;
    void add(const QString& homeAccountId, const LoginService& login);
    void takeBack(const QString& homeAccountId, const LoginService& login);

private:
    void change(const std::function<bool(QList<Note>&)>& change);
    void save(const QList<Note>& notes) const;

    const QString m_file;
};

} // namespace CommKeys
