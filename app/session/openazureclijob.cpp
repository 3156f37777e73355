// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/openazureclijob.h"

#include "auth/azureclitokensource.h"
#include "auth/cachingtokenprovider.h"
#include "auth/tokenclaims.h"
#include "azure/publicclouds.h"
#include "http/notokens.h"
#include "session/findcloudjob.h"

namespace CommKeys {

namespace {

/// A cloud of one's own never sees a token that opens a public one, even if az hands one out unasked.
AzureCliTokenSource::MayUse audiencesFor(const Cloud& cloud)
{
    return
        [isPublic = cloud.isPublic](const QString& audience) { return isPublic || !isPublicCloudAudience(audience); };
}

} // namespace

OpenAzureCliJob::OpenAzureCliJob(const Settings& settings, const SessionSupplies& supplies, QObject* parent)
    : JobOf<std::shared_ptr<Session>>(parent)
    , m_settings(settings)
{
    m_parts.clock = supplies.clock;
    m_parts.secrets = supplies.secrets;
    m_parts.journal = supplies.journal;
    m_parts.lockFolder = supplies.lockFolder;
    m_parts.tokens = std::make_unique<NoTokens>();
    m_parts.network = supplies.makeNetwork();
}

OpenAzureCliJob::~OpenAzureCliJob()
{
    // The jobs below this one use m_parts, which goes before QObject's own children do.
    qDeleteAll(findChildren<Job*>(Qt::FindDirectChildrenOnly));
}

void OpenAzureCliJob::run()
{
    auto* job = new FindCloudJob({*m_parts.network, *m_parts.tokens, *m_parts.clock}, m_settings, this);
    connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
    job->onFinished(this,
                    [this](const Result<Cloud>& cloud) {
                        if (cloud) {
                            signIn(*cloud);
                        } else {
                            finishWith(cloud.error());
                        }
                    })
        ->start();
}

void OpenAzureCliJob::signIn(const Cloud& cloud)
{
    m_parts.cloud = cloud;
    m_parts.tokens = std::make_unique<CachingTokenProvider>(std::make_unique<AzureCliTokenSource>(audiencesFor(cloud)),
                                                            *m_parts.clock);
    m_parts.tokens->accessToken({{}, cloud.audience}, this)
        ->onFinished(this,
                     [this](const Result<Secret>& token) {
                         if (token) {
                             open(*token);
                         } else {
                             finishWith(token.error());
                         }
                     })
        ->start();
}

void OpenAzureCliJob::open(const Secret& token)
{
    if (const std::optional<TokenClaims> claims = readTokenClaims(token)) {
        m_parts.account = claims->account;
    }
    finishWith(std::make_shared<Session>(std::move(m_parts)));
}

} // namespace CommKeys
