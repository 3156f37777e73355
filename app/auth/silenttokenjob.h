// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accountstore.h"
#include "auth/authority.h"
#include "auth/entraclient.h"
#include "core/job.h"
#include "http/tokenprovider.h"

#include <QHash>

#include <memory>

namespace CommKeys {

/// One access token of TokenRequest::tenant for a refresh token. The refresh token that comes with it takes the old
/// one's place.
///
/// Where the refresh token is refused, the keychain is asked once whether another process has a newer one. Fails with
/// entraError(); with NotSignedIn where the account is not signed in (any longer).
class SilentTokenJob final : public JobOf<AccessToken>
{
    Q_OBJECT

public:
    SilentTokenJob(EntraClient client, std::shared_ptr<AccountStore> accounts, Account account,
                   std::shared_ptr<QHash<QString, Authority>> authorities, TokenRequest request, QObject* parent);

private:
    void run() override;

    [[nodiscard]] QString tenant() const;
    [[nodiscard]] SignInHint hint() const;
    void redeem(const Authority& authority);
    void take(const Authority& authority, const Result<HttpAnswer>& answer);
    void accept(QByteArray body);
    void lookForNewer(const Authority& authority, const Error& refusal);

    const EntraClient m_client;
    const std::shared_ptr<AccountStore> m_accounts;
    const Account m_account;
    const std::shared_ptr<QHash<QString, Authority>> m_authorities;
    const TokenRequest m_request;
    Secret m_refreshToken;
    bool m_hasLooked = false;
};

} // namespace CommKeys
