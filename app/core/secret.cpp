// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret.h"

#include <QCryptographicHash>

#include <algorithm>

namespace CommKeys {

namespace {

// volatile: the compiler may not leave out a store whose effect nobody reads.
void overwrite(void* data, std::size_t size)
{
    auto* byte = static_cast<volatile unsigned char*>(data);
    while (size-- > 0) {
        *byte++ = 0;
    }
}

} // namespace

struct Secret::Buffer
{
    Buffer(const char* source, qsizetype length)
        : data(std::make_unique<char[]>(static_cast<std::size_t>(length)))
        , size(length)
    {
        std::copy_n(source, length, data.get());
    }
    ~Buffer() { overwrite(data.get(), static_cast<std::size_t>(size)); }
    Q_DISABLE_COPY_MOVE(Buffer)

    std::unique_ptr<char[]> data;
    qsizetype size;
};

Secret Secret::take(QByteArray& source)
{
    Secret secret;
    if (!source.isEmpty()) {
        secret.m_buffer = std::make_shared<const Buffer>(source.constData(), source.size());
    }
    wipe(source);
    return secret;
}

Secret Secret::take(QString& source)
{
    QByteArray utf8 = source.toUtf8();
    wipe(source);
    return take(utf8);
}

Secret Secret::copyOf(QStringView text)
{
    QByteArray utf8 = text.toUtf8();
    return take(utf8);
}

qsizetype Secret::size() const
{
    return m_buffer ? m_buffer->size : 0;
}

QByteArrayView Secret::reveal() const
{
    return m_buffer ? QByteArrayView(m_buffer->data.get(), m_buffer->size) : QByteArrayView();
}

QString Secret::revealText() const
{
    return QString::fromUtf8(reveal());
}

QString Secret::fingerprint(QByteArrayView salt) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt);
    hash.addData(reveal());
    return QString::fromLatin1(hash.result().toHex());
}

bool Secret::equals(const Secret& other) const
{
    const QByteArrayView a = reveal();
    const QByteArrayView b = other.reveal();
    if (a.size() != b.size()) {
        return false;
    }
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference = static_cast<unsigned char>(difference | (a[i] ^ b[i]));
    }
    return difference == 0;
}

void wipe(QByteArray& bytes)
{
    // Raw data without a header is a literal in read-only memory: nothing there to protect, and not ours to write to.
    if (bytes.data_ptr().isMutable()) {
        // constData does not detach: the bytes that every owner sees are the ones to go.
        overwrite(const_cast<char*>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    }
    bytes.clear();
}

void wipe(QString& text)
{
    if (text.data_ptr().isMutable()) {
        overwrite(const_cast<QChar*>(text.constData()), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    }
    text.clear();
}

} // namespace CommKeys
