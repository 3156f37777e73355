// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browsersignin.h"

namespace CommKeys {

bool hasBrowserSignIn()
{
    return true;
}

JobOf<TokenAnswer>* browserSignIn(EntraClient client, Authority authority, BrowserSignInJob::Question question,
                                  std::function<void(const QUrl& address, bool hasStarted)> opened, QObject* parent)
{
    auto* job = new BrowserSignInJob(std::move(client), std::move(authority), std::move(question), parent);
    QObject::connect(job, &BrowserSignInJob::browserOpened, parent, std::move(opened));
    return job;
}

} // namespace CommKeys
