// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/choosekeypage.h"

#include "common/iconlabel.h"
#include "common/messagebar.h"
#include "common/relativetime.h"
#include "keys/copykey.h"
#include "keys/keyages.h"
#include "keys/resourcekeys.h"
#include "signin/signinerror.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QLabel* makeText(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ChooseKeyPage::ChooseKeyPage(ResourceKeys& keys, KeyType preselected, SecretClipboard& clipboard, QWidget* parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_message(new MessageBar(clipboard, this))
{
    auto* heading = makeText(this);
    heading->setText(u"%1 · %2"_s.arg(keys.resource().name(), placeOf(keys.resource())));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    layout->addWidget(heading);
    layout->addWidget(makeChoice());
    layout->addWidget(makeWarning());
    layout->addWidget(makeWayOut(clipboard));
    m_moved = new QCheckBox(this);
    layout->addWidget(m_moved);
    layout->addStretch();
    layout->addWidget(makeButtons());

    (preselected == KeyType::Primary ? m_primary : m_secondary)->setChecked(true);
    connect(m_primary, &QRadioButton::toggled, this, &ChooseKeyPage::showChoice);
    connect(m_moved, &QCheckBox::toggled, m_regenerate, &QPushButton::setEnabled);
    connect(&m_keys, &ResourceKeys::changed, this, &ChooseKeyPage::showKeys);
    connect(&m_keys, &ResourceKeys::fetchFailed, this, &ChooseKeyPage::showProblem);
    showChoice();
    (preselected == KeyType::Primary ? m_primary : m_secondary)->setFocus();
}

QWidget* ChooseKeyPage::makeChoice()
{
    auto* choice = new QWidget(this);
    m_primary = new QRadioButton(tr("Primary"), choice);
    m_secondary = new QRadioButton(tr("Secondary"), choice);
    m_primaryAge = makeText(choice);
    m_secondaryAge = makeText(choice);
    // On one line with the first of what is said of it.
    const int above = (m_primary->sizeHint().height() - fontMetrics().height()) / 2;
    m_primaryAge->setContentsMargins(0, above, 0, 0);
    m_secondaryAge->setContentsMargins(0, above, 0, 0);
    auto* layout = new QGridLayout(choice);
    layout->setContentsMargins({});
    layout->addWidget(m_primary, 0, 0, Qt::AlignTop);
    layout->addWidget(m_primaryAge, 0, 1);
    layout->addWidget(m_secondary, 1, 0, Qt::AlignTop);
    layout->addWidget(m_secondaryAge, 1, 1);
    layout->setColumnStretch(1, 1);
    return choice;
}

QWidget* ChooseKeyPage::makeWarning()
{
    auto* box = new QWidget(this);
    auto* icon = new IconLabel(box);
    icon->setIcon(u"warning"_s);
    m_warning = makeText(box);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(m_warning, 1);
    return box;
}

QWidget* ChooseKeyPage::makeWayOut(SecretClipboard& clipboard)
{
    auto* box = new QWidget(this);
    m_wayOut = makeText(box);
    m_copyOther = new QPushButton(tr("Copy it"), box);
    m_wayOut->setBuddy(m_copyOther);
    m_otherHint = makeText(box);
    m_fetch = new QPushButton(tr("Get keys from Azure"), box);
    auto* layout = new QGridLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_wayOut, 0, 0);
    layout->addWidget(m_copyOther, 0, 1);
    layout->addWidget(m_otherHint, 1, 0);
    layout->addWidget(m_fetch, 1, 1);
    layout->setColumnStretch(0, 1);

    connect(m_copyOther, &QPushButton::clicked, this, [this, &clipboard] {
        const KeyType type = other(keyType());
        copyConnectionString(clipboard, m_keys.resource(), type, m_keys.at(type)->value);
    });
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        m_message->dismiss();
        m_keys.fetch();
    });
    return box;
}

QWidget* ChooseKeyPage::makeButtons()
{
    auto* box = new QWidget(this);
    m_cancel = new QPushButton(tr("Cancel"), box);
    m_cancel->setDefault(true);
    m_regenerate = new QPushButton(box);
    // Without this, Return on the focused button would press it.
    m_regenerate->setAutoDefault(false);
    m_regenerate->setEnabled(false);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addStretch();
    layout->addWidget(m_cancel);
    layout->addWidget(m_regenerate);
    connect(m_cancel, &QPushButton::clicked, this, &ChooseKeyPage::cancelled);
    connect(m_regenerate, &QPushButton::clicked, this, [this] { emit confirmed(keyType()); });
    return box;
}

void ChooseKeyPage::showProblem(const Error& error)
{
    if (!error.isCancelled()) {
        m_message->showError(error);
        offerSignIn(*m_message, error, m_keys.identity(), this,
                    [this](const SignInHint& hint) { emit signInRequested(hint); });
    }
}

void ChooseKeyPage::tellAges(const KeyAges& ages)
{
    m_ages = &ages;
    connect(&ages, &KeyAges::changed, this, &ChooseKeyPage::showKeys);
    showKeys();
}

void ChooseKeyPage::showChoice()
{
    const bool isPrimary = keyType() == KeyType::Primary;
    m_warning->setText(tr("Every application that uses the %1 key of %2 stops working at once. This cannot be undone.")
                           .arg(displayName(keyType()), m_keys.resource().name()));
    m_wayOut->setText(isPrimary ? tr("Move them to the secondary connection string first")
                                : tr("Move them to the primary connection string first"));
    m_moved->setText(isPrimary ? tr("I have moved my applications off the primary key")
                               : tr("I have moved my applications off the secondary key"));
    m_regenerate->setText(isPrimary ? tr("Regenerate primary key") : tr("Regenerate secondary key"));
    m_regenerate->setAccessibleDescription(m_warning->text());
    // The tick was given for the other key.
    m_moved->setChecked(false);
    showKeys();
}

void ChooseKeyPage::showKeys()
{
    m_primaryAge->setText(ageOf(KeyType::Primary));
    m_secondaryAge->setText(ageOf(KeyType::Secondary));
    m_primary->setAccessibleDescription(m_primaryAge->text());
    m_secondary->setAccessibleDescription(m_secondaryAge->text());

    const KeyType otherType = other(keyType());
    const bool isKnown = m_keys.at(otherType) && !m_keys.at(otherType)->value.connectionString.isEmpty();
    m_copyOther->setEnabled(isKnown);
    m_otherHint->setVisible(!isKnown);
    m_fetch->setVisible(!isKnown);
    m_fetch->setEnabled(m_keys.activity() == ResourceKeys::Activity::None);
    if (m_keys.activity() == ResourceKeys::Activity::Fetching) {
        m_otherHint->setText(tr("Getting keys from Azure…"));
    } else if (m_keys.activity() == ResourceKeys::Activity::Reading) {
        m_otherHint->setText(tr("Reading the keychain…"));
    } else {
        m_otherHint->setText(otherType == KeyType::Primary
                                 ? tr("The primary connection string is not in your keychain.")
                                 : tr("The secondary connection string is not in your keychain."));
    }
}

QString ChooseKeyPage::ageOf(KeyType type) const
{
    const QString regenerated = m_ages == nullptr ? QString() : m_ages->sentence(m_keys.resource().id, type);
    QStringList lines{regenerated, keptText(type)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ChooseKeyPage::keptText(KeyType type) const
{
    const std::optional<KnownKey>& known = m_keys.at(type);
    if (!known) {
        return m_keys.isKeychainRead() ? tr("not in keychain") : QString();
    }
    const QString age = relativeTime(known->value.keptAtUtc, m_keys.utcNow());
    //: Beside a key. %1: "12 days ago", when CommKeys last learnt it from Azure.
    return known->isKept ? tr("in keychain, as of %1").arg(age) : tr("only in memory, as of %1").arg(age);
}

} // namespace CommKeys
