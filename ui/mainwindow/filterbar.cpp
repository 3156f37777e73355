// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/filterbar.h"

#include "common/icons.h"
#include "common/plaintext.h"
#include "common/translated.h"
#include "resourcelist/resourcefiltermodel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSet>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int usualLetters = 16; ///< of the name of a tenant or a subscription
constexpr int mostLetters = 36;  ///< "Default Directory (contoso.example)"

QComboBox* scopeBox(QWidget* parent)
{
    auto* box = new QComboBox(parent);
    // As wide as a usual name and no wider: a long one is cut short in the box and whole in its list.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

// How many letters a box has to show so that names with the same beginning can be told apart while it is closed.
int lettersToTellApart(const QList<std::pair<QString, QString>>& sorted)
{
    qsizetype letters = usualLetters;
    for (qsizetype at = 1; at < sorted.size(); ++at) {
        const QString& before = sorted.at(at - 1).first;
        const QString& name = sorted.at(at).first;
        if (name.left(usualLetters).compare(before.left(usualLetters), Qt::CaseInsensitive) == 0) {
            letters = std::max({letters, name.size(), before.size()});
        }
    }
    return static_cast<int>(std::min<qsizetype>(letters, mostLetters));
}

// Refills @p box and chooses what is wanted, when it is on offer.
void refill(QComboBox& box, const QString& all, QList<std::pair<QString, QString>> entries, const QString& wanted)
{
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    const QSignalBlocker quiet(box);
    box.clear();
    box.addItem(all, QString());
    box.setMinimumContentsLength(std::max(lettersToTellApart(entries), static_cast<int>(all.size())));
    for (const auto& [name, id] : entries) {
        box.addItem(name, id);
        box.setItemData(box.count() - 1, plainText(name + u'\n' + id), Qt::ToolTipRole);
    }
    box.setCurrentIndex(std::max(box.findData(wanted, Qt::UserRole, Qt::MatchFixedString), 0));
}

} // namespace

FilterBar::FilterBar(ResourceFilterModel& filter, QWidget* parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_text(new QLineEdit(this))
    , m_tenant(scopeBox(this))
    , m_subscription(scopeBox(this))
{
    m_text->setClearButtonEnabled(true);
    m_text->addAction(Icons::line(u"search"_s), QLineEdit::LeadingPosition);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text, 1);
    layout->addWidget(m_tenant);
    layout->addWidget(m_subscription);
    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::apply);
    connect(m_tenant, &QComboBox::currentIndexChanged, this, [this] {
        m_wantedTenant = TenantId(m_tenant->currentData().toString());
        offerSubscriptions();
        m_wantedSubscription = SubscriptionId(m_subscription->currentData().toString());
        apply();
    });
    connect(m_subscription, &QComboBox::currentIndexChanged, this, [this] {
        m_wantedSubscription = SubscriptionId(m_subscription->currentData().toString());
        apply();
    });
    translated(this, [this] { showTexts(); });
}

void FilterBar::showTexts()
{
    m_text->setPlaceholderText(tr("Filter resources…"));
    m_text->setAccessibleName(m_text->placeholderText());
    if (auto* clear = m_text->findChild<QAction*>(u"_q_qlineeditclearaction"_s)) {
        clear->setText(tr("Clear the text")); // Qt draws the button without a name
    }
    for (const auto& [box, name] : {std::pair(m_tenant, tr("Tenant")), std::pair(m_subscription, tr("Subscription"))}) {
        box->setAccessibleName(name);
        box->setAccessibleDescription(name); // on Linux Qt says the text of a combo box in place of its name
    }
    offerScopes();
}

void FilterBar::setScopes(const QList<Tenant>& tenants, const QList<Subscription>& subscriptions)
{
    m_tenants = tenants;
    m_subscriptions = subscriptions;
    offerScopes();
}

void FilterBar::offerScopes()
{
    offerTenants();
    offerSubscriptions();
    apply();
}

QString FilterBar::text() const
{
    return m_text->text();
}

void FilterBar::setText(const QString& text)
{
    m_text->setText(text);
}

void FilterBar::choose(const TenantId& tenant, const SubscriptionId& subscription)
{
    m_wantedTenant = tenant;
    m_wantedSubscription = subscription;
    offerScopes();
}

void FilterBar::clear()
{
    m_text->clear();
    choose({}, {});
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::offerTenants()
{
    QList<std::pair<QString, QString>> entries;
    for (const Tenant& tenant : m_tenants) {
        entries.append({tenant.displayName, tenant.id.toString()});
    }
    refill(*m_tenant, tr("All tenants"), entries, m_wantedTenant.toString());
}

void FilterBar::offerSubscriptions()
{
    const TenantId tenant(m_tenant->currentData().toString());
    QList<std::pair<QString, QString>> entries;
    QSet<SubscriptionId> seen; // a subscription that two tenants reach is listed by both
    for (const Subscription& subscription : m_subscriptions) {
        if ((tenant.isEmpty() || subscription.tenant == tenant) && !seen.contains(subscription.id)) {
            seen.insert(subscription.id);
            entries.append({subscription.displayName, subscription.id.toString()});
        }
    }
    refill(*m_subscription, tr("All subscriptions"), entries, m_wantedSubscription.toString());
}

void FilterBar::apply()
{
    for (QComboBox* box : {m_tenant, m_subscription}) {
        setPlainToolTip(
            *box, box->currentData(Qt::ToolTipRole).toString()); // whole, with its id, where the box cuts it short
    }
    m_filter.setText(m_text->text());
    m_filter.setTenant(TenantId(m_tenant->currentData().toString()));
    m_filter.setSubscription(SubscriptionId(m_subscription->currentData().toString()));
}

} // namespace CommKeys
