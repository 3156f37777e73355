// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace CommKeys {

/// One entry of `additionalInfo[]`: a type and whatever JSON the service put beside it.
/// Source: ErrorAdditionalInfo, ARM common-types v5 managed in `Microsoft.Communication` 2023-04-01.
struct ErrorAdditionalInfo
{
    QString type;
    QJsonValue info;

    bool operator==(const ErrorAdditionalInfo&) const = default;
};

/// What a service said about a failure, in its own words (ARM ErrorDetail, nested to any depth).
/// Every member may be empty: services leave out what they like.
struct ErrorDetail
{
    QString code;
    QString message;
    QString target;
    QList<ErrorDetail> details;
    QList<ErrorAdditionalInfo> additionalInfo;

    bool operator==(const ErrorDetail&) const = default;

    /// True when the service gave no word at all.
    [[nodiscard]] bool isEmpty() const;

    /// The detail as indented plain text, one member a line, for a details pane or the clipboard.
    [[nodiscard]] QString toText(int indent = 0) const;
};

} // namespace CommKeys
