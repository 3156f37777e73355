// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedcatalog.h"
#include "support/simulatedazureserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace CommKeys;

namespace {

struct Options
{
    quint16 port = 0;
    SimulatedEstate estate;
    SimulatedFaults faults;
};

Result<SimulatedFaults> faultsFrom(const QString& option)
{
    QByteArray text = option.toUtf8();
    if (!option.trimmed().startsWith(u'{')) {
        QFile file(option);
        if (!file.open(QIODevice::ReadOnly)) {
            return Error::invalidInput(u"%1: %2"_s.arg(option, file.errorString()));
        }
        text = file.readAll();
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) {
        return Error::invalidInput(u"The faults are not a JSON object."_s);
    }
    return SimulatedFaults::fromJson(document.object());
}

Result<SimulatedEstate> estateFrom(const QCommandLineParser& parser)
{
    const QString name = parser.value(u"estate"_s);
    if (name == "demo"_L1) {
        return demoEstate();
    }
    if (name == "example"_L1) {
        return exampleEstate();
    }
    const int tenants = parser.value(u"tenants"_s).toInt();
    const int subscriptions = parser.value(u"subscriptions"_s).toInt();
    const int resources = parser.value(u"resources"_s).toInt();
    if (name != "large"_L1 || tenants < 1 || subscriptions < 1 || resources < 0) {
        return Error::invalidInput(u"There is no such estate."_s);
    }
    return largeEstate(tenants, subscriptions, resources);
}

Result<Options> readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Azure Resource Manager for Communication Services, simulated on 127.0.0.1. "
                                     "The first line of its output is the address."_s);
    parser.addHelpOption();
    parser.addOptions({{u"port"_s, u"Port to listen on; 0: any that is free."_s, u"number"_s, u"0"_s},
                       {u"faults"_s, u"What goes wrong: JSON, or a file with it."_s, u"json"_s, u"{}"_s},
                       {u"estate"_s, u"What exists: demo, example or large."_s, u"name"_s, u"demo"_s},
                       {u"tenants"_s, u"Tenants of the large estate."_s, u"count"_s, u"2"_s},
                       {u"subscriptions"_s, u"Subscriptions of the large estate."_s, u"count"_s, u"20"_s},
                       {u"resources"_s, u"Resources of the large estate."_s, u"count"_s, u"2000"_s}});
    parser.process(application);

    bool isPort = false;
    Options options;
    options.port = parser.value(u"port"_s).toUShort(&isPort);
    if (!isPort) {
        return Error::invalidInput(u"The port is not a number from 0 to 65535."_s);
    }
    const Result<SimulatedEstate> estate = estateFrom(parser);
    if (!estate) {
        return estate.error();
    }
    options.estate = *estate;
    const Result<SimulatedFaults> faults = faultsFrom(parser.value(u"faults"_s));
    if (!faults) {
        return faults.error();
    }
    options.faults = *faults;
    return options;
}

int failed(const QString& message)
{
    std::fprintf(stderr, "commkeys-simulated-azure: %s\n", qUtf8Printable(message));
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const Result<Options> options = readOptions(application);
    if (!options) {
        return failed(options.error().message);
    }
    SimulatedAzureServer server(options->estate, options->port);
    if (!server.isListening()) {
        return failed(u"Port %1 cannot be listened on."_s.arg(options->port));
    }
    server.azure().setFaults(options->faults);
    std::printf("%s\n", qUtf8Printable(server.baseUrl().toString()));
    std::fflush(stdout); // whoever started this waits for the line
    return QCoreApplication::exec();
}
