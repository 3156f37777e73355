// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>

namespace CommKeys {

/// Keeps one copy in memory of a text that many things have.
class SharedTexts
{
public:
    /// Makes @p text share the memory of an equal one that was here before.
    void share(QString& text) { text = *m_texts.insert(text); }

private:
    QSet<QString> m_texts;
};

} // namespace CommKeys
