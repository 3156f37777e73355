// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regenerate/regeneratedialog.h"

#include "common/messagebar.h"
#include "keys/resourcekeys.h"
#include "regenerate/choosekeypage.h"
#include "regenerate/progresspage.h"
#include "regenerate/resultpage.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace CommKeys {

namespace {

constexpr int lettersInALine = 75;

} // namespace

RegenerateDialog::RegenerateDialog(const std::shared_ptr<Session>& session, const CommunicationService& resource,
                                   KeyType preselected, SecretClipboard& clipboard, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_resource(resource)
    , m_clipboard(clipboard)
    , m_keys(new ResourceKeys(session, resource, this))
    , m_type(preselected)
    , m_message(new MessageBar(clipboard, this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->addWidget(m_message);
    setWindowTitle(tr("Regenerate an access key"));
    setMinimumWidth(std::min(fontMetrics().averageCharWidth() * lettersInALine, screen()->availableSize().width()));
    connect(m_keys, &ResourceKeys::kept, this, [this] { emit keysChanged(m_resource.id); });
    connect(&m_session->rotations(), &RotationDesk::ended, this,
            [this](const CommunicationService& ended, const RotationOutcome& outcome) {
                if (outcome.isCorrection && ended.id == m_resource.id && outcome.type == m_type) {
                    showResult(outcome);
                }
            });
    connect(m_keys, &ResourceKeys::changed, this, [this] {
        if (!m_keys->isForgotten()) {
            m_message->dismiss();
        }
    });
    m_keys->read();
    if (RotationJob* running = m_session->rotations().running(m_resource.id)) {
        attachTo(*running);
    } else {
        choose(preselected);
    }
}

void RegenerateDialog::tellAges(const KeyAges& ages)
{
    m_ages = &ages;
    if (auto* page = qobject_cast<ChooseKeyPage*>(m_page.data())) {
        page->tellAges(ages);
    }
}

bool RegenerateDialog::holdsUnkeptKey() const
{
    return m_hasNewKey && m_keys->at(m_type) && !m_keys->at(m_type)->isKept;
}

void RegenerateDialog::forgetKeys(const QString& why)
{
    const auto knowsSome = [this] { return m_keys->at(KeyType::Primary) || m_keys->at(KeyType::Secondary); };
    const bool hadSome = knowsSome() || m_keys->activity() != ResourceKeys::Activity::None;
    m_keys->forget();
    m_whyForgotten = why;
    // A key that is still here is in memory only, and the page says how to keep it.
    if (hadSome && !knowsSome()) {
        showForgotten();
    }
}

void RegenerateDialog::showForgotten()
{
    m_message->show(MessageBar::Level::Info, m_whyForgotten);
    m_message->addAction(tr("Read the keychain again"), this, [this] { m_keys->read(); });
}

void RegenerateDialog::reject()
{
    if (holdsUnkeptKey()) {
        askBeforeClosing();
    } else {
        QDialog::reject();
    }
}

bool RegenerateDialog::event(QEvent* event)
{
    const bool isHandled = QDialog::event(event);
    // A layout sees to the least width of its window by itself, but not to the height of text that wraps.
    if (event->type() == QEvent::LayoutRequest) {
        fitHeight(width());
    }
    return isHandled;
}

void RegenerateDialog::fitHeight(int wide)
{
    const int fitting = m_layout->totalHeightForWidth(wide);
    // What is no longer needed goes again, unless a person has made the window higher.
    const bool isOurs = height() == m_fittedHeight;
    m_fittedHeight = fitting;
    resize(wide, isOurs ? fitting : std::max(height(), fitting));
}

ChooseKeyPage& RegenerateDialog::choose(KeyType preselected)
{
    SecretStore& secrets = m_session->keptKeys().secrets();
    auto* page = new ChooseKeyPage(*m_keys, secrets, preselected, m_clipboard, this);
    connect(page, &ChooseKeyPage::cancelled, this, &RegenerateDialog::reject);
    connect(page, &ChooseKeyPage::signInRequested, this, &RegenerateDialog::signInRequested);
    connect(page, &ChooseKeyPage::confirmed, this, [this, page](KeyType type) { regenerate(type, *page); });
    connect(page, &ChooseKeyPage::unlocked, this, &RegenerateDialog::resumeWhatIsLeftOpen);
    if (m_ages != nullptr) {
        page->tellAges(*m_ages);
    }
    showPage(page);
    if (secrets.status().health() != StoreHealth::Ready) {
        // What was wrong may be over. The page follows the status.
        secrets.probe(page)->start();
    }
    return *page;
}

void RegenerateDialog::regenerate(KeyType type, ChooseKeyPage& page)
{
    m_keys->cancelFetch();
    const Result<RotationJob*> job = m_session->rotations().regenerate(m_resource, type);
    if (!job) {
        page.showProblem(job.error());
        return;
    }
    attachTo(**job);
}

void RegenerateDialog::attachTo(RotationJob& job)
{
    m_type = job.keyType();
    auto* page = new ProgressPage(job, this);
    connect(page, &ProgressPage::closeRequested, this, &RegenerateDialog::reject);
    job.onFinished(this, [this](const Result<RotationOutcome>& result) {
        if (!result && m_session->rotations().hasAbandonedLock(m_resource.id)) {
            choose(m_type).showLocked(result.error(), m_session->rotations());
            return;
        }
        // An Error: it ended before anything was sent.
        showResult(result ? *result : RotationOutcome{RotationEnd::Unchanged, m_type, {}, result.error()});
    });
    showPage(page);
}

/// What the other computer didn't finish comes before a regeneration here.
void RegenerateDialog::resumeWhatIsLeftOpen()
{
    const QList<RotationRecord> records = m_session->rotations().leftOpen();
    const auto mine = std::find_if(records.begin(), records.end(),
                                   [this](const RotationRecord& record) { return record.resource == m_resource.id; });
    if (mine == records.end()) {
        return;
    }
    if (const Result<RotationJob*> job = m_session->rotations().takeUp(*mine)) {
        attachTo(**job);
    }
}

void RegenerateDialog::showResult(const RotationOutcome& outcome)
{
    m_hasNewKey = outcome.hasNewKey();
    m_keys->learn(outcome);
    if (outcome.hasNewKey() && m_keys->isForgotten() && !m_keys->at(m_type)) {
        showForgotten();
    }
    auto* page = new ResultPage(outcome, *m_keys, m_clipboard, this);
    connect(page, &ResultPage::startOverRequested, this, [this] { choose(m_type); });
    connect(page, &ResultPage::signInRequested, this, &RegenerateDialog::signInRequested);
    connect(page, &ResultPage::closeRequested, this, &RegenerateDialog::reject);
    showPage(page);
}

void RegenerateDialog::showPage(QWidget* page)
{
    // Asked now: the page before hands the keyboard to whatever comes next in the window when it is hidden.
    const bool pageHasChosen = page->focusWidget() != nullptr;
    if (m_page) {
        m_layout->removeWidget(m_page);
        m_page->hide();
        // Later: the page is left from a slot of one of its buttons.
        m_page->deleteLater();
    }
    m_page = page;
    m_layout->addWidget(page);
    page->show();
    if (!pageHasChosen) {
        focusDefaultButton();
    }
    const int wide = std::max({isVisible() ? width() : 0, minimumWidth(), m_layout->totalMinimumSize().width()});
    m_fittedHeight = height(); // another page, another height
    fitHeight(wide);
}

void RegenerateDialog::focusDefaultButton()
{
    for (QPushButton* button : m_page->findChildren<QPushButton*>()) {
        if (button->isDefault()) {
            button->setFocus();
        }
    }
}

void RegenerateDialog::askBeforeClosing()
{
    if (m_question) {
        return;
    }
    m_question = new QMessageBox(QMessageBox::Warning, windowTitle(),
                                 tr("Close, although the new key is not in your keychain?"), QMessageBox::Cancel, this);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(
        tr("The key before it no longer works. CommKeys holds the new %1 key of %2 in memory "
           "until it is closed; then it is gone from here.")
            .arg(displayName(m_type), m_resource.name()));
    auto* close = m_question->addButton(tr("Close anyway"), QMessageBox::DestructiveRole);
    m_question->setDefaultButton(QMessageBox::Cancel);
    m_question->setEscapeButton(QMessageBox::Cancel);
    connect(close, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    m_question->open();
}

} // namespace CommKeys
