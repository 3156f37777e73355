// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace CommKeys {

/// One page of a list of ARM's.
template <typename T>
struct Page
{
    QList<T> items;
    QString nextLink;       ///< empty on the last page; a page may be empty and still have one
    qsizetype total = 0;    ///< entries on all pages, where the list says so
    QStringList unreadable; ///< what entries are called that were left out because they make no sense
};

} // namespace CommKeys
