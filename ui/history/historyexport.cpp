// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historyexport.h"

#include "rotation/rotationhistory.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace CommKeys {

Result<Done> exportHistory(const QList<RotationRecord>& records, const QString& fileName)
{
    const bool isJson = fileName.endsWith(".json"_L1, Qt::CaseInsensitive);
    const QByteArray bytes = isJson ? RotationHistory::toJson(records) : RotationHistory::toCsv(records);
    QSaveFile file(fileName);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                           file.write(bytes) == bytes.size() && file.commit();
    if (isWritten) {
        return Done();
    }
    Error error =
        Error::of(ErrorKind::InvalidInput,
                  //: %1: a file's name with its folder
                  QCoreApplication::translate("CommKeys::HistoryExport", "The history could not be written to %1.")
                      .arg(QDir::toNativeSeparators(fileName)),
                  QCoreApplication::translate("CommKeys::HistoryExport", "Choose another file."));
    error.detail.message = file.errorString();
    return error;
}

} // namespace CommKeys
