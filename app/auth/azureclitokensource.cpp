// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclitokensource.h"

#include "auth/azureclijob.h"
#include "auth/azureclilogin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::AzureCli)
};

} // namespace

Error AzureCliTokenSource::explainRefusal(const TokenRequest& request, const Error& error) const
{
    const QString plainLogin = azureCliLogin(request.tenant, request.audience);
    Error result = error;
    if (!request.claims.isEmpty()) {
        const QString login = azureCliLogin(request.tenant, request.audience, request.claims);
        result.message = Text::tr("Azure requires a further proof of your identity for this, such as multi-factor "
                                  "authentication.");
        if (!error.detail.message.isEmpty()) {
            //: %1: what happened, in our words; %2: what Azure said, in its own.
            result.message = Text::tr("%1 It says: %2").arg(result.message, error.detail.message);
        }
        //: %1, %2: commands
        result.advice = Text::tr("Run “%1” in a terminal, then try again. An Azure CLI before 2.76 doesn't have that "
                                 "option: run “az logout”, then “%2”. Or sign in through the browser instead.")
                            .arg(login, plainLogin);
        setLoginCommand(result, login);
    } else if (error.detail.code != "InvalidAuthenticationTokenTenant"_L1) {
        //: %1: a command
        result.advice = Text::tr("The Azure CLI has no other token. Run “az logout”, then “%1” in a terminal, then try "
                                 "again. Or sign in through the browser instead.")
                            .arg(plainLogin);
        setLoginCommand(result, plainLogin);
    }
    return result;
}

JobOf<AccessToken>* AzureCliTokenSource::acquire(const TokenRequest& request, QObject* parent)
{
    return new AzureCliJob(request, m_mayUse, parent, m_patience);
}

} // namespace CommKeys
