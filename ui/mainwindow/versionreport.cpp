// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/versionreport.h"

#include "core/version.h"
#include "keychain/keychainname.h"

#include <QApplication>
#include <QLocale>
#include <QStyle>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// Of Linux: "GNOME, wayland"; empty elsewhere.
QString desktop()
{
    QStringList parts{qEnvironmentVariable("XDG_CURRENT_DESKTOP"), qEnvironmentVariable("XDG_SESSION_TYPE")};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString qtVersion()
{
    const QString running = QString::fromLatin1(qVersion());
    const QString built = QStringLiteral(QT_VERSION_STR);
    return running == built ? running : u"%1, built with %2"_s.arg(running, built);
}

} // namespace

QString versionReport()
{
    const std::pair<QString, QString> facts[] = {
        {u"CommKeys"_s, versionText},
        {u"Qt"_s, qtVersion()},
        {u"System"_s, u"%1, kernel %2, %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
                                                 QSysInfo::currentCpuArchitecture())},
        {u"Desktop"_s, desktop()},
        {u"Platform plugin"_s, QGuiApplication::platformName()},
        {u"Style"_s, QApplication::style()->name()},
        {u"Scale"_s, QString::number(qGuiApp->devicePixelRatio())},
        {u"Locale"_s, u"%1, window in %2"_s.arg(QLocale::system().name(), QLocale().name())},
        {u"Keychain"_s, keychainName()},
    };
    QStringList lines;
    for (const auto& [name, value] : facts) {
        if (!value.isEmpty()) {
            lines.append(name + u": "_s + value);
        }
    }
    return lines.join(u'\n');
}

} // namespace CommKeys
