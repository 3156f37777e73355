// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>

#include <atomic>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

namespace CommKeys {

/// How many threads of inDetachedThread() are running. While there is one, nothing may be taken down that it uses: see
/// endProcess().
[[nodiscard]] std::atomic<int>& detachedThreads();

/// Calls @p work, which may never return, in a thread that nothing waits for, and hands its result to @p then in the
/// thread of the application, from its event loop; not when @p context is gone by then. @p context lives in the thread
/// of the application, and @p work uses only what it was given a copy of. For everything that ends, there is
/// offThread().
template <typename Work, typename Then>
void inDetachedThread(QObject* context, Work work, Then then)
{
    ++detachedThreads();
    std::thread([guard = QPointer<QObject>(context), work = std::move(work), then = std::move(then)] {
        auto result = std::make_shared<std::invoke_result_t<Work>>(work());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, then, result] {
                if (guard) {
                    then(std::move(*result));
                }
            },
            Qt::QueuedConnection);
        --detachedThreads();
    }).detach();
}

} // namespace CommKeys
