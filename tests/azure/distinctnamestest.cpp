// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/distinctnames.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

Tenant tenant(const QString& id, const QString& name, const QString& domain)
{
    return {TenantId(id + u"-aaaa-4aaa-8aaa-111111111111"_s), name, domain};
}

Subscription subscription(const QString& id, const QString& name, const QString& tenantId)
{
    return {SubscriptionId(id + u"-0000-4000-8000-000000000000"_s), name, u"Enabled"_s,
            TenantId(tenantId + u"-aaaa-4aaa-8aaa-111111111111"_s)};
}

template <typename Thing>
QStringList names(const QList<Thing>& things)
{
    QStringList all;
    for (const Thing& thing : things) {
        all.append(thing.displayName);
    }
    return all;
}

} // namespace

class DistinctNamesTest final : public QObject
{
    Q_OBJECT

private slots:
    void equalTenants_haveTheirDomains()
    {
        QCOMPARE(names(withDistinctNames({tenant(u"11111111"_s, u"Default Directory"_s, u"north.example"_s),
                                          tenant(u"22222222"_s, u"Contoso"_s, u"contoso.example"_s),
                                          tenant(u"33333333"_s, u"default  directory"_s, u"South.example"_s),
                                          tenant(u"44444444"_s, u"Default\u00A0Directory"_s, u"west.example"_s)})),
                 (QStringList{u"Default Directory (north.example)"_s, u"Contoso"_s,
                              u"default  directory (south.example)"_s, u"Default\u00A0Directory (west.example)"_s}));
    }

    void equalTenantsWithoutDomains_haveTheirIds()
    {
        QCOMPARE(names(withDistinctNames({tenant(u"11111111"_s, u"Default Directory"_s, {}),
                                          tenant(u"AABBCCDD"_s, u"Default Directory"_s, u"x.example"_s)})),
                 (QStringList{u"Default Directory (11111111)"_s, u"Default Directory (aabbccdd)"_s}));
        QCOMPARE(names(withDistinctNames(
                     {tenant(u"11111111"_s, u"A"_s, u"x.example"_s), tenant(u"22222222"_s, u"A"_s, u"X.example"_s)})),
                 (QStringList{u"A (11111111)"_s, u"A (22222222)"_s}));
    }

    void equalBeginningsOfIds_haveTheWholeIds()
    {
        QList<Tenant> tenants{tenant(u"11111111"_s, u"A"_s, {}), tenant(u"11111111"_s, u"A"_s, {})};
        tenants.last().id = TenantId(u"11111111-bbbb-4aaa-8aaa-111111111111"_s);
        QCOMPARE(names(withDistinctNames(tenants)), (QStringList{u"A (11111111-aaaa-4aaa-8aaa-111111111111)"_s,
                                                                 u"A (11111111-bbbb-4aaa-8aaa-111111111111)"_s}));
    }

    void differentNames_stayAsTheyAre()
    {
        const QList<Tenant> tenants{tenant(u"11111111"_s, u"A"_s, {}), tenant(u"22222222"_s, u"B"_s, {})};
        QCOMPARE(withDistinctNames(tenants), tenants);
        QVERIFY(withDistinctNames(QList<Tenant>()).isEmpty());
    }

    void equalSubscriptions_haveTheirTenantsOrTheirIds()
    {
        const QList<Tenant> tenants{tenant(u"11111111"_s, u"A"_s, u"north.example"_s),
                                    tenant(u"22222222"_s, u"B"_s, u"south.example"_s)};
        const QString name = u"Azure subscription 1"_s;
        QCOMPARE(names(withDistinctNames({subscription(u"50000000"_s, name, u"11111111"_s),
                                          subscription(u"60000000"_s, name, u"22222222"_s),
                                          subscription(u"70000000"_s, u"Production"_s, u"11111111"_s)},
                                         tenants)),
                 (QStringList{u"Azure subscription 1 (north.example)"_s, u"Azure subscription 1 (south.example)"_s,
                              u"Production"_s}));
        QCOMPARE(names(withDistinctNames({subscription(u"50000000"_s, name, u"11111111"_s),
                                          subscription(u"60000000"_s, name, u"11111111"_s)},
                                         tenants)),
                 (QStringList{u"Azure subscription 1 (50000000)"_s, u"Azure subscription 1 (60000000)"_s}));
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::DistinctNamesTest)
#include "distinctnamestest.moc"
