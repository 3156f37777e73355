// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/contrast.h"
#include "common/icons.h"
#include "theme/palettes.h"
#include "theme/visiblefocusstyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr double leastOfText = 4.5;
constexpr double leastOfShapes = 3.0;

QString nameOf(QPalette::ColorRole role)
{
    return QString::fromLatin1(QMetaEnum::fromType<QPalette::ColorRole>().valueToKey(role));
}

} // namespace

/// In the style and with the palettes that CommKeys brings along: what is native is the system's to answer for.
class ContrastTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new VisibleFocusStyle); }
    void cleanup() { QApplication::setPalette(QPalette()); }

    void knownContrastsAreMeasuredAsKnown()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void textStandsOutFromWhatItIsOn_data() { themes(); }
    void textStandsOutFromWhatItIsOn()
    {
        QFETCH(const ColourScheme, scheme);
        const QPalette palette = paletteFor(scheme);
        const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
            {QPalette::WindowText, QPalette::Window}, // labels, check boxes
            {QPalette::Text, QPalette::Base},         // lists, fields
            {QPalette::Text, QPalette::AlternateBase},
            {QPalette::Text, QPalette::Window},
            {QPalette::WindowText, QPalette::AlternateBase}, // message bars
            {QPalette::WindowText, QPalette::Base},
            {QPalette::ButtonText, QPalette::Button},
            {QPalette::ButtonText, QPalette::Window}, // flat tool buttons, table headers
            {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::Link, QPalette::Window},
            {QPalette::Link, QPalette::Base},
            {QPalette::Link, QPalette::AlternateBase},
            {QPalette::LinkVisited, QPalette::Window},
            {QPalette::LinkVisited, QPalette::Base},
            {QPalette::LinkVisited, QPalette::AlternateBase},
            {QPalette::ToolTipText, QPalette::ToolTipBase},
        };
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            for (const auto& [text, ground] : pairs) {
                const QColor on = palette.color(group, ground);
                const double measured = contrast(blended(palette.color(group, text), on), on);
                QVERIFY2(measured >= leastOfText,
                         qPrintable(u"%1 on %2: %3"_s.arg(nameOf(text), nameOf(ground)).arg(measured)));
            }
        }
    }

    void iconsStandOut_data() { themes(); }
    void iconsStandOut()
    {
        QFETCH(const ColourScheme, scheme);
        const QPalette palette = paletteFor(scheme);
        QApplication::setPalette(palette);
        const QIcon icon = Icons::line(u"copy"_s);
        const auto ink = [&icon](QIcon::Mode mode) {
            return strongest(icon.pixmap(QSize(64, 64), 1.0, mode).toImage());
        };
        for (const QPalette::ColorRole ground :
             {QPalette::Button, QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            QVERIFY(contrast(ink(QIcon::Normal), palette.color(ground)) >= leastOfShapes);
        }
        QVERIFY(contrast(ink(QIcon::Selected), palette.color(QPalette::Highlight)) >= leastOfShapes);
    }

    // Grabbed from real widgets, since the style works out the frame's colour by itself.
    void theFocusIsSeen_data()
    {
        QTest::addColumn<ColourScheme>("scheme");
        QTest::addColumn<QString>("kind");
        for (const QString& kind : {u"button"_s, u"field"_s, u"check box"_s, u"radio button"_s, u"tool button"_s}) {
            QTest::newRow(qPrintable(kind + u", light"_s)) << ColourScheme::Light << kind;
            QTest::newRow(qPrintable(kind + u", dark"_s)) << ColourScheme::Dark << kind;
        }
    }
    void theFocusIsSeen()
    {
        QFETCH(const ColourScheme, scheme);
        QFETCH(const QString, kind);
        QApplication::setPalette(paletteFor(scheme));
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        layout->setContentsMargins(20, 20, 20, 20);
        QWidget* elsewhere = new QPushButton(u"Elsewhere"_s, &window);
        QWidget* widget = make(kind, &window);
        layout->addWidget(elsewhere);
        layout->addWidget(widget);
        window.show();
        window.setAttribute(Qt::WA_KeyboardFocusChange); // as pressing Tab does
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        elsewhere->setFocus(Qt::TabFocusReason);
        const QImage before = widget->grab().toImage();
        widget->setFocus(Qt::TabFocusReason);
        const QImage after = widget->grab().toImage();
        double most = 1;
        for (int y = 0; y < after.height(); ++y) {
            for (int x = 0; x < after.width(); ++x) {
                if (before.pixelColor(x, y) != after.pixelColor(x, y)) {
                    most = std::max(most, contrast(after.pixelColor(x, y), paletteFor(scheme).color(QPalette::Window)));
                }
            }
        }
        QVERIFY2(most >= leastOfShapes, qPrintable(QString::number(most)));
    }

    // As the focus: what Fusion makes of its colours is not to be read off the palette. Without the focus and unticked,
    // nothing but the outline tells that there is something to tick or to fill in.
    void outlinesAreSeen_data()
    {
        QTest::addColumn<ColourScheme>("scheme");
        QTest::addColumn<QString>("kind");
        for (const QString& kind : {u"check box"_s, u"radio button"_s, u"field"_s, u"number"_s}) {
            QTest::newRow(qPrintable(kind + u", light"_s)) << ColourScheme::Light << kind;
            QTest::newRow(qPrintable(kind + u", dark"_s)) << ColourScheme::Dark << kind;
        }
    }
    void outlinesAreSeen()
    {
        QFETCH(const ColourScheme, scheme);
        QFETCH(const QString, kind);
        QApplication::setPalette(paletteFor(scheme));
        // On a page of tabs, since its ground is another than the window's, and nearer to the outline in dark.
        QTabWidget window;
        window.resize(300, 150);
        auto* page = new QWidget(&window);
        window.addTab(page, u"Page"_s);
        QWidget* onWindow = make(kind, &window);
        QWidget* onPage = make(kind, page);
        onPage->setGeometry(20, 10, 200, 30);
        onWindow->setGeometry(80, 0, 200, 20);
        window.show();
        window.setFocus();
        const QImage picture = window.grab().toImage();
        for (const QWidget* widget : {onWindow, onPage}) {
            const QPoint left = widget->mapTo(&window, QPoint(0, widget->height() / 2));
            const QColor ground = picture.pixelColor(left.x() - 3, left.y());
            double most = 1;
            for (int x = 0; x < 4; ++x) {
                most = std::max(most, contrast(picture.pixelColor(left.x() + x, left.y()), ground));
            }
            QVERIFY2(most >= leastOfShapes, qPrintable(QString::number(most)));
        }
    }

private:
    static void themes()
    {
        QTest::addColumn<ColourScheme>("scheme");
        QTest::newRow("light") << ColourScheme::Light;
        QTest::newRow("dark") << ColourScheme::Dark;
    }
    static QWidget* make(const QString& kind, QWidget* parent)
    {
        if (kind == u"button"_s) {
            return new QPushButton(u"Button"_s, parent);
        }
        if (kind == u"number"_s) {
            return new QSpinBox(parent);
        }
        if (kind == u"field"_s) {
            return new QLineEdit(parent);
        }
        if (kind == u"check box"_s) {
            return new QCheckBox(u"Box"_s, parent);
        }
        if (kind == u"radio button"_s) {
            return new QRadioButton(u"Radio"_s, parent);
        }
        auto* button = new QToolButton(parent);
        button->setIcon(Icons::line(u"copy"_s));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        return button;
    }
    // The colour of the pixel that covers most.
    static QColor strongest(const QImage& image)
    {
        QColor found(0, 0, 0, 0);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > found.alpha()) {
                    found = image.pixelColor(x, y);
                }
            }
        }
        return found;
    }
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ContrastTest)
#include "contrasttest.moc"
