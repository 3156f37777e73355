// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcelist/keyagetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::KeyAge)
};

QString plainText(const KeyAge& age, const QDateTime& nowUtc)
{
    const std::optional<int> days = age.days(nowUtc);
    if (!days) {
        //: How old a key is
        return Text::tr("unknown");
    }
    if (age.kind == KeyAge::Kind::Before) {
        //: How old a key is, at least
        return Text::tr("over %n day(s)", nullptr, *days);
    }
    //: How old a key is
    const QString text = Text::tr("%n day(s)", nullptr, *days);
    //: How old a key is. %1: "12 days"
    return age.isSure ? text : Text::tr("%1 or more").arg(text);
}

} // namespace

QString keyAgeText(const KeyAge& age, const QDateTime& nowUtc, bool isDue)
{
    const QString text = plainText(age, nowUtc);
    //: How old a key is, which is older than it should be. %1: "97 days"
    return isDue ? Text::tr("%1, due").arg(text) : text;
}

QString keyAgeExplanation(const KeyAge& age, const QDateTime& nowUtc, int dueDays)
{
    QStringList sentences;
    switch (age.kind) {
    case KeyAge::Kind::Unknown:
        sentences += Text::tr("The history of this computer does not know of both keys, and the Activity Log of the "
                              "subscription, or the day on which the resource was made, could not be read.");
        break;
    case KeyAge::Kind::Since:
        sentences += Text::tr("The older one of the two keys is of %1.")
                         .arg(QLocale().toString(age.sinceUtc.toLocalTime(), QLocale::LongFormat));
        break;
    case KeyAge::Kind::Before:
        sentences += Text::tr("At least one of the two keys was not regenerated in the last %n day(s), as far back as "
                              "the Activity Log reaches.",
                              nullptr, *age.days(nowUtc));
        break;
    }
    if (!age.isSure) {
        sentences += Text::tr("The log does not say which key was regenerated: one of them may be older.");
    }
    if (dueDays > 0) {
        sentences += Text::tr("That is more than the %n day(s) of the settings.", nullptr, dueDays);
    }
    return sentences.join(u'\n');
}

} // namespace CommKeys
