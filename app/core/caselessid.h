// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sharedtexts.h"

#include <QHashFunctions>
#include <QString>
#include <QStringView>

namespace CommKeys {

/// The same for texts that are equal without regard to case.
[[nodiscard]] inline size_t caselessHash(QStringView text, size_t seed = 0)
{
    size_t hash = seed ^ 14695981039346656037U; // FNV-1a
    for (const QChar letter : text) {
        char16_t folded = letter.unicode();
        if (folded >= u'A' && folded <= u'Z') {
            folded = static_cast<char16_t>(folded + (u'a' - u'A'));
        } else if (folded >= 0x80) {
            // Half of a letter beyond 16 bits cannot be folded by itself.
            folded = letter.isSurrogate() ? u'?' : letter.toCaseFolded().unicode();
        }
        hash = (hash ^ folded) * 1099511628211U;
    }
    return hash;
}

/// An identifier of Azure, kept as the service wrote it and compared without regard to case: the casing of ids is the
/// creator's and changes between two answers. @p Tag keeps a tenant from being handed over as a subscription.
template <typename Tag>
class CaselessId
{
public:
    CaselessId() = default;
    explicit CaselessId(const QString& text) : m_text(text) {}

    [[nodiscard]] const QString& toString() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    void shareText(SharedTexts& texts) { texts.share(m_text); }

    friend bool operator==(const CaselessId& a, const CaselessId& b)
    {
        const bool isSameText = a.m_text.constData() == b.m_text.constData() && a.m_text.size() == b.m_text.size();
        return isSameText || a.m_text.compare(b.m_text, Qt::CaseInsensitive) == 0;
    }
    friend bool operator<(const CaselessId& a, const CaselessId& b)
    {
        return a.m_text.compare(b.m_text, Qt::CaseInsensitive) < 0;
    }
    friend size_t qHash(const CaselessId& id, size_t seed = 0) { return caselessHash(id.m_text, seed); }

private:
    QString m_text;
};

} // namespace CommKeys
