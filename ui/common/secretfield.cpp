// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secretfield.h"

#include "common/fixedfont.h"
#include "common/plaintext.h"
#include "common/translated.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

namespace {

constexpr int bulletCount = 20;
constexpr int fingerprintLetters = 4;

// A label breaks lines only where the text allows it, and a key has no such place by itself.
QString breakable(const Secret& secret)
{
    constexpr QChar zeroWidthSpace(0x200B);
    QString text = secret.revealText();
    QString broken;
    broken.reserve(text.size() * 2); // no reallocation: each one would leave a copy behind
    for (const QChar letter : std::as_const(text)) {
        broken += letter;
        broken += zeroWidthSpace;
    }
    wipe(text);
    return broken;
}

} // namespace

SecretField::SecretField(QWidget* parent) : QWidget(parent), m_label(new QLabel(this)), m_toggle(new QPushButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setLayoutDirection(Qt::LeftToRight); // as a key is written, whatever the language around it
    m_label->setFont(fixedFont(font()));
    m_label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toggle->setAutoDefault(false);
    m_hideTimer.setSingleShot(true);
    m_hideTimer.setInterval(30s);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_label, 1);
    layout->addWidget(m_toggle, 0, Qt::AlignTop);

    connect(m_toggle, &QPushButton::clicked, this, [this] { m_revealed ? conceal() : reveal(); });
    connect(&m_hideTimer, &QTimer::timeout, this, &SecretField::conceal);
    // ActivationChange goes to the window alone, not to what is in it.
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow* active) {
        if (active != window()->windowHandle()) {
            conceal();
        }
    });
    translated(this, [this] { m_revealed ? m_toggle->setText(tr("Hide")) : showBullets(); });
}

SecretField::~SecretField()
{
    wipeShownText();
}

void SecretField::setSecret(const Secret& secret)
{
    if (secret == m_secret) {
        return;
    }
    m_secret = secret;
    conceal();
    showBullets();
}

void SecretField::describe(const QString& what)
{
    m_toggle->setAccessibleDescription(what);
}

void SecretField::reveal()
{
    if (m_secret.isEmpty() || m_revealed) {
        return;
    }
    m_revealed = true;
    m_shield.emplace(*this); // before there is something to see
    m_shownText = breakable(m_secret);
    m_label->setText(m_shownText);
    m_label->setAccessibleName({});
    m_toggle->setText(tr("Hide"));
    m_hideTimer.start();
}

void SecretField::conceal()
{
    if (!m_revealed) {
        return;
    }
    m_revealed = false;
    m_hideTimer.stop();
    wipeShownText();
    showBullets();
    m_label->repaint(); // the shield stays until the secret is off the screen
    m_shield.reset();
}

void SecretField::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    conceal();
}

void SecretField::showBullets()
{
    const bool isEmpty = m_secret.isEmpty();
    const QString ending = isEmpty ? QString() : m_secret.fingerprint().right(fingerprintLetters);
    m_label->setText(isEmpty ? tr("No key") : QString(bulletCount, QChar(0x2022)) + u"  "_s + ending);
    //: For screen readers, in place of a row of bullets. %1: four letters by which two keys can be told apart.
    m_label->setAccessibleName(isEmpty ? QString() : tr("Hidden, fingerprint ends in %1").arg(ending));
    setPlainToolTip(*m_label,
                    isEmpty ? QString() : tr("The last letters are of the key's fingerprint, not of the key."));
    m_toggle->setText(tr("Show"));
    m_toggle->setEnabled(!isEmpty);
}

void SecretField::wipeShownText()
{
    wipe(m_shownText);
}

} // namespace CommKeys
