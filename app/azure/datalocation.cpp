// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/datalocation.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

QHash<QString, QString> namesBySpelling()
{
    QHash<QString, QString> names;
    for (const QString& name : {u"Africa"_s, u"Asia Pacific"_s, u"Australia"_s, u"Brazil"_s, u"Canada"_s, u"Europe"_s,
                                u"France"_s, u"Germany"_s, u"India"_s, u"Japan"_s, u"Korea"_s, u"Norway"_s,
                                u"Switzerland"_s, u"UAE"_s, u"UK"_s, u"United States"_s}) {
        names.insert(name.toLower().remove(u' '), name);
    }
    names.insert(u"usgov"_s, u"US Gov"_s);
    return names;
}

} // namespace

QString dataLocationName(const QString& dataLocation)
{
    static const QHash<QString, QString> names = namesBySpelling();
    return names.value(dataLocation.toLower().remove(u' '), dataLocation);
}

} // namespace CommKeys
