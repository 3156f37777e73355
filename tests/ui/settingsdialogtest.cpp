// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsdialog.h"

#include "ui/byname.h"
#include "ui/resources.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
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
        settings.locksAfterIdle = 7min;
        settings.locksWithScreen = false;
        settings.proxy = {Proxy::Kind::Manual, u"proxy.example"_s, 3128};
        settings.keyAgeReminderDays = 45;
        settings.language = u"zh_CN"_s;
        settings.theme = Theme::Light;
        open(settings);
        QCOMPARE(cloud()->currentText(), u"AzureChinaCloud"_s);
        QVERIFY(!address()->isEnabled());
        QCOMPARE(pressOk(), settings);
    }

    void offersThePublicCloudsAndOnesOwn()
    {
        open({});
        QCOMPARE(choices(*cloud()),
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

    void makesRoomForWhatItTells()
    {
        open({});
        cloud()->setCurrentIndex(cloud()->count() - 1);
        address()->setText(u"http://arm.own.example"_s);
        tenant()->setText(u"contoso"_s);
        const auto isWhole = [](const QLabel* label) {
            return label->height() >= label->heightForWidth(label->width());
        };
        for (const QLabel* label : page(u"Sign-in"_s).findChildren<QLabel*>()) {
            QTRY_VERIFY2(!label->isVisible() || isWhole(label), qPrintable(label->text()));
        }
    }

    void anApplicationIsNamedByAGuid()
    {
        open({});
        QCOMPARE(clientId()->text(), developerSignOnClientId.toString());
        clientId()->clear();
        QVERIFY(!button(u"OK"_s)->isEnabled());
        QVERIFY2(!signInProblem()->isVisible(), "an empty field is not yet a mistake");
        clientId()->setText(u"commkeys"_s);
        QVERIFY(!button(u"OK"_s)->isEnabled());
        QVERIFY(signInProblem()->isVisible());
        QVERIFY(signInProblem()->text().contains(u"GUID"_s));
        QCOMPARE(clientId()->accessibleDescription(), signInProblem()->text());
        QTRY_VERIFY2(top(signInProblem()) < top(tenant()), "it stands under its own field");
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
        QVERIFY(tenantProblem()->text().contains(u"domain"_s));
        QCOMPARE(tenant()->accessibleDescription(), tenantProblem()->text());
        QVERIFY(clientId()->accessibleDescription().isEmpty());
        tenant()->setText(contosoId);
        QVERIFY(button(u"OK"_s)->isEnabled());
        tenant()->setText(u"contoso.example"_s);
        QCOMPARE(pressOk().tenant, u"contoso.example"_s);
    }

    void timesCanBeNever()
    {
        open({});
        const QWidget& privacy = page(u"Keys and privacy"_s);
        auto* idle = byName<QSpinBox>(privacy, u"Forget shown keys when idle for"_s);
        QCOMPARE(idle->text(), u"Never"_s);
        idle->setValue(10);
        QCOMPARE(idle->text(), u"10 min"_s);
        auto* age = byName<QSpinBox>(privacy, u"Remind of keys older than"_s);
        QCOMPARE(age->value(), 90);
        age->setValue(0);
        QCOMPARE(age->text(), u"Never"_s);
        auto* screen = byName<QCheckBox>(privacy, u"Forget shown keys when the screen is locked"_s);
        QVERIFY(screen->isChecked());
        screen->click();
        const Settings settings = pressOk();
        QCOMPARE(settings.locksAfterIdle, 10min);
        QCOMPARE(settings.keyAgeReminderDays, 0);
        QVERIFY(!settings.locksWithScreen);
    }

    void aProxyOfOnesOwnNeedsAHost()
    {
        open({});
        const QWidget& network = page(u"Network"_s);
        auto* kind = combo(network, u"Proxy"_s);
        auto* host = byName<QLineEdit>(network, u"Host"_s);
        auto* port = byName<QSpinBox>(network, u"Port"_s);
        const auto* problem = network.findChild<QLabel*>(u"proxyHostProblem"_s);
        QCOMPARE(kind->currentText(), u"As the system says"_s);
        QVERIFY(!host->isEnabled() && !port->isEnabled());
        kind->setCurrentText(u"An HTTP proxy of my own"_s);
        QVERIFY(host->isEnabled() && port->isEnabled());
        QVERIFY(!button(u"OK"_s)->isEnabled());
        QVERIFY2(!problem->isVisible(), "an empty field is not yet a mistake");
        host->setText(u"avery:word@proxy.example"_s);
        QVERIFY(problem->isVisible());
        QCOMPARE(host->accessibleDescription(), problem->text());
        host->setText(u" proxy.example "_s);
        port->setValue(3128);
        QVERIFY(!problem->isVisible());
        QCOMPARE(pressOk().proxy, (Proxy{Proxy::Kind::Manual, u"proxy.example"_s, 3128}));
    }

    void aLanguageIsOfferedInItself()
    {
        open({});
        const QWidget& appearance = page(u"Appearance"_s);
        auto* language = combo(appearance, u"Language"_s);
        auto* theme = combo(appearance, u"Theme"_s);
        QCOMPARE(choices(*language), QStringList({u"System language"_s, u"English"_s, u"简体中文"_s}));
        QCOMPARE(choices(*theme), QStringList({u"System theme"_s, u"Light"_s, u"Dark"_s}));
        language->setCurrentIndex(2);
        theme->setCurrentIndex(2);
        const Settings settings = pressOk();
        QCOMPARE(settings.language, u"zh_CN"_s);
        QCOMPARE(settings.theme, Theme::Dark);
    }

    void aFieldOutOfSightThatIsWrongIsNamed()
    {
        open({});
        tenant()->setText(u"a b"_s);
        QVERIFY(!says(*m_dialog, u"not right yet"_s));
        (void)page(u"Network"_s);
        QVERIFY(says(*m_dialog, u"“Sign-in”"_s));
        QVERIFY(!button(u"OK"_s)->isEnabled());
    }

    void whatAnAdministratorHasPinnedCannotBeChanged()
    {
        SettingsPolicy policy;
        policy.defaults.clipboardClearsAfter = 10s;
        policy.defaults.secretHidesAfter = 20s;
        policy.defaults.proxy = {Proxy::Kind::Manual, u"proxy.example"_s, 3128};
        policy.pinned = {SettingKey::ClipboardClearsAfter, SettingKey::ProxyKind, SettingKey::ProxyHost,
                         SettingKey::ProxyPort};
        open(policy.over({}), policy);
        const QWidget& network = page(u"Network"_s);
        QVERIFY(!combo(network, u"Proxy"_s)->isEnabled());
        QVERIFY(!byName<QLineEdit>(network, u"Host"_s)->isEnabled());
        QVERIFY(!byName<QSpinBox>(network, u"Port"_s)->isEnabled());
        const QWidget& privacy = page(u"Keys and privacy"_s);
        auto* pinned = byName<QSpinBox>(privacy, u"Clear the clipboard after"_s);
        QVERIFY(!pinned->isEnabled());
        QCOMPARE(pinned->accessibleDescription(), u"Set by your administrator."_s);
        QVERIFY(says(privacy, u"Set by your administrator."_s));
        QVERIFY(byName<QSpinBox>(privacy, u"Hide a shown key after"_s)->isEnabled());
        button(u"Restore defaults"_s)->click();
        QCOMPARE(pressOk(), policy.defaults);
    }

    void saysWhichOfTheAdministratorsSettingsAreNotInEffect()
    {
        open({});
        QVERIFY(!m_dialog->findChild<QLabel*>(u"policyNotice"_s));
        using Kind = PolicyProblem::Kind;
        SettingsPolicy policy;
        policy.problems = {{Kind::Unreadable, u"/etc/commkeys/commkeys.ini"_s, {}},
                           {Kind::NotSettings, u"/etc/xdg/commkeys/commkeys.ini"_s, {}},
                           {Kind::UnknownName, u"/etc/xdg/commkeys/commkeys.ini"_s, u"network/prxy"_s},
                           {Kind::BadValue, u"/etc/xdg/commkeys/commkeys.ini"_s, u"cloud/name"_s}};
        open({}, policy);
        QCOMPARE(m_dialog->findChild<QLabel*>(u"policyNotice"_s)->text(),
                 u"Some of your administrator's settings aren't in effect:\n"
                 "/etc/commkeys/commkeys.ini can't be read.\n"
                 "/etc/xdg/commkeys/commkeys.ini has lines that aren't settings.\n"
                 "/etc/xdg/commkeys/commkeys.ini: there's no setting “network/prxy”.\n"
                 "/etc/xdg/commkeys/commkeys.ini: the value of “cloud/name” isn't valid."_s);
    }

    void manyMistakesOfAnAdministratorFitOnASmallScreen()
    {
        SettingsPolicy policy;
        for (int i = 0; i < 100; ++i) {
            policy.problems.append({PolicyProblem::Kind::UnknownName, u"/etc/commkeys/commkeys.ini"_s, u"a/b"_s});
        }
        open({}, policy);
        QVERIFY(
            m_dialog->findChild<QLabel*>(u"policyNotice"_s)->text().endsWith(u"And 95 more; the log names them."_s));
        QVERIFY2(m_dialog->width() <= 1024 && m_dialog->height() <= 600, "with a title bar above");
    }

    void fitsOnASmallScreen()
    {
        open({});
        cloud()->setCurrentIndex(cloud()->count() - 1);
        address()->setText(u"http://arm.own.example"_s);
        clientId()->setText(u"commkeys"_s);
        tenant()->setText(u"a b"_s);
        QVERIFY2(m_dialog->width() <= 1024 && m_dialog->height() <= 600, "with a title bar above");
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

    void tenants_thatAreNotChecked_areExcluded()
    {
        const Tenant contoso{TenantId(contosoId), u"Contoso"_s, u"contoso.example"_s};
        const Tenant fabrikam{TenantId(productionId), u"Fabrikam"_s, {}};
        const TenantId unknown(u"00000000-0000-0000-0000-00000000000c"_s);
        Settings settings;
        settings.excludedTenants = {fabrikam.id, unknown};
        open(settings, {}, {fabrikam, contoso});
        auto* list = byName<QListWidget>(page(u"Tenants"_s), u"List these tenants"_s);
        QVERIFY(list);
        QCOMPARE(list->count(), 3);
        QCOMPARE(list->item(0)->text(), u"Contoso (contoso.example)"_s);
        QCOMPARE(list->item(1)->text(), u"Fabrikam ("_s + productionId + u')');
        QCOMPARE(list->item(2)->text(), unknown.toString());
        QCOMPARE(list->item(0)->checkState(), Qt::Checked);
        QCOMPARE(list->item(1)->checkState(), Qt::Unchecked);
        list->item(0)->setCheckState(Qt::Unchecked);
        list->item(1)->setCheckState(Qt::Checked);
        QCOMPARE(pressOk().excludedTenants, (QList<TenantId>{contoso.id, unknown}));
    }

    void tenants_thatAnAdministratorExcludes_cannotBeIncluded()
    {
        SettingsPolicy policy;
        policy.pinned = {SettingKey::ExcludedTenants};
        policy.defaults.excludedTenants = {TenantId(contosoId)};
        open(policy.defaults, policy, {{TenantId(contosoId), u"Contoso"_s, {}}});
        QVERIFY(!byName<QListWidget>(page(u"Tenants"_s), u"List these tenants"_s)->isEnabled());
        QCOMPARE(pressOk().excludedTenants, policy.defaults.excludedTenants);
    }

    void cancelChangesNothing()
    {
        open({});
        QSignalSpy chosen(m_dialog.get(), &SettingsDialog::chosen);
        byName<QSpinBox>(page(u"Keys and privacy"_s), u"Clear the clipboard after"_s)->setValue(99);
        button(u"Cancel"_s)->click();
        QCOMPARE(chosen.count(), 0);
        QVERIFY(!m_dialog->isVisible());
    }

private:
    void open(const Settings& settings, const SettingsPolicy& policy = {}, const QList<Tenant>& tenants = {})
    {
        m_dialog = std::make_unique<SettingsDialog>(settings, policy, nullptr, tenants);
        m_dialog->open();
    }
    [[nodiscard]] Settings pressOk()
    {
        QSignalSpy chosen(m_dialog.get(), &SettingsDialog::chosen);
        button(u"OK"_s)->click();
        return chosen.count() == 1 ? chosen.first().at(0).value<Settings>() : notPressed();
    }
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_dialog, name); }
    [[nodiscard]] QComboBox* cloud() const { return combo(page(u"Sign-in"_s), u"Cloud"_s); }
    [[nodiscard]] QLineEdit* address() const { return byName<QLineEdit>(*m_dialog, u"ARM address"_s); }
    [[nodiscard]] QLineEdit* clientId() const { return byName<QLineEdit>(*m_dialog, u"Application (client) id"_s); }
    [[nodiscard]] QLineEdit* tenant() const { return byName<QLineEdit>(*m_dialog, u"Tenant"_s); }
    [[nodiscard]] QLabel* signInProblem() const { return m_dialog->findChild<QLabel*>(u"clientIdProblem"_s); }
    [[nodiscard]] QLabel* tenantProblem() const { return m_dialog->findChild<QLabel*>(u"tenantProblem"_s); }
    [[nodiscard]] static Settings notPressed()
    {
        Settings settings;
        settings.cloud = u"not pressed"_s;
        return settings;
    }
    // On Linux Qt tells screen readers a combo box's text as its name.
    [[nodiscard]] static QComboBox* combo(const QWidget& within, const QString& name)
    {
        for (QComboBox* box : within.findChildren<QComboBox*>()) {
            if (box->accessibleName() == name) {
                return box;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QTabWidget* tabs() const { return m_dialog->findChild<QTabWidget*>(); }
    [[nodiscard]] int top(const QWidget* widget) const { return widget->mapTo(m_dialog.get(), QPoint()).y(); }
    /// The page of this title, brought to the front.
    [[nodiscard]] QWidget& page(const QString& title) const
    {
        for (int index = 0; index < tabs()->count(); ++index) {
            if (tabs()->tabText(index) == title) {
                tabs()->setCurrentIndex(index);
            }
        }
        return *tabs()->currentWidget();
    }
    [[nodiscard]] static QStringList choices(const QComboBox& box)
    {
        QStringList texts;
        for (int index = 0; index < box.count(); ++index) {
            texts.append(box.itemText(index));
        }
        return texts;
    }
    [[nodiscard]] QLabel* problem() const { return m_dialog->findChild<QLabel*>(u"armEndpointProblem"_s); }

    std::unique_ptr<SettingsDialog> m_dialog;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::SettingsDialogTest)
#include "settingsdialogtest.moc"
