// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/statusline.h"

#include "common/translated.h"

#include <QLabel>
#include <QLocale>
#include <QStatusBar>
#include <QStyle>

namespace CommKeys {

namespace {

QLabel* makeLabel(QStatusBar& bar)
{
    auto* made = new QLabel(&bar);
    made->setTextFormat(Qt::PlainText);
    made->hide();
    return made;
}

void showText(QLabel& label, const QString& text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

StatusLine::StatusLine(QStatusBar& bar, Clock& clock)
    : QObject(&bar)
    , m_clock(clock)
    , m_counts(makeLabel(bar))
    , m_wait(makeLabel(bar))
    , m_clipboard(makeLabel(bar))
    , m_keychain(makeLabel(bar))
{
    const int margin = bar.style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    bar.setContentsMargins(margin / 2, 0, margin / 2, 0);
    m_counts->setObjectName(QStringLiteral("counts"));
    bar.addWidget(m_counts, 1);
    for (QLabel* label : {m_wait, m_clipboard, m_keychain}) {
        label->setContentsMargins(margin, 0, 0, 0);
        bar.addPermanentWidget(label);
    }
    translated(this, [this] { showTexts(); });
}

void StatusLine::showTexts()
{
    if (m_resources >= 0) {
        showText(*m_counts, countsText());
    }
    if (m_clipboardLeft.count() > 0) {
        showClipboard(m_clipboardLeft);
    } else if (m_isClipboardNotCleared) {
        showClipboardNotCleared();
    }
}

void StatusLine::showCounts(int resources, int subscriptions, const QDateTime& updatedUtc)
{
    m_resources = resources;
    m_subscriptions = subscriptions;
    m_updatedUtc = updatedUtc;
    showText(*m_counts, countsText());
}

QString StatusLine::countsText() const
{
    //: Half of a sentence; the other half is "in %n subscription(s)"
    const QString what = tr("%Ln resource(s)", nullptr, m_resources);
    //: Half of a sentence; the first half is "%n resource(s)"
    const QString where = tr("in %Ln subscription(s)", nullptr, m_subscriptions);
    //: %1: "1,204 resources". %2: "in 14 subscriptions"
    QString text = tr("%1 %2").arg(what, where);
    if (m_excluded > 0) {
        //: %1: "1,204 resources in 14 subscriptions". %2: "2 tenants excluded"
        text = tr("%1 · %2").arg(text, tr("%Ln tenant(s) excluded", nullptr, m_excluded));
    }
    if (m_updatedUtc.isValid()) {
        const QLocale locale;
        // Some languages' short times, C among them, have seconds, which are noise here.
        const QString format = locale.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss"));
        const QDateTime updated = m_updatedUtc.toLocalTime();
        QString time = locale.toString(updated.time(), format);
        if (updated.date() != m_clock.utcNow().toLocalTime().date()) {
            time = locale.toString(updated.date(), QLocale::ShortFormat) + u' ' + time;
        }
        //: %1: "1,204 resources in 14 subscriptions". %2: a time of day, with the date unless it is today
        text = tr("%1 · updated %2").arg(text, time);
    }
    return text;
}

void StatusLine::setExcluded(int tenants)
{
    m_excluded = tenants;
    showTexts();
}

void StatusLine::clearCounts()
{
    m_excluded = 0;
    m_resources = -1;
    showText(*m_counts, {});
}

void StatusLine::showWait(std::chrono::milliseconds wait, const Error& reason)
{
    m_isThrottled = reason.kind == ErrorKind::Throttled;
    m_waitsUntilUtc = m_clock.utcNow().addMSecs(wait.count());
    tickWait(++m_waitGeneration);
}

void StatusLine::clearWait()
{
    ++m_waitGeneration;
    showText(*m_wait, {});
}

void StatusLine::tickWait(int generation)
{
    if (generation != m_waitGeneration) {
        return;
    }
    const qint64 left = m_clock.utcNow().msecsTo(m_waitsUntilUtc);
    if (left <= 0) {
        clearWait();
        return;
    }
    const QString seconds = QLocale().toString((left + 999) / 1000);
    //: %1: seconds
    showText(*m_wait, m_isThrottled ? tr("Azure is throttling requests. Retrying in %1 s").arg(seconds)
                                    //: %1: seconds
                                    : tr("A request failed. Retrying in %1 s").arg(seconds));
    m_clock.callAfter(std::chrono::seconds(1), this, [this, generation] { tickWait(generation); });
}

void StatusLine::showClipboard(std::chrono::seconds left)
{
    m_clipboardLeft = left;
    m_isClipboardNotCleared = false;
    //: %1: seconds
    showText(*m_clipboard, tr("Clipboard clears in %1 s").arg(QLocale().toString(qint64(left.count()))));
}

void StatusLine::showClipboardNotCleared()
{
    m_clipboardLeft = {};
    m_isClipboardNotCleared = true;
    showText(*m_clipboard, tr("The clipboard couldn't be cleared. Click this window to clear it."));
}

void StatusLine::clearClipboard()
{
    m_clipboardLeft = {};
    m_isClipboardNotCleared = false;
    showText(*m_clipboard, {});
}

void StatusLine::showKeychain(const QString& summary)
{
    showText(*m_keychain, summary);
}

} // namespace CommKeys
