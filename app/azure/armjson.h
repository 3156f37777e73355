// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/page.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace CommKeys::ArmJson {

/// What all of ARM's answers have in common. Pure.

/// The object that an answer has to be, behind a byte-order mark or not. @p what completes "The list of tenants": the
/// error says what was expected and what came instead, and quotes none of it.
[[nodiscard]] Result<QJsonObject> object(const QByteArray& json, const QString& what);

/// A page of @p list, each entry through @p parse. An entry that parse cannot read (std::nullopt) is left out and named
/// in Page::unreadable, so that one odd entry neither hides the others nor vanishes. The caller sets the next page.
template <typename T, typename Parse>
[[nodiscard]] Page<T> pageOf(const QJsonArray& list, Parse parse);

/// `{"value": […], "nextLink": …}` as a pageOf() its entries.
template <typename T, typename Parse>
[[nodiscard]] Result<Page<T>> page(const QByteArray& json, const QString& what, Parse parse);

/// Of a list whose next page is one that was there before.
[[nodiscard]] Error neverEndingList();

/// What an entry that cannot be read is called: its id, else its name, else what it is in place of an object. Redacted.
[[nodiscard]] QString nameOfEntry(const QJsonValue& entry);

/// The `value` list itself; empty where it is null, as some services write a list without entries. An Error where there
/// is none.
[[nodiscard]] Result<QJsonArray> values(const QJsonObject& object, const QString& what);

template <typename T, typename Parse>
Page<T> pageOf(const QJsonArray& list, Parse parse)
{
    Page<T> result;
    result.items.reserve(list.size());
    for (const QJsonValue& value : list) {
        if (std::optional<T> item = parse(value.toObject())) {
            result.items.append(*std::move(item));
        } else {
            result.unreadable.append(nameOfEntry(value));
        }
    }
    return result;
}

template <typename T, typename Parse>
Result<Page<T>> page(const QByteArray& json, const QString& what, Parse parse)
{
    const Result<QJsonObject> root = object(json, what);
    if (!root) {
        return root.error();
    }
    const Result<QJsonArray> list = values(*root, what);
    if (!list) {
        return list.error();
    }
    Page<T> result = pageOf<T>(*list, parse);
    result.nextLink = root->value(QLatin1StringView("nextLink")).toString();
    return result;
}

} // namespace CommKeys::ArmJson
