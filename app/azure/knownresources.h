// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace CommKeys {

/// The last list of resources of one account in one cloud, in a file: for a start without a network, where the
/// keychain still holds their keys. Ids and names, never a secret. It only helps: that it cannot be read or written is
/// logged and otherwise the same as having none.
class KnownResources
{
public:
    struct List
    {
        QDateTime asOfUtc;
        QList<CommunicationService> resources; ///< without tags and state, which are nothing to rely on later
    };

    /// @p file: its whole path; empty: nothing is kept. @p armHost and @p account say whose list it is.
    KnownResources(const QString& file, const QString& armHost, const QString& account);

    /// None when there is none, or it is somebody else's.
    [[nodiscard]] std::optional<List> read() const;
    /// Takes the place of the list before, whosever that was.
    void write(const List& list) const;
    /// For a sign-out: removes the file, if the list is of this account.
    void forget() const;

private:
    QString m_file;
    QString m_armHost;
    QString m_account;
};

} // namespace CommKeys
