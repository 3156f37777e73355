// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/choosekeypage.h"

#include "common/iconlabel.h"
#include "common/messagebar.h"
#include "common/relativetime.h"
#include "keychain/secretstore.h"
#include "keys/copykey.h"
#include "keys/keyages.h"
#include "keys/keystandingtext.h"
#include "keys/resourcekeys.h"
#include "regenerate/abandonedlock.h"
#include "signin/signinerror.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

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

ChooseKeyPage::ChooseKeyPage(ResourceKeys& keys, SecretStore& secrets, KeyType preselected, SecretClipboard& clipboard,
                             QWidget* parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_secrets(secrets)
    , m_clipboard(clipboard)
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
    layout->addWidget(makeWayOut());
    layout->addWidget(makeKeychainNotice());
    m_moved = new QCheckBox(this);
    layout->addWidget(m_moved);
    layout->addStretch();
    layout->addWidget(makeButtons());

    (preselected == KeyType::Primary ? m_primary : m_secondary)->setChecked(true);
    connect(m_primary, &QRadioButton::toggled, this, &ChooseKeyPage::showChoice);
    connect(m_moved, &QCheckBox::toggled, m_regenerate, &QPushButton::setEnabled);
    connect(&m_keys, &ResourceKeys::changed, this, &ChooseKeyPage::showKeys);
    connect(&m_keys, &ResourceKeys::fetched, this, &ChooseKeyPage::copyFetched);
    connect(&m_keys, &ResourceKeys::fetchFailed, this, &ChooseKeyPage::offerStored);
    connect(&m_keys, &ResourceKeys::fetchedOlder, this,
            [this](const QList<KeyType>& types, std::optional<std::chrono::milliseconds> nextTry) {
                m_message->show(MessageBar::Level::Warning, olderText(types, nextTry));
            });
    connect(&m_secrets.status(), &StoreStatus::changed, this, &ChooseKeyPage::showKeychain);
    showChoice();
    showKeychain();
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

QWidget* ChooseKeyPage::makeKeychainNotice()
{
    m_keychainBox = new QWidget(this);
    auto* icon = new IconLabel(m_keychainBox);
    icon->setIcon(u"warning"_s);
    m_keychain = makeText(m_keychainBox);
    auto* layout = new QHBoxLayout(m_keychainBox);
    layout->setContentsMargins({});
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(m_keychain, 1);
    return m_keychainBox;
}

QWidget* ChooseKeyPage::makeWayOut()
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

    connect(m_copyOther, &QPushButton::clicked, this, &ChooseKeyPage::copyOther);
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        m_copiesWhenFetched = false;
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

void ChooseKeyPage::showLocked(const Error& error, RotationDesk& desk)
{
    m_message->showError(error);
    offerUnlock(*m_message, desk, m_keys.resource().id, *this, [this] {
        m_message->dismiss();
        emit unlocked();
    });
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

    showWayOut();
}

ChooseKeyPage::WayOut ChooseKeyPage::wayOut() const
{
    const KeyType type = other(keyType());
    const std::optional<KnownKey>& known = m_keys.at(type);
    if (!known || known->value.connectionString.isEmpty()) {
        return WayOut::Missing;
    }
    if (standing(type).kind != KeyStanding::Kind::Good) {
        return WayOut::Replaced;
    }
    const bool isOld = known->value.keptAtUtc.addDays(1) < m_keys.utcNow();
    return isOld && !known->isCurrent ? WayOut::Old : WayOut::Current;
}

KeyStanding ChooseKeyPage::standing(KeyType type) const
{
    const std::optional<KnownKey>& known = m_keys.at(type);
    return known && m_ages ? m_ages->standing(m_keys.resource(), type, *known) : KeyStanding();
}

void ChooseKeyPage::showWayOut()
{
    const KeyType type = other(keyType());
    const WayOut way = wayOut();
    const ResourceKeys::Activity activity = m_keys.activity();
    const bool canCopy = way == WayOut::Old || way == WayOut::Current;
    m_copyOther->setEnabled(canCopy && (way == WayOut::Current || activity == ResourceKeys::Activity::None));
    m_otherHint->setVisible(way != WayOut::Current);
    m_fetch->setVisible(!canCopy);
    m_fetch->setEnabled(activity == ResourceKeys::Activity::None);
    if (activity == ResourceKeys::Activity::Fetching) {
        m_otherHint->setText(tr("Getting keys from Azure…"));
    } else if (activity == ResourceKeys::Activity::Reading) {
        m_otherHint->setText(tr("Reading the keychain…"));
    } else if (way == WayOut::Replaced) {
        m_otherHint->setText(standingText(standing(type), m_keys.utcNow()));
    } else if (way == WayOut::Old) {
        m_otherHint->setText(tr("CommKeys gets it from Azure before it's copied."));
    } else if (m_keys.isForgotten()) {
        m_otherHint->setText(tr("Not loaded. Read the keychain again to copy it."));
    } else {
        m_otherHint->setText(type == KeyType::Primary ? tr("The primary connection string is not in your keychain.")
                                                      : tr("The secondary connection string is not in your keychain."));
    }
}

void ChooseKeyPage::copyOther()
{
    m_message->dismiss();
    if (wayOut() == WayOut::Current) {
        copyStored(other(keyType()));
    } else if (wayOut() == WayOut::Old) {
        m_copiesWhenFetched = true;
        m_keys.fetch();
    }
}

void ChooseKeyPage::copyFetched()
{
    if (!std::exchange(m_copiesWhenFetched, false)) {
        return;
    }
    const KeyType type = other(keyType());
    if (wayOut() == WayOut::Current && m_keys.at(type)->isCurrent) {
        copyStored(type);
    }
}

void ChooseKeyPage::offerStored(const Error& reason)
{
    showProblem(reason);
    if (!std::exchange(m_copiesWhenFetched, false) || wayOut() != WayOut::Old || reason.isCancelled()) {
        return;
    }
    const KeyType type = other(keyType());
    const QString age = relativeTime(m_keys.at(type)->value.keptAtUtc, m_keys.utcNow());
    //: A button. %1: "3 days ago"
    m_message->addAction(tr("Copy the stored one, from %1").arg(age), this, [this, type] {
        if (type == other(keyType()) && wayOut() == WayOut::Old) {
            copyStored(type);
        }
    });
}

void ChooseKeyPage::copyStored(KeyType type)
{
    copyConnectionString(m_clipboard, m_keys.resource(), type, m_keys.at(type)->value);
}

void ChooseKeyPage::showKeychain()
{
    const QString notice = keychainNotice();
    if (!notice.isEmpty() && notice != m_keychain->text()) {
        // The tick was given for another outcome.
        m_moved->setChecked(false);
    }
    m_keychain->setText(notice);
    m_keychainBox->setVisible(!notice.isEmpty());
}

QString ChooseKeyPage::keychainNotice() const
{
    const StoreHealth health = m_secrets.status().health().value_or(StoreHealth::Ready);
    if (health == StoreHealth::Locked) {
        return tr("Your keychain is locked. Unlock it before you regenerate the key.");
    }
    if (health == StoreHealth::Failing) {
        return tr(
            "Your keychain isn't saving data: the new key will be in memory only until you quit CommKeys. Copy it "
            "before you close.");
    }
    if (health == StoreHealth::Missing || !m_secrets.outlivesProgram()) {
        return tr("No keychain: the new key will be in memory only until you quit CommKeys. Copy it before you close.");
    }
    return {};
}

QString ChooseKeyPage::ageOf(KeyType type) const
{
    const QString regenerated = m_ages == nullptr ? QString() : m_ages->sentence(m_keys.resource(), type);
    QStringList lines{regenerated, keptText(type)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ChooseKeyPage::keptText(KeyType type) const
{
    const std::optional<KnownKey>& known = m_keys.at(type);
    if (const KeyStanding against = standing(type); against.kind != KeyStanding::Kind::Good) {
        const QString age = relativeTime(known->value.keptAtUtc, m_keys.utcNow());
        //: Beside a key. %1: "3 days ago"
        return against.kind == KeyStanding::Kind::MaybeReplaced
                   ? tr("in keychain from %1; this might be the previous key").arg(age)
                   //: Beside a key. %1: "3 days ago"
                   : tr("in keychain from %1; this is a previous key").arg(age);
    }
    if (!known) {
        return m_keys.isKeychainRead() ? tr("not in keychain") : QString();
    }
    const QString age = relativeTime(known->value.keptAtUtc, m_keys.utcNow());
    //: Beside a key. %1: "12 days ago", when CommKeys last learnt it from Azure.
    return known->isKept ? tr("in keychain, as of %1").arg(age) : tr("only in memory, as of %1").arg(age);
}

} // namespace CommKeys
