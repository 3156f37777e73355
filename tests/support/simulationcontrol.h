// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedazure.h"

namespace CommKeys {

/// The levers of a running simulation, for end-to-end tests in other languages. All below /simulation, all JSON, no
/// token needed:
///
/// | request | effect |
/// |---|---|
/// | `POST /simulation/faults` | replaces all faults by those of the body (SimulatedFaults::fromJson); `{}`: none |
/// | `POST /simulation/entra` | replaces how signing in goes (SimulatedEntraPolicy::fromJson); `{}`: as at first |
/// | `GET /simulation/entra` | the same as it stands; what was used up is off again |
/// | `GET /simulation/requests` | `{"requests":[{verb,path,query,status,acted,clientRequestId}]}`, oldest first |
/// | `DELETE /simulation/requests` | forgets them |
/// | `POST /simulation/tokens` | `{tenant, upn?, expiresInSeconds?}` → `{"accessToken","expiresOn"}` |
/// | `GET /simulation/estate` | `{"tenants":[{id,name}],"subscriptions":[{id,name,tenant}],"resources":[{id,name}]}` |
/// | `GET /simulation/keys?name=N` | `{"primaryKey","secondaryKey"}` of now, without an entry in the log |
///
/// The tenant of a token is an id or a name.
///
/// What is wrong is answered with 400 and `{"error":{"code":"InvalidSimulation","message":…}}`.
namespace SimulationControl {

[[nodiscard]] bool isFor(const SimulatedRequest& request);
[[nodiscard]] SimulatedAnswer answer(const SimulatedRequest& request, SimulatedAzure& azure, const QDateTime& utcNow);

} // namespace SimulationControl

} // namespace CommKeys
