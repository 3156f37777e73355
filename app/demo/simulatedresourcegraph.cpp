// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedresourcegraph.h"

#include "demo/simulatedaccess.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int mostSubscriptions = 1000;
constexpr int mostRows = 1000;
constexpr int rowsUnlessTold = 100;

/// The columns of an answer, each with the path of the member it shows.
using Columns = QList<std::pair<QString, QStringList>>;

SimulatedAnswer refused(const QString& code, const QString& message)
{
    return SimulatedAnswer::error(
        400, u"BadRequest"_s,
        u"Please provide below info when asking for support: timestamp = simulated, correlationId = simulated."_s,
        {{u"details"_s, QJsonArray{QJsonObject{{u"code"_s, code}, {u"message"_s, message}}}}});
}

SimulatedAnswer invalidQuery()
{
    return refused(u"InvalidQuery"_s,
                   u"Query is invalid. Please refer to the documentation for the Azure Resource Graph service and "
                   "fix the error before retrying."_s);
}

std::optional<Columns> columnsOf(const QString& query)
{
    QStringList steps = query.split(u'|');
    for (QString& step : steps) {
        step = step.simplified();
    }
    if (steps.size() != 4 || steps.at(0) != "resources"_L1 ||
        steps.at(1) != "where type =~ 'microsoft.communication/communicationservices'"_L1 ||
        !steps.at(2).startsWith("project "_L1) || steps.at(3) != "order by id asc"_L1) {
        return std::nullopt;
    }
    Columns columns;
    for (const QString& column : steps.at(2).sliced(8).split(u',')) {
        const QStringList sides = column.split(u'=');
        columns.append({sides.first().trimmed(), sides.last().trimmed().split(u'.')});
    }
    return columns;
}

QJsonValue memberAt(const QJsonObject& object, const QStringList& path)
{
    QJsonValue value = object;
    for (const QString& name : path) {
        value = value.toObject().value(name);
    }
    return value.isUndefined() ? QJsonValue() : value;
}

QJsonObject rowOf(const SimulatedResource& resource, const Columns& columns)
{
    const QJsonObject all = resource.toJson(u"2023-04-01"_s);
    QJsonObject row;
    for (const auto& [name, path] : columns) {
        row.insert(name, memberAt(all, path));
    }
    return row;
}

QList<const SimulatedResource*> matching(const QJsonArray& subscriptions, const SimulatedToken& token,
                                         const SimulatedEstate& estate, const QDateTime& asOfUtc)
{
    QList<const SimulatedResource*> found;
    for (const QJsonValue& id : subscriptions) {
        const SimulatedSubscription* subscription = estate.subscription(SubscriptionId(id.toString()));
        const std::optional<SimulatedRole> role = subscription ? subscription->roleOf(token.tenant) : std::nullopt;
        if (role && isAllowed(*role, u"Microsoft.Communication/communicationServices/read"_s)) {
            found += estate.resourcesAt(subscription->id, asOfUtc);
        }
    }
    std::sort(found.begin(), found.end(), [](const SimulatedResource* a, const SimulatedResource* b) {
        return a->id.compare(b->id, Qt::CaseInsensitive) < 0;
    });
    return found;
}

bool namesForbidden(const QJsonArray& subscriptions, const SimulatedFaults& faults)
{
    return std::any_of(subscriptions.begin(), subscriptions.end(), [&faults](const QJsonValue& id) {
        return faults.forbiddenSubscriptions.contains(SubscriptionId(id.toString()));
    });
}

SimulatedAnswer page(const QList<const SimulatedResource*>& all, const Columns& columns, const QJsonObject& options,
                     const SimulatedFaults& faults)
{
    const int asked = std::clamp(options.value("$top"_L1).toInt(rowsUnlessTold), 1, mostRows);
    const int length = faults.pageSize > 0 ? std::min(asked, faults.pageSize) : asked;
    const QByteArray token = QByteArray::fromBase64(options.value("$skipToken"_L1).toString().toLatin1());
    const int begin = std::clamp(token.toInt(), 0, static_cast<int>(all.size()));
    const int end = std::min(static_cast<int>(all.size()), begin + length);
    QJsonArray rows;
    for (int index = begin; index < end; ++index) {
        rows.append(rowOf(*all.at(index), columns));
    }
    QJsonObject body{{u"totalRecords"_s, all.size()},
                     {u"count"_s, rows.size()},
                     {u"data"_s, rows},
                     {u"facets"_s, QJsonArray()},
                     {u"resultTruncated"_s, u"false"_s}};
    if (end < all.size()) {
        const bool hasId = std::any_of(columns.begin(), columns.end(),
                                       [](const auto& column) { return column.second == QStringList{u"id"_s}; });
        if (hasId) {
            body.insert("$skipToken"_L1, QString::fromLatin1(QByteArray::number(end).toBase64()));
        } else {
            body.insert("resultTruncated"_L1, u"true"_s);
        }
    }
    SimulatedAnswer answer = SimulatedAnswer::json(200, body);
    answer.headers.append({"x-ms-user-quota-remaining"_ba, "14"_ba});
    answer.headers.append({"x-ms-user-quota-resets-after"_ba, "00:00:05"_ba});
    return answer;
}

} // namespace

SimulatedAnswer answerResourceGraph(const SimulatedRequest& request, const SimulatedToken& token,
                                    const SimulatedEstate& estate, const SimulatedFaults& faults,
                                    const QDateTime& utcNow)
{
    const QDateTime asOfUtc = utcNow.addSecs(-faults.resourceGraphLag.count());
    const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
    const QJsonArray subscriptions = asked.value("subscriptions"_L1).toArray();
    if (subscriptions.size() > mostSubscriptions) {
        return refused(u"TooManySubscriptions"_s, u"Number of subscriptions exceeds the limit of 1000."_s);
    }
    const std::optional<Columns> columns = columnsOf(asked.value("query"_L1).toString());
    if (!columns) {
        return invalidQuery();
    }
    if (namesForbidden(subscriptions, faults)) {
        return SimulatedAnswer::error(403, u"AccessDenied"_s, u"Access is denied to the requested subscriptions."_s);
    }
    return page(matching(subscriptions, token, estate, asOfUtc), *columns, asked.value("options"_L1).toObject(),
                faults);
}

} // namespace CommKeys
