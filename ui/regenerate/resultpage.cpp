// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/resultpage.h"

#include "common/errordetails.h"
#include "common/iconlabel.h"
#include "common/messagebar.h"
#include "keys/copykey.h"
#include "keys/resourcekeys.h"
#include "signin/signinerror.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// The page copies keys from ResourceKeys, which can forget them; a second copy in the outcome would stay.
RotationOutcome withoutKey(RotationOutcome outcome)
{
    outcome.newKey = {};
    return outcome;
}

} // namespace

ResultPage::ResultPage(const RotationOutcome& outcome, ResourceKeys& keys, SecretClipboard& clipboard, QWidget* parent)
    : QWidget(parent)
    , m_outcome(withoutKey(outcome))
    , m_keys(keys)
    , m_message(new MessageBar(clipboard, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    layout->addWidget(makeHeadline());
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Working…"));
    layout->addWidget(m_progress);
    if (outcome.error && !outcome.error->isCancelled()) {
        auto* details = new ErrorDetails(clipboard, this);
        details->setError(*outcome.error);
        layout->addWidget(details);
    }
    layout->addStretch();
    layout->addWidget(makeButtons(clipboard));

    connect(&m_keys, &ResourceKeys::changed, this, &ResultPage::showStanding);
    connect(&m_keys, &ResourceKeys::fetchFailed, this, &ResultPage::showFailure);
    connect(&m_keys, &ResourceKeys::keepFailed, this, &ResultPage::showFailure);
    showStanding();
}

QWidget* ResultPage::makeHeadline()
{
    auto* box = new QWidget(this);
    m_icon = new IconLabel(box);
    m_headline = new QLabel(box);
    m_explanation = new QLabel(box);
    for (QLabel* label : {m_headline, m_explanation}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    QFont bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    auto* words = new QVBoxLayout;
    words->addWidget(m_headline);
    words->addWidget(m_explanation);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return box;
}

QWidget* ResultPage::makeButtons(SecretClipboard& clipboard)
{
    auto* box = new QWidget(this);
    m_copyConnectionString = new QPushButton(tr("Copy connection string"), box);
    m_copyKey = new QPushButton(tr("Copy key"), box);
    m_fetch = new QPushButton(tr("Get keys from Azure"), box);
    m_signIn = new QPushButton(tr("Sign in"), box);
    m_tryAgain = new QPushButton(tr("Try again"), box);
    m_close = new QPushButton(tr("Close"), box);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addStretch();
    for (QPushButton* button : {m_copyConnectionString, m_copyKey, m_fetch, m_signIn, m_tryAgain, m_close}) {
        layout->addWidget(button);
    }
    connect(m_copyConnectionString, &QPushButton::clicked, this, [this, &clipboard] {
        copyConnectionString(clipboard, m_keys.resource(), m_outcome.type, m_keys.at(m_outcome.type)->value);
    });
    connect(m_copyKey, &QPushButton::clicked, this, [this, &clipboard] {
        copyAccessKey(clipboard, m_keys.resource(), m_outcome.type, m_keys.at(m_outcome.type)->value);
    });
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        m_message->dismiss();
        m_keys.fetch();
    });
    connect(m_signIn, &QPushButton::clicked, this, [this] { emit signInRequested(*m_outcome.error->signIn); });
    connect(m_tryAgain, &QPushButton::clicked, this, &ResultPage::tryAgain);
    connect(m_close, &QPushButton::clicked, this, &ResultPage::closeRequested);
    return box;
}

ResultPage::Standing ResultPage::standing() const
{
    const std::optional<KnownKey>& key = m_keys.at(m_outcome.type);
    if (m_outcome.end == RotationEnd::Unchanged) {
        return Standing::Unchanged;
    }
    if (m_outcome.end == RotationEnd::Unclear) {
        return m_isFetched || (key && key->isCurrent) ? Standing::Fetched : Standing::Unclear;
    }
    return isOnlyInMemory() ? Standing::NotKept : Standing::Kept;
}

bool ResultPage::isOnlyInMemory() const
{
    const std::optional<KnownKey>& key = m_keys.at(m_outcome.type);
    return key && !key->isKept;
}

QString ResultPage::headline(Standing standing) const
{
    const QString type = displayName(m_outcome.type);
    switch (standing) {
    case Standing::Kept:
        if (m_outcome.mayBeOld) {
            //: %1: "primary" or "secondary"
            return tr("The %1 key that Azure accepts now is kept.").arg(type);
        }
        if (!m_keys.isKeptForGood()) {
            //: %1: "primary" or "secondary"
            return tr("The new %1 key is in memory.").arg(type);
        }
        //: %1: "primary" or "secondary"
        return tr("The new %1 key is in your keychain.").arg(type);
    case Standing::NotKept:
        //: %1: "primary" or "secondary"
        return m_outcome.mayBeOld ? tr("The %1 key that Azure accepts now is only in memory.").arg(type)
                                  //: %1: "primary" or "secondary"
                                  : tr("The new %1 key is only in memory.").arg(type);
    case Standing::Unchanged:
        //: %1: "primary" or "secondary"
        return tr("The %1 key has not changed.").arg(type);
    case Standing::Unclear:
        //: %1: "primary" or "secondary"
        return tr("The %1 key may have been replaced, or it may not.").arg(type);
    case Standing::Fetched:
        //: %1: "primary" or "secondary"
        return tr("This is the %1 key that Azure accepts now.").arg(type);
    }
    Q_UNREACHABLE();
}

QString ResultPage::explanation(Standing standing) const
{
    const QString reason = m_outcome.error ? m_outcome.error->message + u' ' + m_outcome.error->advice : QString();
    switch (standing) {
    case Standing::Kept:
        if (m_outcome.mayBeOld) {
            return tr("The answer was lost, and what the key was before could not be asked: this may be a new key or "
                      "the one from before. Whether your applications still work tells.");
        }
        return m_keys.isKeptForGood() ? tr("The key before it no longer works.")
                                      : tr("There is no keychain. Copy the key before you close CommKeys; the key "
                                           "before it no longer works.");
    case Standing::NotKept:
        return tr("The keychain did not take it. Copy it or try again before you close CommKeys; the key before it no "
                  "longer works.") +
               u' ' + reason;
    case Standing::Unchanged:
        return reason;
    case Standing::Unclear:
        return tr("The answer was lost, and Azure could not be asked what has become of it. Get the keys from Azure "
                  "before anything else: regenerating again could replace the key a second time.");
    case Standing::Fetched:
        return isOnlyInMemory()
                   ? tr("It is not in your keychain. If your applications no longer work, give them this one.")
                   : tr("It is in your keychain. If your applications no longer work, give them this one.");
    }
    Q_UNREACHABLE();
}

void ResultPage::showStanding()
{
    const Standing now = standing();
    m_isFetched = now == Standing::Fetched;
    const bool isGood = now == Standing::Kept || now == Standing::Fetched;
    m_icon->setIcon(isGood ? u"success"_s : u"warning"_s);
    m_headline->setText(headline(now));
    m_explanation->setText(explanation(now).trimmed());
    m_explanation->setVisible(!m_explanation->text().isEmpty());
    m_progress->setVisible(m_keys.activity() == ResourceKeys::Activity::Fetching ||
                           m_keys.activity() == ResourceKeys::Activity::Keeping);
    showButtons(now);
}

void ResultPage::showButtons(Standing standing)
{
    const bool hasKey = standing != Standing::Unchanged && standing != Standing::Unclear;
    const bool isIdle = m_keys.activity() == ResourceKeys::Activity::None;
    const std::optional<KnownKey>& known = m_keys.at(m_outcome.type);
    const KeptKey key = hasKey && known ? known->value : KeptKey();
    m_copyConnectionString->setVisible(hasKey);
    m_copyConnectionString->setEnabled(!key.connectionString.isEmpty());
    m_copyKey->setVisible(hasKey);
    m_copyKey->setEnabled(!key.key.isEmpty());
    m_fetch->setVisible(standing == Standing::Unclear);
    m_fetch->setEnabled(isIdle);
    m_signIn->setVisible(!hasKey && m_outcome.error && helpsToSignIn(*m_outcome.error, m_keys.identity()));
    m_tryAgain->setVisible((hasKey && isOnlyInMemory()) || standing == Standing::Unchanged);
    m_tryAgain->setEnabled(isIdle);
    QPushButton* next = hasKey ? m_copyConnectionString : standing == Standing::Unclear ? m_fetch : m_close;
    next->setDefault(true);
}

void ResultPage::tryAgain()
{
    m_message->dismiss();
    if (m_outcome.end == RotationEnd::Unchanged) {
        emit startOverRequested();
    } else {
        m_keys.keepAgain();
    }
}

void ResultPage::showFailure(const Error& error)
{
    if (!error.isCancelled()) {
        m_message->showError(error);
        offerSignIn(*m_message, error, m_keys.identity(), this,
                    [this](const SignInHint& hint) { emit signInRequested(hint); });
    }
}

} // namespace CommKeys
