// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <utility>
#include <variant>

namespace CommKeys {

/// Either a value or the Error that stands in its place. std::expected needs C++23; this is the part of it in use.
///
///     const Result<ResourceId> id = ResourceId::parse(text);
///     if (!id) {
///         show(id.error());
///         return;
///     }
///     use(*id);
///
/// Reading the wrong side is a programming error: std::get throws, which ends the program.
template <typename T>
class [[nodiscard]] Result
{
public:
    // Implicit on purpose: `return value;` and `return Error::…;` are how every function ends.
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
    [[nodiscard]] explicit operator bool() const { return isOk(); }

    [[nodiscard]] const T& operator*() const& { return std::get<0>(m_state); }
    [[nodiscard]] T& operator*() & { return std::get<0>(m_state); }
    [[nodiscard]] T&& operator*() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const T* operator->() const { return &std::get<0>(m_state); }
    [[nodiscard]] T* operator->() { return &std::get<0>(m_state); }

    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The value of an operation that has none: success, and nothing more to say.
struct Done
{
    bool operator==(const Done&) const = default;
};

} // namespace CommKeys
