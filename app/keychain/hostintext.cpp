// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/hostintext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qsizetype longestHost = 253; // RFC 1035 §2.3.4

bool isOfHost(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_';
}

bool isSame(char a, char lower)
{
    return a == lower || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == lower);
}

/// @p word is in lower case; -1 if it is not there.
qsizetype indexOf(QByteArrayView text, QByteArrayView word, qsizetype from)
{
    const auto* const found = std::search(text.begin() + from, text.end(), word.begin(), word.end(), isSame);
    return found == text.end() ? -1 : found - text.begin();
}

bool startsWith(QByteArrayView text, QByteArrayView word)
{
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char lower, char a) { return isSame(a, lower); });
}

/// The host at the beginning of @p text; empty if there is none, or a user name in front of it.
QString hostAt(QByteArrayView text)
{
    const bool hasScheme = startsWith(text, "https://") || startsWith(text, "http://");
    if (hasScheme) {
        text = text.sliced(text.indexOf("//") + 2);
    }
    const auto* const end = std::find_if_not(text.begin(), text.end(), isOfHost);
    QByteArrayView host = text.first(end - text.begin());
    if (end != text.end() && *end == '@') {
        return {};
    }
    while (host.endsWith('.')) {
        host.chop(1);
    }
    const bool isHost = !host.isEmpty() && host.size() <= longestHost && (hasScheme || host.contains('.'));
    return isHost ? QString::fromLatin1(host).toLower() : QString();
}

/// What follows the name `endpoint`, once each.
QStringList namedHosts(QByteArrayView text)
{
    constexpr QByteArrayView name = "endpoint";
    constexpr qsizetype longestGap = 64;
    QStringList hosts;
    for (qsizetype at = indexOf(text, name, 0); at >= 0; at = indexOf(text, name, at + name.size())) {
        const QByteArrayView rest = text.sliced(at + name.size());
        qsizetype begin = 0;
        while (begin < std::min(rest.size(), longestGap) && QByteArrayView(" \"=:>").contains(rest[begin])) {
            ++begin;
        }
        const QByteArrayView gap = rest.first(begin);
        const bool isNamed = gap.contains('=') || gap.contains(':') || gap.contains('>');
        const QString host = isNamed ? hostAt(rest.sliced(begin)) : QString();
        if (!host.isEmpty() && !hosts.contains(host) && hosts.size() < 2) {
            hosts.append(host);
        }
    }
    return hosts;
}

QStringList hostsOfTheService(QByteArrayView text)
{
    constexpr QByteArrayView domain = ".communication.azure.";
    QStringList hosts;
    for (qsizetype at = indexOf(text, domain, 0); at >= 0; at = indexOf(text, domain, at + domain.size())) {
        qsizetype begin = at;
        while (begin > 0 && at - begin < longestHost && isOfHost(text[begin - 1])) {
            --begin;
        }
        const QString host = hostAt(text.sliced(begin));
        if (!host.isEmpty() && !hosts.contains(host) && hosts.size() < 2) {
            hosts.append(host);
        }
    }
    return hosts;
}

} // namespace

HostInText hostIn(const Secret& text)
{
    const QStringList named = namedHosts(text.reveal());
    if (!named.isEmpty()) {
        return {named.first(), named.size() > 1};
    }
    const QStringList others = hostsOfTheService(text.reveal());
    return {others.size() == 1 ? others.first() : QString(), false};
}

} // namespace CommKeys
