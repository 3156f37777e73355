// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/clipboardmarks.h"

#include <QUtiMimeConverter>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr auto concealedMime = "application/x-nspasteboard-concealed-type"_L1;
constexpr auto concealedUti = "org.nspasteboard.ConcealedType"_L1;
constexpr auto transientMime = "application/x-nspasteboard-transient-type"_L1;
constexpr auto transientUti = "org.nspasteboard.TransientType"_L1;

/// Gives the two marks their names on the pasteboard; by itself Qt would put them there under names of its own.
/// Source: nspasteboard.org.
class MarkConverter final : public QUtiMimeConverter
{
public:
    QString mimeForUti(const QString& uti) const override
    {
        return uti == concealedUti ? QString(concealedMime) : uti == transientUti ? QString(transientMime) : QString();
    }
    QString utiForMime(const QString& mime) const override
    {
        return mime == concealedMime   ? QString(concealedUti)
               : mime == transientMime ? QString(transientUti)
                                       : QString();
    }
    QVariant convertToMime(const QString&, const QList<QByteArray>& data, const QString&) const override
    {
        return data.value(0);
    }
    QList<QByteArray> convertFromMime(const QString&, const QVariant& data, const QString&) const override
    {
        return {data.toByteArray()};
    }
};

} // namespace

void addSecretMarks(QMimeData& data)
{
    // Constructing it registers it with Qt, which uses it until the program ends.
    static const MarkConverter converter;
    data.setData(concealedMime, "1"_ba);
    data.setData(transientMime, "1"_ba);
}

} // namespace CommKeys
