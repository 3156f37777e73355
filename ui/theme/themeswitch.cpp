// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/themeswitch.h"

#include "theme/palettes.h"
#include "theme/systemlook.h"
#include "theme/visiblefocusstyle.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString fusion = u"fusion"_s;

bool isOurStyle()
{
    return qobject_cast<VisibleFocusStyle*>(QApplication::style()) != nullptr;
}

// No platform theme has brought colours, and nobody has chosen these: they are those of Fusion, whose selection and
// placeholders are too pale to read.
bool isFusionsOwn(const QPalette& palette)
{
    if (QApplication::style()->name() != fusion) {
        return false;
    }
    const QPalette standard = QApplication::style()->standardPalette();
    constexpr std::array roles{QPalette::Window, QPalette::WindowText, QPalette::Base, QPalette::Highlight};
    return std::all_of(roles.begin(), roles.end(), [&](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role) == standard.color(QPalette::Active, role);
    });
}

} // namespace

ThemeSwitch::ThemeSwitch(SystemLook& system, QObject* parent)
    : QObject(parent)
    , m_system(system)
    , m_nativeStyle(QApplication::style()->name())
    , m_nativeToolTip(QToolTip::palette())
{
    qApp->installEventFilter(this);
    connect(&system, &SystemLook::changed, this, &ThemeSwitch::apply);
    apply();
}

void ThemeSwitch::setTheme(Theme theme)
{
    if (theme != m_theme) {
        m_theme = theme;
        apply();
    }
}

ColourScheme ThemeSwitch::shown() const
{
    return schemeOf(QApplication::palette());
}

bool ThemeSwitch::eventFilter(QObject* watched, QEvent* event)
{
    // The desktop has brought other colours. Later: Qt is in the middle of handing them out.
    if (event->type() == QEvent::ThemeChange) {
        QMetaObject::invokeMethod(this, &ThemeSwitch::apply, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void ThemeSwitch::apply()
{
    if (m_system.impose(m_theme)) {
        return;
    }
    useNative();
    const QPalette native = QApplication::palette();
    const ColourScheme wanted = m_theme == Theme::Dark    ? ColourScheme::Dark
                                : m_theme == Theme::Light ? ColourScheme::Light
                                                          : m_system.scheme().value_or(schemeOf(native));
    if (schemeOf(native) != wanted || isFusionsOwn(native)) {
        useOurs(wanted);
    }
}

void ThemeSwitch::useNative()
{
    if (isOurStyle()) {
        QApplication::setStyle(m_nativeStyle);
    }
    QApplication::setPalette(QPalette());
    QToolTip::setPalette(m_nativeToolTip);
}

void ThemeSwitch::useOurs(ColourScheme scheme)
{
    if (!isOurStyle()) {
        QApplication::setStyle(new VisibleFocusStyle); // the application's from here on
    }
    const QPalette palette = paletteFor(scheme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace CommKeys
