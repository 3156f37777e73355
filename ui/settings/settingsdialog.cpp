// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsdialog.h"

#include "settings/appearancesettings.h"
#include "settings/networksettings.h"
#include "settings/policynotice.h"
#include "settings/privacysettings.h"
#include "settings/signinsettings.h"
#include "settings/tenantsettings.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// Room for a hint to be two lines and not six.
constexpr int widthInLetters = 84;

} // namespace

SettingsDialog::SettingsDialog(const Settings& settings, const SettingsPolicy& policy, QWidget* parent,
                               const QList<Tenant>& tenants)
    : QDialog(parent)
    , m_settings(settings)
    , m_policy(policy)
    , m_tabs(new QTabWidget(this))
    , m_waitsFor(new QLabel(this))
    , m_buttons(new QDialogButtonBox(
          QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this))
{
    setWindowTitle(tr("Settings"));
    m_tabs->setAccessibleName(tr("Pages of the settings"));
    addPage(new SignInSettings(policy, m_tabs), tr("Sign-in"));
    addPage(new TenantSettings(policy, tenants, m_tabs), tr("Tenants"));
    addPage(new PrivacySettings(policy, m_tabs), tr("Keys and privacy"));
    addPage(new NetworkSettings(policy, m_tabs), tr("Network"));
    addPage(new AppearanceSettings(policy, m_tabs), tr("Appearance"));
    m_waitsFor->setTextFormat(Qt::PlainText);
    m_waitsFor->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    if (const QString notice = policyNotice(policy.problems); !notice.isEmpty()) {
        auto* label = new QLabel(notice, this);
        label->setObjectName(u"policyNotice"_s);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(label);
    }
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_waitsFor);
    layout->addWidget(m_buttons);

    connect(m_tabs, &QTabWidget::currentChanged, this, &SettingsDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    QPushButton* defaults = m_buttons->button(QDialogButtonBox::RestoreDefaults);
    defaults->setText(tr("Restore defaults"));
    connect(defaults, &QPushButton::clicked, this, [this] { showValues(m_policy.defaults); });
    showValues(settings);
    resize(sizeHint().expandedTo(QSize(fontMetrics().averageCharWidth() * widthInLetters, 0)));
    growToFit();
}

void SettingsDialog::accept()
{
    if (brokenPage() >= 0) {
        return;
    }
    Settings settings = m_settings;
    for (const SettingsPage* page : m_pages) {
        page->enterInto(settings);
    }
    emit chosen(settings);
    QDialog::accept();
}

void SettingsDialog::addPage(SettingsPage* page, const QString& title)
{
    m_pages.append(page);
    m_tabs->addTab(page, title);
    connect(page, &SettingsPage::changed, this, &SettingsDialog::check);
}

void SettingsDialog::showValues(const Settings& settings)
{
    for (SettingsPage* page : m_pages) {
        page->showValues(settings);
    }
    check();
}

int SettingsDialog::brokenPage() const
{
    const auto broken =
        std::find_if(m_pages.begin(), m_pages.end(), [](const SettingsPage* page) { return !page->isValid(); });
    return broken == m_pages.end() ? -1 : static_cast<int>(broken - m_pages.begin());
}

void SettingsDialog::check()
{
    const int broken = brokenPage();
    const bool isOutOfSight = broken >= 0 && broken != m_tabs->currentIndex();
    m_waitsFor->setVisible(isOutOfSight);
    m_waitsFor->setText(isOutOfSight ? tr("A field under “%1” is not right yet.").arg(m_tabs->tabText(broken))
                                     : QString());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(broken < 0);
    growToFit();
}

// A dialog does not make room by itself for text that wraps.
void SettingsDialog::growToFit()
{
    m_tabs->updateGeometry(); // has no layout to hear from that a page needs more than before
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace CommKeys
