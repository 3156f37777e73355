// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/themeswitch.h"

#include "common/iconlabel.h"
#include "theme/palettes.h"
#include "theme/systemlook.h"
#include "theme/visiblefocusstyle.h"

#include <QApplication>
#include <QLabel>
#include <QStyle>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// A desktop that says what a test tells it to say.
class FakeLook final : public SystemLook
{
public:
    [[nodiscard]] std::optional<ColourScheme> scheme() const override { return m_scheme; }
    [[nodiscard]] bool impose(Theme theme) override
    {
        imposed = theme;
        return drawsItself;
    }
    void say(std::optional<ColourScheme> scheme)
    {
        m_scheme = scheme;
        emit changed();
    }

    bool drawsItself = false;
    std::optional<Theme> imposed;

private:
    std::optional<ColourScheme> m_scheme;
};

} // namespace

class ThemeSwitchTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QApplication::setStyle(u"windows"_s);
        QApplication::setPalette(QPalette());
    }
    void cleanup() { QApplication::setPalette(QPalette()); }

    void followsTheDesktopWhileItChanges()
    {
        FakeLook look;
        const ThemeSwitch theme(look, nullptr);
        look.say(ColourScheme::Dark);
        QCOMPARE(theme.shown(), ColourScheme::Dark);
        look.say(ColourScheme::Light);
        QCOMPARE(theme.shown(), ColourScheme::Light);
    }

    void aChosenThemeHoldsWhateverTheDesktopSays()
    {
        FakeLook look;
        ThemeSwitch theme(look, nullptr);
        theme.setTheme(Theme::Dark);
        look.say(ColourScheme::Light);
        QCOMPARE(theme.shown(), ColourScheme::Dark);
        theme.setTheme(Theme::Light);
        look.say(ColourScheme::Dark);
        QCOMPARE(theme.shown(), ColourScheme::Light);
        theme.setTheme(Theme::System);
        QCOMPARE(theme.shown(), ColourScheme::Dark);
    }

    void aDesktopThatSaysNothingKeepsItsColours()
    {
        const QPalette before = QApplication::palette();
        FakeLook look;
        const ThemeSwitch theme(look, nullptr);
        QCOMPARE(QApplication::palette(), before);
        look.say(ColourScheme::Dark);
        look.say({});
        QCOMPARE(QApplication::palette(), before);
    }

    void theNativeStyleStaysWhereItIsLight()
    {
        FakeLook look;
        const ThemeSwitch theme(look, nullptr);
        QCOMPARE(QApplication::style()->name(), u"windows"_s);
        look.say(ColourScheme::Dark);
        QVERIFY(qobject_cast<VisibleFocusStyle*>(QApplication::style()));
        QCOMPARE(QApplication::palette().color(QPalette::Base), paletteFor(ColourScheme::Dark).color(QPalette::Base));
        look.say(ColourScheme::Light);
        QCOMPARE(QApplication::style()->name(), u"windows"_s);
    }

    void whereThereIsOnlyFusionItGetsColoursThatCanBeRead()
    {
        QApplication::setStyle(u"fusion"_s);
        FakeLook look;
        const ThemeSwitch theme(look, nullptr);
        const QColor highlight = QApplication::palette().color(QPalette::Highlight);
        QCOMPARE(highlight, paletteFor(ColourScheme::Light).color(QPalette::Highlight));
    }

    void aSystemThatDrawsItselfIsLeftToIt()
    {
        const QPalette before = QApplication::palette();
        FakeLook look;
        look.drawsItself = true;
        ThemeSwitch theme(look, nullptr);
        theme.setTheme(Theme::Dark);
        QCOMPARE(look.imposed, Theme::Dark);
        QCOMPARE(QApplication::palette(), before);
        QCOMPARE(QApplication::style()->name(), u"windows"_s);
    }

    void toolTipsGoAlong()
    {
        const QPalette before = QToolTip::palette();
        FakeLook look;
        const ThemeSwitch theme(look, nullptr);
        look.say(ColourScheme::Dark);
        const QPalette dark = paletteFor(ColourScheme::Dark);
        QCOMPARE(QToolTip::palette().color(QPalette::ToolTipBase), dark.color(QPalette::ToolTipBase));
        look.say(ColourScheme::Light);
        QCOMPARE(QToolTip::palette(), before);
    }

    void whatIsOnTheScreenIsPaintedAnew()
    {
        FakeLook look;
        const ThemeSwitch theme(look, nullptr);
        IconLabel icon(nullptr, 32);
        icon.setIcon(u"warning"_s);
        icon.show();
        QVERIFY(brightestOf(icon).lightness() - darkestOf(icon).lightness() > 100);
        QVERIFY(cornerOf(icon).lightness() > 128);
        look.say(ColourScheme::Dark);
        QTRY_VERIFY(cornerOf(icon).lightness() < 128);
        QVERIFY(brightestOf(icon).lightness() > 200);
    }

private:
    static QImage pictureOf(QWidget& widget) { return widget.grab().toImage(); }
    static QColor cornerOf(QWidget& widget) { return pictureOf(widget).pixelColor(0, 0); }
    static QColor brightestOf(QWidget& widget) { return extreme(widget, true); }
    static QColor darkestOf(QWidget& widget) { return extreme(widget, false); }
    static QColor extreme(QWidget& widget, bool brightest)
    {
        const QImage image = pictureOf(widget);
        QColor found = image.pixelColor(0, 0);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (brightest ? pixel.lightness() > found.lightness() : pixel.lightness() < found.lightness()) {
                    found = pixel;
                }
            }
        }
        return found;
    }
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::ThemeSwitchTest)
#include "themeswitchtest.moc"
