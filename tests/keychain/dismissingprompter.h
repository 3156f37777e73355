// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QObject>
#include <QVariantMap>

namespace CommKeys {

/// In place of GNOME's gcr-prompter: what gnome-keyring asks it to show is cancelled at once, as by a person. Source:
/// gcr 3.41, gcr/org.gnome.keyring.Prompter.xml.
class DismissingPrompter final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")

public:
    DismissingPrompter();
    ~DismissingPrompter() override;
    Q_DISABLE_COPY_MOVE(DismissingPrompter)

    bool keepsOpen = false; ///< as long as dismiss() isn't called

    /// False: the session bus does not give it the name.
    [[nodiscard]] bool isRegistered() const { return m_isRegistered; }
    /// Prompts that were cancelled.
    [[nodiscard]] int dismissed() const { return m_dismissed; }
    [[nodiscard]] bool isOpen() const { return !m_open.arguments().isEmpty(); }
    void dismiss();

public slots:
    void BeginPrompting(const QDBusObjectPath& callback);
    void PerformPrompt(const QDBusObjectPath& callback, const QString& type, const QVariantMap& properties,
                       const QString& exchange);
    void StopPrompting(const QDBusObjectPath& callback);

private:
    [[nodiscard]] QDBusMessage answer(const QDBusObjectPath& callback, const QString& reply,
                                      const QString& exchange) const;
    void sendLater(const QDBusMessage& call);

    bool m_isRegistered = false;
    int m_dismissed = 0;
    QDBusMessage m_open; ///< the answer to the prompt that is open
};

} // namespace CommKeys
