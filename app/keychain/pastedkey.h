// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QList>
#include <QString>

namespace CommKeys {

/// What a pasted text may say of an access key.
struct PastedKey
{
    QList<Secret> candidates; ///< readings of the key, each a canonicalKey(), the likeliest first; at least one
    QString host;             ///< of the endpoint in the text, in lower case; empty if there is none
    bool isWhole = false;     ///< a candidate is as long as an access key (84 or 88 letters), so none of it is missing
};

/// Finds the access key in @p text, whatever stands around it: a connection string or a key alone; a line of JSON,
/// YAML, XML, a .env file or source code; a whole Kubernetes Secret, or base64 of a connection string; escaped as in
/// pastedtext.h; without its `=` or in the URL-safe alphabet; broken over lines; with its `+` turned into blanks.
///
/// Where the text can be read in several ways, each reading is a candidate. A key is found by comparing all of them
/// with keys that are known, so a reading too many does no harm, and one too few would be a wrong answer.
///
/// InvalidInput, which quotes none of the text: there is no key, there are two different keys or endpoints, there are
/// too many readings to tell where the key begins, or the text is longer than 64 KiB. Takes linear time; overwrites
/// every copy that it makes.
[[nodiscard]] Result<PastedKey> findPastedKey(const Secret& text);

} // namespace CommKeys
