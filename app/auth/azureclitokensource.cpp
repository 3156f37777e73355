// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azureclitokensource.h"

#include "auth/azureclijob.h"

namespace CommKeys {

JobOf<AccessToken>* AzureCliTokenSource::acquire(const TokenRequest& request, QObject* parent)
{
    return new AzureCliJob(request, m_mayUse, parent, m_patience);
}

} // namespace CommKeys
