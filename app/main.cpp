// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The composition root: builds everything, hands it down, owns it.

#include "auth/browsersignin.h"
#include "azure/publicclouds.h"
#include "common/desktopnotification.h"
#include "common/icons.h"
#include "common/secretclipboard.h"
#include "core/console.h"
#include "core/coredumps.h"
#include "core/logging.h"
#include "core/processend.h"
#include "core/version.h"
#include "instance/singleinstance.h"
#include "lock/secretlock.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/translations.h"
#include "selfcheck/selfcheck.h"
#include "session/livesessionopener.h"
#include "session/proxyenvironment.h"
#include "settings/commandline.h"
#include "settings/policyreader.h"
#include "settings/settingsstore.h"
#include "theme/systemlook.h"
#include "theme/themeswitch.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>

using namespace CommKeys;
using namespace Qt::StringLiterals;

namespace {

constexpr int badUsage = 2;

QStringList cloudNames()
{
    QStringList names;
    for (const Cloud& cloud : publicClouds()) {
        names.append(cloud.name);
    }
    return names;
}

// --help and --version are for terminals, where there may be no screen to connect to.
bool needsNoScreen(int argc, char** argv)
{
    return std::any_of(argv, argv + argc, [](const char* argument) {
        const QByteArrayView text(argument);
        return text == "--help" || text == "--version";
    });
}

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    // Between two screens of 150 % and 200 % lines stay sharp only when nothing is rounded.
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QCoreApplication::setApplicationName(applicationName);
    QCoreApplication::setApplicationVersion(versionText);
    QCoreApplication::setOrganizationName(applicationName);
    QCoreApplication::setOrganizationDomain(u"commkeys.github.io"_s);
    if (needsNoScreen(argc, argv)) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    auto application = std::make_unique<QApplication>(argc, argv);
    QGuiApplication::setDesktopFileName(applicationId);
    QApplication::setWindowIcon(Icons::application());
    return application;
}

// Empty, after a word about it, when there is no folder to be had: nothing is kept then.
QString settingsFolder(const CommandLine& line)
{
    const QString folder =
        line.settingsDir.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u'/' + applicationName
            : line.settingsDir;
    if (!QDir().mkpath(folder)) {
        qCWarning(logUi) << "the folder of the settings cannot be made:" << folder;
        return {};
    }
    return folder;
}

QString settingsFile(const QString& folder, const QString& name)
{
    return folder.isEmpty() ? QString() : QDir(folder).absoluteFilePath(name);
}

// False: another window has taken what this start was asked. The demo, and so the check of itself, keeps to itself.
bool isTheOneWindow(SingleInstance& instance, const CommandLine& line, const QString& folder)
{
    if (line.demo || folder.isEmpty()) {
        return true;
    }
    const StartMessage message{QCoreApplication::arguments(), qEnvironmentVariable("XDG_ACTIVATION_TOKEN")};
    return instance.begin(message) != SingleInstance::Role::Second;
}

void answerLaterStarts(const SingleInstance& instance, MainWindow& window)
{
    QObject::connect(&instance, &SingleInstance::started, &window, [&window](const StartMessage& message) {
        const Result<CommandLine> line = CommandLine::parse(message.arguments, cloudNames());
        window.startedAgain(line ? *line : CommandLine(), message.activationToken);
    });
}

int runWindow(QCoreApplication& application, Translations& translations, const CommandLine& line)
{
    const auto clock = std::make_shared<SystemClock>();
    const QString folder = settingsFolder(line);
    SingleInstance instance(folder);
    if (!isTheOneWindow(instance, line, folder)) {
        return 0;
    }
    SettingsStore settings(settingsFile(folder, u"commkeys.ini"_s), readPolicy(policySources()));
    settings.overrideForThisRun(line.over(settings.settings()));
    translations.speak(settings.settings().language);
    QObject::connect(&settings, &SettingsStore::changed, &translations,
                     [&translations](const Settings& changed) { translations.speak(changed.language); });
    const std::unique_ptr<SystemLook> look = makeSystemLook();
    ThemeSwitch theme(*look, nullptr);
    theme.setTheme(settings.settings().theme);
    QObject::connect(&settings, &SettingsStore::changed, &theme,
                     [&theme](const Settings& changed) { theme.setTheme(changed.theme); });
    const OpenBrowser openBrowser = [](const QUrl& address) { return QDesktopServices::openUrl(address); };
    LiveSessionOpener opener(clock, folder, openBrowser);
    opener.setProxy(settings.settings().proxy);
    QObject::connect(&settings, &SettingsStore::changed, &application,
                     [&opener](const Settings& changed) { opener.setProxy(changed.proxy); });
    SecretClipboard clipboard(*QGuiApplication::clipboard(), *clock, nullptr);
    MainWindow window({opener, settings, clipboard, *clock, openBrowser, settingsFile(folder, u"window.ini"_s),
                       firstSignInWay(), showDesktopNotification});
    const std::unique_ptr<ScreenLockWatch> screen(watchScreenLock(nullptr));
    const SecretLock lock(settings, *screen, *clock, nullptr);
    QObject::connect(&lock, &SecretLock::locked, &window, &MainWindow::forgetSecrets);
    window.show();
    answerLaterStarts(instance, window);

    SelfCheck check(window, line.screenshot, nullptr);
    if (line.selfCheck) {
        QObject::connect(&check, &SelfCheck::told, &application,
                         [](const QString& text) { QTextStream(stdout) << text << Qt::endl; });
        QObject::connect(&check, &SelfCheck::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
        check.start();
    }
    if (line.demo) {
        window.openDemo();
    } else if (!line.armEndpoint.isEmpty()) {
        window.openAzureCli();
    } else {
        window.resume();
    }
    return QCoreApplication::exec();
}

int run(int argc, char** argv)
{
    completeProxyEnvironment();
    const Console console;
    installRedactingMessageHandler();
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    Translations translations;
    translations.speak({});

    const Result<CommandLine> line = CommandLine::parse(application->arguments(), cloudNames());
    if (!line) {
        QTextStream(stderr) << applicationName << ": "_L1 << line.error().message << ' ' << line.error().advice << '\n';
        return badUsage;
    }
    // Without a screen there is nothing but help to be had, also where "--help" is meant as an option's value.
    if (line->help || (!line->version && qobject_cast<QApplication*>(application.get()) == nullptr)) {
        QTextStream(stdout) << CommandLine::helpText(cloudNames());
        return 0;
    }
    if (line->version) {
        QTextStream(stdout) << applicationName << ' ' << versionText << '\n';
        return 0;
    }
    return runWindow(*application, translations, *line);
}

} // namespace

// An exception is a programming error (see Result) and is meant to end the program.
int main(int argc, char** argv) // NOLINT(bugprone-exception-escape)
{
    disableCoreDumps();
    endProcess(run(argc, argv));
}
