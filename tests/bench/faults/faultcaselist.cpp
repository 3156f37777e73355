// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/faultcaselist.h"

using namespace Qt::StringLiterals;

namespace CommKeys {

void FaultCaseList::add(FaultCase one, const QString& name)
{
    for (int variant = 0; variant < 4; ++variant) {
        addVariant(one, name, variant);
    }
}

void FaultCaseList::addVariant(FaultCase one, const QString& name, int number)
{
    one.type = number % 4 < 2 ? KeyType::Primary : KeyType::Secondary;
    one.isSeeded = number % 2 == 1;
    addOne(one, name + (one.isSeeded ? u"/seeded/"_s : u"/fresh/"_s) + apiName(one.type).toLower());
}

void FaultCaseList::addOne(FaultCase one, const QString& name)
{
    one.name = one.kind + u'/' + name;
    m_cases.append(one);
}

FaultCase ofKind(const QString& kind)
{
    FaultCase one;
    one.kind = kind;
    return one;
}

SimulatedFault faultOf(bool acts, SimulatedFault::Reply reply)
{
    return acts ? SimulatedFault::afterActing("POST", u"regenerateKey"_s, reply)
                : SimulatedFault::beforeActing("POST", u"regenerateKey"_s, reply);
}

SimulatedFault statusOf(bool acts, int status)
{
    SimulatedFault fault = SimulatedFault::given("POST", u"regenerateKey"_s, status);
    fault.acts = acts;
    return fault;
}

} // namespace CommKeys
