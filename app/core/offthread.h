// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace CommKeys {

/// Does @p work on a thread of @p pool and hands what it returns to @p then on the program's own, always from the event
/// loop; nobody is called when @p context is gone by then. @p context lives on the program's own thread, and @p work
/// touches only what it was given a copy of.
///
/// In place of QFuture::then() with a context, which in Qt 6.4 does not bear that the context goes first.
template <typename Work, typename Then>
void offThread(QThreadPool& pool, QObject* context, Work work, Then then)
{
    pool.start([guard = QPointer<QObject>(context), work = std::move(work), then = std::move(then)] {
        auto result = std::make_shared<std::invoke_result_t<Work>>(work());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, then, result] {
                if (guard) {
                    then(std::move(*result));
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace CommKeys
