// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keytype.h"
#include "keys/resourcekeys.h"
#include "rotation/keystanding.h"

#include <QGroupBox>
#include <QLabel>
#include <QPushButton>

#include <chrono>

class QMenu;

namespace CommKeys {

class SecretField;

/// One of the two keys of a resource in a box of its own: the key behind bullets, where it is kept and how current it
/// is, and what can be done with it. Shows; what its buttons ask for is done by whoever listens.
class KeyCard : public QGroupBox
{
    Q_OBJECT

public:
    KeyCard(KeyType type, QWidget* parent);

    [[nodiscard]] KeyType keyType() const { return m_type; }
    void setHidesAfter(std::chrono::seconds time);
    /// What **Copy as** opens; without one there is no such button. @p menu outlives this or is its child.
    void setCopyAsMenu(QMenu* menu);
    /// Hides the key, where it is shown.
    void conceal();

    /// Shows what is known of this card's key, and what is recorded against it.
    void showKey(const ResourceKeys& keys, const KeyStanding& standing = {});
    /// How old it is, in a sentence, and what that stands on; empty: not known.
    void showAge(const QString& sentence, const QString& explanation);
    /// While a regeneration of this resource is running no second one can be asked for.
    void setRegenerating(bool regenerating);

signals:
    void copyConnectionStringRequested();
    void copyKeyRequested();
    void regenerateRequested();

protected:
    /// What its buttons do, for the mouse and for the Menu key.
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showTexts();
    [[nodiscard]] QString statusText(const ResourceKeys& keys, const KeyStanding& standing) const;
    void describeButtons(const QString& resourceName);

    const KeyType m_type;
    SecretField* m_secret;
    QLabel* m_status;
    QLabel* m_age;
    QPushButton* m_copyConnectionString;
    QPushButton* m_copyKey;
    QPushButton* m_copyAs;
    QPushButton* m_regenerate;
};

} // namespace CommKeys
