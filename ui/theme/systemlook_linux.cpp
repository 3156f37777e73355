// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/systemlook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colourScheme = u"color-scheme"_s;

// Read() wraps its answer once more than SettingChanged does.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

/// Asks the desktop portal, which GNOME, KDE and others answer, and which reaches into a sandbox. It is asked without
/// waiting: a portal that hangs must not hold up the window.
/// Source: flatpak.github.io/xdg-desktop-portal, org.freedesktop.portal.Settings.
class PortalLook final : public SystemLook
{
    Q_OBJECT

public:
    PortalLook()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        bus.connect(service, path, interface, u"SettingChanged"_s, this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
        QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
        question << appearance << colourScheme;
        const auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* answered) {
            const QDBusPendingReply<QDBusVariant> reply = *answered;
            if (!reply.isError()) {
                learn(reply.value());
            }
            answered->deleteLater();
        });
    }

    [[nodiscard]] std::optional<ColourScheme> scheme() const override { return m_scheme; }
    [[nodiscard]] bool impose(Theme) override { return false; }

private slots:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value)
    {
        if (space == appearance && key == colourScheme) {
            learn(value);
        }
    }

private:
    void learn(const QDBusVariant& value)
    {
        const uint preference = unwrapped(value.variant()).toUInt();
        std::optional<ColourScheme> scheme;
        if (preference == 1) {
            scheme = ColourScheme::Dark;
        } else if (preference == 2) {
            scheme = ColourScheme::Light;
        }
        if (scheme != m_scheme) {
            m_scheme = scheme;
            emit changed();
        }
    }

    std::optional<ColourScheme> m_scheme;
};

} // namespace

std::unique_ptr<SystemLook> makeSystemLook()
{
    return std::make_unique<PortalLook>();
}

} // namespace CommKeys

#include "systemlook_linux.moc"
