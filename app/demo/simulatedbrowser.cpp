// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedbrowser.h"

#include <QNetworkProxy>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

/// The program that waits says its few words at once, or is gone.
constexpr std::chrono::milliseconds patience = 10s;

bool isThisComputer(const QUrl& url)
{
    return url.scheme() == "http"_L1 && (url.host() == "localhost"_L1 || url.host() == "127.0.0.1"_L1);
}

QNetworkRequest requestFor(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(static_cast<int>(patience.count()));
    return request;
}

} // namespace

SimulatedBrowser::SimulatedBrowser(QNetworkAccessManager& cloud, QObject* parent) : QObject(parent), m_cloud(cloud)
{
    m_loopback.setProxy(QNetworkProxy::NoProxy);
}

void SimulatedBrowser::open(const QUrl& url)
{
    m_page.clear();
    m_address.clear();
    QNetworkReply* reply = m_cloud.get(requestFor(url));
    reply->setParent(this);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { read(reply); });
}

void SimulatedBrowser::read(QNetworkReply* reply)
{
    reply->deleteLater();
    const QUrl target = QUrl::fromEncoded(reply->rawHeader("location"));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status / 100 == 3 && isThisComputer(target)) {
        goBackTo(target);
    } else {
        show(reply->readAll(), reply->url());
    }
}

void SimulatedBrowser::goBackTo(const QUrl& loopback)
{
    // Whoever waits does so on 127.0.0.1; "localhost" may be ::1 first, and a name server must not be asked for it.
    QUrl address = loopback;
    address.setHost(u"127.0.0.1"_s);
    QNetworkRequest request = requestFor(address);
    request.setRawHeader("Host", loopback.authority().toLatin1());
    QNetworkReply* reply = m_loopback.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        show(reply->readAll(), reply->url());
    });
}

void SimulatedBrowser::show(const QByteArray& page, const QUrl& address)
{
    m_page = page;
    m_address = address;
    emit pageShown();
}

} // namespace CommKeys
