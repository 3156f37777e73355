// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "azure/localauthstate.h"

#include "azure/armjson.h"
#include "azure/communicationservice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace CommKeys {

Result<LocalAuthState> parseLocalAuthState(const QByteArray& json)
{
    const Result<QJsonObject> object =
        ArmJson::object(json, QCoreApplication::translate("CommKeys::LocalAuthState", "The resource"));
    if (!object) {
        return object.error();
    }
    const QJsonObject properties = object->value("properties"_L1).toObject();
    const QJsonValue member = properties.value("disableLocalAuth"_L1);
    return LocalAuthState{member.isBool() ? std::optional(member.toBool()) : std::nullopt,
                          resourceIdentityFrom(*object, properties)};
}

bool isUnknownApiVersion(const Error& error)
{
    const QString& code = error.detail.code;
    return error.httpStatus == 400 && (code.compare("InvalidApiVersionParameter"_L1, Qt::CaseInsensitive) == 0 ||
                                       code.compare("NoRegisteredProviderFound"_L1, Qt::CaseInsensitive) == 0);
}

} // namespace CommKeys
