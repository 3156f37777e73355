// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/resourcegraph.h"

#include "azure/armjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys::ResourceGraph {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::ResourceGraph)
};

/// Without `id` among the columns there is no skipToken, and without an order pages may repeat and skip rows.
const QString query =
    u"resources | where type =~ 'microsoft.communication/communicationservices' | project id, location, tags, "
    "hostName = properties.hostName, dataLocation = properties.dataLocation, "
    "provisioningState = properties.provisioningState, immutableResourceId = properties.immutableResourceId "
    "| order by id asc"_s;

/// Where the string that begins at @p begin, which is its quotation mark, ends: behind the other one; the end of @p
/// json where there is none.
qsizetype behindString(QByteArrayView json, qsizetype begin)
{
    for (qsizetype at = begin + 1; at < json.size(); ++at) {
        if (json[at] == '\\') {
            ++at;
        } else if (json[at] == '"') {
            return at + 1;
        }
    }
    return json.size();
}

/// The text of a JSON string with its quotation marks; empty where it is none.
QString unquoted(QByteArrayView string)
{
    return QJsonDocument::fromJson('[' + string.toByteArray() + ']').array().at(0).toString();
}

} // namespace

Question::Question(const QList<SubscriptionId>& in)
{
    QJsonArray ids;
    for (const SubscriptionId& id : in) {
        ids.append(id.toString());
    }
    m_subscriptions = QJsonDocument(ids).toJson(QJsonDocument::Compact);
}

QByteArray Question::body(const QString& skipToken) const
{
    QJsonObject options{{u"$top"_s, mostRows}, {u"resultFormat"_s, u"objectArray"_s}};
    if (!skipToken.isEmpty()) {
        options.insert("$skipToken"_L1, skipToken);
    }
    const QByteArray rest =
        QJsonDocument(QJsonObject{{u"query"_s, query}, {u"options"_s, options}}).toJson(QJsonDocument::Compact);
    return "{\"subscriptions\":" + m_subscriptions + ',' + rest.sliced(1);
}

Result<Page<CommunicationService>> parsePage(const QByteArray& json)
{
    const QString what = Text::tr("The list of resources");
    const Result<QJsonObject> root = ArmJson::object(json, what);
    if (!root) {
        return root.error();
    }
    const QJsonValue rows = root->value("data"_L1);
    const bool isEmpty = rows.isNull() && root->value("totalRecords"_L1).toInteger() == 0;
    if (!rows.isArray() && !isEmpty) {
        return Error::badAnswer(Text::tr("The list of resources could not be read: it has no rows."));
    }
    // A row has a resource's properties beside its id.
    Page<CommunicationService> page = ArmJson::pageOf<CommunicationService>(
        rows.toArray(), [](const QJsonObject& row) { return communicationServiceFrom(row, row); });
    page.nextLink = root->value("$skipToken"_L1).toString();
    page.total = root->value("totalRecords"_L1).toInteger();
    // A word, not a truth value.
    if (page.nextLink.isEmpty() && root->value("resultTruncated"_L1).toString() == "true"_L1) {
        return Error::badAnswer(Text::tr("The list of resources was cut off."));
    }
    return page;
}

QString skipTokenOf(const QByteArray& json)
{
    constexpr QByteArrayView member = "\"$skipToken\"";
    const QByteArrayView all(json);
    int depth = 0;
    bool isWanted = false; // the member's name was the last string in the outermost object
    for (qsizetype at = 0; at < all.size(); ++at) {
        switch (all[at]) {
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            --depth;
            break;
        case ',':
            isWanted = false;
            break;
        case '"': {
            const QByteArrayView string = all.sliced(at, behindString(all, at) - at);
            if (isWanted && depth == 1) {
                return unquoted(string);
            }
            isWanted = depth == 1 && string == member;
            at += string.size() - 1;
            break;
        }
        default:
            break;
        }
    }
    return {};
}

std::chrono::milliseconds pauseAfter(const HttpAnswer& answer)
{
    bool isNumber = false;
    const int remaining = answer.header("x-ms-user-quota-remaining").toInt(&isNumber);
    if (!isNumber || remaining > 0) {
        return 0ms;
    }
    const QTime renewed =
        QTime::fromString(QString::fromLatin1(answer.header("x-ms-user-quota-resets-after")), u"hh:mm:ss"_s);
    const std::chrono::milliseconds asked(renewed.isValid() ? renewed.msecsSinceStartOfDay() : 5000);
    return std::clamp<std::chrono::milliseconds>(asked, 0ms, 1min);
}

} // namespace CommKeys::ResourceGraph
