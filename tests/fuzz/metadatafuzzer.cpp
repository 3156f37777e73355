// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/cloudmetadata.h"
#include "core/resourceid.h"
#include "core/serviceurl.h"
#include "core/tenantname.h"

#include <cstddef>
#include <cstdint>

using namespace CommKeys;
using namespace Qt::StringLiterals;

// libFuzzer's entry. Whatever the bytes are: no crash, no hang, no undefined behaviour, no leak.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static_cast<void>(parseCloudMetadata(bytes, QUrl(u"https://management.example.net"_s)));
    const QString text = QString::fromUtf8(bytes);
    static_cast<void>(ResourceId::parse(text));
    static_cast<void>(checkServiceUrl(text, u"The address"_s));
    static_cast<void>(isTenantName(text));
    return 0;
}
