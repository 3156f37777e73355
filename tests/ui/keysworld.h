// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/secretclipboard.h"
#include "demo/simulatedazure.h"
#include "demo/simulatedcatalog.h"
#include "demo/simulatednetworkaccessmanager.h"
#include "session/session.h"
#include "support/faultystore.h"
#include "support/finishedresult.h"
#include "support/fixedtokens.h"
#include "support/manualclock.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace CommKeys {

/// What the screens of one resource's keys stand on: a session over the simulated Azure in the process, a keychain in
/// memory that fails when it is told to, and a clock that is turned by hand.
class KeysWorld
{
public:
    KeysWorld()
    {
        Session::Parts parts;
        parts.cloud.armEndpoint = m_address;
        parts.cloud.audience = azure.cloud().audiences.first();
        parts.clock = clock;
        parts.secrets = store;
        parts.lockFolder = locks.path();
        parts.network = std::make_unique<SimulatedNetworkAccessManager>(azure, *clock);
        const QDateTime tomorrow = clock->utcNow().addDays(1);
        parts.tokens = std::make_unique<FixedTokens>(QList<QByteArray>{azure.issueToken(resource().tenant, tomorrow)});
        session = std::make_shared<Session>(std::move(parts));
    }

    /// acs-prod-00000, or another one of the demo's by name.
    [[nodiscard]] CommunicationService resource(const QString& name = QStringLiteral("acs-prod-00000")) const
    {
        CommunicationService resource;
        for (const SimulatedSubscription& subscription : azure.estate().subscriptions()) {
            for (const SimulatedResource* candidate : azure.estate().resourcesOf(subscription.id, {})) {
                if (candidate->name == name) {
                    resource.id = *ResourceId::of(subscription.id, candidate->group, candidate->name);
                    resource.tenant = subscription.tenant;
                    resource.subscriptionName = subscription.displayName;
                }
            }
        }
        resource.setHostName(name + QStringLiteral(".unitedstates.communication.azure.com"));
        resource.dataLocation = QStringLiteral("United States");
        return resource;
    }

    [[nodiscard]] QString keyInAzure(KeyType type) { return azure.currentKey(QStringLiteral("acs-prod-00000"), type); }
    /// The key that the keychain itself holds, read past everything that is held in memory; empty when it has none.
    [[nodiscard]] QString keyInKeychain(KeyType type)
    {
        const KeptKeysStore& kept = session->keptKeys();
        const Result<Secret> entry = finishedResult(store->read(kept.entryName(resource().id), nullptr));
        if (!entry || entry->isEmpty()) {
            return {};
        }
        const Result<KeptKeys> keys = decodeKeptKeys(*entry, resource().id);
        return keys && keys->at(type) ? keys->at(type)->key.revealText() : QString();
    }
    /// Puts keys into the keychain that CommKeys learnt at @p keptAtUtc.
    void keep(const QString& primary, const QString& secondary, const QDateTime& keptAtUtc)
    {
        KeptKeys keys;
        keys.resource = resource().id;
        keys.primary = kept(primary, keptAtUtc);
        keys.secondary = kept(secondary, keptAtUtc);
        QVERIFY(finishedResult(session->keptKeys().keep(keys, nullptr)));
    }
    [[nodiscard]] static QString connectionString(const QString& key)
    {
        return QStringLiteral("endpoint=https://example.invalid/;accesskey=") + key;
    }
    [[nodiscard]] static QString clipboardText() { return QGuiApplication::clipboard()->text(); }

private:
    const QUrl m_address{QStringLiteral("https://arm.own.example")};

    [[nodiscard]] static KeptKey kept(const QString& key, const QDateTime& keptAtUtc)
    {
        return {Secret::copyOf(key), Secret::copyOf(connectionString(key)), keptAtUtc};
    }

public:
    const QTemporaryDir locks; ///< of the session: what keeps two processes from one resource
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    SimulatedAzure azure{demoEstate(), SimulatedCloud::at(m_address)};
    std::shared_ptr<FaultyStore> store = std::make_shared<FaultyStore>();
    std::shared_ptr<Session> session;
    SecretClipboard clipboard{*QGuiApplication::clipboard(), *clock, nullptr};
};

} // namespace CommKeys
