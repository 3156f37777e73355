// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/datalocation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class DataLocationTest final : public QObject
{
    Q_OBJECT

private slots:
    void oneNameForEverySpelling_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<QString>("name");
        QTest::newRow("as the portal") << u"United States"_s << u"United States"_s;
        QTest::newRow("without the space") << u"UnitedStates"_s << u"United States"_s;
        QTest::newRow("small") << u"unitedstates"_s << u"United States"_s;
        QTest::newRow("large") << u"EUROPE"_s << u"Europe"_s;
        QTest::newRow("government") << u"usgov"_s << u"US Gov"_s;
        QTest::newRow("not known") << u"Atlantis North"_s << u"Atlantis North"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void oneNameForEverySpelling()
    {
        QFETCH(const QString, spelling);
        QTEST(dataLocationName(spelling), "name");
    }
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::DataLocationTest)
#include "datalocationtest.moc"
