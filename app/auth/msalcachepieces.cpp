// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/msalcachepieces.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr int formatVersion = 1;
constexpr qsizetype nameLength = 16;
/// 20 MB: no cache is that large; a head that says so was not written by CommKeys.
constexpr int mostPieces = 10'000;

bool isName(const QString& text)
{
    return text.size() == nameLength && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

QJsonObject encodeGeneration(const MsalCacheGeneration& generation)
{
    return {{u"generation"_s, generation.name}, {u"pieces"_s, generation.pieces}};
}

std::optional<MsalCacheGeneration> decodeGeneration(const QJsonObject& object)
{
    const MsalCacheGeneration generation{object.value("generation"_L1).toString(), object.value("pieces"_L1).toInt(-1)};
    if (generation == MsalCacheGeneration()) {
        return generation;
    }
    const bool isOne = isName(generation.name) && generation.pieces > 0 && generation.pieces <= mostPieces;
    return isOne ? std::optional(generation) : std::nullopt;
}

/// In UTF-8 every byte of a letter but its first has the bits 10 in front.
bool isInsideLetter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

MsalCacheGeneration MsalCacheGeneration::fresh(int pieces)
{
    const quint64 number = QRandomGenerator::system()->generate64();
    return {u"%1"_s.arg(number, int(nameLength), 16, QLatin1Char('0')), pieces};
}

Secret MsalCacheHead::encode() const
{
    QJsonObject object = encodeGeneration(current);
    object.insert("commkeys"_L1, formatVersion);
    object.insert("sha256"_L1, sha256);
    QJsonArray list;
    for (const MsalCacheGeneration& leftover : leftovers) {
        list.append(encodeGeneration(leftover));
    }
    object.insert("leftovers"_L1, list);
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return Secret::take(json);
}

std::optional<MsalCacheHead> MsalCacheHead::decode(const Secret& entry)
{
    const QJsonObject object = QJsonDocument::fromJson(entry.reveal().toByteArray()).object();
    const std::optional<MsalCacheGeneration> current = decodeGeneration(object);
    if (object.value("commkeys"_L1).toInt() != formatVersion || !current) {
        return std::nullopt;
    }
    MsalCacheHead head{*current, object.value("sha256"_L1).toString(), {}};
    const QJsonArray list = object.value("leftovers"_L1).toArray();
    for (const QJsonValue& value : list) {
        if (const auto leftover = decodeGeneration(value.toObject())) {
            head.leftovers.append(*leftover);
        }
    }
    return head;
}

QList<Secret> cutIntoPieces(const Secret& text)
{
    QList<Secret> pieces;
    QByteArrayView left = text.reveal();
    while (!left.isEmpty()) {
        qsizetype size = std::min(left.size(), largestPiece);
        while (size > 1 && size < left.size() && isInsideLetter(left.at(size))) {
            --size;
        }
        QByteArray piece = left.first(size).toByteArray();
        pieces.append(Secret::take(piece));
        left = left.sliced(size);
    }
    return pieces;
}

Secret joinPieces(const QList<Secret>& pieces)
{
    QByteArray text;
    // At once, for a buffer that grows leaves its old self behind.
    text.reserve(pieces.size() * largestPiece);
    for (const Secret& piece : pieces) {
        text.append(piece.reveal());
    }
    return Secret::take(text);
}

} // namespace CommKeys
