// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keyownertext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace CommKeys {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::KeyOwnerText)
};

QString currentText(const KeyOwner& owner)
{
    const QString name = owner.resource.name();
    const QString type = displayName(owner.type);
    const QString when = QLocale().toString(owner.whenUtc.toLocalTime(), QLocale::ShortFormat);
    return owner.isKept
               //: %1: "primary" or "secondary". %2: the name of a resource. %3: a date with a time
               ? Words::tr("This is the %1 key of %2, the one that CommKeys keeps, as of %3.").arg(type, name, when)
               //: %1: "primary" or "secondary". %2: the name of a resource. %3: a date with a time
               : Words::tr("This is the %1 key of %2, as of %3. CommKeys does not keep it, and knows of none that has "
                           "replaced it.")
                     .arg(type, name, when);
}

/// Says no more than was looked through.
QString unknownText(const KeyOwner& owner)
{
    if (owner.isKeychainRead && owner.isHistoryRead) {
        return Words::tr("This key is not known here: CommKeys neither keeps it nor has regenerated it.");
    }
    if (owner.isHistoryRead) {
        return Words::tr("This key isn't in the history: CommKeys hasn't regenerated it here.");
    }
    return owner.isKeychainRead ? Words::tr("This key isn't one of those that CommKeys keeps.")
                                : Words::tr("This key could not be looked up.");
}

QString keyText(const KeyOwner& owner)
{
    const QString name = owner.resource.name();
    const QString type = displayName(owner.type);
    const QString when = QLocale().toString(owner.whenUtc.toLocalTime(), QLocale::ShortFormat);
    switch (owner.standing) {
    case KeyOwner::Standing::Current:
        return currentText(owner);
    case KeyOwner::Standing::Replaced:
        //: %1: "primary" or "secondary". %2: the name of a resource. %3: a date with a time
        return Words::tr("This was the %1 key of %2. A regeneration replaced it on %3: it no longer works.")
            .arg(type, name, when);
    case KeyOwner::Standing::MaybeReplaced:
        //: %1: "primary" or "secondary". %2: the name of a resource. %3: a date with a time
        return Words::tr(
                   "This is the stored %1 key of %2, as of %3. One of the two keys was regenerated since, and the "
                   "Activity Log doesn't say which.")
            .arg(type, name, when);
    case KeyOwner::Standing::FormerResource:
        //: %1: "primary" or "secondary". %2: the name of a resource
        return Words::tr(
                   "This was the %1 key of an earlier resource named %2, which was deleted. It doesn't work for the "
                   "one of today.")
            .arg(type, name);
    case KeyOwner::Standing::Unclear:
        //: %1: "primary" or "secondary". %2: the name of a resource. %3: a date with a time
        return Words::tr("This was the %1 key of %2. Whether the regeneration that was begun on %3 has replaced it is "
                         "not known.")
            .arg(type, name, when);
    case KeyOwner::Standing::Unknown:
        return unknownText(owner);
    }
    Q_UNREACHABLE();
}

/// What an answer of "not known" leaves open.
QString gapText(const KeyOwner& owner)
{
    QStringList lines;
    if (!owner.isKeychainRead) {
        lines.append(owner.isHistoryRead
                         ? Words::tr("The keychain did not open, so only the history was looked through.")
                         : Words::tr("The keychain did not open."));
    }
    if (owner.standing == KeyOwner::Standing::Unknown && !owner.isHistoryRead) {
        lines.append(
            Words::tr("The history could not be opened, so whether a regeneration has replaced it is unknown."));
    }
    if (owner.standing == KeyOwner::Standing::Unknown && owner.unreadableEntries > 0) {
        lines.append(
            Words::tr("%n keychain entry(ies) couldn't be read. Another version of CommKeys may have written them.",
                      nullptr, owner.unreadableEntries));
    }
    if (owner.standing == KeyOwner::Standing::Unknown && owner.isPartOfKey) {
        lines.append(Words::tr("An access key has 84 or 88 characters. If a part of it is missing, copy all of it."));
    }
    return lines.join(u'\n');
}

/// What stood beside the key says something of its own: that is all where the key is unknown, and may contradict it.
QString hostText(const KeyOwner& owner)
{
    if (owner.host.isEmpty() || (!owner.resource.isEmpty() && owner.resource == owner.resourceOfHost)) {
        return {};
    }
    if (owner.resourceOfHost.isEmpty()) {
        //: %1: a host name
        return Words::tr("No resource in the list has the endpoint %1.").arg(owner.host);
    }
    return owner.standing == KeyOwner::Standing::Unknown
               //: %1: the name of a resource
               ? Words::tr("The endpoint is that of %1. Get its keys from Azure to see whether this is one of them.")
                     .arg(owner.resourceOfHost.name())
               //: %1: the name of a resource
               : Words::tr("The endpoint beside it is that of another resource, %1: the two do not belong together.")
                     .arg(owner.resourceOfHost.name());
}

} // namespace

QString ownerText(const KeyOwner& owner)
{
    QStringList lines{keyText(owner), hostText(owner), gapText(owner)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace CommKeys
