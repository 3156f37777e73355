// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "core/ids.h"
#include "http/httpanswer.h"

#include <chrono>

/// Azure Resource Graph, the index over all resources that Azure's own portal lists from: one question for up to a
/// thousand subscriptions in the place of one each. It lags some moments behind, and is not there in every cloud.
/// Source: Microsoft.ResourceGraph 2021-03-01, POST /providers/Microsoft.ResourceGraph/resources.
namespace CommKeys::ResourceGraph {

/// More are refused.
inline constexpr qsizetype mostSubscriptions = 1000;
inline constexpr int mostRows = 1000;

/// The question for all Communication Services resources of some subscriptions.
class Question
{
public:
    explicit Question(const QList<SubscriptionId>& in);

    /// As a request's body; @p skipToken as the page before it gave it, empty for the first page.
    [[nodiscard]] QByteArray body(const QString& skipToken) const;

private:
    QByteArray m_subscriptions; ///< JSON, the same for each of a hundred pages
};

/// One answer: nextLink is the skipToken of the next page. Fails with BadAnswer where it is none, and where rows were
/// cut off without a token to go on with. A row's tenant and subscription's name are for the caller to fill in.
[[nodiscard]] Result<Page<CommunicationService>> parsePage(const QByteArray& json);

/// The skipToken alone, found without reading all the rest; empty where there is none. Of what parsePage() takes it is
/// the page's nextLink.
[[nodiscard]] QString skipTokenOf(const QByteArray& json);

/// How long to wait before the next question so that it is not refused: nothing while the quota that @p answer tells of
/// lasts (15 questions in 5 s for each person), else until it is renewed; at most a minute.
[[nodiscard]] std::chrono::milliseconds pauseAfter(const HttpAnswer& answer);

} // namespace CommKeys::ResourceGraph
