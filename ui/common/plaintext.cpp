// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/plaintext.h"

#include <QAction>
#include <QTextDocument>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace CommKeys {

QString plainText(const QString& text)
{
    if (!Qt::mightBeRichText(text)) {
        return text;
    }
    QString plain = text;
    return plain.replace(u"<"_s, u"<\u2060"_s).replace(u"&"_s, u"&\u2060"_s);
}

void setPlainToolTip(QWidget& widget, const QString& text)
{
    widget.setToolTip(plainText(text));
}

void setPlainToolTip(QAction& action, const QString& text)
{
    action.setToolTip(plainText(text));
}

QString withoutMnemonics(QString text)
{
    return text.replace(u"&"_s, u"&&"_s);
}

} // namespace CommKeys
