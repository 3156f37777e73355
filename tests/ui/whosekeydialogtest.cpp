// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/whosekeydialog.h"

#include "ui/byname.h"
#include "ui/keysworld.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace CommKeys {

class WhoseKeyDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_world = std::make_unique<KeysWorld>();
        m_dialog = std::make_unique<WhoseKeyDialog>(m_world->session, QList{m_world->resource()},
                                                    QList<KeyRegenerationEvent>(), nullptr);
        m_dialog->open();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_world.reset();
    }

    void thereIsNothingToFindBeforeSomethingIsPasted()
    {
        QVERIFY(!button(u"Find"_s)->isEnabled());
        QCOMPARE(field()->echoMode(), QLineEdit::Password);
        QVERIFY(says(*m_dialog, u"Nothing is sent"_s));
    }

    void theKeyThatIsKeptIsNamed()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow());
        find(u"endpoint=https://acs-prod-00000.unitedstates.communication.azure.com/;accesskey=secondary"_s);
        QTRY_VERIFY(says(*m_dialog, u"This is the secondary key of acs-prod-00000, the one that CommKeys keeps"_s));
        QVERIFY(m_world->azure.log().isEmpty());
    }

    void aKeyThatWasRegeneratedAwayIsSaidToBeDead()
    {
        const QString before = m_world->keyInAzure(KeyType::Primary);
        QVERIFY(m_world->session->rotations().regenerate(m_world->resource(), KeyType::Primary));
        QTRY_VERIFY(!m_world->keyInKeychain(KeyType::Primary).isEmpty());
        QTRY_VERIFY(!m_world->session->rotations().isBusy());
        const auto requests = m_world->azure.log().size();
        find(before);
        QTRY_VERIFY(says(*m_dialog, u"This was the primary key of acs-prod-00000. A regeneration replaced it on"_s));
        find(m_world->keyInAzure(KeyType::Primary));
        QTRY_VERIFY(says(*m_dialog, u"This is the primary key of acs-prod-00000"_s));
        QCOMPARE(m_world->azure.log().size(), requests);
    }

    void aKeyThatIsNotKnownIsSaidToBeSo()
    {
        find(u"stranger=="_s);
        QTRY_VERIFY(says(*m_dialog, u"This key is not known here"_s));
        find(u"endpoint=https://acs-prod-00000.unitedstates.communication.azure.com/;accesskey=stranger"_s);
        QTRY_VERIFY(says(*m_dialog, u"The endpoint is that of acs-prod-00000."_s));
        find(u"endpoint=https://nowhere.example/;accesskey=stranger"_s);
        QTRY_VERIFY(says(*m_dialog, u"No resource in the list has the endpoint nowhere.example."_s));
    }

    void keyWithATextAroundIt_isNamed()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow());
        find(u"\"accesskey\": \"primary\",\n\"endpoint\": \"https://nowhere.example\""_s);
        QTRY_VERIFY(says(*m_dialog, u"This is the primary key of acs-prod-00000, the one that CommKeys keeps"_s));
        QVERIFY(says(*m_dialog, u"No resource in the list has the endpoint nowhere.example."_s));
    }

    void partOfAKey_isSaidToBeShort()
    {
        find(u"kJ53zz2ro3gGBUv3"_s);
        QTRY_VERIFY(says(*m_dialog, u"An access key has 84 or 88 characters."_s));
    }

    void longText_isReadToItsEnd()
    {
        m_world->keep(u"primary"_s, u"secondary"_s, m_world->clock->utcNow());
        find(u"one two three, "_s.repeated(3000) + u"accesskey=secondary"_s);
        QTRY_VERIFY(says(*m_dialog, u"This is the secondary key of acs-prod-00000"_s));
    }

    void aKeychainThatDoesNotOpenIsSaid()
    {
        m_world->store->readFails = Error::of(ErrorKind::KeychainLocked, u"Locked."_s);
        find(u"stranger=="_s);
        QTRY_VERIFY(says(*m_dialog, u"The keychain did not open"_s));
    }

    void whatIsNoKeyIsRefusedInWords()
    {
        find(u"what is this?"_s);
        QTRY_VERIFY(says(*m_dialog, u"There is no access key in it."_s));
        field()->setText(u"other"_s);
        QVERIFY(!says(*m_dialog, u"There is no access key in it."_s));
    }

    void anAnswerGoesWhenTheFieldChanges()
    {
        find(u"stranger=="_s);
        QTRY_VERIFY(says(*m_dialog, u"This key is not known here"_s));
        field()->setText(u"other"_s);
        QVERIFY(!says(*m_dialog, u"This key is not known here"_s));
    }

    void theFieldIsWipedOnClosing()
    {
        field()->insert(u"secret letters"_s); // as pasting does, into memory of the field's own
        const QString shared = field()->text();
        button(u"Close"_s)->click();
        QVERIFY(field()->text().isEmpty());
        QVERIFY(!field()->isUndoAvailable());
        QCOMPARE(shared, QString(14, QChar(0))); // overwritten where it lies
    }

    void closingInTheMiddleIsSafe()
    {
        field()->setText(u"stranger"_s);
        button(u"Find"_s)->click();
        m_dialog.reset();
        QTest::qWait(10);
    }

    void everyControlHasAName()
    {
        QVERIFY(field());
        for (QWidget* widget : m_dialog->findChildren<QWidget*>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus)) {
                QVERIFY2(!spokenName(widget).isEmpty(), widget->metaObject()->className());
            }
        }
    }

private:
    void find(const QString& pasted)
    {
        field()->setText(pasted);
        button(u"Find"_s)->click();
    }

    [[nodiscard]] QLineEdit* field() const { return m_dialog->findChild<QLineEdit*>(); }
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_dialog, name); }

    std::unique_ptr<KeysWorld> m_world;
    std::unique_ptr<WhoseKeyDialog> m_dialog;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::WhoseKeyDialogTest)
#include "whosekeydialogtest.moc"
