// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsdialog.h"

#include "azure/publicclouds.h"
#include "core/ids.h"
#include "core/serviceurl.h"
#include "core/tenantname.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int shortestSeconds = 5;
constexpr int longestSeconds = 3600;

QSpinBox* secondsBox(QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(shortestSeconds, longestSeconds);
    //: Seconds, after a number
    box->setSuffix(SettingsDialog::tr(" s"));
    return box;
}

QLabel* hint(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

// @p text is the label, with its mnemonic and a colon at the end.
void addRow(QFormLayout& form, const QString& text, QWidget* field)
{
    form.addRow(text, field);
    static const QRegularExpression mnemonic(u"\\(&.\\)|&"_s); // some languages put it behind the word
    field->setAccessibleName(text.chopped(1).remove(mnemonic));
}

void tell(QLabel& label, const QString& problem)
{
    label.setText(problem);
    label.setVisible(!problem.isEmpty());
}

} // namespace

SettingsDialog::SettingsDialog(const Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_cloud(new QComboBox(this))
    , m_armEndpoint(new QLineEdit(this))
    , m_problem(hint({}, this))
    , m_clientId(new QLineEdit(this))
    , m_tenant(new QLineEdit(this))
    , m_signInProblem(hint({}, this))
    , m_clipboardSeconds(secondsBox(this))
    , m_hideSeconds(secondsBox(this))
    , m_buttons(new QDialogButtonBox(
          QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this))
{
    setWindowTitle(tr("Settings"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addCloudRows(*form);
    auto* times = new QFormLayout;
    times->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addTimeRows(*times);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(makeSignInGroup());
    layout->addLayout(times);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addStretch();
    layout->addWidget(m_buttons);

    connect(m_buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    QPushButton* defaults = m_buttons->button(QDialogButtonBox::RestoreDefaults);
    defaults->setText(tr("Restore defaults"));
    connect(defaults, &QPushButton::clicked, this, [this] { showValues(Settings()); });
    connect(m_cloud, &QComboBox::currentIndexChanged, this, &SettingsDialog::check);
    for (QLineEdit* field : {m_armEndpoint, m_clientId, m_tenant}) {
        connect(field, &QLineEdit::textChanged, this, &SettingsDialog::check);
    }
    showValues(settings);
    resize(sizeHint().expandedTo(QSize(fontMetrics().averageCharWidth() * 84, 0)));
    growToFit();
}

void SettingsDialog::accept()
{
    if (problem().isEmpty() && signInProblem().isEmpty()) {
        emit chosen(entered());
        QDialog::accept();
    }
}

void SettingsDialog::addCloudRows(QFormLayout& form)
{
    for (const Cloud& cloud : publicClouds()) {
        m_cloud->addItem(cloud.name, cloud.name);
    }
    m_cloud->addItem(tr("A cloud of my own"));
    m_armEndpoint->setPlaceholderText(u"https://management.example.net"_s);
    m_armEndpoint->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_problem->setObjectName(u"armEndpointProblem"_s);

    addRow(form, tr("&Cloud:"), m_cloud);
    //: ARM is Azure Resource Manager
    addRow(form, tr("&ARM address:"), m_armEndpoint);
    form.addRow({}, m_problem);
    form.addRow({}, hint(tr("A change of cloud takes effect at the next sign-in."), this));
}

QWidget* SettingsDialog::makeSignInGroup()
{
    auto* group = new QGroupBox(tr("Sign-in"), this);
    m_clientId->setPlaceholderText(developerSignOnClientId);
    //: Where a tenant could be named and is not
    m_tenant->setPlaceholderText(tr("The account's own"));
    for (QLineEdit* field : {m_clientId, m_tenant}) {
        field->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    }
    m_signInProblem->setObjectName(u"signInProblem"_s);
    auto* form = new QFormLayout(group);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addRow(*form, tr("Application (client) &id:"), m_clientId);
    addRow(*form, tr("&Tenant:"), m_tenant);
    form->addRow({}, m_signInProblem);
    form->addRow(hint(tr("The application registration in Microsoft Entra ID that asks you to sign in. Change it "
                         "where your organization has one of its own; name the tenant, by its GUID or a domain, "
                         "where you are a guest. Both take effect at the next sign-in."),
                      group));
    return group;
}

void SettingsDialog::addTimeRows(QFormLayout& form)
{
    addRow(form, tr("Clear the clip&board after:"), m_clipboardSeconds);
    addRow(form, tr("&Hide a shown key after:"), m_hideSeconds);
}

void SettingsDialog::showValues(const Settings& settings)
{
    const int ownCloud = m_cloud->count() - 1;
    const int publicCloud = m_cloud->findData(settings.cloud, Qt::UserRole, Qt::MatchFixedString);
    m_cloud->setCurrentIndex(settings.armEndpoint.isEmpty() ? std::max(publicCloud, 0) : ownCloud);
    m_armEndpoint->setText(settings.armEndpoint);
    m_clientId->setText(settings.clientId);
    m_tenant->setText(settings.tenant);
    m_clipboardSeconds->setValue(static_cast<int>(settings.clipboardClearsAfter.count()));
    m_hideSeconds->setValue(static_cast<int>(settings.secretHidesAfter.count()));
    check();
}

Settings SettingsDialog::entered() const
{
    Settings settings;
    if (isOwnCloud()) {
        settings.armEndpoint = m_armEndpoint->text().trimmed();
    } else {
        settings.cloud = m_cloud->currentData().toString();
    }
    settings.clientId = m_clientId->text().trimmed();
    settings.tenant = m_tenant->text().trimmed();
    settings.clipboardClearsAfter = std::chrono::seconds(m_clipboardSeconds->value());
    settings.secretHidesAfter = std::chrono::seconds(m_hideSeconds->value());
    return settings;
}

bool SettingsDialog::isOwnCloud() const
{
    return m_cloud->currentIndex() == m_cloud->count() - 1;
}

QString SettingsDialog::problem() const
{
    if (!isOwnCloud()) {
        return {};
    }
    const Result<QUrl> url = checkServiceUrl(m_armEndpoint->text().trimmed(), tr("The ARM address"));
    return url ? QString() : url.error().message + u' ' + url.error().advice;
}

QString SettingsDialog::signInProblem() const
{
    const Settings settings = entered();
    if (!isUuid(settings.clientId)) {
        return tr("The application id is a GUID, such as %1.").arg(developerSignOnClientId);
    }
    if (!settings.tenant.isEmpty() && !isTenantName(settings.tenant)) {
        //: contoso.example is an example and may be replaced by another
        return tr("The tenant is a GUID or a domain, such as contoso.example.");
    }
    return {};
}

void SettingsDialog::check()
{
    const bool own = isOwnCloud();
    m_armEndpoint->setEnabled(own);
    // An empty field is not yet a mistake; OK waits for it all the same.
    const QString found = problem();
    tell(*m_problem, m_armEndpoint->text().isEmpty() ? QString() : found.trimmed());
    m_armEndpoint->setAccessibleDescription(m_problem->text());
    const QString foundInSignIn = signInProblem();
    tell(*m_signInProblem, m_clientId->text().isEmpty() ? QString() : foundInSignIn);
    const bool isAboutClientId = !isUuid(m_clientId->text().trimmed());
    m_clientId->setAccessibleDescription(isAboutClientId ? m_signInProblem->text() : QString());
    m_tenant->setAccessibleDescription(isAboutClientId ? QString() : m_signInProblem->text());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(found.isEmpty() && foundInSignIn.isEmpty());
    growToFit();
}

// A dialog does not make room by itself for text that wraps.
void SettingsDialog::growToFit()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace CommKeys
