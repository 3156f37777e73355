// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secretmimedata.h"

#include "common/clipboardmarks.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

// Qt's Wayland clipboard stores the text under the second name in every QMimeData that lacks it: a copy of the secret
// that expire() would not reach.
QStringList textFormats()
{
    QStringList formats{u"text/plain"_s};
    if (QGuiApplication::platformName().startsWith("wayland"_L1)) {
        formats.append(u"text/plain;charset=utf-8"_s);
    }
    return formats;
}

} // namespace

SecretMimeData::SecretMimeData(const Secret& secret) : m_secret(secret)
{
    addSecretMarks(*this);
}

bool SecretMimeData::hasFormat(const QString& format) const
{
    return formats().contains(format);
}

QStringList SecretMimeData::formats() const
{
    return textFormats() + QMimeData::formats();
}

QVariant SecretMimeData::retrieveData(const QString& format, QMetaType type) const
{
    if (!textFormats().contains(format)) {
        return QMimeData::retrieveData(format, type);
    }
    return type.id() == QMetaType::QByteArray ? QVariant(m_secret.reveal().toByteArray())
                                              : QVariant(m_secret.revealText());
}

} // namespace CommKeys
