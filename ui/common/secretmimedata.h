// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secret.h"

#include <QMimeData>

namespace CommKeys {

/// Clipboard content that makes the text of a secret only when a program asks for it, and stops doing so.
///
/// It has the marks of clipboardmarks.h. On X11, Wayland and Windows each paste asks this object, so after expire() a
/// paste gets empty text, even where the desktop does not let the program change the clipboard. On macOS the pasteboard
/// asks once and keeps the answer.
class SecretMimeData final : public QMimeData
{
    Q_OBJECT

public:
    explicit SecretMimeData(const Secret& secret);

    /// Drops the secret. The formats stay, with empty text.
    void expire() { m_secret = {}; }

    [[nodiscard]] bool hasFormat(const QString& format) const override;
    [[nodiscard]] QStringList formats() const override;

protected:
    [[nodiscard]] QVariant retrieveData(const QString& format, QMetaType type) const override;

private:
    Secret m_secret;
};

} // namespace CommKeys
