// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/windowworld.h"

#include <QList>
#include <QString>

#include <functional>

namespace CommKeys {

/// One screen in one state, brought about on the real widgets over the simulated Azure.
struct Scene
{
    QString name;  ///< of a file
    QString title; ///< what is to be seen
    /// Brings @p world there, and returns the window to look at, which the world owns; null when it did not get there.
    std::function<QWidget*(WindowWorld& world)> play;
};

/// Every screen in every state, in the order in which a person meets them.
[[nodiscard]] QList<Scene> scenes();

/// Parts of scenes().
[[nodiscard]] QList<Scene> signInScenes();
[[nodiscard]] QList<Scene> listScenes();
[[nodiscard]] QList<Scene> keysScenes();
[[nodiscard]] QList<Scene> regenerateScenes();
[[nodiscard]] QList<Scene> dialogScenes();

} // namespace CommKeys
