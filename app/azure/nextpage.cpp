// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/nextpage.h"

#include "core/externaltext.h"
#include "core/serviceurl.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::NextPage)
};

QString originOf(const QUrl& url)
{
    return externalText(url.scheme() + u"://"_s + hostAndPort(url));
}

} // namespace

Result<QUrl> nextPage(const QString& nextLink, const QUrl& requested)
{
    // A page has no parts, so that a "#" is a letter of the token that was not encoded.
    const QUrl link(nextLink.trimmed().replace(u'#', u"%23"_s), QUrl::TolerantMode);
    const QUrl next = requested.resolved(link);
    if (!link.isValid() || !next.isValid()) {
        return Error::badAnswer(Text::tr("The list has a next page, but its address isn't valid."));
    }
    if (!next.userInfo().isEmpty()) {
        return Error::badAnswer(Text::tr("The list has a next page, but its address contains a user name. CommKeys "
                                         "doesn't follow it."));
    }
    if (!isSameOrigin(next, requested)) {
        //: %1, %2: addresses such as https://management.azure.com
        return Error::badAnswer(Text::tr("The list continues at %1, and not at %2. CommKeys doesn't follow, so that no "
                                         "token is sent to another server.")
                                    .arg(originOf(next), originOf(requested)));
    }
    return next;
}

} // namespace CommKeys
