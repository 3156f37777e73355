// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedanswer.h"
#include "demo/simulatedcloud.h"
#include "demo/simulatedentraerror.h"
#include "demo/simulatedentrapolicy.h"
#include "demo/simulatedform.h"
#include "demo/simulatedpeople.h"
#include "demo/simulatedrequest.h"

#include <QDateTime>

namespace CommKeys {

/// One request to the simulated Entra ID, taken apart, and the shapes of the answers to it. It knows nothing of what
/// was asked before.
class SimulatedEntraCall
{
public:
    /// @p number makes the ids of the answer and must be another one for every request. The request, the cloud and the
    /// estate must outlive the call.
    SimulatedEntraCall(const SimulatedRequest& request, const SimulatedCloud& cloud, const SimulatedEstate& estate,
                       const QDateTime& utcNow, int number);

    [[nodiscard]] const SimulatedRequest& request() const { return m_request; }
    [[nodiscard]] const SimulatedCloud& cloud() const { return m_cloud; }
    [[nodiscard]] const SimulatedEstate& estate() const { return m_estate; }
    [[nodiscard]] const QDateTime& utcNow() const { return m_utcNow; }
    [[nodiscard]] const QString& segment() const { return m_segment; } ///< the tenant as the path names it
    [[nodiscard]] const QString& path() const { return m_path; }       ///< what follows the tenant, without a slash
    /// The body of a POST that is a form, and otherwise the query.
    [[nodiscard]] const SimulatedForm& form() const { return m_form; }

    /// Whom the path lets in: "organizations", "common", "consumers" (by that word or its id), or the id of a tenant
    /// that was named by id or domain. Empty when there is no such tenant.
    [[nodiscard]] QString authority() const;
    /// The tenant of a token for @p person here: the authority's, or the one where they sign in.
    [[nodiscard]] const SimulatedTenant& tenantFor(const SimulatedPerson& person) const;
    /// An absolute address of this Entra ID, without its query.
    [[nodiscard]] QString address(const QString& below) const;

    /// "AADSTS50076: … Trace ID: … Correlation ID: … Timestamp: …"
    [[nodiscard]] QString description(const SimulatedEntraError& error) const;
    [[nodiscard]] SimulatedAnswer refuse(const SimulatedEntraError& error,
                                         SimulatedRefusalForm form = SimulatedRefusalForm::Whole) const;
    /// A page for a browser: nothing of it reaches the program that asked.
    [[nodiscard]] SimulatedAnswer page(int status, const QString& title, const QString& text) const;
    [[nodiscard]] SimulatedAnswer page(const SimulatedEntraError& error) const;

    /// What Entra ID writes over every answer: its ids, and that nobody may keep it.
    void addHeaders(SimulatedAnswer& answer) const;

private:
    const SimulatedRequest& m_request;
    const SimulatedCloud& m_cloud;
    const SimulatedEstate& m_estate;
    QDateTime m_utcNow;
    QString m_segment;
    QString m_path;
    SimulatedForm m_form;
    QString m_traceId;
    QString m_correlationId;
};

/// "2026-01-15 10:42:00Z", as Entra ID writes the time of an error.
[[nodiscard]] QString entraTime(const QDateTime& utc);

} // namespace CommKeys
