// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedanswer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace CommKeys {

SimulatedAnswer SimulatedAnswer::json(int status, const QJsonObject& body)
{
    SimulatedAnswer answer;
    answer.status = status;
    answer.headers = {{"content-type"_ba, "application/json; charset=utf-8"_ba}};
    answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return answer;
}

SimulatedAnswer SimulatedAnswer::error(int status, const QString& code, const QString& message,
                                       const QJsonObject& extra)
{
    QJsonObject error = extra;
    error.insert("code"_L1, code);
    error.insert("message"_L1, message);
    return json(status, {{u"error"_s, error}});
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 201:
        return "Created"_ba;
    case 202:
        return "Accepted"_ba;
    case 204:
        return "No Content"_ba;
    case 301:
        return "Moved Permanently"_ba;
    case 302:
        return "Found"_ba;
    case 307:
        return "Temporary Redirect"_ba;
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 409:
        return "Conflict"_ba;
    case 412:
        return "Precondition Failed"_ba;
    case 415:
        return "Unsupported Media Type"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 500:
        return "Internal Server Error"_ba;
    case 502:
        return "Bad Gateway"_ba;
    case 503:
        return "Service Unavailable"_ba;
    case 504:
        return "Gateway Timeout"_ba;
    default:
        return "Unknown"_ba;
    }
}

} // namespace CommKeys
