// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/keyformat.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class KeyFormatTest final : public QObject
{
    Q_OBJECT

private slots:
    void aDotEnvLineIsOneAssignment()
    {
        QCOMPARE(formatted(KeyFormat::DotEnv, m_ordinary),
                 u"COMMUNICATION_SERVICES_CONNECTION_STRING=\"%1\"\n"_s.arg(m_ordinary));
    }

    void aShellReadsTheDotEnvLineBack_data() { values(); }
    void aShellReadsTheDotEnvLineBack()
    {
        QFETCH(QString, value);
        const QString script = u"eval \"$(cat)\"; printf '%s' \"$COMMUNICATION_SERVICES_CONNECTION_STRING\""_s;
        QCOMPARE(fromProgram(u"sh"_s, {u"-c"_s, script}, formatted(KeyFormat::DotEnv, value)), value);
    }

    void dotNetFindsTheConnectionString_data() { values(); }
    void dotNetFindsTheConnectionString()
    {
        QFETCH(QString, value);
        const QJsonDocument document = QJsonDocument::fromJson(formatted(KeyFormat::AppSettings, value).toUtf8());
        QCOMPARE(document[u"ConnectionStrings"_s][u"CommunicationServices"_s].toString(), value);
    }

    void python3ReadsAppSettingsBack_data() { values(); }
    void python3ReadsAppSettingsBack()
    {
        QFETCH(QString, value);
        const QString script =
            u"import json, sys; sys.stdout.buffer.write("
            "json.loads(sys.stdin.buffer.read())['ConnectionStrings']['CommunicationServices'].encode())"_s;
        comparePython(script, KeyFormat::AppSettings, value, value);
    }

    void python3ReadsTheKubernetesSecretBack_data() { values(); }
    void python3ReadsTheKubernetesSecretBack()
    {
        QFETCH(QString, value);
        const QString script =
            u"import base64, sys, yaml; o = yaml.safe_load(sys.stdin.buffer.read()); "
            "assert (o['apiVersion'], o['kind'], o['type']) == ('v1', 'Secret', 'Opaque'); "
            "sys.stdout.buffer.write(o['metadata']['name'].encode() + b' ' + "
            "base64.b64decode(o['data']['COMMUNICATION_SERVICES_CONNECTION_STRING'], validate=True))"_s;
        comparePython(script, KeyFormat::KubernetesSecret, value, u"acs-prod-00000 "_s + value);
    }

    void bothKeysOfAResourceAreOneKubernetesObject()
    {
        const QString one = formatted(KeyFormat::KubernetesSecret, u"one"_s);
        QString two = formatted(KeyFormat::KubernetesSecret, u"two"_s);
        QCOMPARE(two.replace(u"dHdv"_s, u"b25l"_s), one);
    }

    void kubernetesTakesEveryName_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("name");
        QTest::newRow("fits") << u"acs-prod-00000"_s << u"acs-prod-00000"_s;
        QTest::newRow("casing") << u"ContosoAcs"_s << u"contosoacs"_s;
        QTest::newRow("underscores") << u"_acs_prod_"_s << u"acs-prod"_s;
        QTest::newRow("hyphens") << u"---"_s << u"communication-services"_s;
        QTest::newRow("yaml") << u"a: b\n- c"_s << u"a--b---c"_s;
        QTest::newRow("letters of elsewhere") << u"größe-\u0130"_s << u"gr--e-i"_s;
        QTest::newRow("number") << u"0123"_s << u"0123"_s;
        QTest::newRow("long") << u"a"_s.repeated(62) + u"_b"_s << u"a"_s.repeated(62);
    }
    void kubernetesTakesEveryName()
    {
        QFETCH(QString, resource);
        QFETCH(QString, name);
        QCOMPARE(kubernetesName(resource), name);
    }

    void withoutAConnectionStringThereIsNothing()
    {
        for (const KeyFormat format : {KeyFormat::DotEnv, KeyFormat::AppSettings, KeyFormat::KubernetesSecret}) {
            QVERIFY(inFormat(format, u"acs"_s, Secret()).isEmpty());
        }
    }

private:
    void values() const
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("ordinary") << m_ordinary;
        QTest::newRow("quotes") << u"endpoint=https://a'b\"c/;accesskey='\"=="_s;
        QTest::newRow("commands") << u"$(touch /nowhere/x)`id`$HOME;&|<>#!"_s;
        QTest::newRow("backslashes") << u"\\n\\\\\\\"\\u0041"_s;
        QTest::newRow("yaml and json") << u"}: [a, b] {c: d} # e - *f &g !h %i @j"_s;
        QTest::newRow("letters") << u"Größe \u4f60\u597d"_s;
    }

    static QString formatted(KeyFormat format, const QString& value)
    {
        return inFormat(format, u"acs-prod-00000"_s, Secret::copyOf(value)).revealText();
    }

    static QString fromProgram(const QString& program, const QStringList& arguments, const QString& input)
    {
        QProcess process;
        process.start(program, arguments);
        process.write(input.toUtf8());
        process.closeWriteChannel();
        const bool isGood = process.waitForFinished() && process.exitCode() == 0;
        return isGood ? QString::fromUtf8(process.readAllStandardOutput())
                      : u"failed: "_s + QString::fromUtf8(process.readAllStandardError());
    }

    static void comparePython(const QString& script, KeyFormat format, const QString& value, const QString& expected)
    {
        const QString python = QStringLiteral(COMMKEYS_PYTHON);
        QCOMPARE(fromProgram(python, {u"-c"_s, u"import json, yaml"_s}, {}), QString()); // tests/test-dependencies.txt
        QCOMPARE(fromProgram(python, {u"-c"_s, script}, formatted(format, value)), expected);
    }

    const QString m_ordinary = u"endpoint=https://acs.unitedstates.communication.azure.com/;accesskey=Zm9v+/8=="_s;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::KeyFormatTest)
#include "keyformattest.moc"
