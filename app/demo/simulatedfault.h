// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedanswer.h"
#include "demo/simulatedrequest.h"

#include <optional>

namespace CommKeys {

/// One thing that goes wrong with one request, or with the next few that match.
struct SimulatedFault
{
    enum class Reply {
        Given,         ///< status, headers and body below
        Drop,          ///< the connection breaks
        Silence,       ///< nothing, for ever
        EmptyBody,     ///< the status and headers of the real answer, without its body
        Html,          ///< 200 with a page of HTML, as a captive portal or proxy answers
        MalformedJson, ///< the real answer, cut off in the middle of the JSON
        Throttle,      ///< 429 in the words of ARM
        PreviousKeys,  ///< of listKeys and regenerateKey: 200 with the keys from before the last change
    };

    QByteArray verb;      ///< empty: any
    QString pathContains; ///< in any casing; empty: any
    int times = 1;        ///< how many matching requests it meets
    bool acts = false;    ///< the request is carried out before the reply below stands in for its answer
    /// The request is carried out after so many later ones to this service have been answered: it was lying in a
    /// gateway when its connection broke. 0: not at all, or before its answer.
    int actsAfterRequests = 0;
    Reply reply = Reply::Given;
    int status = 500;
    SimulatedHeaders headers;
    QByteArray body;
    /// For Throttle: how long to wait. It stands in the sentence, and in Retry-After when retryAfterHeader is on.
    std::chrono::seconds retryAfter{10};
    bool retryAfterHeader = true;
    std::chrono::milliseconds delay{0};

    /// The short ways to make one.
    [[nodiscard]] static SimulatedFault given(const QByteArray& verb, const QString& pathContains, int status,
                                              const QByteArray& body = {}, const SimulatedHeaders& headers = {});
    [[nodiscard]] static SimulatedFault beforeActing(const QByteArray& verb, const QString& pathContains, Reply reply);
    [[nodiscard]] static SimulatedFault afterActing(const QByteArray& verb, const QString& pathContains, Reply reply);

    [[nodiscard]] bool matches(const SimulatedRequest& request) const;
    /// What goes out. @p real: the answer of the request that was carried out, or nothing when it was not.
    [[nodiscard]] SimulatedAnswer answer(const SimulatedRequest& request, const SimulatedAnswer& real) const;
};

} // namespace CommKeys
