// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace CommKeys {

/// What the metadata of the simulated cloud says: the truth, or one of the lies a client has to see through.
enum class SimulatedMetadata {
    Good,
    WithByteOrderMark, ///< good, behind the UTF-8 mark with which the real endpoint may begin
    NotACloud,         ///< well-formed JSON of something else
    PublicAudience,    ///< asks for tokens of the public cloud, which would then be sent to this host
    PlainHttpLogin,    ///< a sign-in address without encryption, on another computer
};

/// The addresses of one cloud, and how it describes itself at /metadata/endpoints.
struct SimulatedCloud
{
    QString name;
    QUrl resourceManager;
    QUrl login;
    QStringList audiences; ///< a token must be for one of them; a slash at the end makes no difference

    /// A cloud of its own at @p base, such as http://127.0.0.1:4711: everything it names lies below that address.
    [[nodiscard]] static SimulatedCloud at(const QUrl& base);
    /// The addresses of the real public cloud. Only for use within the process: nothing of it reaches the network.
    [[nodiscard]] static SimulatedCloud publicCloud();

    /// True when @p url leads to this cloud: to its Resource Manager or to its sign-in.
    [[nodiscard]] bool serves(const QUrl& url) const;
    /// True when @p url lies below the address of the sign-in.
    [[nodiscard]] bool isLogin(const QUrl& url) const;
    [[nodiscard]] bool accepts(const QString& audience) const;

    /// The body of /metadata/endpoints: one object for 2022-09-01, an array of all clouds for 2019-05-01, an object
    /// without a name for what was before.
    [[nodiscard]] QByteArray metadata(const QString& apiVersion, SimulatedMetadata kind) const;
};

} // namespace CommKeys
