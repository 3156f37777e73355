// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/distinctnames.h"

#include <QHash>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qsizetype shortId = 8; ///< of a UUID, up to its first hyphen

QString asSeen(const QString& name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
}

/// True if every text is there, and there once.
bool areDistinct(const QStringList& texts)
{
    return !texts.contains(QString()) && QSet<QString>(texts.begin(), texts.end()).size() == texts.size();
}

/// Puts behind each of the equal names in @p things what first tells all of them apart. @p hint: of a thing.
template <typename Thing, typename Domain>
void distinguish(QList<Thing>& things, const Domain& domainOf)
{
    QHash<QString, QList<qsizetype>> places;
    for (qsizetype at = 0; at < things.size(); ++at) {
        places[asSeen(things.at(at).displayName)].append(at);
    }
    for (const QList<qsizetype>& equal : std::as_const(places)) {
        if (equal.size() < 2) {
            continue;
        }
        QStringList domains;
        QStringList ids;
        for (const qsizetype at : equal) {
            domains.append(domainOf(things.at(at)));
            ids.append(things.at(at).id.toString().left(shortId).toLower());
        }
        const bool hasDomains = areDistinct(domains);
        const bool hasShortIds = areDistinct(ids);
        for (qsizetype index = 0; index < equal.size(); ++index) {
            Thing& thing = things[equal.at(index)];
            const QString hint = hasDomains ? domains.at(index) : hasShortIds ? ids.at(index) : thing.id.toString();
            thing.displayName = u"%1 (%2)"_s.arg(thing.displayName, hint);
        }
    }
}

} // namespace

QList<Tenant> withDistinctNames(QList<Tenant> tenants)
{
    distinguish(tenants, [](const Tenant& tenant) { return tenant.defaultDomain.toLower(); });
    return tenants;
}

QList<Subscription> withDistinctNames(QList<Subscription> subscriptions, const QList<Tenant>& tenants)
{
    QHash<TenantId, QString> domains;
    for (const Tenant& tenant : tenants) {
        domains.insert(tenant.id, tenant.defaultDomain.toLower());
    }
    distinguish(subscriptions,
                [&domains](const Subscription& subscription) { return domains.value(subscription.tenant); });
    return subscriptions;
}

} // namespace CommKeys
