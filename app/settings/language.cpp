// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/language.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

const QList<Language>& languages()
{
    static const QList<Language> all{{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
    return all;
}

bool isLanguage(const QString& code)
{
    return std::any_of(languages().begin(), languages().end(),
                       [&code](const Language& language) { return language.code == code; });
}

} // namespace CommKeys
