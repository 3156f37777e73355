// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/httpjob.h"

#include <functional>

namespace CommKeys {

/// One request of ARM whose answer becomes a T.
template <typename T>
class ArmJob final : public JobOf<T>
{
public:
    /// Pure; may overwrite the body when it holds secrets.
    using Parse = std::function<Result<T>(QByteArray& body)>;

    ArmJob(HttpContext http, HttpRequest request, Parse parse, QObject* parent)
        : JobOf<T>(parent)
        , m_http(http)
        , m_request(std::move(request))
        , m_parse(std::move(parse))
    {
    }

private:
    void run() override
    {
        auto* job = new HttpJob(m_http, m_request, this);
        QObject::connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
        job->onFinished(this,
                        [this](const Result<HttpAnswer>& answer) {
                            this->finishWith(answer ? read(*answer) : Result<T>(answer.error()));
                        })
            ->start();
    }

    [[nodiscard]] Result<T> read(const HttpAnswer& answer) const
    {
        QByteArray body = answer.body;
        Result<T> result = m_parse(body);
        if (!result) {
            return withContext(result.error(), answer);
        }
        if constexpr (requires { result->requestId; }) {
            result->requestId = QString::fromLatin1(answer.header("x-ms-request-id"));
            result->correlationId = QString::fromLatin1(answer.header("x-ms-correlation-request-id"));
        }
        return result;
    }

    /// A 200 that cannot be read: it says what was asked, and that the server has done it.
    [[nodiscard]] Error withContext(Error error, const HttpAnswer& answer) const
    {
        error.operation = QString::fromLatin1(m_request.verb) + u' ' + m_request.url.path();
        error.httpStatus = answer.status;
        error.requestId = QString::fromLatin1(answer.header("x-ms-request-id"));
        error.correlationId = QString::fromLatin1(answer.header("x-ms-correlation-request-id"));
        error.effect = m_request.verb == "GET" ? Effect::None : Effect::Unknown;
        return error;
    }

    HttpContext m_http;
    HttpRequest m_request;
    Parse m_parse;
};

} // namespace CommKeys
