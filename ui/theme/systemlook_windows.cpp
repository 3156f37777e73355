// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/systemlook.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>

#include <qt_windows.h>

namespace CommKeys {

namespace {

std::optional<ColourScheme> chosenScheme()
{
    DWORD usesLight = 1;
    DWORD size = sizeof(usesLight);
    const LSTATUS status =
        RegGetValueW(HKEY_CURRENT_USER, L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                     L"AppsUseLightTheme", RRF_RT_REG_DWORD, nullptr, &usesLight, &size);
    if (status != ERROR_SUCCESS) {
        return {};
    }
    return usesLight != 0 ? ColourScheme::Light : ColourScheme::Dark;
}

/// High contrast comes with colours of its own, which nothing of ours may stand in for.
bool hasHighContrast()
{
    HIGHCONTRASTW contrast{};
    contrast.cbSize = sizeof(contrast);
    return SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0) != FALSE &&
           (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0;
}

/// What "Choose your app mode" of Windows' settings says. Windows tells every top-level window when it changes.
class RegistryLook final : public SystemLook, public QAbstractNativeEventFilter
{
public:
    RegistryLook() { QCoreApplication::instance()->installNativeEventFilter(this); }
    ~RegistryLook() override
    {
        if (QCoreApplication::instance() != nullptr) {
            QCoreApplication::instance()->removeNativeEventFilter(this);
        }
    }

    [[nodiscard]] std::optional<ColourScheme> scheme() const override { return m_scheme; }
    [[nodiscard]] bool impose(Theme) override { return false; }

    bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override
    {
        if (static_cast<const MSG*>(message)->message == WM_SETTINGCHANGE) {
            const std::optional<ColourScheme> scheme = read();
            if (scheme != m_scheme) {
                m_scheme = scheme;
                emit changed();
            }
        }
        return false;
    }

private:
    static std::optional<ColourScheme> read() { return hasHighContrast() ? std::nullopt : chosenScheme(); }

    std::optional<ColourScheme> m_scheme = read();
};

} // namespace

std::unique_ptr<SystemLook> makeSystemLook()
{
    return std::make_unique<RegistryLook>();
}

} // namespace CommKeys
