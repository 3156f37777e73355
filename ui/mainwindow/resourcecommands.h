// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"
#include "core/keytype.h"

#include <QObject>

namespace CommKeys {

class MainWindowActions;
class ResourcePage;
class SecretClipboard;

/// What the commands of the resource menu do with the resource that is chosen in the list.
class ResourceCommands final : public QObject
{
    Q_OBJECT

public:
    /// All three outlive this.
    ResourceCommands(const MainWindowActions& actions, ResourcePage& page, SecretClipboard& clipboard, QObject* parent);

signals:
    void regenerateRequested(const CommKeys::CommunicationService& resource, CommKeys::KeyType type);

private:
    void copyEndpoint();
    void copyResourceId();
    void regenerate();

    ResourcePage& m_page;
    SecretClipboard& m_clipboard;
};

} // namespace CommKeys
