// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/resourcecommands.h"

#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"
#include "ui/windowworld.h"

#include <QAction>
#include <QClipboard>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace CommKeys {

class ResourceCommandsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<WindowWorld>(); }
    void cleanup() { m_world.reset(); }

    void thePortalShowsTheResourceInItsTenant()
    {
        m_world->opener.portal = QUrl(u"https://portal.own.example"_s);
        open();
        QVERIFY(!action(u"Open in Azure portal"_s)->isEnabled());
        list().selectRow(0);
        QVERIFY(action(u"Open in Azure portal"_s)->isEnabled());
        action(u"Open in Azure portal"_s)->trigger();
        const CommunicationService chosen = *list().currentResource();
        QCOMPARE(m_world->opened, QList<QUrl>{QUrl(u"https://portal.own.example/#@%1/resource%2"_s.arg(
                                      chosen.tenant.toString(), chosen.id.toString()))});
        QVERIFY(list().actions().contains(action(u"Open in Azure portal"_s)));
    }

    void aComputerWithoutABrowserIsToldTheAddress()
    {
        m_world->opener.portal = QUrl(u"https://portal.own.example"_s);
        m_world->hasBrowser = false;
        open();
        list().selectRow(0);
        action(u"Open in Azure portal"_s)->trigger();
        QVERIFY(says(window(), u"No browser could be opened. The resource's page is https://portal.own.example/#@"_s));
        byName<QPushButton>(window(), u"Copy address"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"https://portal.own.example/#@"_s));
    }

    void aCloudWithoutAPortalOffersNone()
    {
        open();
        list().selectRow(0);
        QVERIFY(!action(u"Open in Azure portal"_s)->isVisible());
        QVERIFY(!action(u"Open in Azure portal"_s)->isEnabled());
    }

    void bothKeysCanBeCopiedFromTheMenusInEveryForm()
    {
        open();
        for (const QString& text : {u"Copy primary key as"_s, u"Copy secondary key as"_s}) {
            QVERIFY(action(text) != nullptr);
            QVERIFY(!action(text)->isEnabled());
        }
        list().selectRow(0);
        for (const QString& text : {u"Copy primary key as"_s, u"Copy secondary key as"_s}) {
            QVERIFY(action(text)->isEnabled());
            QVERIFY(list().actions().contains(action(text)));
            emit action(text)->menu()->aboutToShow();
            QCOMPARE(textsOf(*action(text)->menu()), m_forms);
        }
        QAction* call = action(u"Copy secondary key as"_s)->menu()->actions().constLast();
        call->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"keyType\":\"Secondary\""_s));
    }

private:
    [[nodiscard]] MainWindow& window() const { return *m_world->window; }
    [[nodiscard]] ResourceListView& list() const { return *window().findChild<ResourceListView*>(); }
    [[nodiscard]] QAction* action(const QString& text) const
    {
        for (const QAction* top : window().menuBar()->actions()) {
            for (QAction* action : top->menu()->actions()) {
                if (action->text().remove(u'&') == text) {
                    return action;
                }
            }
        }
        return nullptr;
    }
    [[nodiscard]] static QStringList textsOf(const QMenu& menu)
    {
        QStringList texts;
        for (const QAction* action : menu.actions()) {
            if (!action->isSeparator()) {
                texts.append(action->text().remove(u'&'));
            }
        }
        return texts;
    }
    void open()
    {
        byName<QPushButton>(window(), u"Use my Azure CLI sign-in"_s)->click();
        QTRY_VERIFY(says(window(), u" · updated "_s));
    }

    const QStringList m_forms{u"Connection string"_s,
                              u"Key"_s,
                              u"Endpoint"_s,
                              u".env line"_s,
                              u"appsettings.json fragment"_s,
                              u"Kubernetes Secret"_s,
                              u"Azure CLI call: list keys"_s,
                              u"Azure CLI call: regenerate this key"_s,
                              u"PowerShell call: list keys"_s,
                              u"PowerShell call: regenerate this key"_s,
                              u"REST call: list keys"_s,
                              u"REST call: regenerate this key"_s};
    std::unique_ptr<WindowWorld> m_world;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ResourceCommandsTest)
#include "resourcecommandstest.moc"
