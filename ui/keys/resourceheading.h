// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"

#include <QWidget>

class QToolButton;

namespace CommKeys {

class ElidedLabel;
class SecretClipboard;
class ValueField;

/// What is shown of a resource above its keys: name, endpoint, place and id. Endpoint and id can be selected and
/// copied.
class ResourceHeading final : public QWidget
{
    Q_OBJECT

public:
    /// @p clipboard outlives this.
    ResourceHeading(SecretClipboard& clipboard, QWidget* parent);

    void showResource(const CommunicationService& resource);

private:
    [[nodiscard]] QWidget* makeRow(ValueField& value, QToolButton& copy);
    [[nodiscard]] QToolButton* makeCopyButton();
    void showTexts();

    SecretClipboard& m_clipboard;
    CommunicationService m_resource;
    ElidedLabel* m_name;
    ValueField* m_hostName;
    QToolButton* m_copyEndpoint;
    ElidedLabel* m_place;
    ValueField* m_id;
    QToolButton* m_copyId;
};

} // namespace CommKeys
