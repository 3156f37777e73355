// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keystandingtext.h"

#include "common/relativetime.h"

#include <QCoreApplication>

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::KeyStandingText)
};

QString replacedText(const KeyStanding& standing, const QString& when)
{
    if (standing.who.isEmpty()) {
        //: %1: "1 hour ago"
        return Text::tr("Replaced %1. This key no longer works.").arg(when);
    }
    //: %1: "1 hour ago". %2: an account
    return Text::tr("Replaced %1 by %2. This key no longer works.").arg(when, standing.who);
}

QString maybeReplacedText(const KeyStanding& standing, const QString& when)
{
    if (standing.who.isEmpty()) {
        //: %1: "1 hour ago"
        return Text::tr("One of the two keys was regenerated %1. This one might no longer work.").arg(when);
    }
    //: %1: "1 hour ago". %2: an account
    return Text::tr("One of the two keys was regenerated %1 by %2. This one might no longer work.")
        .arg(when, standing.who);
}

} // namespace

QString standingText(const KeyStanding& standing, const QDateTime& nowUtc)
{
    const QString when = standing.atUtc.isValid() ? relativeTime(standing.atUtc, nowUtc) : QString();
    switch (standing.kind) {
    case KeyStanding::Kind::Good:
        return {};
    case KeyStanding::Kind::Replaced:
        return replacedText(standing, when);
    case KeyStanding::Kind::MaybeReplaced:
        return maybeReplacedText(standing, when);
    case KeyStanding::Kind::FormerResource:
        return Text::tr("Belongs to a deleted resource with the same name. It doesn't work for this one.");
    }
    Q_UNREACHABLE();
}

QString copiedText(const KeyStanding& standing, KeyType type, const QString& resourceName, const QDateTime& nowUtc)
{
    //: %1: "primary" or "secondary". %2: a resource's name. %3: what is known against it, in sentences
    return Text::tr("You copied the stored %1 key of %2. %3")
        .arg(displayName(type), resourceName, standingText(standing, nowUtc));
}

QString olderText(const QList<KeyType>& types, std::optional<std::chrono::milliseconds> nextTry)
{
    const QString what =
        types.size() == 1
            //: %1: "primary" or "secondary"
            ? Text::tr("Azure still returns the previous %1 key. It wasn't saved.").arg(displayName(types.first()))
            : Text::tr("Azure still returns the previous keys. They weren't saved.");
    if (!nextTry) {
        return what + u' ' + Text::tr("Get the keys again in a few minutes.");
    }
    const auto seconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(*nextTry).count());
    return what + u' ' + Text::tr("Checking again in %n second(s).", nullptr, seconds);
}

} // namespace CommKeys
