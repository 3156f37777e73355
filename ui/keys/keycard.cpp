// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keycard.h"

#include "common/buttonmenu.h"
#include "common/plaintext.h"
#include "common/relativetime.h"
#include "common/secretfield.h"
#include "common/translated.h"
#include "keys/keystandingtext.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace CommKeys {

KeyCard::KeyCard(KeyType type, QWidget* parent)
    : QGroupBox(parent)
    , m_type(type)
    , m_secret(new SecretField(this))
    , m_status(new QLabel(this))
    , m_age(new QLabel(this))
    , m_copyConnectionString(new QPushButton(this))
    , m_copyKey(new QPushButton(this))
    , m_copyAs(new QPushButton(this))
    , m_regenerate(new QPushButton(this))
{
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_age->setTextFormat(Qt::PlainText);
    m_age->setWordWrap(true);
    m_age->hide();

    auto* copyRow = new QHBoxLayout;
    copyRow->addWidget(m_copyConnectionString);
    copyRow->addWidget(m_copyKey);
    copyRow->addWidget(m_copyAs);
    m_copyAs->hide();
    copyRow->addStretch();
    auto* regenerateRow = new QHBoxLayout;
    regenerateRow->addWidget(m_regenerate);
    regenerateRow->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_secret);
    layout->addWidget(m_status);
    layout->addWidget(m_age);
    layout->addLayout(copyRow);
    layout->addLayout(regenerateRow);

    translated(this, [this] { showTexts(); });
    connect(m_copyConnectionString, &QPushButton::clicked, this, &KeyCard::copyConnectionStringRequested);
    connect(m_copyKey, &QPushButton::clicked, this, &KeyCard::copyKeyRequested);
    connect(m_regenerate, &QPushButton::clicked, this, &KeyCard::regenerateRequested);
}

void KeyCard::showTexts()
{
    const bool isPrimary = m_type == KeyType::Primary;
    setTitle(isPrimary ? tr("Primary key") : tr("Secondary key"));
    setAccessibleName(title());
    m_copyConnectionString->setText(tr("Copy connection string"));
    m_copyKey->setText(tr("Copy key"));
    m_copyAs->setText(tr("Copy as"));
    m_regenerate->setText(isPrimary ? tr("Regenerate primary key…") : tr("Regenerate secondary key…"));
}

void KeyCard::setHidesAfter(std::chrono::seconds time)
{
    m_secret->setHidesAfter(time);
}

void KeyCard::setCopyAsMenu(QMenu* menu)
{
    m_copyAs->setMenu(menu);
    m_copyAs->show();
}

void KeyCard::conceal()
{
    m_secret->conceal();
}

void KeyCard::showKey(const ResourceKeys& keys, const KeyStanding& standing)
{
    const std::optional<KnownKey>& known = keys.at(m_type);
    const KeptKey key = known ? known->value : KeptKey();
    m_secret->setSecret(key.key.isEmpty() ? key.connectionString : key.key);
    m_status->setText(statusText(keys, standing));
    setPlainToolTip(*m_status, relativeTime(key.keptAtUtc, keys.utcNow()));
    const bool isUsable = standing.kind != KeyStanding::Kind::FormerResource;
    m_copyConnectionString->setEnabled(isUsable && !key.connectionString.isEmpty());
    m_copyKey->setEnabled(isUsable && !key.key.isEmpty());
    describeButtons(keys.resource().name());
}

void KeyCard::showAge(const QString& sentence, const QString& explanation)
{
    m_age->setText(sentence);
    setPlainToolTip(*m_age, explanation);
    m_age->setVisible(!sentence.isEmpty());
}

void KeyCard::contextMenuEvent(QContextMenuEvent* event)
{
    openButtonMenu(*this, event->globalPos());
}

void KeyCard::setRegenerating(bool regenerating)
{
    m_regenerate->setEnabled(!regenerating);
}

QString KeyCard::statusText(const ResourceKeys& keys, const KeyStanding& standing) const
{
    const std::optional<KnownKey>& known = keys.at(m_type);
    if (keys.activity() == ResourceKeys::Activity::Keeping && known && !known->isKept) {
        return tr("Keeping it in the keychain…");
    }
    if (known && standing.kind != KeyStanding::Kind::Good) {
        return standingText(standing, keys.utcNow());
    }
    if (known && !known->isKept) {
        return tr("Not in keychain ✗ only in memory until CommKeys closes");
    }
    if (known && !keys.isKeptForGood()) {
        return known->isCurrent ? tr("In memory ✓ current") : tr("In memory");
    }
    if (known && known->isCurrent) {
        return tr("In keychain ✓ current");
    }
    if (known) {
        const QString date = QLocale().toString(known->value.keptAtUtc.toLocalTime(), QLocale::ShortFormat);
        return tr("In keychain, as of %1").arg(date);
    }
    if (keys.activity() == ResourceKeys::Activity::Reading) {
        return tr("Reading the keychain…");
    }
    if (keys.isForgotten()) {
        return tr("Forgotten; it can be had again");
    }
    return keys.isKeychainRead() ? tr("Not in keychain") : tr("The keychain has not answered");
}

void KeyCard::describeButtons(const QString& resourceName)
{
    const QString type = displayName(m_type);
    //: For screen readers. %1: "primary" or "secondary". %2: a resource's name.
    m_copyConnectionString->setAccessibleDescription(tr("The %1 connection string of %2").arg(type, resourceName));
    //: For screen readers. %1: "primary" or "secondary". %2: a resource's name.
    m_copyKey->setAccessibleDescription(tr("The %1 key of %2").arg(type, resourceName));
    //: For screen readers. %1: "primary" or "secondary". %2: a resource's name.
    m_copyAs->setAccessibleDescription(tr("The %1 key of %2 in other forms").arg(type, resourceName));
    m_secret->describe(m_copyKey->accessibleDescription());
    m_regenerate->setAccessibleDescription(tr("Asks for confirmation first"));
}

} // namespace CommKeys
