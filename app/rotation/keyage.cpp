// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/keyage.h"

#include "rotation/keyrenewal.h"

#include <algorithm>
#include <array>

namespace CommKeys {

namespace {

/// Since when each of the two keys is what it is; nothing: from before all that is known.
class TwoKeys
{
public:
    explicit TwoKeys(const std::optional<QDateTime>& madeUtc) : m_sinceUtc{madeUtc, madeUtc} {}

    void renew(KeyType type, const QDateTime& timeUtc) { m_sinceUtc.at(type == KeyType::Primary ? 0 : 1) = timeUtc; }
    void renewOlder(const QDateTime& timeUtc) { *std::min_element(m_sinceUtc.begin(), m_sinceUtc.end()) = timeUtc; }
    [[nodiscard]] std::optional<QDateTime> older() const { return std::min(m_sinceUtc[0], m_sinceUtc[1]); }

private:
    std::array<std::optional<QDateTime>, 2> m_sinceUtc; // nothing compares as less than any time
};

} // namespace

std::optional<int> KeyAge::days(const QDateTime& nowUtc) const
{
    switch (kind) {
    case Kind::Unknown:
        return std::nullopt;
    case Kind::Since:
        return std::max(0, static_cast<int>(sinceUtc.secsTo(nowUtc) / (24 * 60 * 60)));
    case Kind::Before:
        return daysOfActivityLog;
    }
    Q_UNREACHABLE();
}

bool KeyAge::isOlderThan(int days, const QDateTime& nowUtc) const
{
    if (days <= 0) {
        return false;
    }
    return kind == Kind::Before ? days <= daysOfActivityLog : kind == Kind::Since && sinceUtc.addDays(days) < nowUtc;
}

KeyAge olderKeyAge(const KeyAgeFacts& facts, const QDateTime& nowUtc)
{
    const QDateTime logStart = activityLogStart({}, nowUtc);
    // A resource from before the log may have had its keys renewed since without anybody knowing.
    const bool isYoung = facts.events && facts.createdUtc.isValid() && facts.createdUtc >= logStart;
    QList<KeyRenewal> renewals = keyRenewals(facts.resource, facts.events.value_or(QList<KeyRegenerationEvent>()),
                                             facts.records, facts.createdUtc);
    std::stable_sort(renewals.begin(), renewals.end(),
                     [](const KeyRenewal& a, const KeyRenewal& b) { return a.timeUtc < b.timeUtc; });
    TwoKeys supposed(isYoung ? std::optional(facts.createdUtc) : std::nullopt);
    TwoKeys certain = supposed;
    for (const KeyRenewal& renewal : std::as_const(renewals)) {
        if (renewal.type) {
            supposed.renew(*renewal.type, renewal.timeUtc);
            certain.renew(*renewal.type, renewal.timeUtc);
        } else {
            supposed.renewOlder(renewal.timeUtc);
        }
    }
    if (const std::optional<QDateTime> since = supposed.older()) {
        return {KeyAge::Kind::Since, *since, since == certain.older()};
    }
    // The log does not say what it would say of a resource that was made in those days.
    const bool isKnown = facts.events && facts.createdUtc.isValid();
    return {isKnown ? KeyAge::Kind::Before : KeyAge::Kind::Unknown, {}, true};
}

} // namespace CommKeys
