// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QList>
#include <QString>

namespace CommKeys {

/// Where keys may be in a text. See findPastedKey() for what this is a part of.
struct KeyPlaces
{
    QList<Secret> spellings;    ///< what may be a key, the likeliest first
    QList<Secret> certain;      ///< those of them that are meant as keys: several different ones are several keys
    QList<Secret> encodedTexts; ///< what is text in base64, and so no key, decoded
    bool hasWholeKey = false;   ///< one of them is as long as an access key
    bool isUnclear = false;     ///< there are more spellings than it makes sense to compare
};

/// @p text is ASCII without escapes. Places are: what follows a name such as `accesskey`, runs of base64 of 43 letters
/// (32 bytes) and more, runs that are as long as a key once the blanks between them are taken out or turned into `+`,
/// and a text that is a single run. Takes linear time.
[[nodiscard]] KeyPlaces keyPlacesIn(const Secret& text);

} // namespace CommKeys
