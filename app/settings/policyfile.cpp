// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policyfile.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

/// None: as QSettings reads it.
std::optional<QStringConverter::Encoding> encodingOf(const QByteArray& bytes)
{
    // Also of UTF-8: QSettings takes the mark for a part of the first line, which is no comment then.
    if (const auto marked = QStringConverter::encodingForData(bytes)) {
        return marked;
    }
    // An ini file begins with a letter, a bracket, a semicolon: one byte in UTF-8, and with a zero beside it in UTF-16.
    if (bytes.size() < 2 || (bytes.at(0) != '\0') == (bytes.at(1) != '\0')) {
        return std::nullopt;
    }
    return bytes.at(1) == '\0' ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
}

/// True also where the folder keeps to itself whether there is a file.
bool mayExist(const QString& path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    return QFileInfo::exists(path) || (folder.isDir() && !folder.isExecutable());
}

} // namespace

PolicyFile::PolicyFile(const PolicySource& source) : m_source(source.path)
{
    if (source.format == QSettings::IniFormat) {
        openFile();
    } else {
        m_settings.emplace(source.path, source.format);
    }
    if (!m_settings) {
        return;
    }
    static_cast<void>(m_settings->allKeys()); // reads it
    if (m_settings->status() == QSettings::AccessError) {
        report(PolicyProblem::Kind::Unreadable);
    } else if (m_settings->status() == QSettings::FormatError) {
        report(PolicyProblem::Kind::NotSettings);
    }
}

void PolicyFile::openFile()
{
    if (!mayExist(m_source)) {
        return;
    }
    QFile file(m_source);
    if (!QFileInfo(m_source).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        report(PolicyProblem::Kind::Unreadable);
        return;
    }
    const QByteArray bytes = file.readAll();
    const std::optional<QStringConverter::Encoding> encoding = encodingOf(bytes);
    if (!encoding) {
        m_settings.emplace(m_source, QSettings::IniFormat);
        return;
    }
    const QString text = QStringDecoder(*encoding).decode(bytes);
    m_copy = std::make_unique<QTemporaryFile>();
    if (!m_copy->open() || m_copy->write(text.toUtf8()) < 0 || !m_copy->flush()) {
        report(PolicyProblem::Kind::Unreadable);
        return;
    }
    m_settings.emplace(m_copy->fileName(), QSettings::IniFormat);
}

} // namespace CommKeys
