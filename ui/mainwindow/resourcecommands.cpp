// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/resourcecommands.h"

#include "common/secretclipboard.h"
#include "keys/copykey.h"
#include "keys/keyspanel.h"
#include "mainwindow/mainwindowactions.h"
#include "mainwindow/resourcepage.h"
#include "resourcelist/resourcelistview.h"

namespace CommKeys {

ResourceCommands::ResourceCommands(const MainWindowActions& actions, ResourcePage& page, SecretClipboard& clipboard,
                                   QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_clipboard(clipboard)
{
    page.list().addActions(actions.resourceActions());
    connect(actions.getKeys, &QAction::triggered, &page.keys(), &KeysPanel::fetchKeys);
    connect(actions.copyConnectionString, &QAction::triggered, &page.keys(),
            [this] { m_page.keys().copyConnectionString(KeyType::Primary); });
    connect(actions.copyEndpoint, &QAction::triggered, this, &ResourceCommands::copyEndpoint);
    connect(actions.copyResourceId, &QAction::triggered, this, &ResourceCommands::copyResourceId);
    connect(actions.regenerate, &QAction::triggered, this, &ResourceCommands::regenerate);
}

void ResourceCommands::copyEndpoint()
{
    const std::optional<CommunicationService> resource = m_page.list().currentResource();
    if (resource && !resource->hostName.isEmpty()) {
        m_clipboard.copyPlain(endpointAt(resource->hostName));
    }
}

void ResourceCommands::copyResourceId()
{
    if (const std::optional<CommunicationService> resource = m_page.list().currentResource()) {
        m_clipboard.copyPlain(resource->id.toString());
    }
}

void ResourceCommands::regenerate()
{
    if (const std::optional<CommunicationService> resource = m_page.list().currentResource()) {
        emit regenerateRequested(*resource, KeyType::Primary);
    }
}

} // namespace CommKeys
