// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the window makes a person wait while it has a hundred thousand resources to deal with: lists them, asks for
// the age of their keys, types a word into the filter, sorts by every column, lists them again. Prints, as JSON, what
// an input that comes at any moment waits for (99 of 100 wait less), and the longest block of the window's thread.

#include "common/secretclipboard.h"
#include "core/clock.h"
#include "core/finishedjob.h"
#include "keychain/memorystore.h"
#include "mainwindow/listingprogress.h"
#include "mainwindow/mainwindow.h"
#include "resourcelist/resourcelistmodel.h"
#include "resourcelist/resourcelistview.h"
#include "settings/settingsstore.h"
#include "support/fixedtokens.h"
#include "support/samesessionopener.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <numeric>

using namespace CommKeys;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Opens a session with the server that is measured with.
class BenchOpener final : public SameSessionOpener
{
public:
    BenchOpener(QUrl arm, std::shared_ptr<Clock> clock) : m_arm(std::move(arm)), m_clock(std::move(clock)) {}

private:
    [[nodiscard]] OpenJob* open(QObject* parent) override
    {
        Session::Parts parts;
        parts.cloud.name = u"Bench"_s;
        parts.cloud.armEndpoint = m_arm;
        parts.cloud.audience = m_arm.toString();
        parts.clock = m_clock;
        parts.secrets = std::make_shared<MemoryStore>();
        parts.network = std::make_unique<QNetworkAccessManager>();
        parts.tokens = std::make_unique<FixedTokens>(QByteArrayList{"token"});
        return new FinishedJob<std::shared_ptr<Session>>(std::make_shared<Session>(std::move(parts)), parent);
    }

    QUrl m_arm;
    std::shared_ptr<Clock> m_clock;
};

/// Notes how long the thread's event loop did not turn.
class Heartbeat final : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] { beat(); });
    }

    void start()
    {
        m_blocks.clear();
        m_elapsed.start();
        m_timer.start(1ms);
    }

    [[nodiscard]] QJsonObject stop()
    {
        beat();
        m_timer.stop();
        return {{u"p99"_s, waitOf(0.99)},
                {u"worst"_s, *std::max_element(m_blocks.cbegin(), m_blocks.cend())},
                {u"milliseconds"_s, std::accumulate(m_blocks.cbegin(), m_blocks.cend(), 0.0)}};
    }

private:
    void beat() { m_blocks.append(static_cast<double>(m_elapsed.nsecsElapsed()) / 1e6), m_elapsed.start(); }

    /// What this part of all inputs, which come at any moment, waits for at most.
    [[nodiscard]] double waitOf(double part) const
    {
        const double whole = std::accumulate(m_blocks.cbegin(), m_blocks.cend(), 0.0);
        double low = 0;
        double high = *std::max_element(m_blocks.cbegin(), m_blocks.cend());
        for (int step = 0; step < 40; ++step) {
            const double middle = (low + high) / 2;
            double longer = 0;
            for (const double block : m_blocks) {
                longer += std::max(0.0, block - middle);
            }
            (longer / whole > 1 - part ? low : high) = middle;
        }
        return high;
    }

    QTimer m_timer;
    QElapsedTimer m_elapsed;
    QList<double> m_blocks;
};

class FramesBench final
{
public:
    explicit FramesBench(const QUrl& arm)
        : m_settings(m_folder.filePath(u"settings.ini"_s))
        , m_opener(arm, m_clock)
        , m_window(MainWindow::Parts{m_opener, m_settings, m_clipboard, *m_clock, [](const QUrl&) { return false; },
                                     m_folder.filePath(u"window.ini"_s)})
    {
    }

    [[nodiscard]] QJsonObject run()
    {
        m_window.resize(1200, 800);
        m_window.show();
        QTest::qWait(200);
        m_told.insert(u"list"_s, measured([this] {
                          m_window.resume();
                          waitForList();
                      }));
        m_told.insert(u"key ages"_s, measured([] { QTest::qWait(5000); }));
        m_told.insert(u"resources"_s, list().model()->rowCount());
        list().selectRow(500);
        m_told.insert(u"filter"_s, measured([this] { type(u"team-7"_s); }));
        for (int column = 0; column < ResourceListModel::ColumnCount; ++column) {
            m_told.insert(u"sort "_s + list().model()->headerData(column, Qt::Horizontal).toString(),
                          measured([this, column] { sortBy(column); }));
        }
        sortBy(ResourceListModel::Name);
        m_told.insert(u"list again"_s, measured([this] {
                          QTest::keyClick(&m_window, Qt::Key_F5);
                          waitForList();
                      }));
        return m_told;
    }

private:
    [[nodiscard]] QJsonObject measured(const std::function<void()>& work)
    {
        Heartbeat heartbeat;
        heartbeat.start();
        work();
        return heartbeat.stop();
    }

    // Until the progress has come and gone.
    void waitForList()
    {
        QWidget* progress = nullptr;
        while (progress == nullptr || !progress->isVisible()) {
            QTest::qWait(1);
            progress = m_window.findChild<ListingProgress*>();
        }
        while (progress->isVisible()) {
            QTest::qWait(1);
        }
    }

    void type(const QString& word)
    {
        auto* field = m_window.findChild<QLineEdit*>();
        for (const QChar letter : word) {
            field->insert(letter);
            QTest::qWait(300);
        }
        field->clear();
        QTest::qWait(300);
    }

    void sortBy(int column)
    {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            list().sortByColumn(column, order);
            QTest::qWait(500);
        }
    }

    [[nodiscard]] ResourceListView& list() const { return *m_window.findChild<ResourceListView*>(); }

    QTemporaryDir m_folder;
    std::shared_ptr<SystemClock> m_clock = std::make_shared<SystemClock>();
    SettingsStore m_settings;
    BenchOpener m_opener;
    SecretClipboard m_clipboard{*QGuiApplication::clipboard(), *m_clock, nullptr};
    MainWindow m_window;
    QJsonObject m_told;
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "usage: commkeys-frames-bench ARM-ADDRESS\n";
        return 2;
    }
    FramesBench bench{QUrl(arguments.at(1))};
    QTextStream(stdout) << QJsonDocument(bench.run()).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
