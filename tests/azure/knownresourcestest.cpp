// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/knownresources.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class KnownResourcesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_list.asOfUtc = QDateTime(QDate(2026, 3, 1), QTime(10, 42), Qt::UTC);
        CommunicationService resource;
        resource.id = *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s), u"rg"_s, u"acs"_s);
        resource.tenant = TenantId(u"aaaa2222-3333-4444-5555-666677778888"_s);
        resource.subscriptionName = u"Production \"ü\""_s;
        resource.location = u"global"_s;
        resource.dataLocation = u"Europe"_s;
        resource.setHostName(u"acs.europe.communication.azure.com"_s);
        m_list.resources = {resource};
    }

    void comesBackAsItWas()
    {
        known().write(m_list);
        const std::optional<KnownResources::List> read = known().read();
        QVERIFY(read);
        QCOMPARE(read->asOfUtc, m_list.asOfUtc);
        QCOMPARE(read->resources, m_list.resources);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(file()) & others));
    }

    void isNobodyElses()
    {
        known().write(m_list);
        QVERIFY(!KnownResources(file(), u"management.azure.com"_s, u"blake@contoso.example"_s).read());
        QVERIFY(!KnownResources(file(), u"other.example"_s, u"avery@contoso.example"_s).read());
        KnownResources(file(), u"other.example"_s, u"avery@contoso.example"_s).forget();
        QVERIFY(known().read());
        known().forget();
        QVERIFY(!QFile::exists(file()));
    }

    void whatMakesNoSenseIsNone()
    {
        QVERIFY(!known().read());
        QFile rubbish(file());
        QVERIFY(rubbish.open(QIODevice::WriteOnly));
        rubbish.write("{\"format\":1,\"resources\":[{\"id\":\"/subscriptions/../secrets\"}]");
        rubbish.close();
        QVERIFY(!known().read());
    }

    void withoutAFileNothingIsKept()
    {
        const KnownResources none({}, u"management.azure.com"_s, u"avery@contoso.example"_s);
        none.write(m_list);
        QVERIFY(!none.read());
        none.forget();
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"resources.json"_s); }
    [[nodiscard]] KnownResources known() const
    {
        return {file(), u"management.azure.com"_s, u"avery@contoso.example"_s};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    KnownResources::List m_list;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KnownResourcesTest)
#include "knownresourcestest.moc"
