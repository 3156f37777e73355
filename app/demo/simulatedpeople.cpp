// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedpeople.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

QList<SimulatedPerson> peopleOf(const SimulatedEstate& estate)
{
    if (estate.tenants().isEmpty()) {
        return {};
    }
    const SimulatedTenant& last = estate.tenants().last();
    const TenantId first = estate.tenants().first().id;
    return {{u"avery@contoso.example"_s, first, true},
            {u"jordan@"_s + last.defaultDomain, last.id, false},
            {u"robin@outlook.example"_s, TenantId(simulatedConsumers.toString()), true, first}};
}

std::optional<SimulatedPerson> personOf(const SimulatedEstate& estate, const QString& upn)
{
    for (const SimulatedPerson& person : peopleOf(estate)) {
        if (person.upn.compare(upn, Qt::CaseInsensitive) == 0) {
            return person;
        }
    }
    return std::nullopt;
}

} // namespace CommKeys
