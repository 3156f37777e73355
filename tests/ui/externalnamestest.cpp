// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/plaintext.h"

#include "mainwindow/resourcepage.h"
#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"
#include "ui/windowworld.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString marker = u"zanzibar"_s; ///< in every name below, so that a test knows that it was shown
const QString picture = u"<img src=\"file:///nowhere/zanzibar.png\"> & <b>zanzibar</b>"_s;
const QString override_ = u"zanzibar \u202Egnp.exe\u2066"_s;
const QString lines = u"zanzibar\n<b>second</b>\r\u2028\u0000third"_s;
const QString hebrew = u"zanzibar שלום <i>"_s;

/// The demo's estate with names that somebody means harm with.
SimulatedEstate hostileEstate()
{
    const SimulatedEstate model = demoEstate();
    SimulatedEstate estate;
    const QStringList names{picture, override_, lines, hebrew, u"&lt;b&gt;zanzibar"_s, u"<!doctype html>zanzibar"_s};
    for (SimulatedTenant tenant : model.tenants()) {
        tenant.displayName = names.first();
        tenant.defaultDomain = tenant.id.toString().left(4) + u".<b>zanzibar</b>.example"_s;
        estate.add(tenant);
    }
    qsizetype number = 0;
    for (SimulatedSubscription subscription : model.subscriptions()) {
        subscription.displayName = names.at(number++ % (names.size() - 1)); // the last has the name of the first
        estate.add(subscription);
    }
    for (SimulatedResource resource : model.resources()) {
        QJsonObject tags;
        for (const QString& name : names) {
            tags.insert(name, name);
        }
        const QString group = resource.group + u"-שלום"_s;
        resource.id.replace(u"/resourceGroups/"_s + resource.group, u"/resourceGroups/"_s + group, Qt::CaseInsensitive);
        resource.group = group;
        resource.tags = tags;
        resource.location = picture;
        resource.dataLocation = picture;
        resource.hostName = picture;
        resource.provisioningState = picture;
        estate.add(resource);
    }
    SimulatedLock lock{estate.resources().first().id, picture, u"ReadOnly"_s, lines};
    estate.add(lock);
    return estate;
}

QString faultOf(const QString& text, bool maySeeMarkup)
{
    if (!maySeeMarkup && Qt::mightBeRichText(text)) {
        return u"would be taken for markup"_s;
    }
    const bool hasControl = std::any_of(text.begin(), text.end(), [](QChar letter) {
        const char16_t code = letter.unicode();
        return (code >= 0x202A && code <= 0x202E) || code == 0x2066 || code == 0x2067 || code == 0x200E ||
               code == 0x200F || code == 0x2028 || (code < 0x20 && letter != u'\n' && letter != u'\t');
    });
    if (hasControl) {
        return u"has a control character"_s;
    }
    return text.count(QChar(0x2068)) == text.count(QChar(0x2069)) ? QString() : u"leaves an isolate open"_s;
}

} // namespace

/// Goes through everything that the window shows or says while every name in Azure is hostile.
class ExternalNamesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<WindowWorld>();
        m_world->azure.estate() = hostileEstate();
        m_found.clear();
        m_faults.clear();
    }

    void cleanup() { m_world.reset(); }

    void plainText_isNeverTakenForMarkup_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString& text : {picture, u"<b>x</b>"_s, u" \n<i>x</i>"_s, u"&lt;x"_s, u"<!DOCTYPE html>"_s,
                                    u"<?xml version=\"1.0\"?><b>x"_s, u"a <br> b"_s, u"<a href='x'>"_s, u"<p>"_s,
                                    u"a<table>b"_s, u"<HTML>"_s, u"< b >x"_s, u"<b/>"_s}) {
            QTest::newRow(qPrintable(text)) << text;
        }
    }

    void plainText_isNeverTakenForMarkup()
    {
        QFETCH(QString, text);
        QVERIFY(!Qt::mightBeRichText(plainText(text)));
        QCOMPARE(plainText(text).remove(QChar(0x2060)), text); // every letter is there
    }

    void plainText_leavesOtherTextAsItIs()
    {
        for (const QString& text : {QString(), u"Contoso & Co"_s, u"1 < 2 and 3 > 2"_s, u"two\nlines"_s, u"测试"_s}) {
            QCOMPARE(plainText(text), text);
        }
    }

    void window_showsNamesAsTheyAre()
    {
        openAzureCli();
        list().selectRow(0);
        QCoreApplication::processEvents();
        lookAround();
        QVERIFY(m_found.contains(u"tool tip"_s));
        QVERIFY(m_found.contains(u"display"_s));
    }

    void equalNames_areToldApartInBoxesAndCells()
    {
        openAzureCli();
        for (const QComboBox* box : m_world->window->findChildren<QComboBox*>()) {
            QSet<QString> entries;
            for (int index = 0; index < box->count(); ++index) {
                entries.insert(box->itemText(index));
            }
            QCOMPARE(entries.size(), box->count());
        }
        QHash<QString, SubscriptionId> subscriptions;
        for (const CommunicationService& resource : m_world->window->findChild<ResourcePage*>()->resources()) {
            const SubscriptionId known = subscriptions.value(resource.subscriptionName, resource.id.subscription());
            QCOMPARE(known, resource.id.subscription());
            subscriptions.insert(resource.subscriptionName, resource.id.subscription());
        }
        QVERIFY(subscriptions.size() > 1);
    }

    void failureOfATenant_isToldWithItsNameAsItIs()
    {
        m_world->opener.tokenFaults.tenants = {m_world->azure.estate().tenants().last().id};
        m_world->opener.tokenFaults.error = Error::of(ErrorKind::NotSignedIn, u"No."_s);
        openAzureCli();
        QVERIFY(says(*m_world->window, u"could not be listed: "_s));
        lookAround();
        QVERIFY(m_found.contains(u"label"_s));
    }

    void account_isShownAsItIs()
    {
        m_world->opener.identity.accounts = {accountOf(picture), accountOf(override_), accountOf(hebrew)};
        m_world->opener.someoneIsSignedIn = true;
        m_world->window->resume();
        QTRY_VERIFY(says(*m_world->window, u" · updated "_s));
        lookAround();
        QVERIFY(m_found.contains(u"action"_s));
    }

    void dialogs_showNamesAsTheyAre_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("regenerate") << u"Regenerate…"_s;
        QTest::newRow("history") << u"Regeneration history…"_s;
        QTest::newRow("whose key") << u"Whose key is this?…"_s;
        QTest::newRow("settings") << u"Settings…"_s;
        QTest::newRow("about") << u"About CommKeys"_s;
    }

    void dialogs_showNamesAsTheyAre()
    {
        QFETCH(QString, command);
        openAzureCli();
        list().selectRow(0);
        QAction* action = this->action(command);
        QVERIFY(action);
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
        QTest::qWait(50); // the questions before a regeneration come back
        lookAround();
    }

    void fetchedKeys_areShownBesideNamesAsTheyAre()
    {
        openAzureCli();
        list().selectRow(0);
        action(u"Get keys"_s) != nullptr ? action(u"Get keys"_s)->trigger() : void();
        QTest::qWait(50);
        lookAround();
    }

private:
    void openAzureCli()
    {
        byName<QPushButton>(*m_world->window, u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(says(*m_world->window, u" · updated "_s));
    }

    [[nodiscard]] ResourceListView& list() const { return *m_world->window->findChild<ResourceListView*>(); }

    [[nodiscard]] QAction* action(const QString& text) const
    {
        for (QAction* action : m_world->window->findChildren<QAction*>()) {
            if (action->text().remove(u'&') == text && !action->menu()) {
                return action;
            }
        }
        return nullptr;
    }

    void check(const QString& kind, const QString& place, const QString& text, bool maySeeMarkup)
    {
        if (text.contains(marker)) {
            m_found.insert(kind);
        }
        const QString fault = faultOf(text, maySeeMarkup);
        if (!fault.isEmpty()) {
            m_faults.append(u"%1 of %2 %3: %4"_s.arg(kind, place, fault, text));
        }
    }

    void lookAround()
    {
        const QWidgetList widgets = QApplication::allWidgets();
        for (QWidget* widget : widgets) {
            look(*widget);
        }
        QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u"\n---\n"_s)));
    }

    void look(QWidget& widget)
    {
        const QString place = QString::fromLatin1(widget.metaObject()->className());
        check(u"tool tip"_s, place, widget.toolTip(), false);
        check(u"status tip"_s, place, widget.statusTip(), false);
        check(u"what's this"_s, place, widget.whatsThis(), false);
        check(u"accessible name"_s, place, widget.accessibleName(), true);
        check(u"accessible description"_s, place, widget.accessibleDescription(), true);
        check(u"title"_s, place, widget.windowTitle(), true);
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            check(u"label"_s, place, label->text(), label->textFormat() == Qt::PlainText);
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
            check(u"button"_s, place, button->text(), true);
        }
        if (const auto* box = qobject_cast<const QMessageBox*>(&widget)) {
            check(u"message"_s, place, box->text(), box->textFormat() == Qt::PlainText);
        }
        if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            look(*box->model(), place);
        }
        if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view != nullptr && view->model()) {
            look(*view->model(), place);
        }
        const QList<QAction*> actions = widget.actions();
        for (const QAction* action : actions) {
            check(u"action"_s, place, action->text(), true);
            check(u"tool tip"_s, place, action->toolTip(), false);
            check(u"status tip"_s, place, action->statusTip(), false);
            check(u"what's this"_s, place, action->whatsThis(), false);
        }
    }

    void look(const QAbstractItemModel& model, const QString& place)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                check(u"display"_s, place, index.data(Qt::DisplayRole).toString(), true);
                check(u"accessible text"_s, place, index.data(Qt::AccessibleTextRole).toString(), true);
                check(u"accessible description"_s, place, index.data(Qt::AccessibleDescriptionRole).toString(), true);
                for (const int role : {Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole}) {
                    check(u"tool tip"_s, place, index.data(role).toString(), false);
                }
            }
        }
    }

    std::unique_ptr<WindowWorld> m_world;
    QSet<QString> m_found; ///< kinds of text in which a hostile name was
    QStringList m_faults;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ExternalNamesTest)
#include "externalnamestest.moc"
