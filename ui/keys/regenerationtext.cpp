// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/regenerationtext.h"

#include <QCoreApplication>

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::RegenerationText)
};

} // namespace

Error errorAfter(const CommunicationService& resource, const RotationOutcome& outcome, Error reason)
{
    const QString type = displayName(outcome.type);
    if (outcome.end == RotationEnd::NotKept) {
        //: %1: "primary" or "secondary". %2: a resource's name
        reason.message =
            Text::tr("The new %1 key of %2 isn't in the keychain, only in memory.").arg(type, resource.name());
        reason.advice = Text::tr("Select the resource to copy the key or to save it.");
    } else {
        //: %1: "primary" or "secondary". %2: a resource's name
        reason.message = Text::tr("It's unclear whether the %1 key of %2 was replaced.").arg(type, resource.name());
        reason.advice = Text::tr("Get the keys from Azure to see which key works now.");
    }
    return reason;
}

QString correctedText(const CommunicationService& resource, const RotationOutcome& outcome)
{
    //: %1: "primary" or "secondary". %2: a resource's name
    return Text::tr(
               "The %1 key of %2 was replaced after all. Azure returned the previous key for a while. The new key is "
               "saved.")
        .arg(displayName(outcome.type), resource.name());
}

} // namespace CommKeys
