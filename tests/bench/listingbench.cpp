// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lists everything once, as the program does, and prints what came, how long it took, and what it takes up, as JSON.
#include "azure/armclient.h"
#include "azure/inventoryjob.h"
#include "support/finishedresult.h"
#include "support/fixedtokens.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTextStream>

using namespace CommKeys;
using namespace Qt::StringLiterals;

namespace {

/// Bytes of this process that are in memory now.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    constexpr qint64 pageSize = 4096;
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * pageSize : 0;
}

Cloud cloudAt(const QUrl& arm)
{
    Cloud cloud;
    cloud.armEndpoint = arm;
    cloud.audience = arm.toString();
    return cloud;
}

Result<qsizetype> listAll(ArmClient& arm)
{
    static Inventory kept; // what is measured must still be there
    Result<Inventory> inventory = finishedResult<Inventory>(arm.listInventory(nullptr));
    if (!inventory) {
        return inventory.error();
    }
    if (!inventory->failures.isEmpty()) {
        return inventory->failures.first().error;
    }
    kept = *std::move(inventory);
    return kept.resources.size();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "usage: commkeys-listing-bench ARM-ADDRESS\n";
        return 2;
    }
    SystemClock clock;
    QNetworkAccessManager network;
    FixedTokens tokens({"token"});
    ArmClient arm(cloudAt(QUrl(arguments.at(1))), HttpContext{network, tokens, clock});
    const qint64 before = residentBytes();
    QElapsedTimer timer;
    timer.start();
    const Result<qsizetype> count = listAll(arm);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!count) {
        QTextStream(stderr) << count.error().toText() << '\n';
        return 1;
    }
    const QJsonObject told{
        {u"resources"_s, *count}, {u"milliseconds"_s, milliseconds}, {u"bytes"_s, residentBytes() - before}};
    QTextStream(stdout) << QJsonDocument(told).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
