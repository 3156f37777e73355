// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedgrants.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr auto webBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

template <typename T>
T* found(QHash<QString, T>& all, const QString& text)
{
    const auto place = all.find(text);
    return place == all.end() ? nullptr : &*place;
}

} // namespace

QString SimulatedGrants::add(const SimulatedCode& code)
{
    static const auto marks = "+%!*~"_L1;
    const QString drawn = QString::fromLatin1(draw("code"_ba).toBase64(webBase64));
    QString text = u"1.AXsA"_s;
    for (int part = 0; part < marks.size(); ++part) {
        text += drawn.mid(qsizetype(part) * 8, 8) + QChar(marks.at(part));
    }
    m_codes.insert(text, code);
    return text;
}

QString SimulatedGrants::add(const SimulatedRefreshToken& token)
{
    const QString text = u"1.AXsA"_s + QString::fromLatin1(draw("refresh token"_ba).toBase64(webBase64));
    m_refreshTokens.insert(text, token);
    return text;
}

QString SimulatedGrants::add(SimulatedDeviceCode& code)
{
    static const auto letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"_L1; // none that is easily taken for another
    code.userCode.clear();
    for (const char byte : draw("user code"_ba).first(9)) {
        code.userCode += QChar(letters.at(static_cast<unsigned char>(byte) % letters.size()));
    }
    const QString text = u"FAQABAAEAAAD"_s + QString::fromLatin1(draw("device code"_ba).toBase64(webBase64));
    m_deviceCodes.insert(text, code);
    return text;
}

SimulatedCode* SimulatedGrants::code(const QString& text)
{
    return found(m_codes, text);
}

SimulatedRefreshToken* SimulatedGrants::refreshToken(const QString& text)
{
    return found(m_refreshTokens, text);
}

SimulatedDeviceCode* SimulatedGrants::deviceCode(const QString& text)
{
    return found(m_deviceCodes, text);
}

SimulatedDeviceCode* SimulatedGrants::deviceCodeOf(const QString& userCode)
{
    const auto place = std::find_if(m_deviceCodes.begin(), m_deviceCodes.end(), [&userCode](const auto& code) {
        return code.userCode.compare(userCode, Qt::CaseInsensitive) == 0;
    });
    return place == m_deviceCodes.end() ? nullptr : &*place;
}

void SimulatedGrants::revokeAllOf(const QString& upn, const QDateTime& utcNow)
{
    for (SimulatedRefreshToken& token : m_refreshTokens) {
        if (token.grant.upn.compare(upn, Qt::CaseInsensitive) == 0) {
            token.revokedUtc = utcNow;
        }
    }
}

void SimulatedGrants::expireAll()
{
    for (SimulatedRefreshToken& token : m_refreshTokens) {
        token.isExpired = true;
    }
}

QByteArray SimulatedGrants::draw(const QByteArray& kind)
{
    const QByteArray text = m_seed + '\n' + kind + '\n' + QByteArray::number(++m_drawn);
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

} // namespace CommKeys
