// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keytype.h"

#include <QMenu>

namespace CommKeys {

class KeyCopier;
enum class CopyAs;

/// **Copy as**: every form in which one of the two keys can be copied, and the calls for it. What is not known is
/// greyed out at the moment when the menu opens.
class CopyAsMenu final : public QMenu
{
    Q_OBJECT

public:
    /// @p copier outlives this.
    CopyAsMenu(KeyCopier& copier, KeyType type, QWidget* parent);

private:
    void add(const char* text, CopyAs as);
    void showPossible();

    KeyCopier& m_copier;
    const KeyType m_type;
};

} // namespace CommKeys
