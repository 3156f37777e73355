// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/icons.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPalette>
#include <QTest>

using namespace Qt::StringLiterals;

namespace CommKeys {

class IconsTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QGuiApplication::setPalette(QPalette()); }

    void everyIconIsThereAtEverySize_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name :
             {u"account"_s, u"close"_s, u"cloud"_s, u"copy"_s, u"error"_s, u"filter"_s, u"hide"_s, u"info"_s, u"key"_s,
              u"refresh"_s, u"regenerate"_s, u"search"_s, u"settings"_s, u"show"_s, u"success"_s, u"warning"_s}) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void everyIconIsThereAtEverySize()
    {
        QFETCH(const QString, name);
        for (const int size : {16, 20, 24, 32, 48, 64, 96, 128, 300}) {
            const QImage image = Icons::line(name).pixmap(QSize(size, size), 1.0).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            QVERIFY(hasInk(image));
        }
    }

    void anIconHasTheColourOfTheTextAtTheMomentOfPainting()
    {
        const QIcon icon = Icons::line(u"key"_s);
        setButtonText(Qt::black);
        QCOMPARE(inkOf(icon, QIcon::Normal), QColor(Qt::black));
        setButtonText(Qt::white);
        QCOMPARE(inkOf(icon, QIcon::Normal), QColor(Qt::white));
        QCOMPARE(inkOf(icon, QIcon::Disabled), QColor(Qt::gray));
    }

    void aPictureForALabelIsSharpAndInItsColour()
    {
        QLabel label;
        QPalette palette;
        palette.setColor(QPalette::WindowText, Qt::red);
        label.setPalette(palette);
        const QPixmap picture = Icons::picture(u"warning"_s, 24, label);
        QCOMPARE(picture.deviceIndependentSize(), QSizeF(24, 24));
        QCOMPARE(inkOf(picture.toImage()), QColor(Qt::red));
    }

    void theProgramsIconHasASizeForEveryUse()
    {
        const QIcon icon = Icons::application();
        for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
            QVERIFY(icon.availableSizes().contains(QSize(size, size)));
        }
    }

private:
    static void setButtonText(const QColor& colour)
    {
        QPalette palette;
        palette.setColor(QPalette::ButtonText, colour);
        palette.setColor(QPalette::Disabled, QPalette::ButtonText, Qt::gray);
        QGuiApplication::setPalette(palette);
    }
    [[nodiscard]] static bool hasInk(const QImage& image)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > 100) {
                    return true;
                }
            }
        }
        return false;
    }
    [[nodiscard]] static QColor inkOf(const QIcon& icon, QIcon::Mode mode)
    {
        return inkOf(icon.pixmap(QSize(64, 64), 1.0, mode).toImage());
    }
    // The colour of the first pixel that is fully covered; none when there is no such pixel.
    [[nodiscard]] static QColor inkOf(const QImage& image)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > 250) {
                    return image.pixelColor(x, y).toRgb();
                }
            }
        }
        return {};
    }
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::IconsTest)
#include "iconstest.moc"
