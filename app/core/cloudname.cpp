// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cloudname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

const QStringList& publicCloudNames()
{
    static const QStringList names{u"AzureCloud"_s, u"AzureUSGovernment"_s, u"AzureChinaCloud"_s};
    return names;
}

std::optional<QString> publicCloudName(const QString& text)
{
    const auto found = std::find_if(publicCloudNames().begin(), publicCloudNames().end(), [&text](const QString& name) {
        return name.compare(text.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == publicCloudNames().end() ? std::nullopt : std::optional(*found);
}

} // namespace CommKeys
