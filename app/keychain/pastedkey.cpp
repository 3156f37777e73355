// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/pastedkey.h"

#include "keychain/canonicalkey.h"
#include "keychain/hostintext.h"
#include "keychain/keyplaces.h"
#include "keychain/pastedtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

constexpr qsizetype longest = 64 * 1024;
constexpr qsizetype mostCandidates = 64;
constexpr int deepestBase64 = 3; ///< a Kubernetes Secret whose value was encoded by hand before

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::PastedKey)
};

Error noKey()
{
    return Error::invalidInput(Words::tr("There is no access key in it."),
                               Words::tr("Paste a connection string, which looks like "
                                         "endpoint=https://…/;accesskey=…, or an access key."));
}

/// Collects the candidates of all readings of one text.
class Reader
{
public:
    /// Nothing, or why the text is refused.
    [[nodiscard]] std::optional<Error> read(const Secret& text, int depth = 0);
    [[nodiscard]] Result<PastedKey> result() &&;

private:
    /// @p isPlain: not one of two ways to read the same letters.
    [[nodiscard]] std::optional<Error> readPlaces(const Secret& text, bool isPlain, int depth);
    [[nodiscard]] bool setHost(const Secret& text);
    static void add(QList<Secret>& keys, const QList<Secret>& spellings);

    PastedKey m_result;
    QList<Secret> m_certain;
};

std::optional<Error> Reader::read(const Secret& text, int depth)
{
    const Secret plain = PastedText::unescaped(text);
    if (std::optional<Error> error = readPlaces(plain, true, depth)) {
        return error;
    }
    for (const std::optional<Secret>& reading :
         {PastedText::concatenated(plain), PastedText::withoutQuotedPrintable(plain)}) {
        if (reading) {
            if (std::optional<Error> error = readPlaces(*reading, false, depth)) {
                return error;
            }
        }
    }
    return std::nullopt;
}

std::optional<Error> Reader::readPlaces(const Secret& text, bool isPlain, int depth)
{
    if (!setHost(text)) {
        return Error::invalidInput(Words::tr("There is more than one endpoint in it."),
                                   Words::tr("Paste one connection string at a time."));
    }
    const KeyPlaces places = keyPlacesIn(text);
    if (depth < deepestBase64) {
        for (const Secret& inside : places.encodedTexts) {
            if (std::optional<Error> error = read(inside, depth + 1)) {
                return error;
            }
        }
    }
    if (isPlain) {
        add(m_certain, places.certain);
    }
    add(m_result.candidates, places.spellings);
    m_result.isWhole = m_result.isWhole || places.hasWholeKey;
    return places.isUnclear || m_result.candidates.size() > mostCandidates
               ? std::optional(Error::invalidInput(Words::tr("It's unclear where the key in it begins."),
                                                   Words::tr("Paste only the key or the connection string.")))
               : std::nullopt;
}

void Reader::add(QList<Secret>& keys, const QList<Secret>& spellings)
{
    for (const Secret& spelling : spellings) {
        if (Secret key = canonicalKey(spelling); !keys.contains(key)) {
            keys.append(std::move(key));
        }
    }
}

/// False if @p text has several endpoints.
bool Reader::setHost(const Secret& text)
{
    const HostInText found = hostIn(text);
    if (m_result.host.isEmpty()) {
        m_result.host = found.host;
    }
    return !found.isOneOfSeveral;
}

Result<PastedKey> Reader::result() &&
{
    if (m_certain.size() > 1) {
        return Error::invalidInput(Words::tr("There is more than one key in it."),
                                   Words::tr("Paste one connection string or key at a time."));
    }
    if (m_result.candidates.isEmpty()) {
        return noKey();
    }
    return std::move(m_result);
}

} // namespace

Result<PastedKey> findPastedKey(const Secret& text)
{
    if (text.size() > longest) {
        return Error::invalidInput(Words::tr("It is too long for a connection string."),
                                   Words::tr("Paste only the key or the connection string."));
    }
    Reader reader;
    if (const std::optional<Error> error = reader.read(PastedText::inAscii(text))) {
        return *error;
    }
    return std::move(reader).result();
}

} // namespace CommKeys
