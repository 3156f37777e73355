// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

QString redacted(const QString& text)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString replacement;
    };
    static const QString removed = u"[removed]"_s;
    // Never destroyed: Qt logs until after the last destructor of a static object, and what it says is redacted, too.
    static const auto& rules = *new std::array<Rule, 6>{{
        {QRegularExpression(u"\\beyJ[\\w-]{8,}\\.[\\w-]+(\\.[\\w-]*)*"_s), removed},
        {QRegularExpression(u"\\b(Bearer|Basic)\\s+[A-Za-z0-9+/=_.~-]{8,}"_s,
                            QRegularExpression::CaseInsensitiveOption),
         u"\\1 "_s + removed},
        {QRegularExpression(
             u"(?<![A-Za-z])(access_?key|(?:primary|secondary)key|access_?token|refresh_?token|id_?token|client_?secret"
             "|device_?code|code_verifier|password)(\"?\\s*[=:]\\s*\"?)[^\"\\s;,&]+"_s,
             QRegularExpression::CaseInsensitiveOption),
         u"\\1\\2"_s + removed},
        {QRegularExpression(u"([?&](?:code|sig|assertion)=)[^&\\s\"]+"_s, QRegularExpression::CaseInsensitiveOption),
         u"\\1"_s + removed},
        // The path of a resource is as long and of the same letters as a key; its fixed words tell it apart.
        {QRegularExpression(u"(?![A-Za-z0-9+/]*/(?:resourceGroups|providers)\\b)[A-Za-z0-9+/]{60,}={0,2}"_s,
                            QRegularExpression::CaseInsensitiveOption),
         removed},
        // The web's alphabet of base64; a long name in small letters is none. Looked at from the beginning of a run
        // only: 50,000 dashes would take seconds otherwise.
        {QRegularExpression(u"(?<![\\w-])(?=[\\w-]*[A-Z])(?=[\\w-]*[a-z])(?=[\\w-]*\\d)[\\w-]{60,}={0,2}"_s), removed},
    }};
    QString result = text;
    for (const Rule& rule : rules) {
        result.replace(rule.pattern, rule.replacement);
    }
    return result;
}

} // namespace CommKeys
