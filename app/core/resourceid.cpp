// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/resourceid.h"

#include "core/externaltext.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::ResourceId)
};

/// Letters and digits of English, - and _, some of them and at most so many: all that a resource's name may have, and
/// all that most names of groups have.
bool isPlain(QStringView text, qsizetype longest)
{
    return !text.isEmpty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](QChar letter) {
        const char16_t code = letter.unicode();
        return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9') ||
               code == u'-' || code == u'_';
    });
}

/// What `\w` of .NET stands for, by which Resource Manager checks a group's name, and what such letters consist of in
/// other scripts: letters, marks, digits, connectors. Not by a regular expression, whose `\w` changes from one version
/// of PCRE to the next. Source: "Character classes in .NET regular expressions".
bool isWordCharacter(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Punctuation_Connector:
        return true;
    default:
        return false;
    }
}

bool isGroupName(QStringView text, qsizetype longest)
{
    const QList<uint> codes = text.toUcs4(); // half of a letter beyond 16 bits becomes U+FFFD, which is none
    return !text.isEmpty() && text.size() <= longest && codes.last() != U'.' &&
           std::all_of(codes.begin(), codes.end(), [](char32_t code) {
               return isWordCharacter(code) || code == U'-' || code == U'.' || code == U'(' || code == U')';
           });
}

// An id may come from a hostile place (a cloud of one's own, a settings file): show no more of it than helps.
QString shown(QStringView text)
{
    constexpr qsizetype longest = 100;
    return externalText(text.size() <= longest ? text.toString() : text.left(longest).toString() + u"…"_s);
}

} // namespace

QString problemWithSubscription(QStringView text)
{
    return isUuid(text)
               ? QString()
               : Text::tr(
                     "“%1” is not a subscription id: it must be a UUID such as 11112222-3333-4444-5555-666677778888.")
                     .arg(shown(text));
}

QString problemWithResourceGroup(QStringView text)
{
    // Letters of any script, digits, - _ . ( ): 1 to 90 of them, no full stop at the end.
    // Source: "Naming rules and restrictions for Azure resources", Microsoft.Resources/resourceGroups.
    constexpr qsizetype longest = 90;
    return isPlain(text, longest) || isGroupName(text, longest)
               ? QString()
               : Text::tr("“%1” is not a resource group name: letters, digits, - _ . ( ), at most 90, "
                          "no full stop at the end.")
                     .arg(shown(text));
}

QString problemWithResourceName(QStringView text)
{
    return isPlain(text, 63)
               ? QString()
               : Text::tr("“%1” is not a resource name: only letters, digits, - and _, at most 63.").arg(shown(text));
}

Result<ResourceId> ResourceId::parse(QStringView text)
{
    struct Fixed
    {
        qsizetype index;
        QStringView word;
    };
    static constexpr std::array<Fixed, 5> fixed{{{1, u"subscriptions"},
                                                 {3, u"resourceGroups"},
                                                 {5, u"providers"},
                                                 {6, u"Microsoft.Communication"},
                                                 {7, u"communicationServices"}}};
    const QList<QStringView> parts = text.split(u'/');
    const bool shapeFits = parts.size() == 9 && parts.first().isEmpty() &&
                           std::all_of(fixed.begin(), fixed.end(), [&parts](const Fixed& f) {
                               return parts.at(f.index).compare(f.word, Qt::CaseInsensitive) == 0;
                           });
    if (!shapeFits) {
        return Error::invalidInput(
            Text::tr("“%1” is not the id of a Communication Services resource.").arg(shown(text)));
    }
    for (const QString& problem : {problemWithSubscription(parts.at(2)), problemWithResourceGroup(parts.at(4)),
                                   problemWithResourceName(parts.at(8))}) {
        if (!problem.isEmpty()) {
            return Error::invalidInput(problem);
        }
    }
    ResourceId id;
    id.m_scope = new Scope(text.chopped(parts.at(8).size()), parts.at(2), parts.at(4));
    id.m_name = parts.at(8).toString();
    return id;
}

Result<ResourceId> ResourceId::of(const SubscriptionId& subscription, const QString& resourceGroup, const QString& name)
{
    for (const QString& problem : {problemWithSubscription(subscription.toString()),
                                   problemWithResourceGroup(resourceGroup), problemWithResourceName(name)}) {
        if (!problem.isEmpty()) {
            return Error::invalidInput(problem);
        }
    }
    return parse(
        u"/subscriptions/%1/resourceGroups/%2/providers/Microsoft.Communication/communicationServices/%3"_s.arg(
            subscription.toString(), resourceGroup, name));
}

ResourceId::Scope::Scope(QStringView wholePath, QStringView inSubscription, QStringView inGroup)
    : path(wholePath.toString())
    , subscription(inSubscription.toString())
    , resourceGroup(inGroup.toString())
    , hash(caselessHash(wholePath))
{
}

const ResourceId::Scope& ResourceId::scope() const
{
    static const Scope nowhere;
    return m_scope ? *m_scope : nowhere;
}

bool ResourceId::isSameScope(const ResourceId& a, const ResourceId& b)
{
    return a.m_scope == b.m_scope ||
           (a.scope().hash == b.scope().hash && a.scope().path.compare(b.scope().path, Qt::CaseInsensitive) == 0);
}

void SharedScopes::share(ResourceId& id)
{
    if (id.m_scope) {
        const auto known = m_scopes.constFind(id.m_scope->path);
        id.m_scope = known != m_scopes.cend() ? *known : *m_scopes.insert(id.m_scope->path, id.m_scope);
    }
}

} // namespace CommKeys
