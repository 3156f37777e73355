// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace CommKeys {

/// Reads the levers of the simulation from JSON, and takes no word it does not know: a misspelled lever would be a test
/// that tests nothing.
namespace SimulatedMembers {

/// Reads one JSON value into its place; false when it is not of the right kind.
using Reader = std::function<bool(const QJsonValue&)>;

[[nodiscard]] Reader into(bool& place);
[[nodiscard]] Reader into(int& place);
[[nodiscard]] Reader into(QString& place);
[[nodiscard]] Reader into(QStringList& place);
[[nodiscard]] Reader into(QJsonObject& place);

template <typename Count, typename Period>
[[nodiscard]] Reader into(std::chrono::duration<Count, Period>& place)
{
    return [&place](const QJsonValue& value) {
        place = std::chrono::duration<Count, Period>(value.toInteger(-1));
        return place.count() >= 0;
    };
}

/// One of several words.
template <typename T>
[[nodiscard]] Reader into(T& place, QHash<QString, T> names)
{
    return [&place, names = std::move(names)](const QJsonValue& value) {
        place = names.value(value.toString());
        return names.contains(value.toString());
    };
}

/// An array of objects; the error of an entry is the error of the whole and lands in @p problem.
template <typename T>
[[nodiscard]] Reader eachInto(QList<T>& list, std::optional<Error>& problem, Result<T> (*read)(const QJsonObject&))
{
    return [&list, &problem, read](const QJsonValue& value) {
        const QJsonArray entries = value.toArray();
        for (const QJsonValue& entry : entries) {
            const Result<T> item = read(entry.toObject());
            if (!item) {
                problem = item.error();
                return false;
            }
            list.append(*item);
        }
        return value.isArray();
    };
}

/// Reads every member of @p json by its reader. Fails with InvalidInput that names the member which has none, or whose
/// value is not one it can have.
[[nodiscard]] Result<Done> read(const QJsonObject& json, const QHash<QString, Reader>& readers);

} // namespace SimulatedMembers

} // namespace CommKeys
