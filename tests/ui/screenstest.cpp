// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every main screen in a language with longer words, and from right to left.

#include "ui/screens.h"
#include "common/elidedlabel.h"
#include "common/secretfield.h"
#include "keys/keyspanel.h"
#include "mainwindow/accountbutton.h"
#include "mainwindow/filterbar.h"
#include "mainwindow/translations.h"
#include "ui/pseudotranslator.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

bool isLabelCut(const QLabel& label)
{
    if (label.text().isEmpty() || qobject_cast<const ElidedLabel*>(&label) != nullptr) {
        return false; // what elides on purpose offers its whole text
    }
    if (!label.wordWrap()) {
        return label.sizeHint().width() > label.width() || label.sizeHint().height() > label.height();
    }
    return label.heightForWidth(label.width()) > label.height();
}

bool isBoxCut(const QComboBox& box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    // What a person chose may be as long as it likes; its whole text is in the list.
    return box.currentIndex() == 0 && box.fontMetrics().horizontalAdvance(box.currentText()) > field.width();
}

bool isHeaderCut(const QHeaderView& header)
{
    for (int section = 0; section < header.count(); ++section) {
        if (!header.isSectionHidden(section) && header.sectionSizeHint(section) > header.sectionSize(section)) {
            return header.orientation() == Qt::Horizontal;
        }
    }
    return false;
}

// Empty: it is shown whole.
QString cutText(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        return isLabelCut(*label) ? label->text() : QString();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        const bool isOverflow = button->objectName() == u"qt_toolbar_ext_button"_s;
        const bool isCut = !button->text().isEmpty() && button->sizeHint().width() > button->width();
        return isCut || isOverflow ? u"button "_s + button->text() : QString();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        return isBoxCut(*box) ? u"box "_s + box->currentText() : QString();
    }
    if (const auto* group = qobject_cast<const QGroupBox*>(&widget)) {
        return group->fontMetrics().horizontalAdvance(group->title()) > group->width() ? group->title() : QString();
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
        return isHeaderCut(*header) ? u"a header"_s : QString();
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
        const bool isCut = line->fontMetrics().horizontalAdvance(line->placeholderText()) > line->width();
        return isCut ? u"field "_s + line->placeholderText() : QString();
    }
    return {};
}

QStringList cutTexts(const QWidget& screen)
{
    QStringList cut;
    for (const QWidget* widget : screen.findChildren<QWidget*>()) {
        // The clear button of a field has a text for screen readers, and shows a picture alone.
        const auto* tool = qobject_cast<const QToolButton*>(widget);
        const bool isPicture = tool != nullptr && !tool->icon().isNull() &&
                               qobject_cast<const QLineEdit*>(widget->parentWidget()) != nullptr;
        if (widget->isVisible() && widget->window() == &screen && !isPicture) {
            const QString text = cutText(*widget);
            if (!text.isEmpty()) {
                cut.append(text);
            }
        }
    }
    return cut;
}

// Its parts lie over each other by design.
bool isOneControl(const QWidget& parent)
{
    return qobject_cast<const QAbstractScrollArea*>(&parent) != nullptr ||
           qobject_cast<const QLineEdit*>(&parent) != nullptr || qobject_cast<const QComboBox*>(&parent) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(&parent) != nullptr ||
           qobject_cast<const QSplitter*>(&parent) != nullptr;
}

QStringList overlaps(const QWidget& parent)
{
    QList<const QWidget*> seen;
    QStringList found;
    for (const QObject* child : parent.children()) {
        const auto* widget = qobject_cast<const QWidget*>(child);
        if (widget == nullptr || widget->isWindow() || !widget->isVisible()) {
            continue;
        }
        for (const QWidget* other : std::as_const(seen)) {
            if (!isOneControl(parent) && other->geometry().intersects(widget->geometry())) {
                found.append(u"%1 over %2 in %3"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                                       QLatin1StringView(other->metaObject()->className()),
                                                       QLatin1StringView(parent.metaObject()->className())));
            }
        }
        seen.append(widget);
        found += overlaps(*widget);
    }
    return found;
}

int middleOf(const QWidget& widget)
{
    return widget.mapTo(widget.window(), widget.rect().center()).x();
}

} // namespace

class ScreensTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        m_world.reset();
        QCoreApplication::removeTranslator(&m_pseudo);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void longerWordsAreNotCut_data() { addScreens(); }
    void longerWordsAreNotCut()
    {
        QCoreApplication::installTranslator(&m_pseudo);
        const QWidget* screen = openScreen();
        QVERIFY(screen != nullptr);
        QCOMPARE(cutTexts(*screen).join(u'\n'), QString());
    }

    void chineseIsNotCut_data() { addScreens(); }
    void chineseIsNotCut()
    {
        Translations translations;
        translations.speak(u"zh_CN"_s);
        const QWidget* screen = openScreen();
        QVERIFY(screen != nullptr);
        QCOMPARE(cutTexts(*screen).join(u'\n'), QString());
        m_world.reset(); // before its language
    }

    void nothingLiesOverAnotherFromRightToLeft_data() { addScreens(); }
    void nothingLiesOverAnotherFromRightToLeft()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QWidget* screen = openScreen();
        QVERIFY(screen != nullptr);
        QCOMPARE(overlaps(*screen).join(u'\n'), QString());
        QCOMPARE(cutTexts(*screen).join(u'\n'), QString());
    }

    void theWindowIsMirrored()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        m_world = std::make_unique<WindowWorld>();
        QVERIFY(Screens::openDemo(*m_world) != nullptr);
        QCoreApplication::processEvents();
        const MainWindow& window = *m_world->window;
        QVERIFY(middleOf(*window.findChild<ResourceListView*>()) > middleOf(*window.findChild<KeysPanel*>()));
        QVERIFY(middleOf(*window.findChild<FilterBar*>()) > middleOf(*window.findChild<AccountButton*>()));
        QVERIFY(window.findChild<ResourceListView*>()->isRightToLeft());
    }

    // The "==" at the end of a key would stand before it.
    void aKeyIsReadFromLeftToRightAlways()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        m_world = std::make_unique<WindowWorld>();
        QVERIFY(Screens::openDemo(*m_world) != nullptr);
        const auto* field = m_world->window->findChild<SecretField*>();
        QVERIFY(field->isRightToLeft());
        QVERIFY(!field->findChild<QLabel*>()->isRightToLeft());
    }

private:
    static void addScreens()
    {
        QTest::addColumn<Screen>("screen");
        for (const Screen& screen : allScreens()) {
            QTest::newRow(qPrintable(screen.name)) << screen;
        }
    }

    QWidget* openScreen()
    {
        QFETCH(const Screen, screen);
        m_world = std::make_unique<WindowWorld>();
        QWidget* opened = screen.open(*m_world);
        if (const QString folder = qEnvironmentVariable("COMMKEYS_SCREENS"); opened != nullptr && !folder.isEmpty()) {
            QCoreApplication::processEvents();
            opened->grab().save(
                u"%1/%2 %3.png"_s.arg(folder, QLatin1StringView(QTest::currentTestFunction()), screen.name));
        }
        QCoreApplication::processEvents();
        return opened;
    }

    std::unique_ptr<WindowWorld> m_world;
    PseudoTranslator m_pseudo;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ScreensTest)
#include "screenstest.moc"
