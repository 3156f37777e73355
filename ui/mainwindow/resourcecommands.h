// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "core/keytype.h"

#include <QObject>

#include <functional>

class QUrl;

namespace CommKeys {

class MainWindowActions;
class ResourcePage;
class SecretClipboard;

/// What the commands of the resource menu do with the resource that is chosen in the list.
class ResourceCommands final : public QObject
{
    Q_OBJECT

public:
    /// The first three outlive this. @p openBrowser: false where there is no browser.
    ResourceCommands(const MainWindowActions& actions, ResourcePage& page, SecretClipboard& clipboard,
                     std::function<bool(const QUrl&)> openBrowser, QObject* parent);

signals:
    void regenerateRequested(const CommKeys::CommunicationService& resource, CommKeys::KeyType type);

private:
    void copyEndpoint();
    void copyResourceId();
    void regenerate();
    void openInPortal();
    void showPortal();

    const MainWindowActions& m_actions;
    ResourcePage& m_page;
    SecretClipboard& m_clipboard;
    std::function<bool(const QUrl&)> m_openBrowser;
};

} // namespace CommKeys
