// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/resourcefiltermodel.h"

#include "resourcelist/resourcelistmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// The C locale has no order of letters but that of their codes.
QLocale sortingLocale()
{
    const QLocale collation = QLocale().collation();
    return collation.language() == QLocale::C ? QLocale(QLocale::English) : collation;
}

} // namespace

ResourceFilterModel::ResourceFilterModel(ResourceListModel& resources, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_resources(resources)
    , m_collator(sortingLocale())
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
    setSourceModel(&resources);
    sort(ResourceListModel::Name);
}

void ResourceFilterModel::setText(const QString& text)
{
    const QStringList words = text.simplified().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (m_words != words) {
        m_words = words;
        refilter();
    }
}

void ResourceFilterModel::setTenant(const TenantId& tenant)
{
    if (!(m_tenant == tenant)) {
        m_tenant = tenant;
        refilter();
    }
}

void ResourceFilterModel::setSubscription(const SubscriptionId& subscription)
{
    if (!(m_subscription == subscription)) {
        m_subscription = subscription;
        refilter();
    }
}

void ResourceFilterModel::clear()
{
    m_words.clear();
    m_tenant = {};
    m_subscription = {};
    refilter();
}

bool ResourceFilterModel::isFiltering() const
{
    return !m_words.isEmpty() || !m_tenant.isEmpty() || !m_subscription.isEmpty();
}

bool ResourceFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const CommunicationService& resource = m_resources.resource(sourceRow);
    if (!m_tenant.isEmpty() && !(resource.tenant == m_tenant)) {
        return false;
    }
    if (!m_subscription.isEmpty() && !(resource.id.subscription() == m_subscription)) {
        return false;
    }
    const QString text =
        m_resources.index(sourceRow, 0, sourceParent).data(ResourceListModel::SearchTextRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString& word) { return text.contains(word); });
}

bool ResourceFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const int byColumn = compareCells(left, right);
    if (byColumn != 0) {
        return byColumn < 0;
    }
    const ResourceId& a = m_resources.resource(left.row()).id;
    const ResourceId& b = m_resources.resource(right.row()).id;
    const int byName = m_collator.compare(a.name(), b.name());
    return byName != 0 ? byName < 0 : a.toString().compare(b.toString(), Qt::CaseInsensitive) < 0;
}

int ResourceFilterModel::compareCells(const QModelIndex& left, const QModelIndex& right) const
{
    if (left.column() != ResourceListModel::Age) {
        return m_collator.compare(left.data().toString(), right.data().toString());
    }
    const int a = left.data(ResourceListModel::AgeRole).toInt();
    const int b = right.data(ResourceListModel::AgeRole).toInt();
    // "Over 90 days" and 90 days are told apart by their texts.
    return a != b ? (a < b ? -1 : 1) : m_collator.compare(left.data().toString(), right.data().toString());
}

void ResourceFilterModel::refilter()
{
    invalidateFilter();
    emit filterChanged();
}

} // namespace CommKeys
