// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/forgetsecrets.h"

#include "common/secretfield.h"
#include "common/secretholder.h"
#include "keys/resourcekeys.h"

namespace CommKeys {

void forgetSecretsIn(QWidget& window, const QString& why)
{
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (auto* holder = dynamic_cast<SecretHolder*>(widget)) {
            holder->forgetKeys(why);
        }
    }
    for (ResourceKeys* keys : window.findChildren<ResourceKeys*>()) {
        if (!keys->isForgotten()) {
            keys->forget();
        }
    }
    for (SecretField* field : window.findChildren<SecretField*>()) {
        field->conceal();
    }
}

} // namespace CommKeys
