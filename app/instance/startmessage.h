// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace CommKeys {

/// What a second start of the program tells the first. Nothing secret: a command line holds none (see CommandLine).
struct StartMessage
{
    QStringList arguments;   ///< of the second start, the program's name first
    QString activationToken; ///< Wayland's leave to come to the front, good for one time; empty elsewhere

    bool operator==(const StartMessage&) const = default;
};

/// Longer messages are neither sent nor read. Bytes.
constexpr qsizetype longestStartMessage = 16 * 1024;

/// One line with its line feed at the end; empty when the message would be too long.
[[nodiscard]] QByteArray encodeStartMessage(const StartMessage& message);

/// @p line: with or without its line feed. None when it is no such message; what a newer version adds is read over.
[[nodiscard]] std::optional<StartMessage> parseStartMessage(const QByteArray& line);

} // namespace CommKeys
