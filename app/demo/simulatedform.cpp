// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedform.h"

#include <QSet>

#include <algorithm>

namespace CommKeys {

namespace {

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

QByteArray encodedText(const QString& text)
{
    // The tilde needs no sign in front of it; it gets one because it may, and a client has to read it.
    return text.toUtf8().toPercentEncoding(QByteArrayLiteral(" "), QByteArrayLiteral("~")).replace(' ', '+');
}

} // namespace

SimulatedForm SimulatedForm::parse(const QByteArray& text)
{
    SimulatedForm form;
    for (const QByteArray& field : text.split('&')) {
        const qsizetype equals = field.indexOf('=');
        const QByteArray name = equals < 0 ? field : field.first(equals);
        if (!name.isEmpty()) {
            form.add(decoded(name), equals < 0 ? QString() : decoded(field.sliced(equals + 1)));
        }
    }
    return form;
}

bool SimulatedForm::has(const QString& name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [&name](const auto& field) { return field.first == name; });
}

QString SimulatedForm::value(const QString& name) const
{
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&name](const auto& field) { return field.first == name; });
    return found == m_fields.end() ? QString() : found->second;
}

bool SimulatedForm::hasDuplicates() const
{
    QSet<QString> names;
    for (const auto& [name, value] : m_fields) {
        names.insert(name);
    }
    return names.size() != m_fields.size();
}

QByteArray SimulatedForm::encoded() const
{
    QByteArray text;
    for (const auto& [name, value] : m_fields) {
        text += (text.isEmpty() ? QByteArray() : QByteArrayLiteral("&")) + encodedText(name) + '=' + encodedText(value);
    }
    return text;
}

} // namespace CommKeys
