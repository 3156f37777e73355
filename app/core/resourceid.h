// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "core/sharedtexts.h"

#include <QHashFunctions>
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

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    /// Word for word as it came, with a leading slash and none at the end.
    [[nodiscard]] const QString& toString() const { return m_text; }
    [[nodiscard]] const SubscriptionId& subscription() const { return m_subscription; }
    [[nodiscard]] const QString& resourceGroup() const { return m_resourceGroup; }
    [[nodiscard]] const QString& name() const { return m_name; }

    /// Subscription and group, which many resources have in common.
    void shareTexts(SharedTexts& texts);

    friend bool operator==(const ResourceId& a, const ResourceId& b)
    {
        // Nearly always they are written alike, which is seen at once.
        return a.m_text == b.m_text || a.m_text.compare(b.m_text, Qt::CaseInsensitive) == 0;
    }
    friend size_t qHash(const ResourceId& id, size_t seed = 0) { return caselessHash(id.m_text, seed); }

private:
    QString m_text;
    SubscriptionId m_subscription;
    QString m_resourceGroup;
    QString m_name;
};

/// The checks by themselves, for fields that are filled in one by one. Empty text: nothing wrong; else what is.
[[nodiscard]] QString problemWithSubscription(QStringView text);
[[nodiscard]] QString problemWithResourceGroup(QStringView text);
[[nodiscard]] QString problemWithResourceName(QStringView text);

} // namespace CommKeys
