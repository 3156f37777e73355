// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/translated.h"

#include <QEvent>
#include <QObject>

namespace CommKeys {

namespace {

// A widget hands the change on to its children, those among them that are no widgets included; these do not.
class TextSetter final : public QObject
{
public:
    TextSetter(QObject* owner, std::function<void()> setTexts) : QObject(owner), m_setTexts(std::move(setTexts))
    {
        if (!owner->isWidgetType()) {
            owner->installEventFilter(this);
        }
    }

    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange) {
            m_setTexts();
        }
        return QObject::event(event);
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange) {
            m_setTexts();
        }
        return false;
    }

private:
    std::function<void()> m_setTexts;
};

} // namespace

void translated(QObject* owner, std::function<void()> setTexts)
{
    setTexts();
    new TextSetter(owner, std::move(setTexts));
}

} // namespace CommKeys
