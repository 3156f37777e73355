// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "azure/communicationservicekeys.h"
#include "core/job.h"
#include "keychain/keptkeys.h"
#include "rotation/rotationoutcome.h"
#include "session/session.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace CommKeys {

/// What the window knows of one key.
struct KnownKey
{
    KeptKey value;
    bool isKept = false;    ///< it is in the keychain; else only in memory
    bool isCurrent = false; ///< Azure said so while this resource has been looked at
    ResourceIdentity of;    ///< the resource that returned it; unknown in entries of CommKeys 0.1
};

/// The keys of one resource as one screen knows them, and the work to know more: reading the keychain, asking Azure,
/// keeping what Azure said. At most one of these at a time. All work ends with this object; see leave().
class ResourceKeys final : public QObject
{
    Q_OBJECT

public:
    enum class Activity { None, Reading, Fetching, Keeping };

    ResourceKeys(std::shared_ptr<Session> session, const CommunicationService& resource, QObject* parent);
    ~ResourceKeys() override;

    /// Who signs in where that is asked for; null with the Azure CLI.
    [[nodiscard]] const Identity* identity() const { return m_session->identity(); }
    [[nodiscard]] const Cloud& cloud() const { return m_session->cloud(); }
    [[nodiscard]] const CommunicationService& resource() const { return m_resource; }
    [[nodiscard]] const std::optional<KnownKey>& at(KeyType type) const
    {
        return type == KeyType::Primary ? m_primary : m_secondary;
    }
    [[nodiscard]] Activity activity() const { return m_activity; }
    /// True when the keychain has answered: only then does an absent key mean "not in the keychain".
    [[nodiscard]] bool isKeychainRead() const { return m_keychainRead; }
    /// True from forget() until keys are asked for again.
    [[nodiscard]] bool isForgotten() const { return m_isForgotten; }
    /// False where keys are kept in memory because there is no keychain.
    [[nodiscard]] bool isKeptForGood() const { return m_session->keptKeys().secrets().outlivesProgram(); }
    [[nodiscard]] QDateTime utcNow() const { return m_session->clock().utcNow(); }

    /// Reads the keychain, nothing else; of what is known already and what stands there the later one counts. Ends in
    /// changed(), with readFailed() before it where the keychain does not answer. Does nothing while something else is
    /// going on; so do fetch() and keepAgain().
    void read();
    /// Asks Azure for both keys, which is written to the Activity Log, and keeps them; while the keychain is being
    /// read, when that is done. fetched() or fetchFailed(), then, when it comes to that, keepFailed(): the keys are
    /// known all the same.
    void fetch();
    /// Ends fetch() while Azure has not answered; fetchFailed() with a cancelled Error follows.
    void cancelFetch();
    /// Tries again to keep what is not kept.
    void keepAgain();
    /// Nobody looks any more: deletes this, as soon as keys that are on their way into the keychain are there.
    void leave();

    /// Lets go of what the keychain holds, or Azure can tell again; a key that is only here stays. What is on its way
    /// is let go of as well. read() and fetch() bring it back.
    void forget();

    /// Takes over what a regeneration of this resource ended with. After forget() a new key that the keychain has is
    /// not loaded.
    void learn(const RotationOutcome& outcome);

    /// The same resource, of which the list says more now.
    void update(const CommunicationService& resource);

signals:
    /// Something of the above is different now.
    void changed();
    void fetched();
    /// Azure returned keys that a regeneration has replaced; nothing was taken over of them. @p nextTry: after how long
    /// this asks again by itself; nothing: no more.
    void fetchedOlder(const QList<CommKeys::KeyType>& types, std::optional<std::chrono::milliseconds> nextTry);
    /// The keychain holds now what it did not hold before.
    void kept();
    void waitingToRetry(std::chrono::milliseconds wait, const CommKeys::Error& reason);
    void readFailed(const CommKeys::Error& error);
    void fetchFailed(const CommKeys::Error& error);
    void keepFailed(const CommKeys::Error& error);

private:
    void readEnded(const Result<KeptKeys>& entry);
    void takeKept(KeyType type, const KeptKey& kept, const ResourceIdentity& of);
    void learnOther(const RotationOutcome& outcome);
    void fetchEnded(const Result<CommunicationServiceKeys>& keys);
    void keepEnded(const Result<KeptKeys>& entry);
    void keep();
    void dropKept();
    [[nodiscard]] std::optional<KnownKey>& known(KeyType type);
    /// False: it is older than the key that is known, which stays.
    [[nodiscard]] bool takeListed(KeyType type, const AccessKey& listed);
    void take(KeyType type, const AccessKey& news, bool isKept);
    void fetchNow();
    void tryAgainLater(const QList<KeyType>& older);
    void setActivity(Activity activity);

    std::shared_ptr<Session> m_session;
    CommunicationService m_resource;
    std::optional<KnownKey> m_primary;
    std::optional<KnownKey> m_secondary;
    Activity m_activity = Activity::None;
    bool m_keychainRead = false;
    bool m_fetchIsNext = false;
    std::size_t m_tries = 0;    ///< fetches in a row that returned older keys
    int m_tryGeneration = 0;    ///< tells the try that is waited for from those that were called off
    bool m_isForgotten = false; ///< so is what arrives later without being asked for, once the keychain has it
    QPointer<Job> m_fetchJob;
    std::unique_ptr<QObject> m_jobs; ///< owns the jobs; goes before the session that they use
};

} // namespace CommKeys
