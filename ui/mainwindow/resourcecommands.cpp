// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/resourcecommands.h"

#include "common/messagebar.h"
#include "common/secretclipboard.h"
#include "keys/copyasmenu.h"
#include "keys/copykey.h"
#include "keys/keycopier.h"
#include "keys/keyspanel.h"
#include "mainwindow/mainwindowactions.h"
#include "mainwindow/resourcepage.h"
#include "resourcelist/resourcelistview.h"

#include <QUrl>

namespace CommKeys {

ResourceCommands::ResourceCommands(const MainWindowActions& actions, ResourcePage& page, SecretClipboard& clipboard,
                                   std::function<bool(const QUrl&)> openBrowser, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_page(page)
    , m_clipboard(clipboard)
    , m_openBrowser(std::move(openBrowser))
{
    KeyCopier& copier = page.keys().copier();
    actions.copyPrimaryAs->setMenu(new CopyAsMenu(copier, KeyType::Primary, &page));
    actions.copySecondaryAs->setMenu(new CopyAsMenu(copier, KeyType::Secondary, &page));
    page.list().addActions(actions.resourceActions());
    connect(actions.getKeys, &QAction::triggered, &page.keys(), &KeysPanel::fetchKeys);
    connect(actions.copyConnectionString, &QAction::triggered, &copier,
            [&copier] { copier.copy(KeyType::Primary, CopyAs::ConnectionString); });
    connect(actions.copyEndpoint, &QAction::triggered, this, &ResourceCommands::copyEndpoint);
    connect(actions.copyResourceId, &QAction::triggered, this, &ResourceCommands::copyResourceId);
    connect(actions.regenerate, &QAction::triggered, this, &ResourceCommands::regenerate);
    connect(actions.openInPortal, &QAction::triggered, this, &ResourceCommands::openInPortal);
    connect(&page, &ResourcePage::resourceChosen, this, &ResourceCommands::showPortal);
}

void ResourceCommands::copyEndpoint()
{
    const std::optional<CommunicationService> resource = m_page.list().currentResource();
    if (resource && !resource->hostName().isEmpty()) {
        m_clipboard.copyPlain(endpointAt(resource->hostName()));
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

void ResourceCommands::openInPortal()
{
    const QUrl address = m_page.portalAddress();
    if (address.isEmpty() || m_openBrowser(address)) {
        return;
    }
    const QString text = QString::fromLatin1(address.toEncoded());
    m_page.messages().show(MessageBar::Level::Warning,
                           tr("No browser could be opened. The resource's page is %1").arg(text));
    m_page.messages().addAction(tr("Copy address"), this, [this, text] { m_clipboard.copyPlain(text); });
}

void ResourceCommands::showPortal()
{
    const bool hasPortal = !m_page.portalAddress().isEmpty();
    // A cloud without a portal, such as the demo's, has nothing to offer; without a resource that is not known yet.
    m_actions.openInPortal->setVisible(hasPortal || !m_page.list().currentResource());
    m_actions.openInPortal->setEnabled(hasPortal);
}

} // namespace CommKeys
