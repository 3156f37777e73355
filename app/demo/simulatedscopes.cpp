// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedscopes.h"

#include "demo/simulatedpeople.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr auto graph = "https://graph.microsoft.com"_L1;

bool isKeyVault(const QString& resource)
{
    return resource == "https://vault.azure.net"_L1 || resource == "https://vault.azure.net/"_L1;
}

} // namespace

SimulatedScopes SimulatedScopes::parse(const QString& text)
{
    static const QStringList words{u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s};
    SimulatedScopes scopes;
    for (const QString& scope : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype slash = scope.lastIndexOf(u'/');
        if (words.contains(scope)) {
            scopes.m_words.append(scope);
        } else if (slash < 0) {
            scopes.m_permissions.append({graph, scope}); // a permission without a resource is one of Graph
        } else {
            scopes.m_permissions.append({scope.first(slash), scope.sliced(slash + 1)});
        }
    }
    return scopes;
}

QStringList SimulatedScopes::resources() const
{
    QStringList found;
    for (const Permission& permission : m_permissions) {
        if (!found.contains(permission.resource)) {
            found.append(permission.resource);
        }
    }
    return found;
}

QString SimulatedScopes::audience() const
{
    return m_permissions.isEmpty() ? QString(graph) : m_permissions.first().resource;
}

QString SimulatedScopes::granted() const
{
    const QString resource = audience();
    QStringList scopes{resource + u"/user_impersonation"_s};
    if (m_permissions.isEmpty()) {
        scopes = m_words;
    } else if (asksFor(resource, u".default"_s)) {
        scopes.append(resource + u"/.default"_s);
    }
    return scopes.join(u' ');
}

std::optional<SimulatedEntraError> SimulatedScopes::problem(const SimulatedCloud& cloud, const QString& tenant) const
{
    const bool isOfConsumers = tenant == "consumers"_L1 || TenantId(tenant) == TenantId(simulatedConsumers.toString());
    for (const auto& [resource, name] : m_permissions) {
        if (isOfConsumers) {
            return SimulatedEntraError::of(70011, {resource + u'/' + name});
        }
        if (!cloud.accepts(resource) && !isKeyVault(resource)) {
            return SimulatedEntraError::of(500011, {resource, tenant});
        }
        const bool isKnown = name == ".default"_L1 || name == "user_impersonation"_L1;
        if (!isKnown || (asksFor(resource, u".default"_s) && name != ".default"_L1)) {
            return SimulatedEntraError::of(70011, {resource + u'/' + name});
        }
    }
    return std::nullopt;
}

bool SimulatedScopes::asksFor(const QString& resource, const QString& name) const
{
    return std::any_of(m_permissions.begin(), m_permissions.end(), [&](const Permission& permission) {
        return permission.resource == resource && permission.name == name;
    });
}

} // namespace CommKeys
