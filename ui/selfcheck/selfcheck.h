// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"
#include "keychain/keptkeys.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

class QDialog;

namespace CommKeys {

class MainWindow;

/// Does the main job in the real window as a person would, by the names that are on the widgets, and tells every step
/// in one line: list, choose, get the keys, regenerate the primary one, copy the connection string, and find the same
/// in the keychain. For a computer without a screen, and for a bug report. Tells fingerprints, never a key.
///
/// It is handed a window that is opening the demo; it gives up after a minute.
class SelfCheck final : public QObject
{
    Q_OBJECT

public:
    /// @p window outlives this. @p screenshot: where a picture of the window is saved at the end; empty: nowhere.
    SelfCheck(MainWindow& window, const QString& screenshot, QObject* parent);

    void start();
    /// For tests.
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

signals:
    void told(const QString& line);
    /// After the last line: 0 when every step came out as it should, else 1.
    void finished(int exitCode);

private:
    /// A step is tried again and again until it has something to tell.
    struct Step
    {
        const char* waitingFor;
        std::optional<QString> (SelfCheck::*attempt)();
    };
    static const QList<Step>& steps();

    void proceed();
    void giveUp();
    void fail(const QString& reason);
    void end(int exitCode);

    std::optional<QString> listResources();
    std::optional<QString> chooseResource();
    std::optional<QString> askForKeys();
    std::optional<QString> copyOldKey();
    std::optional<QString> openDialog();
    std::optional<QString> confirm();
    std::optional<QString> awaitNewKey();
    std::optional<QString> copyNewKey();
    std::optional<QString> compareWithKeychain();
    std::optional<QString> closeDialog();
    std::optional<QString> savePicture();

    void readKeychain();
    [[nodiscard]] QDialog* dialog() const;
    [[nodiscard]] QWidget* primaryCard() const;
    [[nodiscard]] Secret pasted() const;
    [[nodiscard]] QString fingerprint(const Secret& secret) const;

    MainWindow& m_window;
    const QString m_screenshot;
    QTimer m_pulse;
    QTimer m_patience;
    qsizetype m_step = 0;
    QByteArray m_salt;
    Secret m_old;
    Secret m_new;
    bool m_isKept = false;
    bool m_hasAskedKeychain = false;
    std::optional<Result<KeptKeys>> m_kept;
};

} // namespace CommKeys
