// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace CommKeys::Icons {

namespace {

// The sizes that resources/icons/CMakeLists.txt draws.
constexpr std::array maskSizes{16, 24, 32, 36, 48, 64, 96, 128};
constexpr std::array applicationSizes{16, 24, 32, 48, 64, 96, 128, 256};

QString file(const QString& name, int size)
{
    return u":/icons/%1-%2.png"_s.arg(name).arg(size);
}

// The smallest drawing that need not be enlarged.
int drawnSize(int pixels)
{
    const auto* const fitting = std::lower_bound(maskSizes.begin(), maskSizes.end(), pixels);
    return fitting == maskSizes.end() ? maskSizes.back() : *fitting;
}

QPixmap tinted(const QString& name, const QSize& pixels, const QColor& colour)
{
    const int side = std::min(pixels.width(), pixels.height());
    if (side <= 0) {
        return {};
    }
    QImage mask(file(name, drawnSize(side)));
    if (mask.isNull()) {
        return {};
    }
    mask = mask.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (mask.width() != side) {
        mask = mask.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    QPainter painter(&mask);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(mask.rect(), colour);
    painter.end();
    return QPixmap::fromImage(mask);
}

QColor colourOf(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

// Fills the mask when it is painted and keeps no picture, so that there is none of yesterday's palette.
class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(const QString& name) : m_name(name) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        QPixmap picture = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        picture.setDevicePixelRatio(ratio);
        const QRectF target(QPointF(), picture.deviceIndependentSize());
        painter->drawPixmap(target.translated(QRectF(rect).center() - target.center()).topLeft(), picture);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return tinted(m_name, size, colourOf(mode));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new LineIconEngine(m_name); }
    bool isNull() override { return !QFile::exists(file(m_name, maskSizes.front())); }
    QString iconName() override { return m_name; }

private:
    QString m_name;
};

} // namespace

QIcon line(const QString& name)
{
    Q_ASSERT_X(QFile::exists(file(name, maskSizes.front())), "Icons::line", qUtf8Printable(name));
    return QIcon(new LineIconEngine(name));
}

QPixmap picture(const QString& name, int points, const QWidget& widget)
{
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap result = tinted(name, (QSizeF(points, points) * ratio).toSize(),
                            widget.palette().color(QPalette::Active, widget.foregroundRole()));
    result.setDevicePixelRatio(ratio);
    return result;
}

QIcon application()
{
    QIcon icon;
    for (const int size : applicationSizes) {
        icon.addFile(file(u"app"_s, size), QSize(size, size));
    }
    return icon;
}

} // namespace CommKeys::Icons
