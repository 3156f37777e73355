// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/windowworld.h"

#include <QAbstractButton>

#include <functional>

namespace CommKeys {

class MainWindowActions;
class ResourceListView;

/// What scenes do over and over. Buttons are found by their texts in the language that is shown.
namespace Stagehand {

/// True when @p happens within some seconds.
[[nodiscard]] bool waitFor(const std::function<bool()>& happens);

/// The button with @p text that is to be seen in @p within; null when there is none.
[[nodiscard]] QAbstractButton* button(const QWidget& within, const QString& text);
/// Waits for it to be enabled, and clicks it.
bool press(const QWidget& within, const QString& text);
/// Waits for a label with @p text in it.
[[nodiscard]] bool waitForText(const QWidget& within, const QString& text);

[[nodiscard]] MainWindowActions& actions(const WindowWorld& world);
[[nodiscard]] ResourceListView& list(const WindowWorld& world);

/// Opens the demo and waits for all of its list.
[[nodiscard]] bool openDemo(WindowWorld& world);
/// Opens a session with an identity, and waits for its list.
[[nodiscard]] bool signIn(WindowWorld& world);
/// Selects the resource of this name.
[[nodiscard]] bool choose(WindowWorld& world, const QString& name = QStringLiteral("acs-prod-00000"));
/// Opens the demo, selects a resource and has its keys fetched and kept.
[[nodiscard]] bool fetchKeys(WindowWorld& world);

/// Lists again, the Activity Logs too.
[[nodiscard]] bool refresh(WindowWorld& world);
/// Regenerates a key of the selected resource, without its dialog.
[[nodiscard]] bool regenerate(WindowWorld& world, KeyType type);

/// The dialog of this class that is to be seen; null when there is none.
template <typename D>
[[nodiscard]] D* dialog(const WindowWorld& world)
{
    for (D* candidate : world.window->findChildren<D*>()) {
        if (candidate->isVisible()) {
            return candidate;
        }
    }
    return nullptr;
}

} // namespace Stagehand

} // namespace CommKeys
