// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/devicecodeanswer.h"

#include "core/serviceurl.h"
#include "http/jsonbody.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::DeviceCodeAnswer)
};

constexpr qint64 defaultLife = 900;
constexpr qint64 longestLife = 86'400;

} // namespace

Result<DeviceCodeAnswer> parseDeviceCodeAnswer(QByteArray& json, const QDateTime& nowUtc)
{
    const QJsonObject object = parseJsonBody(json).object();
    wipe(json);
    QString secret = object.value("device_code"_L1).toString();
    const QString address =
        object.value("verification_uri"_L1).toString(object.value("verification_url"_L1).toString());
    const Result<QUrl> uri = checkServiceUrl(address, Text::tr("The page for the code"));
    DeviceCodeAnswer answer;
    answer.deviceCode = Secret::take(secret);
    answer.code.userCode = object.value("user_code"_L1).toString().left(100);
    if (answer.deviceCode.isEmpty() || answer.code.userCode.isEmpty() || !uri) {
        return Error::badAnswer(Text::tr("The sign-in service answered without a code."));
    }
    answer.code.verificationUri = *uri;
    const qint64 life = object.value("expires_in"_L1).toInteger(defaultLife);
    answer.code.expiresUtc = nowUtc.addSecs(std::clamp<qint64>(life, 1, longestLife));
    answer.interval = std::clamp(std::chrono::seconds(object.value("interval"_L1).toInteger(5)), 1s, 60s);
    return answer;
}

} // namespace CommKeys
