// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/resourceid.h"
#include "keychain/canonicalkey.h"
#include "keychain/connectionstring.h"
#include "keychain/keptkeys.h"
#include "keychain/pastedkey.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace CommKeys;
using namespace Qt::StringLiterals;

// libFuzzer's entry. Whatever the bytes are: no crash, no hang, no undefined behaviour, no leak; and what was read as
// an entry of the keychain is written as one that reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const ResourceId resource =
        *ResourceId::parse(u"/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/g/providers/"
                           "Microsoft.Communication/CommunicationServices/n"_s);
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Secret pasted = Secret::copyOf(QString::fromUtf8(bytes));
    const Result<ConnectionString> parsed = parseConnectionString(pasted);
    if (parsed && parsed->key.isEmpty()) {
        std::abort();
    }
    if (const Result<PastedKey> found = findPastedKey(pasted)) {
        for (const Secret& candidate : found->candidates) {
            if (candidate.isEmpty() || !(canonicalKey(candidate) == candidate)) {
                std::abort();
            }
        }
    }
    if (const Result<KeptKeys> kept = decodeKeptKeys(pasted, resource)) {
        const Result<KeptKeys> again = decodeKeptKeys(encodeKeptKeys(*kept), resource);
        if (!again) {
            std::abort();
        }
    }
    return 0;
}
