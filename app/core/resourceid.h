// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QExplicitlySharedDataPointer>
#include <QHash>
#include <QSharedData>
#include <QString>
#include <QStringView>

namespace CommKeys {

/// The id of one Communication Services resource:
/// `/subscriptions/{uuid}/resourceGroups/{group}/providers/Microsoft.Communication/communicationServices/{name}`.
///
/// Kept as the service wrote it and never rebuilt (azure-api, "casing is unstable"); compared without regard to case.
/// A ResourceId that exists is safe to put into a path: parse() and of() let nothing through that could lead elsewhere
/// (a slash, a query, `..`). Name `^[-\w]+$` of 1 to 63 letters, subscription a UUID, both checked before anything is
/// sent. Source: Communication Services - Regenerate Key, 2023-04-01, URI parameters.
class ResourceId
{
public:
    /// No resource: isEmpty().
    ResourceId() = default;

    /// From an id as ARM writes it, in any casing. Fails with InvalidInput that names the part that is wrong.
    [[nodiscard]] static Result<ResourceId> parse(QStringView text);
    /// From its parts, as a person types them. Fails with InvalidInput that names the part that is wrong.
    [[nodiscard]] static Result<ResourceId> of(const SubscriptionId& subscription, const QString& resourceGroup,
                                               const QString& name);

    [[nodiscard]] bool isEmpty() const { return m_name.isEmpty(); }
    /// Word for word as it came, with a leading slash and none at the end.
    [[nodiscard]] QString toString() const { return m_scope ? m_scope->path + m_name : QString(); }
    [[nodiscard]] const SubscriptionId& subscription() const { return scope().subscription; }
    [[nodiscard]] const QString& resourceGroup() const { return scope().resourceGroup; }
    [[nodiscard]] const QString& name() const { return m_name; }

    friend bool operator==(const ResourceId& a, const ResourceId& b)
    {
        return isSameScope(a, b) && a.m_name.compare(b.m_name, Qt::CaseInsensitive) == 0;
    }
    friend size_t qHash(const ResourceId& id, size_t seed = 0)
    {
        return caselessHash(id.m_name, id.scope().hash ^ seed);
    }

private:
    friend class SharedScopes;

    /// Where the resources of one group are. They have it in common, since it is most of an id.
    struct Scope : QSharedData
    {
        Scope() = default;
        Scope(QStringView wholePath, QStringView inSubscription, QStringView inGroup);

        QString path; ///< of the id, all but the name
        SubscriptionId subscription;
        QString resourceGroup;
        size_t hash = 0; ///< of the path, without regard to case
    };
    using ScopePointer = QExplicitlySharedDataPointer<const Scope>;

    [[nodiscard]] const Scope& scope() const;
    [[nodiscard]] static bool isSameScope(const ResourceId& a, const ResourceId& b);

    ScopePointer m_scope; ///< null: isEmpty()
    QString m_name;
};

/// Has ids that lie in the same group, written alike, share the memory for that.
class SharedScopes
{
public:
    void share(ResourceId& id);

private:
    QHash<QString, ResourceId::ScopePointer> m_scopes; ///< by their paths
};

/// The checks by themselves, for fields that are filled in one by one. Empty text: nothing wrong; else what is.
[[nodiscard]] QString problemWithSubscription(QStringView text);
[[nodiscard]] QString problemWithResourceGroup(QStringView text);
[[nodiscard]] QString problemWithResourceName(QStringView text);

} // namespace CommKeys
