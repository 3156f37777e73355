// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTranslator>

namespace CommKeys {

/// A language that does not exist: every text of ours is the English one with accents, in brackets, and about 40 %
/// longer. Under it a text that is cut off lacks its bracket, and one that is not translated has none.
class PseudoTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char* context, const char* sourceText, const char*, int) const override
    {
        const QByteArrayView room(context);
        if (!room.startsWith("CommKeys") && room != "QPlatformTheme") {
            return {};
        }
        return lengthened(QString::fromUtf8(sourceText));
    }

private:
    [[nodiscard]] static QString lengthened(QString text)
    {
        const qsizetype more = (text.size() * 2 + 4) / 5;
        static const QString plain = QStringLiteral("aeiouAEIOU");
        static const QString accented = QStringLiteral("áéíóúÁÉÍÓÚ");
        for (QChar& letter : text) {
            if (const qsizetype index = plain.indexOf(letter); index >= 0) {
                letter = accented.at(index);
            }
        }
        QString filling;
        while (filling.size() < more - 2) {
            filling += filling.size() % 8 == 0 ? QChar(u' ') : QChar(u'ñ');
        }
        return QStringLiteral("[%1%2]").arg(text, filling);
    }
};

} // namespace CommKeys
