// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

namespace CommKeys {

/// How a key that has just come in relates to the one that is stored or shown.
enum class Freshness {
    Newer, ///< replaces it
    Same,  ///< is it, confirmed again
    Older, ///< was replaced: never stored, never shown as current
};

/// What replaced a key.
struct Replacement
{
    QDateTime atUtc;       ///< the latest time at which it can have happened
    bool isCertain = true; ///< false: concluded from what Azure listed, which can be out of date

    bool operator==(const Replacement&) const = default;
};

/// For how long Azure may list a key that was replaced. No bound is documented; minutes were observed.
inline constexpr std::chrono::minutes longestReadLag{15};

/// By how much the clocks of this computer and of Azure may differ before a time proves anything.
inline constexpr std::chrono::minutes longestClockSkew{5};

/// What is recorded about a key that comes in (the candidate) and the one that it would replace (the known key).
struct FreshnessFacts
{
    bool isSameKey = false;
    /// One of the two belongs to a resource that was deleted and created again under the same name.
    enum class Resource { Same, KnownIsFormer, CandidateIsFormer } resource = Resource::Same;
    std::optional<Replacement> candidateReplaced; ///< a later key of the same type is recorded
    std::optional<Replacement> knownReplaced;
    QDateTime candidateSeenUtc; ///< when Azure returned it
    QDateTime knownSeenUtc;     ///< invalid: there is no known key
    QDateTime nowUtc;
};

/// The one rule for which of two keys is the newer one. Pure.
///
/// | the first line that applies | |
/// |---|---|
/// | the candidate belongs to the former resource | Older |
/// | the known key belongs to the former resource | Newer |
/// | the candidate was replaced, certainly, or less than longestReadLag ago | Older |
/// | it is the known key | Same |
/// | there is no known key, or that one was replaced | Newer |
/// | the known key was seen after the candidate, and not in the future | Older |
/// | anything else | Newer |
///
/// A replacement that was only concluded from listings counts for longestReadLag. After that what Azure lists is right.
[[nodiscard]] Freshness freshnessOf(const FreshnessFacts& facts);

} // namespace CommKeys
