// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/devicecodejob.h"
#include "auth/entrarequests.h"
#include "auth/entraworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace CommKeys {

class DeviceCodeJobTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<EntraWorld>();
        m_code.reset();
        m_result.reset();
    }

    void cleanup() { m_world.reset(); }

    void aCodeIsToldAndItsApprovalSignsIn()
    {
        begin();
        QTRY_VERIFY(m_code);
        QVERIFY(!m_code->userCode.isEmpty());
        QCOMPARE(m_world->clock.utcNow().secsTo(m_code->expiresUtc), 900);
        m_world->policy().deviceLogin = SimulatedDeviceLogin::Approve;
        pass(5s);
        QTRY_VERIFY(m_result);
        QVERIFY2(*m_result, qPrintable(*m_result ? QString() : m_result->error().toText()));
        QCOMPARE((*m_result)->identity.account, u"avery@contoso.example"_s);
    }

    void nobodyIsAskedMoreOftenThanAllowed()
    {
        begin();
        QTRY_VERIFY(m_code);
        m_world->clock.advance(4s);
        QTest::qWait(30);
        QCOMPARE(polls(), 0);
        pass(1s);
        QTRY_COMPARE(polls(), 1);
    }

    void whoIsToldToSlowDownDoes()
    {
        begin();
        QTRY_VERIFY(m_code);
        m_world->server.azure().faults().next = {
            SimulatedFault::given("POST", u"/token"_s, 400, "{\"error\":\"slow_down\",\"error_codes\":[70016]}")};
        pass(5s);
        QTRY_COMPARE(polls(), 1);
        QTRY_VERIFY(m_world->clock.untilNext());
        QCOMPARE(*m_world->clock.untilNext(), 10s);
    }

    void aBrokenLineIsNoReasonToEnd()
    {
        begin();
        QTRY_VERIFY(m_code);
        SimulatedFault dropped = SimulatedFault::beforeActing("POST", u"/token"_s, SimulatedFault::Reply::Drop);
        dropped.times = 4; // Qt asks again by itself
        m_world->server.azure().faults().next = {dropped};
        pass(5s);
        QTRY_COMPARE(m_world->clock.waiting(), 1);
        QVERIFY(!m_result);
    }

    void whoDeclinesIsNotSignedIn()
    {
        begin();
        QTRY_VERIFY(m_code);
        m_world->policy().deviceLogin = SimulatedDeviceLogin::Decline;
        pass(5s);
        QTRY_VERIFY(m_result);
        QCOMPARE(m_result->error().kind, ErrorKind::NotSignedIn);
    }

    void aCodeThatHasRunOutEndsIt()
    {
        begin();
        QTRY_VERIFY(m_code);
        m_world->clock.advance(901s);
        QTRY_VERIFY(m_result);
        QCOMPARE(m_result->error().kind, ErrorKind::Timeout);
        QCOMPARE(polls(), 0);
    }

    void aServiceWithoutCodesSaysSo()
    {
        Authority authority = authorityByConvention(m_world->client().login, anyOrganization.toString());
        authority.deviceCode.clear();
        const Result<TokenAnswer> answer =
            finishedResult(new DeviceCodeJob(m_world->client(), authority, u"s"_s, {}, this));
        QCOMPARE(answer.error().kind, ErrorKind::InvalidInput);
    }

    void cancelEndsTheAsking()
    {
        DeviceCodeJob* job = begin();
        QTRY_VERIFY(m_code);
        job->cancel();
        QTRY_VERIFY(m_result);
        QVERIFY(m_result->error().isCancelled());
        m_world->clock.advance(10s);
        QTest::qWait(30);
        QCOMPARE(polls(), 0);
    }

private:
    DeviceCodeJob* begin()
    {
        auto* job = new DeviceCodeJob(m_world->client(),
                                      authorityByConvention(m_world->client().login, anyOrganization.toString()),
                                      EntraRequests::scopeFor(m_world->client().audience), {}, this);
        connect(job, &DeviceCodeJob::codeReceived, this, [this](const DeviceCode& code) { m_code = code; });
        job->onFinished(this, [this](const Result<TokenAnswer>& answer) { m_result.emplace(answer); })->start();
        return job;
    }

    /// The service's clock is the computer's, and it minds polls that come too soon: there it has to be later, too.
    void pass(std::chrono::seconds time) { m_world->clock.advance(time); }

    [[nodiscard]] int polls() const { return m_world->server.azure().count("POST", u"/token"_s); }

    std::unique_ptr<EntraWorld> m_world;
    std::optional<DeviceCode> m_code;
    std::optional<Result<TokenAnswer>> m_result;
};

} // namespace CommKeys

QTEST_GUILESS_MAIN(CommKeys::DeviceCodeJobTest)
#include "devicecodejobtest.moc"
