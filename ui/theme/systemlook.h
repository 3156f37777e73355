// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/theme.h"
#include "theme/colourscheme.h"

#include <QObject>

#include <memory>
#include <optional>

namespace CommKeys {

/// What the desktop says of light and dark. One for each system, in systemlook_<system>.cpp: Qt tells it from 6.5 on
/// only, and not where its style cannot be dark.
class SystemLook : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What a person has chosen for the desktop; nothing where it says nothing, or has not answered yet.
    [[nodiscard]] virtual std::optional<ColourScheme> scheme() const = 0;

    /// Has the system itself draw this program so, its title bars and menus included. False where it cannot.
    [[nodiscard]] virtual bool impose(Theme theme) = 0;

signals:
    /// scheme() is another one now.
    void changed();
};

/// That of the system that this is built for.
[[nodiscard]] std::unique_ptr<SystemLook> makeSystemLook();

} // namespace CommKeys
