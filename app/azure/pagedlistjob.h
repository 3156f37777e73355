// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/armjson.h"
#include "azure/page.h"
#include "core/offthread.h"
#include "core/serviceurl.h"
#include "http/httpjob.h"

#include <QCoreApplication>
#include <QSet>

#include <functional>

namespace CommKeys {

/// A list of ARM's to its end: follows nextLink word for word, through empty pages too, and only to the host that was
/// asked first, for the token goes along. A link that leads elsewhere, or in a circle, ends the job with an Error.
/// Answers are read on another thread.
template <typename T>
class PagedListJob final : public JobOf<QList<T>>
{
public:
    /// Pure: it is called on another thread.
    using Parse = std::function<Result<Page<T>>(const QByteArray& body)>;

    PagedListJob(HttpContext http, HttpRequest first, Parse parse, QObject* parent)
        : JobOf<QList<T>>(parent)
        , m_http(http)
        , m_request(std::move(first))
        , m_parse(std::move(parse))
    {
    }

private:
    void run() override { fetch(); }

    void fetch()
    {
        m_visited.insert(m_request.url);
        auto* job = new HttpJob(m_http, m_request, this);
        QObject::connect(job, &Job::waitingToRetry, this, &Job::waitingToRetry);
        job->onFinished(this,
                        [this](const Result<HttpAnswer>& answer) {
                            if (answer) {
                                read(answer->body);
                            } else {
                                this->finishWith(answer.error());
                            }
                        })
            ->start();
    }

    void read(const QByteArray& body)
    {
        offThread(
            *QThreadPool::globalInstance(), this, [parse = m_parse, body] { return parse(body); },
            [this](Result<Page<T>> page) {
                if (this->isOpen()) {
                    take(std::move(page));
                }
            });
    }

    void take(Result<Page<T>> page)
    {
        if (!page) {
            this->finishWith(page.error());
            return;
        }
        m_items.append(page->items);
        if (page->nextLink.isEmpty()) {
            this->finishWith(std::move(m_items));
            return;
        }
        follow(page->nextLink);
    }

    void follow(const QString& nextLink)
    {
        const QUrl next(nextLink, QUrl::StrictMode);
        if (!next.isValid() || !isSameOrigin(next, m_request.url) || !next.userInfo().isEmpty()) {
            this->finishWith(Error::badAnswer(
                QCoreApplication::translate("CommKeys::PagedListJob",
                                            "The list goes on at another server, %1. CommKeys does not follow, so that "
                                            "no token goes astray.")
                    .arg(next.host())));
            return;
        }
        if (m_visited.contains(next)) {
            this->finishWith(ArmJson::neverEndingList());
            return;
        }
        m_request.url = next;
        fetch();
    }

    HttpContext m_http;
    HttpRequest m_request;
    Parse m_parse;
    QList<T> m_items;
    QSet<QUrl> m_visited;
};

} // namespace CommKeys
