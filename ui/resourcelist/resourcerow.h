// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservice.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace CommKeys {

/// A resource and what the list shows and searches of it. It is made once, on any thread, since a hundred thousand of
/// them would hold the window up.
struct ResourceRow
{
    CommunicationService service;
    QString dataLocation; ///< by its usual name
    QString tagText;
    QByteArray searchText; ///< all that a filter looks through: what searchable() makes of it

    [[nodiscard]] const ResourceId& id() const { return service.id; }
    /// Each of its tags.
    [[nodiscard]] QStringList tagTexts() const;

    bool operator==(const ResourceRow&) const = default;
};

/// Their rows, in the same order; they share the memory of equal texts.
[[nodiscard]] QList<ResourceRow> resourceRows(const QList<CommunicationService>& resources);

/// Without regard to case, and in half of the memory that letters of 16 bits take.
[[nodiscard]] QByteArray searchable(const QString& text);

} // namespace CommKeys

Q_DECLARE_TYPEINFO(CommKeys::ResourceRow, Q_RELOCATABLE_TYPE);
