// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>
#include <QString>

#include <memory>

class QDataStream;
class QTextStream;

namespace CommKeys {

/// Bytes that must not be seen: an access key, a connection string, a token.
///
/// - The bytes are overwritten when the last copy goes; copies share one buffer, so copying makes no second one.
/// - There is no way to print, stream, compare with text or convert to QVariant by accident: those do not compile
///   (tests/core/secretmisuse shows it).
/// - Equality takes the same time wherever the first difference lies.
/// - reveal() and revealText() are the only doors. They are for the wire, the keychain, the clipboard and a revealed
///   field, and for nothing else; grep for them to audit the program. What they hand out is the caller's to keep short.
class Secret
{
public:
    Secret() = default;

    /// Takes the bytes over and overwrites @p source, so that no second copy stays behind. An implicitly shared
    /// QByteArray has other owners that cannot be reached from here; pass one that is not shared.
    [[nodiscard]] static Secret take(QByteArray& source);
    /// Same for text; stored as UTF-8.
    [[nodiscard]] static Secret take(QString& source);
    /// For literals and for text whose owner goes on using it.
    [[nodiscard]] static Secret copyOf(QStringView text);

    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] qsizetype size() const;

    /// The bytes themselves, valid as long as a copy of this Secret lives.
    [[nodiscard]] QByteArrayView reveal() const;
    /// The bytes as text. The QString is a second copy in memory: pass it on at once, or wipe() it.
    [[nodiscard]] QString revealText() const;

    /// Hex SHA-256 of @p salt and the bytes: tells two secrets apart without showing either. 64 letters.
    [[nodiscard]] QString fingerprint(QByteArrayView salt = {}) const;

    friend bool operator==(const Secret& a, const Secret& b) { return a.equals(b); }

private:
    struct Buffer;
    [[nodiscard]] bool equals(const Secret& other) const;

    std::shared_ptr<const Buffer> m_buffer;
};

QDebug operator<<(QDebug, const Secret&) = delete;
QDataStream& operator<<(QDataStream&, const Secret&) = delete;
QTextStream& operator<<(QTextStream&, const Secret&) = delete;

/// Overwrites @p bytes in place (through other owners too, which is the point) and clears it.
void wipe(QByteArray& bytes);
void wipe(QString& text);

} // namespace CommKeys
