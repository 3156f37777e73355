// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace CommKeys {

/// A browser with somebody in front of it who signs in at once: what the demo and tests hand in where CommKeys would
/// open the system's. It asks the simulated network for the page of the sign-in, and goes where that redirects it.
///
/// Only a redirect to this computer by plain http (localhost or 127.0.0.1) is followed, over a real socket to 127.0.0.1
/// and no proxy: that is where the program waits that opened the browser. Any other redirect is not followed, so
/// nothing of the simulation reaches a real network.
class SimulatedBrowser final : public QObject
{
    Q_OBJECT

public:
    /// @p cloud: the network in which the sign-in lies, such as a SimulatedNetworkAccessManager. Must outlive it.
    explicit SimulatedBrowser(QNetworkAccessManager& cloud, QObject* parent = nullptr);

    /// Shows @p url, and then what it leads to. Returns at once; pageShown() tells when there is something to see.
    void open(const QUrl& url);

    /// What the person sees: the page of the program that waited, or the one on which the sign-in has ended. Empty
    /// until then, and when nothing could be loaded.
    [[nodiscard]] const QByteArray& lastPage() const { return m_page; }
    /// Where it came from. There may be a code in its query: it is for tests, not for a log.
    [[nodiscard]] const QUrl& lastAddress() const { return m_address; }

signals:
    void pageShown();

private:
    void read(QNetworkReply* reply);
    void goBackTo(const QUrl& loopback);
    void show(const QByteArray& page, const QUrl& address);

    QNetworkAccessManager& m_cloud;
    QNetworkAccessManager m_loopback;
    QByteArray m_page;
    QUrl m_address;
};

} // namespace CommKeys
