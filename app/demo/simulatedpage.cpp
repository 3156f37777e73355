// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedpage.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QString nextLink(const QUrl& here, SimulatedNextLink kind, int position)
{
    if (kind == SimulatedNextLink::Itself) {
        return here.toString(QUrl::FullyEncoded);
    }
    QUrlQuery query(here);
    query.removeAllQueryItems(u"$skiptoken"_s);
    query.addQueryItem(u"$skiptoken"_s, QString::number(position));
    QUrl next = here;
    next.setQuery(query);
    if (kind == SimulatedNextLink::OtherHost) {
        next.setScheme(u"https"_s);
        next.setAuthority(u"management.elsewhere.example"_s);
    }
    QString link = next.toString(QUrl::FullyEncoded);
    if (kind == SimulatedNextLink::Unencoded) {
        link += u"&$filter=name eq \"{any|all}\""_s;
    } else if (kind == SimulatedNextLink::Relative) {
        link = link.sliced(link.indexOf(next.path(QUrl::FullyEncoded)));
    }
    return link;
}

} // namespace

SimulatedAnswer pageOf(const SimulatedRequest& request, const SimulatedFaults& faults, const QJsonArray& all,
                       const QJsonObject& besides)
{
    const QString position = QUrlQuery(request.url).queryItemValue(u"$skiptoken"_s);
    const bool isEmpty = position.isEmpty() && faults.emptyFirstPage;
    const int total = static_cast<int>(all.size());
    const int begin = std::clamp(position.toInt(), 0, total);
    const int length = isEmpty ? 0 : faults.pageSize == 0 ? total : faults.pageSize;
    const int end = std::min(total, begin + length);

    QJsonArray shown;
    for (int index = begin; index < end; ++index) {
        shown.append(all.at(index));
    }
    QJsonObject body = besides;
    body.insert("value"_L1, shown);
    if (isEmpty || end < total) {
        body.insert("nextLink"_L1, nextLink(request.url, faults.nextLink, end));
    }
    return SimulatedAnswer::json(200, body);
}

} // namespace CommKeys
