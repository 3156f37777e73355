// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/devicecode.h"
#include "auth/signinrequest.h"
#include "core/job.h"
#include "signin/signintools.h"

#include <QDialog>
#include <QPointer>

class QPushButton;
class QVBoxLayout;

namespace CommKeys {

class MessageBar;
class WaitingPanel;

/// A sign-in over a session that stays as it is meanwhile: because a tenant wants more, because the sign-in has ended,
/// or as somebody else. Accepted when it has succeeded; what goes wrong is told here, and can be tried again.
///
/// Whoever shows it with open() makes the sign-in at startRequested(), with this as the parent, and hands it to
/// follow().
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p heading says who asks for the sign-in.
    SignInDialog(const QString& heading, const SignInTools& tools, QWidget* parent);

    /// Starts @p job, a SignInJob or a SignInSessionJob, and shows how it goes.
    template <typename SignIn>
    void follow(SignIn* job)
    {
        connect(job, &SignIn::browserOpened, this, &SignInDialog::showBrowser);
        connect(job, &SignIn::codeReceived, this, &SignInDialog::showCode);
        job->onFinished(this, [this](const auto& result) {
            m_job = nullptr; // it deletes itself
            result ? accept() : showFailure(result.error());
        });
        begin(job);
    }

    void open() override;
    void reject() override;
    bool event(QEvent* event) override;

signals:
    void startRequested(CommKeys::SignInWay way);

private:
    void quit();
    void start(SignInWay way);
    void begin(Job* job);
    void showBrowser(const QUrl& address, bool hasStarted);
    void showCode(const DeviceCode& code);
    void showFailure(const Error& error);

    const SignInWay m_firstWay;
    SignInWay m_way = SignInWay::Browser;
    QPointer<Job> m_job;
    MessageBar* m_message;
    WaitingPanel* m_waiting;
    QPushButton* m_withCode;
    QVBoxLayout* m_layout;
};

} // namespace CommKeys
