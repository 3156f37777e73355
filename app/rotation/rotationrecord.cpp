// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rotation/rotationrecord.h"

#include "core/redaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

std::optional<std::chrono::milliseconds> RotationRecord::duration() const
{
    if (!startedUtc.isValid() || !endedUtc.isValid()) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(std::max<qint64>(startedUtc.msecsTo(endedUtc), 0));
}

QString RotationRecord::problemOf(const Error& error)
{
    const QString kind = nameOf(error.kind);
    return error.detail.code.isEmpty() ? kind : redacted(u"%1 (%2)"_s.arg(kind, error.detail.code));
}

QString nameOf(RotationRecord::Stage stage)
{
    switch (stage) {
    case RotationRecord::Stage::Intended:
        return u"Intended"_s;
    case RotationRecord::Stage::Sent:
        return u"Sent"_s;
    case RotationRecord::Stage::Unclear:
        return u"Unclear"_s;
    case RotationRecord::Stage::Ended:
        return u"Ended"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(RotationEnd end)
{
    switch (end) {
    case RotationEnd::Kept:
        return u"Kept"_s;
    case RotationEnd::NotKept:
        return u"NotKept"_s;
    case RotationEnd::Unchanged:
        return u"Unchanged"_s;
    case RotationEnd::Unclear:
        return u"Unclear"_s;
    }
    Q_UNREACHABLE();
}

} // namespace CommKeys
