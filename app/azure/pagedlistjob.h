// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/armjson.h"
#include "azure/nextpage.h"
#include "azure/page.h"
#include "core/offthread.h"
#include "http/httpjob.h"

#include <QSet>

#include <functional>

namespace CommKeys {

/// A list of ARM's to its end: follows nextLink through empty pages too, but only to the origin that was asked first
/// (nextPage()), since the token goes along. A link that leads elsewhere, or in a circle, ends the job with an Error.
/// Entries that cannot be read are left out and named. Answers are read on another thread.
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

    /// What entries are called that were left out; complete when the job has finished.
    [[nodiscard]] const QStringList& unreadable() const { return m_unreadable; }

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
        m_unreadable.append(page->unreadable);
        if (page->nextLink.isEmpty()) {
            this->finishWith(std::move(m_items));
            return;
        }
        follow(page->nextLink);
    }

    void follow(const QString& nextLink)
    {
        const Result<QUrl> next = nextPage(nextLink, m_request.url);
        if (!next) {
            this->finishWith(next.error());
            return;
        }
        if (m_visited.contains(*next)) {
            this->finishWith(ArmJson::neverEndingList());
            return;
        }
        m_request.url = *next;
        fetch();
    }

    HttpContext m_http;
    HttpRequest m_request;
    Parse m_parse;
    QList<T> m_items;
    QStringList m_unreadable;
    QSet<QUrl> m_visited;
};

} // namespace CommKeys
