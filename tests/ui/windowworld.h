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
#include "ui/fakeidentity.h"

#include <QApplication>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace CommKeys {

/// Where tokens are refused, and how.
struct TokenFaults
{
    std::optional<Error> error;
    QList<TenantId> tenants; ///< none: everywhere
};

/// Signs everybody in to every tenant of a simulated Azure, except where it is told not to.
class SimulatedTokens final : public TokenProvider
{
public:
    SimulatedTokens(const SimulatedAzure& azure, const Clock& clock, const TokenFaults& faults)
        : m_azure(azure)
        , m_clock(clock)
        , m_faults(faults)
    {
    }

    [[nodiscard]] JobOf<Secret>* accessToken(const TokenRequest& request, QObject* parent) override
    {
        const TenantId tenant = request.tenant.isEmpty() ? m_azure.estate().tenants().first().id : request.tenant;
        if (m_faults.error && (m_faults.tenants.isEmpty() || m_faults.tenants.contains(request.tenant))) {
            Error error = *m_faults.error;
            if (error.signIn && !request.tenant.isEmpty()) {
                error.signIn->tenant = request.tenant;
            }
            return new FinishedJob<Secret>(error, parent);
        }
        QByteArray token = m_azure.issueToken(tenant, m_clock.utcNow().addDays(1));
        return new FinishedJob<Secret>(Secret::take(token), parent);
    }

private:
    const SimulatedAzure& m_azure;
    const Clock& m_clock;
    const TokenFaults& m_faults;
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
    TokenFaults tokenFaults;
    IdentityRecord identity;                      ///< of the sessions that begin with a sign-in
    std::optional<Error> identityFails;           ///< openAccount() and resume() do
    bool someoneIsSignedIn = false;               ///< resume() finds them
    QPointer<FakeSignInSessionJob> signInSession; ///< the last one that was asked for
    QUrl portal;                                  ///< of the cloud of the sessions that follow
    Settings lastSettings;
    SignInRequest lastRequest;
    std::optional<Account> lastAccount;

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

    [[nodiscard]] SignInSessionJob* signIn(const Settings& settings, const SignInRequest& request,
                                           QObject* parent) override
    {
        lastSettings = settings;
        lastRequest = request;
        signInSession = new FakeSignInSessionJob(parent);
        return signInSession;
    }
    [[nodiscard]] JobOf<std::shared_ptr<Session>>* openAccount(const Settings&, const Account& account,
                                                               QObject* parent) override
    {
        lastAccount = account;
        return identitySession(parent);
    }
    [[nodiscard]] JobOf<std::shared_ptr<Session>>* resume(const Settings&, QObject* parent) override
    {
        if (someoneIsSignedIn || identityFails) {
            return identitySession(parent);
        }
        return new FinishedJob<std::shared_ptr<Session>>(std::shared_ptr<Session>(), parent);
    }

    /// A session that has an identity.
    [[nodiscard]] std::shared_ptr<Session> signedInSession()
    {
        return session(false, std::make_unique<FakeIdentity>(identity));
    }

private:
    class Never final : public JobOf<std::shared_ptr<Session>>
    {
    public:
        using JobOf::JobOf;

    private:
        void run() override {}
    };

    [[nodiscard]] JobOf<std::shared_ptr<Session>>* identitySession(QObject* parent)
    {
        if (identityFails) {
            return new FinishedJob<std::shared_ptr<Session>>(*identityFails, parent);
        }
        return new FinishedJob<std::shared_ptr<Session>>(signedInSession(), parent);
    }

    [[nodiscard]] std::shared_ptr<Session> session(bool isDemo, std::unique_ptr<Identity> who = {})
    {
        Session::Parts parts;
        parts.cloud.name = QStringLiteral("Example");
        parts.cloud.armEndpoint = m_azure.cloud().resourceManager;
        parts.cloud.portal = portal;
        parts.cloud.audience = m_azure.cloud().audiences.first();
        parts.account = who ? who->account().username : QStringLiteral("avery.hart@contoso.example");
        parts.isDemo = isDemo;
        parts.clock = m_clock;
        parts.secrets = m_store;
        parts.network = std::make_unique<SimulatedNetworkAccessManager>(m_azure, *m_clock);
        parts.identity = std::move(who);
        parts.tokens = std::make_unique<SimulatedTokens>(m_azure, *m_clock, tokenFaults);
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
        const auto open = [this](const QUrl& page) {
            opened.append(page);
            return hasBrowser;
        };
        window = std::make_unique<MainWindow>(MainWindow::Parts{opener, settings, clipboard, *clock, open,
                                                                folder.filePath(QStringLiteral("window.ini")), firstWay,
                                                                notify()});
        window->show();
    }

    /// No message about old keys, which comes by itself when the Activity Logs have been read.
    void remindOfNoKeys()
    {
        Settings quiet = settings.settings();
        quiet.keyAgeReminderDays = 0;
        settings.overrideForThisRun(quiet);
    }

    [[nodiscard]] std::function<void(const QString&, const QString&)> notify()
    {
        if (!notifies) {
            return {};
        }
        return [this](const QString&, const QString& text) { notified.append(text); };
    }

    [[nodiscard]] TenantId tenant(const QString& name) const
    {
        for (const SimulatedTenant& candidate : azure.estate().tenants()) {
            if (candidate.displayName == name) {
                return candidate.id;
            }
        }
        return {};
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
    bool hasBrowser = true;
    SignInWay firstWay = SignInWay::Browser; ///< of the next window
    QList<QUrl> opened;                      ///< in the browser
    bool notifies = false;                   ///< the desktop of the next window
    QStringList notified;
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    SimulatedAzure azure{demoEstate(), SimulatedCloud::at(QUrl(QStringLiteral("https://arm.own.example")))};
    std::shared_ptr<FaultyStore> store = std::make_shared<FaultyStore>();
    SimulatedOpener opener{azure, clock, store};
    SettingsStore settings{folder.filePath(QStringLiteral("settings.ini"))};
    SecretClipboard clipboard{*QGuiApplication::clipboard(), *clock, nullptr};
    std::unique_ptr<MainWindow> window;
};

} // namespace CommKeys
