// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browsersignin.h"

#include "core/finishedjob.h"

#include <QCoreApplication>

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::BrowserSignIn)
};

} // namespace

bool hasBrowserSignIn()
{
    return false;
}

JobOf<TokenAnswer>* browserSignIn(EntraClient, Authority, BrowserSignInJob::Question,
                                  std::function<void(const QUrl& address, bool hasStarted)>, QObject* parent)
{
    return new FinishedJob<TokenAnswer>(
        Error::of(ErrorKind::ToolMissing, Text::tr("This build of CommKeys has no sign-in through the browser."),
                  Text::tr("Sign in with a code instead.")),
        parent);
}

} // namespace CommKeys
