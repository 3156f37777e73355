// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery/scene.h"
#include "theme/palettes.h"
#include "theme/visiblefocusstyle.h"
#include "ui/britishenglish.h"
#include "ui/byname.h"
#include "ui/contrast.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QProgressBar>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr double leastOfText = 4.5;

/// What a person can do something with, or learns something from, besides reading: not the parts that Qt makes inside
/// of its own widgets.
bool isControl(const QWidget& widget)
{
    const bool isInside = qobject_cast<const QAbstractSpinBox*>(widget.parent()) != nullptr ||
                          qobject_cast<const QComboBox*>(widget.parent()) != nullptr ||
                          qobject_cast<const QLineEdit*>(widget.parent()) != nullptr ||
                          widget.objectName().startsWith(u"qt_"_s);
    const bool isOne = qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
                       qobject_cast<const QLineEdit*>(&widget) != nullptr ||
                       qobject_cast<const QComboBox*>(&widget) != nullptr ||
                       qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr ||
                       qobject_cast<const QProgressBar*>(&widget) != nullptr;
    return !isInside && (isOne || (widget.focusPolicy() & Qt::TabFocus) != 0);
}

QString spokenDescription(QWidget& widget)
{
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&widget);
    return accessible != nullptr ? accessible->text(QAccessible::Description) : QString();
}

QString classOf(const QWidget& widget)
{
    return QString::fromLatin1(widget.metaObject()->className());
}

QList<QWidget*> visibleIn(QWidget& window)
{
    QList<QWidget*> found;
    for (auto* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->window() == &window) {
            found.append(widget);
        }
    }
    return found;
}

/// What @p widget stands on.
QColor groundOf(const QWidget& widget)
{
    const QWidget* filled = &widget;
    while (!filled->isWindow() && !filled->autoFillBackground()) {
        filled = filled->parentWidget();
    }
    return filled->palette().color(filled->backgroundRole());
}

} // namespace

/// Walks through every scene of the gallery, as a screen reader does.
class AccessibilityTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new VisibleFocusStyle); }

    void everyScene_data()
    {
        QTest::addColumn<int>("number");
        const QList<Scene> all = scenes();
        for (int number = 0; number < all.size(); ++number) {
            QTest::newRow(qPrintable(all.at(number).name)) << number;
        }
    }

    void everyScene()
    {
        QFETCH(const int, number);
        WindowWorld world;
        QWidget* window = scenes().at(number).play(world);
        QVERIFY2(window != nullptr, "the scene was not reached");
        QStringList faults = faultsOfNames(*window) + faultsOfBuddies(*window);
        for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
            QApplication::setPalette(paletteFor(scheme));
            QCoreApplication::processEvents(); // hands it out
            faults += faultsOfContrast(*window);
        }
        QApplication::setPalette(QPalette());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

private:
    static QStringList faultsOfNames(QWidget& window)
    {
        QStringList faults;
        QMap<QString, QWidget*> seen;
        for (QWidget* widget : visibleIn(window)) {
            // Of a tab widget the tab bar is the control.
            if (!isControl(*widget) || qobject_cast<QTabWidget*>(widget) != nullptr) {
                continue;
            }
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            const QAccessible::Role role = accessible != nullptr ? accessible->role() : QAccessible::NoRole;
            const QString name = spokenName(widget);
            if (name.trimmed().isEmpty()) {
                faults += u"%1 %2 in %3 has no name"_s.arg(classOf(*widget), widget->objectName(),
                                                           classOf(*widget->parentWidget()));
            }
            if (role == QAccessible::NoRole || role == QAccessible::Client) {
                faults += u"%1 \"%2\" has no role"_s.arg(classOf(*widget), name);
            }
            const QString heard = u"%1, %2, %3"_s.arg(name).arg(role).arg(spokenDescription(*widget));
            if (qobject_cast<QLabel*>(widget) == nullptr && seen.contains(heard)) {
                faults += u"two are heard as \"%1\""_s.arg(heard);
            }
            seen.insert(heard, widget);
        }
        return faults;
    }

    static QStringList faultsOfBuddies(QWidget& window)
    {
        QStringList faults;
        for (const QWidget* widget : visibleIn(window)) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            const bool isMnemonic = label != nullptr && label->text().contains(u'&') && label->buddy() == nullptr &&
                                    label->textFormat() != Qt::PlainText;
            if (isMnemonic) {
                faults += u"\"%1\" leads nowhere"_s.arg(label->text());
            }
        }
        for (const auto* form : window.findChildren<QFormLayout*>()) {
            for (int row = 0; row < form->rowCount(); ++row) {
                const QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
                const auto* label = item != nullptr ? qobject_cast<const QLabel*>(item->widget()) : nullptr;
                if (label != nullptr && label->buddy() == nullptr) {
                    faults += u"\"%1\" belongs to no field"_s.arg(label->text());
                }
            }
        }
        return faults;
    }

    static QStringList faultsOfContrast(QWidget& window)
    {
        QStringList faults;
        for (const QWidget* widget : visibleIn(window)) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            if (label == nullptr || label->text().isEmpty() || !label->isEnabled()) {
                continue;
            }
            const QColor ground = groundOf(*label);
            const QColor text = blended(label->palette().color(label->foregroundRole()), ground);
            if (contrast(text, ground) < leastOfText) {
                faults += u"\"%1\" cannot be read: %2 on %3"_s.arg(label->text(), text.name(), ground.name());
            }
        }
        return faults;
    }

    const BritishEnglish m_english;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::AccessibilityTest)
#include "accessibilitytest.moc"
