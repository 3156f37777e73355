// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/secretclipboard.h"
#include "core/finishedjob.h"
#include "demo/simulatedazure.h"
#include "demo/simulatedcatalog.h"
#include "demo/simulatednetworkaccessmanager.h"
#include "mainwindow/mainwindow.h"
#include "session/sessionopener.h"
#include "support/faultystore.h"
#include "support/manualclock.h"

#include <QApplication>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace CommKeys {

/// Signs everybody in to every tenant of a simulated Azure.
class SimulatedTokens final : public TokenProvider
{
public:
    SimulatedTokens(const SimulatedAzure& azure, const Clock& clock) : m_azure(azure), m_clock(clock) {}

    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) override
    {
        const TenantId tenant = request.tenant.isEmpty() ? m_azure.estate().tenants().first().id : request.tenant;
        QByteArray token = m_azure.issueToken(tenant, m_clock.utcNow().addDays(1));
        return new FinishedJob<Secret>(Secret::take(token), parent);
    }

private:
    const SimulatedAzure& m_azure;
    const Clock& m_clock;
};

/// Opens sessions over the simulated Azure of a test, or fails to, or takes for ever.
class SimulatedOpener final : public SessionOpener
{
public:
    SimulatedOpener(SimulatedAzure& azure, std::shared_ptr<Clock> clock, std::shared_ptr<SecretStore> store)
        : m_azure(azure)
        , m_clock(std::move(clock))
        , m_store(std::move(store))
    {
    }

    std::optional<Error> azureCliFails;
    bool azureCliHangs = false;

    [[nodiscard]] JobOf<std::shared_ptr<Session>>* openDemo(QObject* parent) override
    {
        return new FinishedJob<std::shared_ptr<Session>>(session(true), parent);
    }
    [[nodiscard]] JobOf<std::shared_ptr<Session>>* openAzureCli(const Settings&, QObject* parent) override
    {
        if (azureCliHangs) {
            return new Never(parent);
        }
        if (azureCliFails) {
            return new FinishedJob<std::shared_ptr<Session>>(*azureCliFails, parent);
        }
        return new FinishedJob<std::shared_ptr<Session>>(session(false), parent);
    }

private:
    class Never final : public JobOf<std::shared_ptr<Session>>
    {
    public:
        using JobOf::JobOf;

    private:
        void run() override {}
    };

    [[nodiscard]] std::shared_ptr<Session> session(bool isDemo)
    {
        Session::Parts parts;
        parts.cloud.name = QStringLiteral("Example");
        parts.cloud.armEndpoint = m_azure.cloud().resourceManager;
        parts.cloud.audience = m_azure.cloud().audiences.first();
        parts.account = QStringLiteral("avery.hart@contoso.example");
        parts.isDemo = isDemo;
        parts.clock = m_clock;
        parts.secrets = m_store;
        parts.network = std::make_unique<SimulatedNetworkAccessManager>(m_azure, *m_clock);
        parts.tokens = std::make_unique<SimulatedTokens>(m_azure, *m_clock);
        return std::make_shared<Session>(std::move(parts));
    }

    SimulatedAzure& m_azure;
    std::shared_ptr<Clock> m_clock;
    std::shared_ptr<SecretStore> m_store;
};

/// The whole window over a simulated Azure, a keychain in memory and a clock that is turned by hand.
class WindowWorld
{
public:
    WindowWorld() { makeWindow(); }

    /// Another window with the files of the one before, as after a new start.
    void makeWindow()
    {
        window.reset();
        window = std::make_unique<MainWindow>(
            MainWindow::Parts{opener, settings, clipboard, *clock, folder.filePath(QStringLiteral("window.ini"))});
        window->show();
    }

    [[nodiscard]] SubscriptionId subscription(const QString& name) const
    {
        for (const SimulatedSubscription& candidate : azure.estate().subscriptions()) {
            if (candidate.displayName == name) {
                return candidate.id;
            }
        }
        return {};
    }

    QTemporaryDir folder;
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    SimulatedAzure azure{demoEstate(), SimulatedCloud::at(QUrl(QStringLiteral("https://arm.own.example")))};
    std::shared_ptr<FaultyStore> store = std::make_shared<FaultyStore>();
    SimulatedOpener opener{azure, clock, store};
    SettingsStore settings{folder.filePath(QStringLiteral("settings.ini"))};
    SecretClipboard clipboard{*QGuiApplication::clipboard(), *clock, nullptr};
    std::unique_ptr<MainWindow> window;
};

} // namespace CommKeys
