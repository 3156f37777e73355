// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/policysources.h"
#include "settings/settingspolicy.h"

#include <QList>
#include <QTemporaryFile>

#include <memory>
#include <optional>

namespace CommKeys {

/// One administrator's source, opened for reading.
///
/// An ini file may be UTF-8 with or without a byte-order mark, or UTF-16 in either byte order with or without one
/// (Windows PowerShell's Out-File writes UTF-16). QSettings reads UTF-8 without one only: the others are read from a
/// copy that only this person can read and that goes with this object. Text in an eight-bit encoding counts in comments
/// only; a value in it makes no sense and is reported as such.
class PolicyFile
{
public:
    explicit PolicyFile(const PolicySource& source);

    /// What there is to read; null where there is nothing, or nothing that can be read.
    [[nodiscard]] const QSettings* settings() const { return m_settings ? &*m_settings : nullptr; }
    [[nodiscard]] const QString& source() const { return m_source; }
    /// Of the file as a whole: Unreadable, NotSettings.
    [[nodiscard]] const QList<PolicyProblem>& problems() const { return m_problems; }

private:
    void openFile();
    void report(PolicyProblem::Kind kind) { m_problems.append({kind, m_source, {}}); }

    const QString m_source;
    std::unique_ptr<QTemporaryFile> m_copy;
    std::optional<QSettings> m_settings;
    QList<PolicyProblem> m_problems;
};

} // namespace CommKeys
