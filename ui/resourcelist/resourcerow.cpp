// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcerow.h"

#include "azure/datalocation.h"
#include "core/sharedtexts.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

ResourceRow rowFor(const CommunicationService& service, SharedTexts& texts)
{
    ResourceRow row{service, dataLocationName(service.dataLocation), {}, {}};
    row.tagText = row.tagTexts().join(u", "_s);
    texts.share(row.dataLocation);
    texts.share(row.tagText);
    QString all;
    all.reserve(256);
    for (const QString& text : {service.name(), service.id.resourceGroup(), service.subscriptionName, row.dataLocation,
                                service.location, service.hostName(), row.tagText}) {
        // A line feed cannot be typed into the filter, so no word is found across two values.
        all.append(text).append(u'\n');
    }
    row.searchText = searchable(all);
    return row;
}

} // namespace

QStringList ResourceRow::tagTexts() const
{
    QStringList texts;
    for (auto tag = service.tags.begin(); tag != service.tags.end(); ++tag) {
        texts.append(tag.value().isEmpty() ? tag.key() : tag.key() + u": "_s + tag.value());
    }
    return texts;
}

QList<ResourceRow> resourceRows(const QList<CommunicationService>& resources)
{
    SharedTexts texts;
    QList<ResourceRow> rows;
    rows.reserve(resources.size());
    for (const CommunicationService& service : resources) {
        rows.append(rowFor(service, texts));
    }
    return rows;
}

QByteArray searchable(const QString& text)
{
    QByteArray folded = text.toCaseFolded().toUtf8();
    folded.squeeze(); // made for the longest that it could have been
    return folded;
}

} // namespace CommKeys
