// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times how long a person waits: from the browser's answer to the first resources on the screen, and from the program's
// question who is signed in to the same. The whole window, the real keychain, real sockets; prints milliseconds as
// JSON. What it needs around it (a keychain, a simulated Azure, something to compare with) is bench.py's work.

#include "common/secretclipboard.h"
#include "core/clock.h"
#include "mainwindow/mainwindow.h"
#include "session/livesessionopener.h"
#include "settings/settingsstore.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextStream>

#include <functional>

using namespace CommKeys;
using namespace Qt::StringLiterals;

namespace {

/// Somebody who signs in at once; tells when the answer goes back to the program.
class Browser final : public QObject
{
public:
    explicit Browser(std::function<void()> answers) : m_answers(std::move(answers))
    {
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }

    bool open(const QUrl& address)
    {
        QNetworkReply* page = m_network.get(QNetworkRequest(address));
        connect(page, &QNetworkReply::finished, this, [this, page] {
            page->deleteLater();
            QUrl back = page->header(QNetworkRequest::LocationHeader).toUrl();
            back.setHost(u"127.0.0.1"_s);
            m_answers();
            QNetworkReply* end = m_network.get(QNetworkRequest(back));
            connect(end, &QNetworkReply::finished, end, &QObject::deleteLater);
        });
        return true;
    }

private:
    QNetworkAccessManager m_network;
    std::function<void()> m_answers;
};

/// Waits until a list has rows and has painted them.
class FirstRows final : public QObject
{
public:
    FirstRows(QAbstractItemView& list, std::function<void()> seen) : m_list(list), m_seen(std::move(seen))
    {
        m_list.viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_list.model()->rowCount() > 0 && !m_isOver) {
            m_isOver = true;
            QMetaObject::invokeMethod(this, m_seen, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractItemView& m_list;
    std::function<void()> m_seen;
    bool m_isOver = false;
};

class SignInBench final : public QObject
{
public:
    SignInBench(const QString& armEndpoint, int rounds)
        : m_rounds(rounds)
        , m_settings(m_folder.filePath(u"settings.ini"_s))
        , m_browser([this] { m_timer.start(); })
    {
        Settings settings;
        settings.armEndpoint = armEndpoint;
        m_settings.overrideForThisRun(settings);
    }

    void next()
    {
        m_window.reset();
        if (m_round == 2 * m_rounds) {
            print();
            QApplication::quit();
            return;
        }
        const bool isSignIn = m_round++ < m_rounds;
        makeWindow([this, isSignIn] {
            (isSignIn ? m_signIns : m_resumes).append(static_cast<double>(m_timer.nsecsElapsed()) / 1e6);
            // What is to be kept goes to the keychain before the next round.
            m_clock->callAfter(std::chrono::milliseconds(400), this, [this] { next(); });
        });
        if (isSignIn) {
            button(u"Sign in"_s)->click();
        } else {
            m_timer.start();
            m_window->resume();
        }
    }

private:
    void makeWindow(std::function<void()> seen)
    {
        // A program that was just started: nothing in memory, no connection open.
        m_opener = std::make_unique<LiveSessionOpener>(m_clock, m_folder.path(),
                                                       [this](const QUrl& url) { return m_browser.open(url); });
        m_window = std::make_unique<MainWindow>(MainWindow::Parts{*m_opener, m_settings, m_clipboard, *m_clock,
                                                                  [](const QUrl&) { return false; },
                                                                  m_folder.filePath(u"window.ini"_s)});
        auto* list = m_window->findChild<QAbstractItemView*>();
        m_rows = std::make_unique<FirstRows>(*list, std::move(seen));
        m_window->show();
    }

    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        for (QPushButton* candidate : m_window->findChildren<QPushButton*>()) {
            if (candidate->text() == text) {
                return candidate;
            }
        }
        return nullptr;
    }

    void print() const
    {
        const auto list = [](const QList<double>& values) {
            QJsonArray array;
            for (const double value : values) {
                array.append(value);
            }
            return array;
        };
        const QJsonObject result{{u"signIn"_s, list(m_signIns)}, {u"resume"_s, list(m_resumes)}};
        QTextStream(stdout) << QJsonDocument(result).toJson(QJsonDocument::Compact) << Qt::endl;
    }

    const int m_rounds;
    int m_round = 0;
    QTemporaryDir m_folder;
    QElapsedTimer m_timer;
    QList<double> m_signIns;
    QList<double> m_resumes;
    std::shared_ptr<SystemClock> m_clock = std::make_shared<SystemClock>();
    SettingsStore m_settings;
    SecretClipboard m_clipboard{*QGuiApplication::clipboard(), *m_clock, nullptr};
    Browser m_browser;
    std::unique_ptr<LiveSessionOpener> m_opener;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FirstRows> m_rows;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) {
        QTextStream(stderr) << "usage: commkeys-signin-bench ARM-ADDRESS ROUNDS\n";
        return 2;
    }
    SignInBench bench(arguments.at(1), arguments.at(2).toInt());
    QMetaObject::invokeMethod(
        &bench, [&bench] { bench.next(); }, Qt::QueuedConnection);
    return QApplication::exec();
}
