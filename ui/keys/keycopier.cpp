// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keycopier.h"

#include "azure/keycall.h"
#include "common/secretclipboard.h"
#include "keychain/keyformat.h"
#include "keys/copykey.h"
#include "keys/keyages.h"
#include "keys/resourcekeys.h"

namespace CommKeys {

namespace {

KeyFormat formatOf(CopyAs as)
{
    switch (as) {
    case CopyAs::AppSettings:
        return KeyFormat::AppSettings;
    case CopyAs::KubernetesSecret:
        return KeyFormat::KubernetesSecret;
    default:
        return KeyFormat::DotEnv;
    }
}

bool hasKey(CopyAs as)
{
    return as == CopyAs::ConnectionString || as == CopyAs::Key || as == CopyAs::DotEnv || as == CopyAs::AppSettings ||
           as == CopyAs::KubernetesSecret;
}

QString nameOf(KeyFormat format)
{
    switch (format) {
    case KeyFormat::DotEnv:
        //: In the status bar, of what was copied. %1: a resource's name. %2: "primary" or "secondary".
        return KeyCopier::tr(".env line of %1 (%2)");
    case KeyFormat::AppSettings:
        //: In the status bar, of what was copied. %1: a resource's name. %2: "primary" or "secondary".
        return KeyCopier::tr("appsettings.json of %1 (%2)");
    case KeyFormat::KubernetesSecret:
        //: In the status bar, of what was copied. %1: a resource's name. %2: "primary" or "secondary".
        return KeyCopier::tr("Kubernetes Secret of %1 (%2)");
    }
    Q_UNREACHABLE();
}

} // namespace

KeyCopier::KeyCopier(SecretClipboard& clipboard, QObject* parent) : QObject(parent), m_clipboard(clipboard) {}

KeyCopier::~KeyCopier() = default;

void KeyCopier::setKeys(const ResourceKeys* keys, const KeyAges* ages)
{
    m_keys = keys;
    m_ages = ages;
}

KeyStanding KeyCopier::standing(KeyType type) const
{
    const std::optional<KnownKey>& known = m_keys->at(type);
    return known && m_ages ? m_ages->standing(m_keys->resource(), type, *known) : KeyStanding();
}

bool KeyCopier::canCopy(KeyType type, CopyAs as) const
{
    if (m_keys.isNull()) {
        return false;
    }
    std::optional<KnownKey> known = m_keys->at(type);
    if (standing(type).kind == KeyStanding::Kind::FormerResource) {
        known.reset();
    }
    switch (as) {
    case CopyAs::ConnectionString:
    case CopyAs::DotEnv:
    case CopyAs::AppSettings:
    case CopyAs::KubernetesSecret:
        return known && !known->value.connectionString.isEmpty();
    case CopyAs::Key:
        return known && !known->value.key.isEmpty();
    case CopyAs::Endpoint:
        return !m_keys->resource().hostName().isEmpty();
    default:
        return true;
    }
}

void KeyCopier::copy(KeyType type, CopyAs as)
{
    if (!canCopy(type, as)) {
        return;
    }
    switch (as) {
    case CopyAs::ConnectionString:
        copyConnectionString(m_clipboard, m_keys->resource(), type, m_keys->at(type)->value);
        break;
    case CopyAs::Key:
        copyAccessKey(m_clipboard, m_keys->resource(), type, m_keys->at(type)->value);
        break;
    case CopyAs::Endpoint:
        m_clipboard.copyPlain(endpointAt(m_keys->resource().hostName()));
        break;
    case CopyAs::DotEnv:
    case CopyAs::AppSettings:
    case CopyAs::KubernetesSecret:
        copyFormat(type, as);
        break;
    default:
        m_clipboard.copyPlain(callFor(type, as));
        break;
    }
    if (const KeyStanding against = standing(type); hasKey(as) && against.kind != KeyStanding::Kind::Good) {
        emit copiedReplaced(type, against);
    }
}

void KeyCopier::copyFormat(KeyType type, CopyAs as)
{
    const QString& name = m_keys->resource().name();
    const KeyFormat format = formatOf(as);
    m_clipboard.copy(inFormat(format, name, m_keys->at(type)->value.connectionString),
                     nameOf(format).arg(name, displayName(type)));
}

QString KeyCopier::callFor(KeyType type, CopyAs as) const
{
    const bool isCli = as == CopyAs::AzureCliList || as == CopyAs::AzureCliRegenerate;
    const bool isRest = as == CopyAs::RestList || as == CopyAs::RestRegenerate;
    const bool lists = as == CopyAs::AzureCliList || as == CopyAs::PowerShellList || as == CopyAs::RestList;
    return keyCall(isCli    ? CallTool::AzureCli
                   : isRest ? CallTool::Rest
                            : CallTool::PowerShell,
                   lists ? KeyOperation::List : KeyOperation::Regenerate, m_keys->cloud(), m_keys->resource().id, type);
}

} // namespace CommKeys
