// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keyspanel.h"

#include "common/messagebar.h"
#include "common/retrytext.h"
#include "common/secretclipboard.h"
#include "common/translated.h"
#include "keys/copyasmenu.h"
#include "keys/copykey.h"
#include "keys/keyages.h"
#include "keys/keycard.h"
#include "keys/keycopier.h"
#include "keys/keystandingtext.h"
#include "keys/regenerationtext.h"
#include "keys/resourceheading.h"
#include "signin/signinerror.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// Nothing else of the many things that answer 404, such as a proxy.
bool isGone(const Error& error)
{
    const QString& code = error.detail.code;
    return error.httpStatus == 404 &&
           (code == "ResourceNotFound"_L1 || code == "ResourceGroupNotFound"_L1 || code == "SubscriptionNotFound"_L1);
}

} // namespace

KeysPanel::KeysPanel(SecretClipboard& clipboard, QWidget* parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_copier(new KeyCopier(clipboard, this))
    , m_ages(new KeyAges(this))
    , m_pages(new QStackedWidget(this))
{
    connect(m_ages, &KeyAges::changed, this, [this] {
        if (m_keys != nullptr) {
            showAges();
            showCards(); // what is recorded against a key
        }
    });
    connect(m_copier, &KeyCopier::copiedReplaced, this, &KeysPanel::warnOfCopied);
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makeResourcePage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    translated(this, [this] { showTexts(); });
}

void KeysPanel::showTexts()
{
    m_fetch->setText(tr("Get keys from Azure"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Getting keys from Azure…"));
    if (m_keys != nullptr) {
        showKeys();
        showAges();
    }
}

QWidget* KeysPanel::makeEmptyPage()
{
    auto* page = new QWidget(m_pages);
    auto* hint = new QLabel(page);
    translated(hint, [hint] { hint->setText(tr("Select a resource to see its keys.")); });
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(hint);
    return page;
}

QWidget* KeysPanel::makeResourcePage()
{
    m_scroll = new QScrollArea(m_pages);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it scrolls to whatever in it has the focus
    auto* page = new QWidget(m_scroll);
    m_heading = new ResourceHeading(m_clipboard, page);
    m_message = new MessageBar(m_clipboard, page);
    m_cards = {new KeyCard(KeyType::Primary, page), new KeyCard(KeyType::Secondary, page)};

    auto* layout = new QVBoxLayout(page);
    layout->addWidget(m_heading);
    layout->addWidget(m_message);
    layout->addWidget(makeFetchRow(page));
    for (KeyCard* card : m_cards) {
        layout->addWidget(card);
        connectCard(*card);
    }
    layout->addStretch();
    m_scroll->setWidget(page);
    return m_scroll;
}

QWidget* KeysPanel::makeFetchRow(QWidget* page)
{
    auto* row = new QWidget(page);
    m_fetch = new QPushButton(row);
    m_cancel = new QPushButton(row);
    m_progress = new QProgressBar(row);
    m_progress->setRange(0, 0);
    m_fetchHint = new QLabel(row);
    m_fetchHint->setTextFormat(Qt::PlainText);
    m_fetchHint->setWordWrap(true);
    m_fetchHint->setBuddy(m_fetch);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_fetch);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->addLayout(buttons);
    layout->addWidget(m_fetchHint);

    connect(m_fetch, &QPushButton::clicked, this, &KeysPanel::fetchKeys);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_keys->cancelFetch(); });
    return row;
}

void KeysPanel::connectCard(KeyCard& card)
{
    const KeyType type = card.keyType();
    connect(&card, &KeyCard::copyConnectionStringRequested, this,
            [this, type] { m_copier->copy(type, CopyAs::ConnectionString); });
    connect(&card, &KeyCard::copyKeyRequested, this, [this, type] { m_copier->copy(type, CopyAs::Key); });
    card.setCopyAsMenu(new CopyAsMenu(*m_copier, type, &card));
    connect(&card, &KeyCard::regenerateRequested, this,
            [this, type] { emit regenerateRequested(m_keys->resource(), type); });
}

void KeysPanel::setSession(const std::shared_ptr<Session>& session)
{
    showResource({});
    m_ages->setSession(session);
    if (m_session) {
        disconnect(&m_session->rotations(), nullptr, this, nullptr);
    }
    m_session = session;
    if (m_session) {
        connect(&m_session->rotations(), &RotationDesk::started, this, &KeysPanel::rotationStarted);
        connect(&m_session->rotations(), &RotationDesk::ended, this, &KeysPanel::rotationEnded);
    }
}

void KeysPanel::showResource(const std::optional<CommunicationService>& resource)
{
    if (resource && isShown(resource->id)) {
        m_heading->showResource(*resource);
        m_keys->update(*resource);
        showAges();
        showCards();
        return;
    }
    leaveResource();
    if (!resource || !m_session) {
        m_pages->setCurrentIndex(0);
        return;
    }
    m_keys = new ResourceKeys(m_session, *resource, this);
    m_copier->setKeys(m_keys, m_ages);
    listenTo(*m_keys);
    m_heading->showResource(*resource);
    showKeys();
    m_pages->setCurrentIndex(1);
    m_keys->read();
    m_ages->look(*resource);
    showAges();
}

void KeysPanel::showAges()
{
    if (m_keys == nullptr) {
        return;
    }
    const CommunicationService& resource = m_keys->resource();
    for (KeyCard* card : m_cards) {
        card->showAge(m_ages->sentence(resource, card->keyType()), m_ages->explanation(resource, card->keyType()));
    }
}

void KeysPanel::leaveResource()
{
    if (m_keys == nullptr) {
        return;
    }
    m_message->dismiss();
    disconnect(m_keys, nullptr, this, nullptr);
    m_copier->setKeys(nullptr, nullptr);
    m_keys->leave();
    m_keys = nullptr;
}

void KeysPanel::listenTo(ResourceKeys& keys)
{
    connect(&keys, &ResourceKeys::changed, this, &KeysPanel::showKeys);
    connect(&keys, &ResourceKeys::waitingToRetry, this, &KeysPanel::showWaiting);
    connect(&keys, &ResourceKeys::readFailed, this, [this](const Error& error) { m_message->showError(error); });
    connect(&keys, &ResourceKeys::fetchFailed, this, &KeysPanel::fetchFailed);
    connect(&keys, &ResourceKeys::fetchedOlder, this, &KeysPanel::showOlder);
    connect(&keys, &ResourceKeys::fetched, this, [this] {
        if (std::exchange(m_isOlderShown, false)) {
            m_message->dismiss();
        }
    });
    connect(&keys, &ResourceKeys::keepFailed, this, &KeysPanel::keepFailed);
}

void KeysPanel::applySettings(const Settings& settings)
{
    for (KeyCard* card : m_cards) {
        card->setHidesAfter(settings.secretHidesAfter);
    }
}

void KeysPanel::fetchKeys()
{
    if (m_keys != nullptr && m_fetch->isEnabled()) {
        m_message->dismiss();
        m_keys->fetch();
    }
}

void KeysPanel::forgetKeys(const QString& why)
{
    if (m_keys == nullptr) {
        return;
    }
    const auto knowsSome = [this] { return m_keys->at(KeyType::Primary) || m_keys->at(KeyType::Secondary); };
    const bool hadSome = knowsSome() || m_keys->activity() != ResourceKeys::Activity::None;
    m_keys->forget();
    for (KeyCard* card : m_cards) {
        card->conceal();
    }
    // What is left is only here, and the message about that has the way to keep it.
    if (!hadSome || knowsSome()) {
        return;
    }
    m_message->show(MessageBar::Level::Info, why);
    m_message->addAction(tr("Read the keychain again"), m_keys, [this] {
        m_message->dismiss();
        m_keys->read();
    });
}

void KeysPanel::readAgain(const ResourceId& resource)
{
    if (isShown(resource)) {
        m_message->dismiss();
        m_keys->read();
    }
}

bool KeysPanel::holdsUnkeptKeys() const
{
    return m_session && m_session->keptKeys().hasUnsaved();
}

bool KeysPanel::isShown(const ResourceId& resource) const
{
    return m_keys != nullptr && m_keys->resource().id == resource;
}

QSize KeysPanel::minimumSizeHint() const
{
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const QSize least = QWidget::minimumSizeHint();
    return {std::max(least.width(), m_scroll->widget()->minimumSizeHint().width() + scrollBar), least.height()};
}

void KeysPanel::showCards()
{
    const bool isRegenerating = m_session->rotations().running(m_keys->resource().id) != nullptr;
    for (KeyCard* card : m_cards) {
        const std::optional<KnownKey>& known = m_keys->at(card->keyType());
        card->showKey(*m_keys, known ? m_ages->standing(m_keys->resource(), card->keyType(), *known) : KeyStanding());
        card->setRegenerating(isRegenerating);
    }
}

void KeysPanel::showKeys()
{
    showCards();
    const ResourceKeys::Activity activity = m_keys->activity();
    const bool isFetching = activity == ResourceKeys::Activity::Fetching;
    const bool isRegenerating = m_session->rotations().running(m_keys->resource().id) != nullptr;
    // Whoever asks while the keychain is being read gets the keys after that.
    const bool isFree = activity == ResourceKeys::Activity::None || activity == ResourceKeys::Activity::Reading;
    m_fetch->setEnabled(isFree && !isRegenerating);
    m_progress->setVisible(isFetching);
    m_cancel->setVisible(isFetching);
    if (isFetching) {
        m_fetchHint->setText(tr("Getting keys from Azure…"));
    } else if (activity == ResourceKeys::Activity::Keeping) {
        m_fetchHint->setText(tr("Keeping the keys in the keychain…"));
    } else {
        m_fetchHint->setText(tr("Azure records every fetch in the Activity Log."));
    }
    updateGeometry();
}

void KeysPanel::showWaiting(std::chrono::milliseconds wait, const Error& reason)
{
    m_fetchHint->setText(retryText(reason, wait));
}

void KeysPanel::fetchFailed(const Error& error)
{
    if (error.isCancelled()) {
        return;
    }
    m_fetchHint->setText(tr("The keys could not be fetched: %1").arg(error.message));
    emit problem(error);
    if (isGone(error)) {
        emit resourceGone(m_keys->resource().id);
    }
}

void KeysPanel::keepFailed(const Error& error)
{
    Error told = error;
    told.message = tr("The keys are not in the keychain, only in memory until CommKeys closes. %1").arg(error.message);
    m_message->showError(told);
    m_message->addAction(tr("Try again"), m_keys, [this] {
        m_message->dismiss();
        m_keys->keepAgain();
    });
}

void KeysPanel::showOlder(const QList<KeyType>& types, std::optional<std::chrono::milliseconds> nextTry)
{
    m_message->show(MessageBar::Level::Warning, olderText(types, nextTry));
    m_isOlderShown = true;
}

void KeysPanel::warnOfCopied(KeyType type, const KeyStanding& standing)
{
    m_message->show(MessageBar::Level::Warning,
                    copiedText(standing, type, m_keys->resource().name(), m_keys->utcNow()));
    m_message->addAction(tr("Get keys from Azure"), m_keys, [this] { fetchKeys(); });
}

void KeysPanel::showUnclear(const Error& error)
{
    m_message->showError(error);
    offerSignIn(*m_message, error, m_keys->identity(), this,
                [this](const SignInHint& hint) { emit signInRequested(hint); });
}

void KeysPanel::rotationStarted(RotationJob* job)
{
    // ended() is not for one that ends before anything was sent.
    connect(job, &Job::finished, this, [this] {
        if (m_keys != nullptr) {
            showKeys();
        }
    });
    if (isShown(job->resource().id)) {
        // Its answer could arrive after the new key's and tell of the old one.
        m_keys->cancelFetch();
        showKeys();
    }
}

void KeysPanel::rotationEnded(const CommunicationService& resource, const RotationOutcome& outcome)
{
    if (isShown(resource.id)) {
        m_keys->learn(outcome);
    }
    const Error reason = outcome.error.value_or(Error());
    if (outcome.isCorrection && outcome.end == RotationEnd::Kept) {
        emit corrected(correctedText(resource, outcome));
    }
    if (isGone(reason) && !outcome.hasNewKey()) {
        emit resourceGone(resource.id);
    }
    if (outcome.end == RotationEnd::NotKept && isShown(resource.id)) {
        keepFailed(reason);
        return;
    }
    if (outcome.end == RotationEnd::NotKept || outcome.end == RotationEnd::Unclear) {
        const Error told = errorAfter(resource, outcome, reason);
        isShown(resource.id) ? showUnclear(told) : emit problem(told);
    }
}

} // namespace CommKeys
