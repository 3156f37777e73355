// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/whosekeydialog.h"

#include "keys/keyownertext.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

namespace CommKeys {

namespace {

constexpr int lettersInALine = 85;
constexpr int answerLines = 4;

QLabel* makeText(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

WhoseKeyDialog::WhoseKeyDialog(const std::shared_ptr<Session>& session, const QList<CommunicationService>& listed,
                               const QList<KeyRegenerationEvent>& events, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_listed(listed)
    , m_events(events)
    , m_jobs(std::make_unique<QObject>())
{
    setWindowTitle(tr("Whose key is this?"));
    setMinimumWidth(fontMetrics().averageCharWidth() * lettersInALine);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeField());
    layout->addWidget(makeText(tr("It is compared with what this computer knows: the keys that CommKeys keeps and the "
                                  "history. Nothing is sent, and nothing of it is kept."),
                               this));
    m_answer = makeText({}, this);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_answer->setMinimumHeight(fontMetrics().lineSpacing() * answerLines);
    QFont bold = m_answer->font();
    bold.setBold(true);
    m_answer->setFont(bold);
    layout->addWidget(m_answer, 1);
    layout->addWidget(makeButtons());
    m_field->setFocus();
}

WhoseKeyDialog::~WhoseKeyDialog()
{
    wipeField();
}

void WhoseKeyDialog::done(int result)
{
    wipeField();
    QDialog::done(result);
}

void WhoseKeyDialog::forgetKeys(const QString&)
{
    close();
}

QWidget* WhoseKeyDialog::makeField()
{
    auto* box = new QWidget(this);
    m_field = new QLineEdit(box);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaxLength(std::numeric_limits<int>::max()); // a text that is cut off may have lost its key
    auto* label = makeText(tr("&Connection string or access key:"), box);
    label->setBuddy(m_field);
    m_field->setAccessibleName(tr("Connection string or access key"));
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_field);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_answer->clear(); // it was of another one
        delete m_job;
        m_find->setEnabled(!text.isEmpty());
    });
    return box;
}

QWidget* WhoseKeyDialog::makeButtons()
{
    auto* box = new QWidget(this);
    m_find = new QPushButton(tr("Find"), box);
    m_find->setDefault(true);
    m_find->setEnabled(false);
    auto* close = new QPushButton(tr("Close"), box);
    close->setAutoDefault(false);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addStretch();
    layout->addWidget(m_find);
    layout->addWidget(close);
    connect(m_find, &QPushButton::clicked, this, &WhoseKeyDialog::find);
    connect(close, &QPushButton::clicked, this, &WhoseKeyDialog::reject);
    return box;
}

void WhoseKeyDialog::find()
{
    if (m_job) {
        return;
    }
    m_answer->setText(tr("Looking…"));
    auto* job = new FindKeyOwnerJob(m_session->keptKeys(), m_session->journal(), m_listed, m_events,
                                    Secret::copyOf(m_field->text()), m_jobs.get());
    m_job = job;
    job->onFinished(this,
                    [this](const Result<KeyOwner>& owner) {
                        showAnswer(owner ? ownerText(*owner) : owner.error().message + u' ' + owner.error().advice);
                    })
        ->start();
}

void WhoseKeyDialog::showAnswer(const QString& text)
{
    m_answer->setText(text);
    // Text that is set is not announced by itself.
    QAccessibleEvent event(m_answer, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    adjustSize();
}

void WhoseKeyDialog::wipeField()
{
    QString text = m_field->text();
    // The field shares these letters; it gives them up afterwards, its list of what can be undone with them.
    wipe(text);
    m_field->setText({});
}

} // namespace CommKeys
