// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The clipboard under a real compositor, GNOME's, which lets only the program with the keyboard focus change it and
// puts back what a program leaves there when it ends. Run it under tests/support/with-wayland.

#include "common/secretclipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QDBusInterface>
#include <QDBusReply>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

const QString secretText = u"endpoint=https://example.invalid/;accesskey=made-up"_s;
constexpr int longest = 30000; ///< ms, for what a busy machine does
const QString name = u"Key of acs-prod-00000 (primary)"_s;

/// The keyboard of the compositor's seat, for as long as this lives.
class Keyboard
{
public:
    Keyboard()
    {
        QDBusInterface desktop(service, u"/org/gnome/Mutter/RemoteDesktop"_s, service);
        const QDBusReply<QDBusObjectPath> path = desktop.call(u"CreateSession"_s);
        m_session = std::make_unique<QDBusInterface>(service, path.value().path(), service + u".Session"_s);
        m_session->call(u"Start"_s);
    }
    /// Presses and releases Shift.
    void press()
    {
        for (const bool isDown : {true, false}) {
            m_session->call(u"NotifyKeyboardKeycode"_s, 42U, isDown);
        }
    }

private:
    const QString service = u"org.gnome.Mutter.RemoteDesktop"_s;
    std::unique_ptr<QDBusInterface> m_session;
};

/// A window of another program, which has the focus until it is closed.
class OtherWindow
{
public:
    OtherWindow()
    {
        m_program.start(QCoreApplication::applicationFilePath(), {u"--window"_s});
        m_program.waitForStarted();
    }
    ~OtherWindow()
    {
        m_program.kill();
        m_program.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(OtherWindow)

private:
    QProcess m_program;
};

// Not qWaitForWindowActive(): Qt's Wayland plug-in says that it cannot activate windows.
bool awaitFocus(const QWidget& window)
{
    return QTest::qWaitFor([&window] { return QGuiApplication::focusWindow() == window.windowHandle(); }, longest);
}

/// What another program pastes.
QString pasted()
{
    QProcess paste;
    paste.start(u"/usr/bin/wl-paste"_s, {u"--no-newline"_s});
    // Not waitForFinished(): this program is asked for the text.
    if (!QTest::qWaitFor([&paste] { return paste.state() == QProcess::NotRunning; }, longest)) {
        return u"wl-paste does not end"_s;
    }
    return QString::fromUtf8(paste.readAllStandardOutput());
}

void copyElsewhere(const QString& text)
{
    QProcess copy;
    copy.setStandardOutputFile(QProcess::nullDevice());
    copy.setStandardErrorFile(QProcess::nullDevice());
    copy.start(u"/usr/bin/wl-copy"_s, {text});
    QTRY_VERIFY_WITH_TIMEOUT(copy.state() == QProcess::NotRunning, longest);
}

} // namespace

class WaylandClipboardTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(QGuiApplication::platformName().startsWith(u"wayland"_s));
        m_keyboard = std::make_unique<Keyboard>();
        m_keyboard->press();
    }

    void init()
    {
        qputenv("PATH", m_path);
        m_window = std::make_unique<QWidget>();
        m_window->resize(400, 300);
        m_window->show();
        QVERIFY(awaitFocus(*m_window));
        m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard(), m_clock, nullptr);
        m_clipboard->setClearsAfter(1h); // a busy machine needs minutes for what comes before
        m_cleared = std::make_unique<QSignalSpy>(m_clipboard.get(), &SecretClipboard::cleared);
        m_notCleared = std::make_unique<QSignalSpy>(m_clipboard.get(), &SecretClipboard::notCleared);
        m_keyboard->press();
        QTest::qWait(100);
    }

    void cleanup()
    {
        m_other.reset();
        m_clipboard.reset();
        m_window.reset();
    }

    void timeUp_withFocus_clears()
    {
        copy();
        QCOMPARE(pasted(), secretText);
        QVERIFY(awaitFocus(*m_window));
        m_clipboard->clearNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_cleared->size(), 1, longest);
        QCOMPARE(pasted(), QString());
    }

    // Nothing is typed between copying and clearing: both requests name the same input event.
    void timeUp_untouched_clears()
    {
        m_clipboard->setClearsAfter(1s);
        copy();
        QTRY_COMPARE_WITH_TIMEOUT(m_cleared->size(), 1, longest);
        QCOMPARE(pasted(), QString());
    }

    void timeUp_withoutFocusAndTool_pastesNothingAndClearsWithFocus()
    {
        qputenv("PATH", "");
        copy();
        loseFocus();
        m_clipboard->clearNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_notCleared->size(), 1, longest);
        QVERIFY(m_cleared->isEmpty());
        QCOMPARE(pasted(), QString());

        m_other.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_cleared->size(), 1, longest);
        QCOMPARE(pasted(), QString());
    }

    void timeUp_withoutFocusWithTool_clears()
    {
        copy();
        loseFocus();
        m_clipboard->clearNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_cleared->size(), 1, longest);
        QVERIFY(m_notCleared->isEmpty());
        QCOMPARE(pasted(), QString());
        QVERIFY(QGuiApplication::focusWindow() == nullptr);
    }

    void timeUp_otherProgramsText_stays()
    {
        copy();
        loseFocus();
        copyElsewhere(u"of another program"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_cleared->size(), 1, longest);
        m_clipboard->clearNow();
        m_other.reset();
        QVERIFY(awaitFocus(*m_window));
        QTest::qWait(1500);
        QCOMPARE(pasted(), u"of another program"_s);
        QVERIFY(m_notCleared->isEmpty());
    }

    // As by a manager that keeps text for programs that end.
    void timeUp_sameTextOfOtherProgram_clearsWithFocus()
    {
        copy();
        loseFocus();
        copyElsewhere(secretText);
        QTRY_COMPARE_WITH_TIMEOUT(m_cleared->size(), 1, longest);
        m_clipboard->clearNow();
        QCOMPARE(pasted(), secretText);
        m_other.reset();
        QVERIFY(awaitFocus(*m_window));
        QTRY_COMPARE_WITH_TIMEOUT(m_notCleared->size(), 1,
                                  10000); // our last key is older than the other program's text
        m_keyboard->press();
        QTRY_COMPARE_WITH_TIMEOUT(m_cleared->size(), 2, longest);
        QCOMPARE(pasted(), QString());
    }

    void quit_byClosingTheWindow_leavesNothing()
    {
        m_window.reset();
        QCOMPARE(runProgram(u"--copy-and-close"_s), 0);
        QCOMPARE(pasted(), QString());
    }

    void quit_withoutFocusWithTool_leavesNothing()
    {
        m_window.reset();
        QCOMPARE(runProgram(u"--copy-and-quit"_s), 0);
        QCOMPARE(pasted(), QString());
    }

private:
    void copy()
    {
        m_clipboard->copy(Secret::copyOf(secretText), name);
        QVERIFY(m_clipboard->holdsSecret());
    }

    void loseFocus()
    {
        m_other = std::make_unique<OtherWindow>();
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::focusWindow() == nullptr, longest);
    }

    int runProgram(const QString& mode)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedChannels);
        program.start(QCoreApplication::applicationFilePath(), {mode});
        while (program.state() != QProcess::NotRunning) {
            m_keyboard->press();
            QTest::qWait(100);
        }
        return program.exitCode();
    }

    const QByteArray m_path = qgetenv("PATH");
    SystemClock m_clock;
    std::unique_ptr<Keyboard> m_keyboard;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<OtherWindow> m_other;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<QSignalSpy> m_cleared;
    std::unique_ptr<QSignalSpy> m_notCleared;
};

namespace {

/// Clears the clipboard when it closes, as MainWindow does.
class ClosingWindow final : public QWidget
{
public:
    explicit ClosingWindow(SecretClipboard& clipboard) : m_clipboard(clipboard) {}

protected:
    void closeEvent(QCloseEvent* event) override
    {
        m_clipboard.clearNow();
        QWidget::closeEvent(event);
    }

private:
    SecretClipboard& m_clipboard;
};

int runWindow(const QString& mode)
{
    SystemClock clock;
    SecretClipboard clipboard(*QGuiApplication::clipboard(), clock, nullptr);
    ClosingWindow window(clipboard);
    window.resize(500, 200);
    window.show();
    if (mode == u"--window"_s) {
        return QCoreApplication::exec();
    }
    if (!awaitFocus(window)) {
        return 2;
    }
    QTest::qWait(500); // for a key, whose event the request has to name
    clipboard.copy(Secret::copyOf(secretText), name);
    if (pasted() != secretText) {
        return 3;
    }
    std::unique_ptr<OtherWindow> other;
    if (mode == u"--copy-and-quit"_s) {
        other = std::make_unique<OtherWindow>();
        if (!QTest::qWaitFor([] { return QGuiApplication::focusWindow() == nullptr; }, longest)) {
            return 4;
        }
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    } else if (!awaitFocus(window)) {
        return 5;
    } else {
        QMetaObject::invokeMethod(&window, &QWidget::close, Qt::QueuedConnection);
    }
    return QCoreApplication::exec();
}

} // namespace

} // namespace CommKeys

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc == 2 && QByteArrayView(argv[1]).startsWith("--")) {
        return CommKeys::runWindow(QString::fromLocal8Bit(argv[1]));
    }
    CommKeys::WaylandClipboardTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "waylandclipboardtest.moc"
