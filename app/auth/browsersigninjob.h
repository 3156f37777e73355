// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authority.h"
#include "auth/entraclient.h"
#include "auth/tokenanswer.h"
#include "core/job.h"
#include "http/httpanswer.h"

#include <QNetworkReply>
#include <QPointer>

class QOAuth2AuthorizationCodeFlow;

namespace CommKeys {

class SignInListener;
class TokenReplyReader;

/// One sign-in through the system's browser: the authorization code flow with PKCE (S256), over Qt NetworkAuth.
///
/// State, nonce and verifier are new each time, of 256 random bits of the system's. The answer is taken on 127.0.0.1
/// only. Ends with what the token endpoint gave; NotSignedIn when the person declined; Timeout after 15 minutes, since
/// a browser that was closed tells nobody; and with entraError() of what the service refused.
/// Source: RFC 8252; RFC 7636; "Microsoft identity platform and OAuth 2.0 authorization code flow".
class BrowserSignInJob final : public JobOf<TokenAnswer>
{
    Q_OBJECT

public:
    /// What is asked for.
    struct Question
    {
        QString scope;
        QString loginHint; ///< empty: the person chooses an account
        SignInHint hint;   ///< the tenant for a refusal's own hint, and the claims to prove
    };

    BrowserSignInJob(EntraClient client, Authority authority, Question question, QObject* parent);
    ~BrowserSignInJob() override;

signals:
    void browserOpened(const QUrl& address, bool hasStarted);

private:
    void run() override;
    void abort() override;

    void setUpFlow();
    void openBrowser(const QUrl& address);
    void fillAuthorization(QMultiMap<QString, QVariant>& parameters) const;
    void fillRedemption(QMultiMap<QString, QVariant>& parameters) const;
    void redeem();
    void takeAnswer(const QVariantMap& answer);
    void takeTokens(HttpAnswer answer, QNetworkReply::NetworkError code, const QString& errorText);
    void letGo();

    const EntraClient m_client;
    const Authority m_authority;
    const Question m_question;
    const QString m_state;
    const QString m_nonce;
    Secret m_verifier;
    Secret m_code;
    SignInListener* m_listener = nullptr;
    QPointer<TokenReplyReader> m_reader;
    QOAuth2AuthorizationCodeFlow* m_flow = nullptr;
};

} // namespace CommKeys
