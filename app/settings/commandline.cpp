// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/commandline.h"

#include "core/ids.h"
#include "core/serviceurl.h"
#include "core/tenantname.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::CommandLine)
};

struct Option
{
    QString name;
    QString description;
    QString value; ///< what the value is called in the help; empty: a switch
};

QList<Option> options(const QStringList& cloudNames)
{
    return {
        {u"demo"_s, Text::tr("Open the demo: an Azure inside the program, nothing in it is real."), {}},
        {u"arm-endpoint"_s,
         Text::tr("Open the cloud at this Azure Resource Manager address, with the sign-in of the Azure CLI."),
         u"url"_s},
        {u"cloud"_s, Text::tr("Use this public cloud: %1.").arg(cloudNames.join(u", "_s)), u"name"_s},
        {u"client-id"_s, Text::tr("Sign in with the application registration that has this client id."), u"GUID"_s},
        //: A tenant is a directory of Microsoft Entra ID
        {u"tenant"_s, Text::tr("Sign in to this tenant, named by its GUID or one of its domains."), u"tenant"_s},
        {u"self-check"_s,
         Text::tr("Do the main job in the demo by itself, tell every step, and end with 0 or 1. Needs --demo."),
         {}},
        {u"screenshot"_s, Text::tr("With --self-check: save a picture of the window there at the end."), u"file"_s},
        {u"settings-dir"_s, Text::tr("Keep the settings and the window's state in this folder."), u"folder"_s},
        {u"help"_s, Text::tr("Print this."), {}},
        {u"version"_s, Text::tr("Print the version."), {}},
    };
}

void addOptions(QCommandLineParser& parser, const QStringList& cloudNames)
{
    parser.setApplicationDescription(
        Text::tr("Lists, regenerates and keeps the access keys of Azure Communication Services."));
    for (const Option& option : options(cloudNames)) {
        parser.addOption(QCommandLineOption(option.name, option.description, option.value));
    }
}

Error wrong(const QString& message)
{
    return Error::invalidInput(message, Text::tr("--help lists the options."));
}

// Options that are each right and make no sense together. Empty: none.
QString contradiction(const CommandLine& line, const QCommandLineParser& parser)
{
    const bool namesCloud = parser.isSet(u"cloud"_s);
    const bool namesEndpoint = parser.isSet(u"arm-endpoint"_s);
    if (namesCloud && namesEndpoint) {
        return Text::tr("--cloud and --arm-endpoint both name a cloud: give one of them.");
    }
    if (line.demo && (namesCloud || namesEndpoint)) {
        return Text::tr("--demo is a cloud of its own: leave out --cloud and --arm-endpoint.");
    }
    if (line.demo && (parser.isSet(u"client-id"_s) || parser.isSet(u"tenant"_s))) {
        return Text::tr("--demo signs in by itself: leave out --client-id and --tenant.");
    }
    if (line.selfCheck && !line.demo) {
        return Text::tr("--self-check regenerates a key, so it works in the demo only: add --demo.");
    }
    if (!line.screenshot.isEmpty() && !line.selfCheck) {
        return Text::tr("--screenshot belongs to --self-check.");
    }
    return {};
}

// Each of the next three takes one option over into the line. Empty: it is right, or not given.

QString takeCloud(CommandLine& line, const QCommandLineParser& parser, const QStringList& cloudNames)
{
    if (!parser.isSet(u"cloud"_s)) {
        return {};
    }
    const QString name = parser.value(u"cloud"_s);
    const auto known = std::find_if(cloudNames.begin(), cloudNames.end(), [&name](const QString& candidate) {
        return candidate.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (known == cloudNames.end()) {
        return Text::tr("There is no public cloud “%1”; there are %2.").arg(name, cloudNames.join(u", "_s));
    }
    line.cloud = *known;
    return {};
}

QString takeArmEndpoint(CommandLine& line, const QCommandLineParser& parser)
{
    if (!parser.isSet(u"arm-endpoint"_s)) {
        return {};
    }
    line.armEndpoint = parser.value(u"arm-endpoint"_s);
    const Result<QUrl> url = checkServiceUrl(line.armEndpoint, u"--arm-endpoint"_s);
    return url ? QString() : u"%1 %2"_s.arg(url.error().message, url.error().advice).trimmed();
}

QString takeSignIn(CommandLine& line, const QCommandLineParser& parser)
{
    line.clientId = parser.value(u"client-id"_s);
    if (parser.isSet(u"client-id"_s) && !isUuid(line.clientId)) {
        return Text::tr("--client-id takes a GUID, such as %1; “%2” is none.")
            .arg(developerSignOnClientId, line.clientId);
    }
    line.tenant = parser.value(u"tenant"_s);
    if (parser.isSet(u"tenant"_s) && !isTenantName(line.tenant)) {
        return Text::tr("--tenant takes a tenant's GUID or one of its domains; “%1” is neither.").arg(line.tenant);
    }
    return {};
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList& arguments, const QStringList& cloudNames)
{
    QCommandLineParser parser;
    addOptions(parser, cloudNames);
    if (!parser.parse(arguments)) {
        return wrong(parser.errorText());
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrong(Text::tr("“%1” is no option.").arg(parser.positionalArguments().constFirst()));
    }
    CommandLine line;
    line.help = parser.isSet(u"help"_s);
    line.version = parser.isSet(u"version"_s);
    line.demo = parser.isSet(u"demo"_s);
    line.selfCheck = parser.isSet(u"self-check"_s);
    line.screenshot = parser.value(u"screenshot"_s);
    line.settingsDir = parser.value(u"settings-dir"_s);
    for (const QString& problem : {contradiction(line, parser), takeCloud(line, parser, cloudNames),
                                   takeArmEndpoint(line, parser), takeSignIn(line, parser)}) {
        if (!problem.isEmpty()) {
            return wrong(problem);
        }
    }
    return line;
}

QString CommandLine::helpText(const QStringList& cloudNames)
{
    QCommandLineParser parser;
    addOptions(parser, cloudNames);
    return parser.helpText();
}

Settings CommandLine::over(const Settings& settings) const
{
    Settings result = settings;
    if (!armEndpoint.isEmpty()) {
        result.armEndpoint = armEndpoint;
    }
    if (!cloud.isEmpty()) {
        result.cloud = cloud;
        result.armEndpoint.clear();
    }
    if (!clientId.isEmpty()) {
        result.clientId = clientId;
    }
    if (!tenant.isEmpty()) {
        result.tenant = tenant;
    }
    return result;
}

QString CommandLine::overrides() const
{
    QStringList options;
    const std::pair<QString, QString> candidates[] = {{u"--arm-endpoint"_s, armEndpoint},
                                                      {u"--cloud"_s, cloud},
                                                      {u"--client-id"_s, clientId},
                                                      {u"--tenant"_s, tenant}};
    for (const auto& [option, value] : candidates) {
        if (!value.isEmpty()) {
            options.append(option + u' ' + value);
        }
    }
    return options.join(u' ');
}

} // namespace CommKeys
