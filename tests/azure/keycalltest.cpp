// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/keycall.h"

#include "azure/publicclouds.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class KeyCallTest final : public QObject
{
    Q_OBJECT

private slots:
    void azureCli()
    {
        QCOMPARE(call(CallTool::AzureCli, KeyOperation::List),
                 u"az communication list-key --name acs-prod-00000 --resource-group rg-comm-00 "
                 "--subscription 11112222-3333-4444-5555-666677778888"_s);
        QCOMPARE(call(CallTool::AzureCli, KeyOperation::Regenerate),
                 u"az communication regenerate-key --name acs-prod-00000 --resource-group rg-comm-00 "
                 "--subscription 11112222-3333-4444-5555-666677778888 --key-type Secondary"_s);
    }

    void powerShell()
    {
        QCOMPARE(call(CallTool::PowerShell, KeyOperation::List),
                 u"Get-AzCommunicationServiceKey -CommunicationServiceName 'acs-prod-00000' -ResourceGroupName "
                 "'rg-comm-00' -SubscriptionId '11112222-3333-4444-5555-666677778888'"_s);
        QCOMPARE(call(CallTool::PowerShell, KeyOperation::Regenerate),
                 u"New-AzCommunicationServiceKey -CommunicationServiceName 'acs-prod-00000' -ResourceGroupName "
                 "'rg-comm-00' -SubscriptionId '11112222-3333-4444-5555-666677778888' -KeyType 'Secondary'"_s);
    }

    void rest()
    {
        const QString path = m_resource.toString();
        QCOMPARE(call(CallTool::Rest, KeyOperation::List),
                 u"POST https://management.azure.com%1/listKeys?api-version=2023-04-01\n"
                 "Authorization: Bearer {{accessToken}}\n"_s.arg(path));
        QCOMPARE(call(CallTool::Rest, KeyOperation::Regenerate),
                 u"POST https://management.azure.com%1/regenerateKey?api-version=2023-04-01\n"
                 "Authorization: Bearer {{accessToken}}\nContent-Type: application/json\n\n"
                 "{\"keyType\":\"Secondary\"}\n"_s.arg(path));
    }

    void anotherCloudIsAskedAtItsOwnAddress()
    {
        QVERIFY(keyCall(CallTool::Rest, KeyOperation::List, *publicCloudNamed(u"AzureChinaCloud"_s), m_resource,
                        KeyType::Primary)
                    .startsWith(u"POST https://management.chinacloudapi.cn/subscriptions/"_s));
    }

    void aShellHandsOverHostileNamesAsTheyAre()
    {
        const ResourceId resource = *ResourceId::of(m_resource.subscription(), u"-(größe)_x.y(1)"_s, u"--help"_s);
        const QString call = keyCall(CallTool::AzureCli, KeyOperation::List, m_cloud, resource, KeyType::Primary);
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, u"az() { printf '%s\\n' \"$@\"; }; "_s + call});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(
            QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts),
            QStringList({u"communication"_s, u"list-key"_s, u"--name=--help"_s, u"--resource-group=-(größe)_x.y(1)"_s,
                         u"--subscription"_s, m_resource.subscription().toString()}));
        QVERIFY(keyCall(CallTool::Rest, KeyOperation::List, m_cloud, resource, KeyType::Primary)
                    .contains(u"/resourceGroups/-(gr%C3%B6%C3%9Fe)_x.y(1)/"_s));
    }

private:
    [[nodiscard]] QString call(CallTool tool, KeyOperation operation) const
    {
        return keyCall(tool, operation, m_cloud, m_resource, KeyType::Secondary);
    }

    const Cloud m_cloud = publicClouds().first();
    const ResourceId m_resource = *ResourceId::of(SubscriptionId(u"11112222-3333-4444-5555-666677778888"_s),
                                                  u"rg-comm-00"_s, u"acs-prod-00000"_s);
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeyCallTest)
#include "keycalltest.moc"
