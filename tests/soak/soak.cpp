// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lets the program stand open for hours, by a clock that runs as fast as the program can follow: lists every five
// minutes, is told to wait, renews its tokens, regenerates a key every half hour. Prints what is in use at each hour,
// and fails when that grows, when a job is stuck, or when a regenerated key was not kept.

#include "common/secretclipboard.h"
#include "keychain/memorystore.h"
#include "mainwindow/inventorycontroller.h"
#include "mainwindow/mainwindow.h"
#include "session/democloud.h"
#include "session/opensigninjob.h"
#include "settings/settingsstore.h"
#include "support/manualclock.h"
#include "support/samesessionopener.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <cstdlib>
#include <malloc.h>

#if defined(__SANITIZE_ADDRESS__)
// GCC has the function and not its header.
extern "C" size_t __sanitizer_get_current_allocated_bytes();
#endif

using namespace CommKeys;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Bytes that the program has asked for and not given back.
qint64 bytesInUse()
{
#if defined(__SANITIZE_ADDRESS__)
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    return static_cast<qint64>(mallinfo2().uordblks);
#endif
}

/// The demo, which the soak can reach into.
class SoakOpener final : public SameSessionOpener
{
public:
    explicit SoakOpener(std::shared_ptr<Clock> clock) : m_demo(std::make_shared<DemoCloud>(std::move(clock))) {}

    [[nodiscard]] SimulatedAzure& azure() { return m_demo->azure(); }
    [[nodiscard]] const MemoryStore& keychain() const { return *m_keychain; }
    [[nodiscard]] std::shared_ptr<Session> session() const { return m_session.lock(); }

private:
    [[nodiscard]] OpenJob* open(QObject* parent) override
    {
        auto* job = new OpenSignInJob(m_demo->supplies(m_demo, m_keychain), Settings(), {.way = SignInWay::DeviceCode},
                                      m_demo->cloud(), parent);
        job->onFinished(job, [this](const Result<std::shared_ptr<Session>>& session) {
            if (session) {
                m_session = *session;
            }
        });
        return job;
    }

    std::shared_ptr<DemoCloud> m_demo;
    std::shared_ptr<MemoryStore> m_keychain = std::make_shared<MemoryStore>();
    std::weak_ptr<Session> m_session;
};

class Soak final
{
public:
    explicit Soak(int hours) : m_hours(hours) {}

    /// True when nothing was found.
    [[nodiscard]] bool run()
    {
        m_window.show();
        m_window.openDemo();
        for (m_minute = 1; m_minute <= m_hours * 60; ++m_minute) {
            cause();
            m_clock->advance(1min);
            settle();
            if (m_minute % 60 == 0) {
                tellHour();
            }
        }
        judge();
        return m_problems.isEmpty();
    }

private:
    // What happens in this minute.
    void cause()
    {
        if (m_minute % 5 == 0) {
            QTest::keyClick(&m_window, Qt::Key_F5);
        }
        if (m_minute % 10 == 0) {
            SimulatedFault wait =
                SimulatedFault::beforeActing("POST", u"Microsoft.ResourceGraph"_s, SimulatedFault::Reply::Throttle);
            wait.retryAfter = 7s;
            m_opener.azure().faults().next = {wait};
        }
        if (m_minute % 30 == 0) {
            regenerate(m_minute % 60 == 0 ? KeyType::Primary : KeyType::Secondary);
        }
    }

    void regenerate(KeyType type)
    {
        const std::shared_ptr<Session> session = m_opener.session();
        const SimulatedResource& simulated = m_opener.azure().estate().resources().first();
        if (!session) {
            m_problems.append(u"there is no session to regenerate a key in"_s);
            return;
        }
        CommunicationService resource;
        resource.id = *ResourceId::parse(simulated.id);
        resource.tenant = m_opener.azure().estate().subscription(simulated.subscription)->tenant;
        resource.setHostName(simulated.hostName);
        const Result<RotationJob*> job = session->rotations().regenerate(resource, type);
        if (!job) {
            m_problems.append(job.error().toText());
            return;
        }
        ++m_begun;
        (*job)->onFinished(&m_window, [this](const Result<RotationOutcome>& outcome) {
            m_kept += outcome && outcome->end == RotationEnd::Kept ? 1 : 0;
        });
    }

    // Until nothing is under way; what waits for a later time gets it, up to a quarter of an hour.
    void settle()
    {
        for (int step = 0; step < 900; ++step) {
            for (int turn = 0; turn < 20 || (isWorking() && turn < 2000); ++turn) {
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
                // There is no loop to which control returns, which is when Qt does it by itself.
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
            if (!isWorking()) {
                return;
            }
            m_clock->advance(1s);
        }
        m_problems.append(u"a job was stuck in minute %1"_s.arg(m_minute));
    }

    [[nodiscard]] bool isWorking() const
    {
        const std::shared_ptr<Session> session = m_opener.session();
        return !m_window.findChildren<Job*>().isEmpty() || (session && session->rotations().isBusy());
    }

    void tellHour()
    {
        const int tokens = m_opener.azure().count("POST", u"/token"_s);
        m_tokens += tokens;
        m_requests += m_opener.azure().log().size();
        m_opener.azure().clearLog(); // which would grow
        m_inUse.append(bytesInUse());
        QTextStream(stdout) << "hour " << m_minute / 60 << ": " << m_inUse.last() / 1000 << " kB in use, "
                            << m_window.findChildren<QObject*>().size() << " objects, " << m_requests << " requests, "
                            << m_tokens << " of them for tokens, " << m_kept << " of " << m_begun << " keys kept"
                            << Qt::endl;
        m_objects.append(m_window.findChildren<QObject*>().size());
    }

    void judge()
    {
        if (m_kept != m_begun) {
            m_problems.append(u"a regenerated key was not kept"_s);
        }
        // What is kept for good: a record in the journal and two events in the log of the simulation for each key.
        constexpr qint64 bytesAKey = 16'000;
        if (m_inUse.size() > 1 && m_inUse.last() > m_inUse.first() + (m_inUse.size() - 1) * 2 * bytesAKey) {
            m_problems.append(u"memory grows"_s);
        }
        if (m_objects.size() > 1 && m_objects.last() > m_objects.first()) {
            m_problems.append(u"objects are left behind"_s);
        }
        if (m_tokens < m_hours) {
            m_problems.append(u"no token was renewed"_s);
        }
        for (const QString& problem : m_problems) {
            QTextStream(stderr) << "soak: " << problem << Qt::endl;
        }
    }

    const int m_hours;
    int m_minute = 0;
    int m_begun = 0;
    int m_kept = 0;
    int m_tokens = 0;
    qsizetype m_requests = 0;
    QList<qint64> m_inUse;
    QList<qsizetype> m_objects;
    QStringList m_problems;
    QTemporaryDir m_folder;
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();
    SoakOpener m_opener{m_clock};
    SettingsStore m_settings{m_folder.filePath(u"settings.ini"_s)};
    SecretClipboard m_clipboard{*QGuiApplication::clipboard(), *m_clock, nullptr};
    MainWindow m_window{MainWindow::Parts{m_opener, m_settings, m_clipboard, *m_clock,
                                          [](const QUrl&) { return false; }, m_folder.filePath(u"window.ini"_s)}};
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int hours = arguments.value(1).toInt();
    if (arguments.size() != 2 || hours < 1) {
        QTextStream(stderr) << "usage: commkeys-soak HOURS\n";
        return 2;
    }
    return Soak(hours).run() ? EXIT_SUCCESS : EXIT_FAILURE;
}
