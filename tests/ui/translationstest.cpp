// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/translations.h"

#include "common/relativetime.h"
#include "keys/keyspanel.h"
#include "mainwindow/mainwindowactions.h"
#include "resourcelist/resourcelistview.h"
#include "ui/byname.h"
#include "ui/screens.h"
#include "ui/windowworld.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// What the window says of itself, menus included, without what comes from Azure.
QStringList wordsOf(const MainWindow& window)
{
    QStringList words;
    for (const QAction* action : window.findChildren<QAction*>()) {
        words += {action->text(), action->iconText()};
    }
    for (const QMenu* menu : window.findChildren<QMenu*>()) {
        words.append(menu->title());
    }
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&window)) {
            continue;
        }
        words += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            words.append(label->text());
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            words.append(button->text());
        } else if (const auto* group = qobject_cast<const QGroupBox*>(widget)) {
            words.append(group->title());
        } else if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
            words.append(field->placeholderText());
        } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            words.append(box->itemText(0));
        }
    }
    const auto* list = window.findChild<ResourceListView*>();
    for (int column = 0; column < list->model()->columnCount(); ++column) {
        words.append(list->model()->headerData(column, Qt::Horizontal).toString());
    }
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

} // namespace

class TranslationsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_translations.speak(u"en"_s);
        QCoreApplication::processEvents();
    }

    void theSystemsLanguagesAreTriedInTheirOrder_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("language");
        QTest::newRow("none") << QStringList() << u"en"_s;
        QTest::newRow("C") << QStringList{u"C"_s} << u"en"_s;
        QTest::newRow("English") << QStringList{u"en-Latn-GB"_s, u"en-GB"_s, u"en"_s} << u"en"_s;
        QTest::newRow("Chinese") << QStringList{u"zh-Hans-CN"_s, u"zh-CN"_s, u"zh"_s} << u"zh_CN"_s;
        QTest::newRow("Singapore") << QStringList{u"zh-Hans-SG"_s, u"zh-SG"_s} << u"zh_CN"_s;
        QTest::newRow("traditional letters") << QStringList{u"zh-Hant-TW"_s, u"zh-TW"_s} << u"en"_s;
        QTest::newRow("unknown before Chinese") << QStringList{u"de-DE"_s, u"de"_s, u"zh-CN"_s} << u"zh_CN"_s;
        QTest::newRow("English before Chinese") << QStringList{u"en-US"_s, u"zh-CN"_s} << u"en"_s;
        QTest::newRow("unknown") << QStringList{u"de-DE"_s, u"de"_s} << u"en"_s;
    }

    void theSystemsLanguagesAreTriedInTheirOrder()
    {
        QFETCH(const QStringList, wanted);
        QTEST(bestLanguage(wanted), "language");
    }

    void numbersDatesAndPluralsFollow()
    {
        const QDateTime now(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);
        QCOMPARE(relativeTime(now.addSecs(-60), now), u"1 minute ago"_s);
        QCOMPARE(relativeTime(now.addSecs(-180), now), u"3 minutes ago"_s);
        m_translations.speak(u"zh_CN"_s);
        QCOMPARE(m_translations.language(), u"zh_CN"_s);
        QCOMPARE(relativeTime(now.addSecs(-60), now), u"1 分钟前"_s);
        QCOMPARE(relativeTime(now.addSecs(-180), now), u"3 分钟前"_s);
        QCOMPARE(QLocale().toString(now.date(), QLocale::LongFormat), u"2026年3月4日星期三"_s);
        m_translations.speak(u"en"_s);
        QCOMPARE(relativeTime(now.addSecs(-180), now), u"3 minutes ago"_s);
    }

    void anUnknownLanguageIsTheSystems()
    {
        m_translations.speak(u"zh_CN"_s);
        m_translations.speak(u"xx"_s);
        QCOMPARE(m_translations.language(), u"en"_s); // tests run without a language
    }

    void nothingIsLeftBehind()
    {
        {
            Translations others;
            others.speak(u"zh_CN"_s);
            QCOMPARE(MainWindowActions::tr("&File"), u"文件(&F)"_s);
        }
        QCOMPARE(MainWindowActions::tr("&File"), u"&File"_s);
    }

    void qtSpeaksItToo()
    {
        m_translations.speak(u"zh_CN"_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
    }

    void theFirstStartSwitchesAtOnce()
    {
        WindowWorld world;
        QVERIFY(byName<QPushButton>(*world.window, u"Try the demo"_s) != nullptr);
        m_translations.speak(u"zh_CN"_s);
        QTRY_VERIFY(byName<QPushButton>(*world.window, u"试用演示"_s) != nullptr);
        QVERIFY(says(*world.window, u"云：AzureCloud"_s));
        QCOMPARE(untranslated(*world.window).join(u'\n'), QString());
    }

    void theWindowSwitchesAtOnceAndBack()
    {
        WindowWorld world;
        QVERIFY(Screens::openDemo(world) != nullptr);
        QTRY_VERIFY(says(*world.window, u" · updated "_s)); // and nothing more to come
        QTRY_VERIFY(says(*world.window, u"Not in keychain"_s));
        QTRY_VERIFY(says(*world.window, u" have a key older than "_s));
        const QStringList english = wordsOf(*world.window);
        m_translations.speak(u"zh_CN"_s);
        QTRY_VERIFY(says(*world.window, u"6 个订阅中的 33 个资源 · 更新于 "_s));
        QVERIFY(byName<QToolButton>(*world.window, u"刷新"_s) != nullptr);
        QVERIFY(says(*world.window, u"密钥链："_s));
        QCOMPARE(untranslated(*world.window).join(u'\n'), QString());
        m_translations.speak(u"en"_s);
        QTRY_COMPARE(wordsOf(*world.window), english);
    }

private:
    // What is still in English: words, and neither a name nor an id.
    static QStringList untranslated(const MainWindow& window)
    {
        static const QRegularExpression chinese(u"\\p{Han}"_s);
        static const QRegularExpression words(u"[A-Za-z]{2}"_s);
        static const QRegularExpression name(
            u"^(CommKeys|Avery Hart|avery\\.hart@.*|qt_.*|acs-.*|.* › .*|https?:.*|/subscriptions/.*)$"_s);
        QStringList left;
        for (const QString& text : wordsOf(window)) {
            if (text.contains(words) && !text.contains(chinese) && !text.contains(name)) {
                left.append(text);
            }
        }
        return left;
    }

    Translations m_translations;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::TranslationsTest)
#include "translationstest.moc"
