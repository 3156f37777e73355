// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keyspanel.h"

#include "common/elidedlabel.h"
#include "common/icons.h"
#include "common/messagebar.h"
#include "common/secretclipboard.h"
#include "keys/copykey.h"
#include "keys/keyages.h"
#include "keys/keycard.h"
#include "signin/signinerror.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// For a regeneration that has left something to do, told away from its dialog.
Error errorAfter(const CommunicationService& resource, const RotationOutcome& outcome, Error reason)
{
    const QString type = displayName(outcome.type);
    if (outcome.end == RotationEnd::NotKept) {
        reason.message =
            KeysPanel::tr("The new %1 key of %2 is not in the keychain, only in memory.").arg(type, resource.name());
        reason.advice = KeysPanel::tr("Select the resource to copy the key or to keep it.");
    } else {
        reason.message =
            KeysPanel::tr("It is not clear whether the %1 key of %2 has been replaced.").arg(type, resource.name());
        reason.advice = KeysPanel::tr("Get the keys from Azure to see which key works now.");
    }
    return reason;
}

} // namespace

KeysPanel::KeysPanel(SecretClipboard& clipboard, QWidget* parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_ages(new KeyAges(this))
    , m_pages(new QStackedWidget(this))
{
    connect(m_ages, &KeyAges::changed, this, &KeysPanel::showAges);
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makeResourcePage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
}

QWidget* KeysPanel::makeEmptyPage()
{
    auto* page = new QWidget(m_pages);
    auto* hint = new QLabel(tr("Select a resource to see its keys."), page);
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
    m_name = new ElidedLabel(page);
    QFont large = m_name->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_name->setFont(large);
    m_place = new ElidedLabel(page);
    m_message = new MessageBar(m_clipboard, page);
    m_cards = {new KeyCard(KeyType::Primary, page), new KeyCard(KeyType::Secondary, page)};

    auto* layout = new QVBoxLayout(page);
    layout->addWidget(m_name);
    layout->addWidget(makeEndpointRow(page));
    layout->addWidget(m_place);
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

QWidget* KeysPanel::makeEndpointRow(QWidget* page)
{
    auto* row = new QWidget(page);
    m_hostName = new ElidedLabel(row);
    m_copyEndpoint = new QToolButton(row);
    m_copyEndpoint->setIcon(Icons::line(u"copy"_s));
    m_copyEndpoint->setAccessibleName(tr("Copy endpoint"));
    m_copyEndpoint->setToolTip(m_copyEndpoint->accessibleName());
    m_copyEndpoint->setAutoRaise(true);
    m_copyEndpoint->setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_hostName, 1);
    layout->addWidget(m_copyEndpoint);
    connect(m_copyEndpoint, &QToolButton::clicked, this,
            [this] { m_clipboard.copyPlain(endpointAt(m_hostName->text())); });
    return row;
}

QWidget* KeysPanel::makeFetchRow(QWidget* page)
{
    auto* row = new QWidget(page);
    m_fetch = new QPushButton(tr("Get keys from Azure"), row);
    m_cancel = new QPushButton(tr("Cancel"), row);
    m_progress = new QProgressBar(row);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Getting keys from Azure…"));
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
    connect(&card, &KeyCard::copyConnectionStringRequested, this, [this, type] { copyConnectionString(type); });
    connect(&card, &KeyCard::copyKeyRequested, this, [this, type] { copyKey(type); });
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
        showHeading(*resource);
        return;
    }
    leaveResource();
    if (!resource || !m_session) {
        m_pages->setCurrentIndex(0);
        return;
    }
    m_keys = new ResourceKeys(m_session, *resource, this);
    listenTo(*m_keys);
    showHeading(*resource);
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
    const ResourceId& id = m_keys->resource().id;
    for (KeyCard* card : m_cards) {
        card->showAge(m_ages->sentence(id, card->keyType()), m_ages->explanation(id, card->keyType()));
    }
}

void KeysPanel::leaveResource()
{
    if (m_keys == nullptr) {
        return;
    }
    m_message->dismiss();
    disconnect(m_keys, nullptr, this, nullptr);
    m_keys->leave();
    m_keys = nullptr;
}

void KeysPanel::listenTo(ResourceKeys& keys)
{
    connect(&keys, &ResourceKeys::changed, this, &KeysPanel::showKeys);
    connect(&keys, &ResourceKeys::waitingToRetry, this, &KeysPanel::showWaiting);
    connect(&keys, &ResourceKeys::readFailed, this, [this](const Error& error) { m_message->showError(error); });
    connect(&keys, &ResourceKeys::fetchFailed, this, &KeysPanel::fetchFailed);
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

void KeysPanel::copyConnectionString(KeyType type)
{
    if (m_keys != nullptr && m_keys->at(type)) {
        CommKeys::copyConnectionString(m_clipboard, m_keys->resource(), type, m_keys->at(type)->value);
    }
}

void KeysPanel::copyKey(KeyType type)
{
    if (m_keys != nullptr && m_keys->at(type)) {
        copyAccessKey(m_clipboard, m_keys->resource(), type, m_keys->at(type)->value);
    }
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

void KeysPanel::showHeading(const CommunicationService& resource)
{
    m_name->setFullText(resource.name());
    m_hostName->setFullText(resource.hostName.isEmpty() ? tr("No endpoint yet") : resource.hostName);
    m_copyEndpoint->setEnabled(!resource.hostName.isEmpty());
    m_place->setFullText(resource.dataLocation.isEmpty() ? placeOf(resource)
                                                         : placeOf(resource) + u" · "_s + resource.dataLocation);
}

void KeysPanel::showKeys()
{
    const ResourceKeys::Activity activity = m_keys->activity();
    const bool isFetching = activity == ResourceKeys::Activity::Fetching;
    const bool isRegenerating = m_session->rotations().running(m_keys->resource().id) != nullptr;
    for (KeyCard* card : m_cards) {
        card->showKey(*m_keys);
        card->setRegenerating(isRegenerating);
    }
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

void KeysPanel::showWaiting(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    m_fetchHint->setText(tr("Azure asks to wait. Trying again in %n second(s).", nullptr, static_cast<int>(seconds)));
}

void KeysPanel::fetchFailed(const Error& error)
{
    if (error.isCancelled()) {
        return;
    }
    m_fetchHint->setText(tr("The keys could not be fetched: %1").arg(error.message));
    emit problem(error);
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
