// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/activitylog.h"
#include "azure/communicationservice.h"
#include "azure/communicationservicekeys.h"
#include "azure/localauthstate.h"
#include "azure/managementlock.h"
#include "azure/permission.h"
#include "azure/subscription.h"
#include "azure/tenant.h"

#include <cstddef>
#include <cstdint>

using namespace CommKeys;
using namespace Qt::StringLiterals;

// libFuzzer's entry. Whatever the bytes are: no crash, no hang, no undefined behaviour, no leak.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static_cast<void>(parseTenantPage(bytes));
    static_cast<void>(parseSubscriptionPage(bytes));
    static_cast<void>(parseCommunicationServicePage(bytes));
    static_cast<void>(parseCommunicationService(bytes));
    static_cast<void>(parseLocalAuthState(bytes));
    static_cast<void>(parseManagementLockPage(bytes));
    if (const auto page = parsePermissionPage(bytes)) {
        static_cast<void>(
            isAllowed(page->items, u"Microsoft.Communication/CommunicationServices/RegenerateKey/action"_s));
    }
    if (const auto page = parseActivityLogPage(bytes)) {
        static_cast<void>(keyRegenerations(page->items));
    }
    QByteArray keys(bytes.constData(), bytes.size());
    static_cast<void>(parseCommunicationServiceKeys(keys));
    return 0;
}
