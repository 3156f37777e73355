// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/clipboardmarks.h"

#include <QByteArray>

using namespace Qt::StringLiterals;

namespace CommKeys {

void addSecretMarks(QMimeData& data)
{
    // Qt registers a format that it does not know with Windows under the very name.
    const QByteArray zero(4, '\0');
    data.setData(u"ExcludeClipboardContentFromMonitorProcessing"_s, zero);
    data.setData(u"CanIncludeInClipboardHistory"_s, zero);
    data.setData(u"CanUploadToCloudClipboard"_s, zero);
    data.setData(u"x-kde-passwordManagerHint"_s, "secret"_ba);
}

} // namespace CommKeys
