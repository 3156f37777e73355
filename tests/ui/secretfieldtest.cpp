// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secretfield.h"

#include "ui/byname.h"

#include <QTest>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace CommKeys {

class SecretFieldTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_field = new SecretField(m_window.get());
        auto* layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_field);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void withoutASecretThereIsNothingToShow()
    {
        QVERIFY(!button(u"Show"_s)->isEnabled());
        m_field->reveal();
        QVERIFY(!m_field->isRevealed());
    }

    void showsBulletsAndTheEndOfTheFingerprint()
    {
        m_field->setSecret(m_secret);
        QVERIFY(label()->text().startsWith(QString(20, QChar(0x2022))));
        QVERIFY(label()->text().endsWith(m_secret.fingerprint().right(4)));
    }

    void hiddenItIsInNoTextAndNoName()
    {
        m_field->setSecret(m_secret);
        QVERIFY(!isSaidAnywhere());
        button(u"Show"_s)->click();
        QVERIFY(isSaidAnywhere());
        button(u"Hide"_s)->click();
        QVERIFY(!isSaidAnywhere());
    }

    void theTextThatWasShownIsOverwritten()
    {
        m_field->setSecret(m_secret);
        m_field->reveal();
        const QString sharesTheLetters = label()->text();
        QVERIFY(sharesTheLetters.contains(u'q'));
        m_field->conceal();
        QCOMPARE(sharesTheLetters, QString(sharesTheLetters.size(), QChar(0)));
    }

    void theTextThatIsShownCannotBeSelected()
    {
        m_field->setSecret(m_secret);
        m_field->reveal();
        QVERIFY(!label()->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        QVERIFY(!label()->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    }

    void hidesAfterItsTime()
    {
        m_field->setHidesAfter(30ms);
        m_field->setSecret(m_secret);
        m_field->reveal();
        QTRY_VERIFY(!m_field->isRevealed());
        QVERIFY(button(u"Show"_s) != nullptr);
    }

    void hidesWhenTheWindowIsNoLongerTheActiveOne()
    {
        m_field->setSecret(m_secret);
        m_field->reveal();
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTRY_VERIFY(!m_field->isRevealed());
    }

    void hidesWhenItIsHiddenItself()
    {
        m_field->setSecret(m_secret);
        m_field->reveal();
        m_window->hide();
        m_window->show();
        QVERIFY(!m_field->isRevealed());
    }

    void hidesWhenItIsGivenAnotherSecret()
    {
        m_field->setSecret(m_secret);
        m_field->reveal();
        m_field->setSecret(m_secret);
        QVERIFY(m_field->isRevealed());
        m_field->setSecret(Secret::copyOf(u"another"));
        QVERIFY(!m_field->isRevealed());
    }

    void aWindowIsLeftOutOfPicturesAsLongAsASecretIsShown()
    {
        const QWindow& window = *m_window->windowHandle();
        SecretField other(m_window.get());
        other.setSecret(Secret::copyOf(u"another"));
        other.show();
        m_field->setSecret(m_secret);
        QVERIFY(!CaptureShield::isBefore(window));
        m_field->reveal();
        QVERIFY(CaptureShield::isBefore(window));
        other.reveal();
        m_field->conceal();
        QVERIFY(CaptureShield::isBefore(window));
        other.conceal();
        QVERIFY(!CaptureShield::isBefore(window));
    }

    void aFieldThatGoesTakesItsShieldAway()
    {
        auto field = std::make_unique<SecretField>(m_window.get());
        field->setSecret(m_secret);
        field->show();
        field->reveal();
        QVERIFY(CaptureShield::isBefore(*m_window->windowHandle()));
        field.reset();
        QVERIFY(!CaptureShield::isBefore(*m_window->windowHandle()));
    }

    void aLongSecretIsShownWholeInANarrowWindow()
    {
        m_field->setSecret(m_secret);
        m_window->resize(240, 300);
        m_field->reveal();
        QTest::qWait(0);
        const QSize room = label()->size();
        QVERIFY(label()->heightForWidth(room.width()) <= room.height());
        QVERIFY(m_window->width() <= 260);
    }

private:
    [[nodiscard]] QPushButton* button(const QString& name) const { return byName<QPushButton>(*m_window, name); }
    [[nodiscard]] QLabel* label() const { return m_field->findChild<QLabel*>(); }

    // Without the places at which lines may break.
    [[nodiscard]] static bool holdsSecret(QString text) { return text.remove(QChar(0x200B)).contains(u"qqqqqqqqqq"_s); }

    [[nodiscard]] bool isSaidAnywhere() const
    {
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            const auto* asLabel = qobject_cast<QLabel*>(widget);
            if ((asLabel && holdsSecret(asLabel->text())) || holdsSecret(widget->toolTip()) ||
                holdsSecret(accessible->text(QAccessible::Name)) || holdsSecret(accessible->text(QAccessible::Value)) ||
                holdsSecret(accessible->text(QAccessible::Description))) {
                return true;
            }
        }
        return false;
    }

    const Secret m_secret = Secret::copyOf(QString(88, u'q'));
    std::unique_ptr<QWidget> m_window;
    SecretField* m_field = nullptr;
};

} // namespace CommKeys

QTEST_MAIN(CommKeys::SecretFieldTest)
#include "secretfieldtest.moc"
