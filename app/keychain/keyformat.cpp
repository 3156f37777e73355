// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keyformat.h"

#include "core/quoting.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

Secret dotEnvLine(const Secret& value)
{
    QString text = value.revealText();
    QString quoted = dotEnvQuoted(text);
    wipe(text);
    QString line = connectionStringVariable.toString() + u'=' + quoted + u'\n';
    wipe(quoted);
    return Secret::take(line);
}

Secret appSettings(const Secret& value)
{
    const QJsonObject strings{{u"CommunicationServices"_s, value.revealText()}};
    QByteArray json = QJsonDocument(QJsonObject{{u"ConnectionStrings"_s, strings}}).toJson(QJsonDocument::Indented);
    return Secret::take(json);
}

Secret kubernetesSecret(const QString& resourceName, const Secret& value)
{
    QByteArray bytes = value.reveal().toByteArray();
    QByteArray base64 = bytes.toBase64();
    wipe(bytes);
    QByteArray yaml = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: \"" + kubernetesName(resourceName).toUtf8() +
                      "\"\ntype: Opaque\ndata:\n  " + connectionStringVariable.toUtf8() + ": \"" + base64 + "\"\n";
    wipe(base64);
    return Secret::take(yaml);
}

bool isForKubernetes(QChar letter)
{
    return (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
}

} // namespace

Secret inFormat(KeyFormat format, const QString& resourceName, const Secret& connectionString)
{
    if (connectionString.isEmpty()) {
        return {};
    }
    switch (format) {
    case KeyFormat::DotEnv:
        return dotEnvLine(connectionString);
    case KeyFormat::AppSettings:
        return appSettings(connectionString);
    case KeyFormat::KubernetesSecret:
        return kubernetesSecret(resourceName, connectionString);
    }
    Q_UNREACHABLE();
}

QString kubernetesName(const QString& resourceName)
{
    constexpr qsizetype mostLetters = 63;
    QString name = resourceName.toLower();
    for (QChar& letter : name) {
        letter = isForKubernetes(letter) ? letter : QChar(u'-');
    }
    while (name.startsWith(u'-')) {
        name.remove(0, 1);
    }
    name.truncate(mostLetters);
    while (name.endsWith(u'-')) {
        name.chop(1);
    }
    return name.isEmpty() ? u"communication-services"_s : name;
}

} // namespace CommKeys
