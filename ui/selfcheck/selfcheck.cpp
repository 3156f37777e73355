// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "selfcheck/selfcheck.h"

#include "common/messagebar.h"
#include "mainwindow/mainwindow.h"
#include "resourcelist/resourcelistview.h"
#include "selfcheck/widgetfinder.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QProgressBar>
#include <QPushButton>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr QSize pictureSize(1180, 720);

const QString& resourceName()
{
    static const QString name = u"acs-prod-00000"_s;
    return name;
}

// The texts of other classes, as they are shown in the person's language.
QString shown(const char* context, const char* text)
{
    return QCoreApplication::translate(context, text);
}

QPushButton* usableButton(const QWidget& root, const QString& name)
{
    auto* button = findVisible<QPushButton>(root, name);
    return button != nullptr && button->isEnabled() ? button : nullptr;
}

bool says(const QWidget& root, const QString& text)
{
    return findVisible<QLabel>(root, text) != nullptr;
}

QString problemIn(const QWidget& root)
{
    for (const MessageBar* bar : root.findChildren<MessageBar*>()) {
        if (bar->isVisible() && bar->level() == MessageBar::Level::Problem) {
            return bar->text();
        }
    }
    return {};
}

} // namespace

SelfCheck::SelfCheck(MainWindow& window, const QString& screenshot, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_screenshot(screenshot)
    , m_salt(QByteArray::number(QRandomGenerator::system()->generate64()))
{
    m_pulse.setInterval(50ms);
    connect(&m_pulse, &QTimer::timeout, this, &SelfCheck::proceed);
    m_patience.setSingleShot(true);
    m_patience.setInterval(60s);
    connect(&m_patience, &QTimer::timeout, this, &SelfCheck::giveUp);
}

void SelfCheck::start()
{
    // An off-screen window is no larger than the screen that is not there; the picture is to show all of it.
    if (!m_screenshot.isEmpty()) {
        m_window.resize(m_window.size().expandedTo(pictureSize));
    }
    m_pulse.start();
    m_patience.start();
}

const QList<SelfCheck::Step>& SelfCheck::steps()
{
    static const QList<Step> all{
        {QT_TR_NOOP("the list of resources"), &SelfCheck::listResources},
        {QT_TR_NOOP("the resource in the list"), &SelfCheck::chooseResource},
        {QT_TR_NOOP("the button that gets the keys"), &SelfCheck::askForKeys},
        {QT_TR_NOOP("the keys"), &SelfCheck::copyOldKey},
        {QT_TR_NOOP("the dialog"), &SelfCheck::openDialog},
        {QT_TR_NOOP("the confirmation"), &SelfCheck::confirm},
        {QT_TR_NOOP("the new key"), &SelfCheck::awaitNewKey},
        {QT_TR_NOOP("the new connection string"), &SelfCheck::copyNewKey},
        {QT_TR_NOOP("the keychain"), &SelfCheck::compareWithKeychain},
        {QT_TR_NOOP("the dialog to close"), &SelfCheck::closeDialog},
        {QT_TR_NOOP("the picture"), &SelfCheck::savePicture},
    };
    return all;
}

void SelfCheck::proceed()
{
    const qsizetype step = m_step;
    const std::optional<QString> line = (this->*steps().at(step).attempt)();
    if (!line || !m_pulse.isActive()) {
        return;
    }
    emit told(u"%1. %2"_s.arg(step + 1).arg(*line));
    if (++m_step == steps().size()) {
        end(0);
    }
}

void SelfCheck::giveUp()
{
    const QString wanted = tr(steps().at(m_step).waitingFor);
    const QString problem = problemIn(m_window);
    if (problem.isEmpty()) {
        //: %1: what was waited for, such as "the list of resources"
        fail(tr("waited in vain for %1").arg(wanted));
    } else {
        //: %1: what was waited for, such as "the list of resources"; %2: whole sentences
        fail(tr("waited in vain for %1; the window says: “%2”").arg(wanted, problem));
    }
}

void SelfCheck::fail(const QString& reason)
{
    emit told(tr("Failed in step %1: %2.").arg(m_step + 1).arg(reason));
    end(1);
}

void SelfCheck::end(int exitCode)
{
    m_pulse.stop();
    m_patience.stop();
    emit finished(exitCode);
}

std::optional<QString> SelfCheck::listResources()
{
    const auto* counts = m_window.findChild<QLabel*>(u"counts"_s);
    if (counts == nullptr || counts->text().isEmpty()) {
        return {};
    }
    if (!says(m_window, shown("CommKeys::WindowToolBar", "Demo"))) {
        fail(tr("the window has no Demo mark"));
        return {};
    }
    return tr("Listed %1.").arg(counts->text().section(u" · "_s, 0, 0));
}

std::optional<QString> SelfCheck::chooseResource()
{
    auto* filter = findVisible<QLineEdit>(m_window, shown("CommKeys::FilterBar", "Filter resources…"));
    auto* list = findVisible<ResourceListView>(m_window, shown("CommKeys::ResourceListView", "Resources"));
    if (filter == nullptr || list == nullptr) {
        return {};
    }
    filter->clear();
    const QModelIndexList found =
        list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, resourceName(), 1, Qt::MatchFixedString);
    if (found.isEmpty()) {
        return {};
    }
    list->scrollTo(found.constFirst());
    clickAt(*list->viewport(), list->visualRect(found.constFirst()).center());
    const std::optional<CommunicationService> chosen = list->currentResource();
    if (!chosen || chosen->name() != resourceName()) {
        return {};
    }
    return tr("Chose %1 in %2, resource group %3.")
        .arg(chosen->name(), chosen->subscriptionName, chosen->id.resourceGroup());
}

std::optional<QString> SelfCheck::askForKeys()
{
    QPushButton* button = usableButton(m_window, shown("CommKeys::KeysPanel", "Get keys from Azure"));
    if (button == nullptr) {
        return {};
    }
    button->click();
    return tr("Asked Azure for its keys.");
}

std::optional<QString> SelfCheck::copyOldKey()
{
    const QWidget* card = primaryCard();
    QPushButton* fetch = usableButton(m_window, shown("CommKeys::KeysPanel", "Get keys from Azure"));
    QPushButton* copy =
        card == nullptr ? nullptr : usableButton(*card, shown("CommKeys::KeyCard", "Copy connection string"));
    if (fetch == nullptr || copy == nullptr) {
        return {};
    }
    copy->click();
    m_old = pasted();
    return tr("Copied the primary connection string: fingerprint %1.").arg(fingerprint(m_old));
}

std::optional<QString> SelfCheck::openDialog()
{
    const QDialog* here = dialog();
    if (here == nullptr) {
        if (QPushButton* button = usableButton(m_window, shown("CommKeys::KeyCard", "Regenerate primary key…"))) {
            button->click();
        }
        return {};
    }
    const auto* cancel = findVisible<QPushButton>(*here, shown("CommKeys::ChooseKeyPage", "Cancel"));
    if (cancel == nullptr || !cancel->isDefault()) {
        fail(tr("the default of the dialog is not to cancel"));
    } else if (usableButton(*here, shown("CommKeys::ChooseKeyPage", "Regenerate primary key")) != nullptr) {
        fail(tr("the dialog does not ask before it regenerates"));
    }
    return tr("Opened the dialog; its default is Cancel.");
}

std::optional<QString> SelfCheck::confirm()
{
    const QDialog* here = dialog();
    if (here == nullptr) {
        return {};
    }
    auto* tick = findVisible<QCheckBox>(
        *here, shown("CommKeys::ChooseKeyPage", "I have moved my applications off the primary key"));
    if (tick == nullptr) {
        return {};
    }
    tick->setChecked(true);
    QPushButton* regenerate = usableButton(*here, shown("CommKeys::ChooseKeyPage", "Regenerate primary key"));
    if (regenerate == nullptr) {
        return {};
    }
    regenerate->click();
    return tr("Confirmed, and started to regenerate the primary key.");
}

std::optional<QString> SelfCheck::awaitNewKey()
{
    const QDialog* here = dialog();
    if (here == nullptr) {
        return {};
    }
    const char* page = "CommKeys::ResultPage";
    const QString type = displayName(KeyType::Primary);
    m_isKept = says(*here, shown(page, "The new %1 key is in your keychain.").arg(type));
    if (m_isKept) {
        return tr("The window says that the new key is in the keychain.");
    }
    if (says(*here, shown(page, "The new %1 key is only in memory.").arg(type)) ||
        says(*here, shown(page, "The new %1 key is in memory.").arg(type))) {
        return tr("There is a new key. It is in memory only, since there is no keychain that takes it.");
    }
    if (says(*here, shown(page, "The %1 key has not changed.").arg(type)) ||
        says(*here, shown(page, "The %1 key may have been replaced, or it may not.").arg(type))) {
        fail(tr("the key was not regenerated"));
    }
    return {};
}

std::optional<QString> SelfCheck::copyNewKey()
{
    const QDialog* here = dialog();
    QPushButton* copy =
        here == nullptr ? nullptr : usableButton(*here, shown("CommKeys::ResultPage", "Copy connection string"));
    if (copy == nullptr) {
        return {};
    }
    copy->click();
    m_new = pasted();
    if (m_new.isEmpty() || m_new == m_old) {
        fail(tr("the clipboard does not hold a new connection string"));
    }
    return tr("Copied the new connection string: fingerprint %1.").arg(fingerprint(m_new));
}

std::optional<QString> SelfCheck::compareWithKeychain()
{
    if (!m_isKept) {
        return tr("Nothing to compare in the keychain.");
    }
    readKeychain();
    if (!m_kept) {
        return {};
    }
    if (!*m_kept) {
        fail(tr("the keychain could not be read: %1").arg(m_kept->error().message));
    } else if (!(*m_kept)->primary || !((*m_kept)->primary->connectionString == m_new)) {
        fail(tr("the keychain holds another connection string"));
    }
    return tr("The keychain holds the same.");
}

std::optional<QString> SelfCheck::closeDialog()
{
    const QDialog* here = dialog();
    if (here == nullptr) {
        return tr("Closed the dialog.");
    }
    // It asks before a key that is nowhere else is lost; here it may be.
    QPushButton* button = usableButton(*here, shown("CommKeys::RegenerateDialog", "Close anyway"));
    if (button == nullptr) {
        button = usableButton(*here, shown("CommKeys::ResultPage", "Close"));
    }
    if (button != nullptr) {
        button->click();
    }
    return {};
}

std::optional<QString> SelfCheck::savePicture()
{
    const QPixmap picture = m_screenshot.isEmpty() ? QPixmap() : m_window.grab();
    if (!m_screenshot.isEmpty() && !picture.save(m_screenshot)) {
        fail(tr("the picture could not be written to %1").arg(m_screenshot));
        return {};
    }
    // Where there is no keychain, the window has to say so.
    const QString problem = problemIn(m_window);
    if (m_isKept && !problem.isEmpty()) {
        //: %1: whole sentences
        fail(tr("the window says: “%1”").arg(problem));
        return {};
    }
    if (m_screenshot.isEmpty()) {
        return tr("All is as it should be.");
    }
    return tr("All is as it should be; a picture of the window is in %1.").arg(m_screenshot);
}

void SelfCheck::readKeychain()
{
    if (m_hasAskedKeychain) {
        return;
    }
    m_hasAskedKeychain = true;
    const auto* list = m_window.findChild<ResourceListView*>();
    JobOf<KeptKeys>* job = m_window.session()->keptKeys().read(list->currentResource()->id, this);
    job->onFinished(this, [this](const Result<KeptKeys>& kept) { m_kept.emplace(kept); });
    job->start();
}

QDialog* SelfCheck::dialog() const
{
    for (auto* dialog : m_window.findChildren<QDialog*>()) {
        if (dialog->isVisible() &&
            dialog->windowTitle() == shown("CommKeys::RegenerateDialog", "Regenerate an access key")) {
            return dialog;
        }
    }
    return nullptr;
}

QWidget* SelfCheck::primaryCard() const
{
    return findVisible<QGroupBox>(m_window, shown("CommKeys::KeyCard", "Primary key"));
}

// Pastes as any program would: by a text field.
Secret SelfCheck::pasted() const
{
    QLineEdit field;
    field.paste();
    QString text = field.text();
    return Secret::take(text);
}

QString SelfCheck::fingerprint(const Secret& secret) const
{
    return secret.fingerprint(m_salt).left(8);
}

} // namespace CommKeys
