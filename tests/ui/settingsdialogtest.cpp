// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsdialog.h"

#include "ui/byname.h"
#include "ui/resources.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class SettingsDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void showsAndGivesBackWhatIsSet()
    {
        Settings settings;
        settings.cloud = u"AzureChinaCloud"_s;
        settings.clientId = productionId;
        settings.tenant = u"contoso.example"_s;
        settings.clipboardClearsAfter = 12s;
        settings.secretHidesAfter = 45s;
        open(settings);
        QCOMPARE(cloud()->currentText(), u"AzureChinaCloud"_s);
        QVERIFY(!address()->isEnabled());
        QCOMPARE(pressOk(), settings);
    }

    void offersThePublicCloudsAndOnesOwn()
    {
        open({});
        QStringList names;
        for (int index = 0; index < cloud()->count(); ++index) {
            names.append(cloud()->itemText(index));
        }
        QCOMPARE(names,
                 QStringList({u"AzureCloud"_s, u"AzureUSGovernment"_s, u"AzureChinaCloud"_s, u"A cloud of my own"_s}));
    }

    void aCloudOfOnesOwnNeedsAnAddressThatMakesSense()
    {
        open({});
        cloud()->setCurrentIndex(cloud()->count() - 1);
        QVERIFY(address()->isEnabled());
        QVERIFY(!button(u"OK"_s)->isEnabled());
        QVERIFY2(!problem()->isVisible(), "an empty field is not yet a mistake");

        address()->setText(u"http://arm.own.example"_s);
        QVERIFY(problem()->isVisible());
        QVERIFY(problem()->text().contains(u"not encrypted"_s));
        QCOMPARE(address()->accessibleDescription(), problem()->text());
        QVERIFY(!button(u"OK"_s)->isEnabled());

        address()->setText(u" https://arm.own.example "_s);
        QVERIFY(!problem()->isVisible());
        QCOMPARE(pressOk().armEndpoint, u"https://arm.own.example"_s);
    }

    void anApplicationIsNamedByAGuid()
    {
        open({});
        QCOMPARE(clientId()->text(), developerSignOnClientId);
        clientId()->clear();
        QVERIFY(!button(u"OK"_s)->isEnabled());
        QVERIFY2(!signInProblem()->isVisible(), "an empty field is not yet a mistake");
        clientId()->setText(u"commkeys"_s);
        QVERIFY(!button(u"OK"_s)->isEnabled());
        QVERIFY(signInProblem()->isVisible());
        QVERIFY(signInProblem()->text().contains(u"GUID"_s));
        QCOMPARE(clientId()->accessibleDescription(), signInProblem()->text());
        clientId()->setText(u' ' + productionId + u' ');
        QVERIFY(!signInProblem()->isVisible());
        QCOMPARE(pressOk().clientId, productionId);
    }

    void aTenantIsNamedByAGuidOrADomainOrNotAtAll()
    {
        open({});
        QVERIFY(button(u"OK"_s)->isEnabled());
        tenant()->setText(u"contoso.example/common"_s);
        QVERIFY(!button(u"OK"_s)->isEnabled());
        QVERIFY(signInProblem()->text().contains(u"domain"_s));
        QCOMPARE(tenant()->accessibleDescription(), signInProblem()->text());
        QVERIFY(clientId()->accessibleDescription().isEmpty());
        tenant()->setText(contosoId);
        QVERIFY(button(u"OK"_s)->isEnabled());
        tenant()->setText(u"contoso.example"_s);
        QCOMPARE(pressOk().tenant, u"contoso.example"_s);
    }

    void returnInAWrongFieldChangesNothing()
    {
        open({});
        QSignalSpy chosen(m_dialog.get(), &SettingsDialog::chosen);
        cloud()->setCurrentIndex(cloud()->count() - 1);
        address()->setText(u"nonsense"_s);
        QTest::keyClick(address(), Qt::Key_Return);
        m_dialog->accept();
        QCOMPARE(chosen.count(), 0);
        QVERIFY(m_dialog->isVisible());
    }

    void theDefaultsComeBackWithOneButton()
    {
        Settings settings;
        settings.armEndpoint = u"https://arm.own.example"_s;
        settings.clientId = productionId;
        settings.tenant = u"contoso.example"_s;
        settings.secretHidesAfter = 90s;
        open(settings);
        QCOMPARE(address()->text(), settings.armEndpoint);
        button(u"Restore defaults"_s)->click();
        QCOMPARE(pressOk(), Settings());
    }

    void cancelChangesNothing()
    {
        open({});
        QSignalSpy chosen(m_dialog.get(), &SettingsDialog::chosen);
        byName<QSpinBox>(*m_dialog, u"Clear the clipboard after"_s)->setValue(99);
        button(u"Cancel"_s)->click();
        QCOMPARE(chosen.count(), 0);
        QVERIFY(!m_dialog->isVisible());
    }

private:
    void open(const Settings& settings)
    {
        m_dialog = std::make_unique<SettingsDialog>(settings, nullptr);
        m_dialog->open();
    }
    [[nodiscard]] Settings pressOk()
    {
        QSignalSpy chosen(m_dialog.get(), &SettingsDialog::chosen);
        button(u"OK"_s)->click();
        return chosen.count() == 1 ? chosen.first().at(0).value<Settings>()
                                   : Settings{u"not pressed"_s, {}, {}, {}, 0s, 0s};
    }
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_dialog, name); }
    [[nodiscard]] QComboBox* cloud() const { return m_dialog->findChild<QComboBox*>(); }
    [[nodiscard]] QLineEdit* address() const { return byName<QLineEdit>(*m_dialog, u"ARM address"_s); }
    [[nodiscard]] QLineEdit* clientId() const { return byName<QLineEdit>(*m_dialog, u"Application (client) id"_s); }
    [[nodiscard]] QLineEdit* tenant() const { return byName<QLineEdit>(*m_dialog, u"Tenant"_s); }
    [[nodiscard]] QLabel* signInProblem() const { return m_dialog->findChild<QLabel*>(u"signInProblem"_s); }
    [[nodiscard]] QLabel* problem() const { return m_dialog->findChild<QLabel*>(u"armEndpointProblem"_s); }

    std::unique_ptr<SettingsDialog> m_dialog;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::SettingsDialogTest)
#include "settingsdialogtest.moc"
