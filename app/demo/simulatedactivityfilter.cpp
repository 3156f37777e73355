// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedactivityfilter.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

bool same(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QDateTime timeFrom(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

/// False when the real service does not take such a clause.
bool take(SimulatedActivityFilter& filter, const QString& clause)
{
    static const QRegularExpression shape(u"^\\s*(\\w+)\\s+(eq|ge|le)\\s+'?([^']*?)'?\\s*$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QStringList conditions{u"resourceProvider"_s, u"resourceGroupName"_s, u"resourceUri"_s,
                                        u"correlationId"_s};
    const QRegularExpressionMatch match = shape.match(clause);
    const QString what = match.captured(1);
    const QString relation = match.captured(2).toLower();
    const QString value = match.captured(3);
    if (same(what, u"eventTimestamp"_s) && relation != "eq"_L1) {
        QDateTime& bound = relation == "ge"_L1 ? filter.fromUtc : filter.untilUtc;
        bound = timeFrom(value);
        return bound.isValid();
    }
    if (!conditions.contains(what, Qt::CaseInsensitive) || relation != "eq"_L1 || !filter.condition.isEmpty()) {
        return false;
    }
    filter.condition = what;
    filter.conditionText = value;
    return true;
}

} // namespace

std::optional<SimulatedActivityFilter> SimulatedActivityFilter::of(const QUrl& url)
{
    static const QRegularExpression between(u"\\s+and\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    const QString text = QUrlQuery(url).queryItemValue(u"$filter"_s, QUrl::FullyDecoded);
    SimulatedActivityFilter filter;
    const QStringList clauses = text.split(between);
    for (const QString& clause : clauses) {
        if (!take(filter, clause)) {
            return std::nullopt;
        }
    }
    return filter.fromUtc.isValid() ? std::optional(filter) : std::nullopt;
}

bool SimulatedActivityFilter::matches(const QDateTime& timeUtc) const
{
    return timeUtc >= fromUtc && (!untilUtc.isValid() || timeUtc <= untilUtc);
}

bool SimulatedActivityFilter::matches(const SimulatedActivity& activity) const
{
    if (same(condition, u"resourceProvider"_s)) {
        return same(conditionText, u"Microsoft.Communication"_s);
    }
    if (same(condition, u"resourceGroupName"_s)) {
        return same(conditionText, activity.resource.section(u'/', 4, 4));
    }
    if (same(condition, u"resourceUri"_s)) {
        return same(conditionText, activity.resource);
    }
    return condition.isEmpty() || same(conditionText, activity.correlationId);
}

} // namespace CommKeys
