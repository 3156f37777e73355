// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/azurecliprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::AzureCli)
};

QStringList usualFolders()
{
#ifdef Q_OS_WIN
    // The MSI's, on 64-bit, 32-bit and ARM systems; winget's and pip's for one person.
    QStringList folders;
    for (const char* variable : {"ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"}) {
        if (const QString base = qEnvironmentVariable(variable); !base.isEmpty()) {
            folders.append(base + u"/Microsoft SDKs/Azure/CLI2/wbin"_s);
        }
    }
    if (const QString base = qEnvironmentVariable("LOCALAPPDATA"); !base.isEmpty()) {
        folders << base + u"/Programs/Microsoft SDKs/Azure/CLI2/wbin"_s << base + u"/Microsoft/WinGet/Links"_s;
    }
    return folders << QDir::homePath() + u"/.local/bin"_s;
#else
    const QString home = QDir::homePath();
    return {u"/usr/bin"_s,
            u"/usr/local/bin"_s,
            u"/opt/az/bin"_s, // Microsoft's packages for Debian and Red Hat
            u"/snap/bin"_s,
            u"/opt/homebrew/bin"_s,
            u"/opt/local/bin"_s, // MacPorts
            u"/home/linuxbrew/.linuxbrew/bin"_s,
            home + u"/.linuxbrew/bin"_s,
            home + u"/.local/bin"_s, // pip, pipx, uv
            home + u"/bin"_s,        // Microsoft's installation script
            home + u"/lib/azure-cli/bin"_s,
            home + u"/.nix-profile/bin"_s,
            home + u"/.local/state/nix/profile/bin"_s,
            u"/etc/profiles/per-user/"_s + qEnvironmentVariable("USER") + u"/bin"_s,
            u"/run/current-system/sw/bin"_s,
            u"/nix/var/nix/profiles/default/bin"_s,
            home + u"/.pyenv/shims"_s,
            home + u"/.asdf/shims"_s,
            home + u"/miniconda3/bin"_s,
            home + u"/anaconda3/bin"_s};
#endif
}

QString programIn(const QString& folder)
{
    return QStandardPaths::findExecutable(u"az"_s, {folder});
}

Error notFound(const AzureCliFolders& folders)
{
    Error error = Error::of(
        ErrorKind::ToolMissing, Text::tr("CommKeys can't find the Azure CLI (az)."),
        //: %n: folders that aren't on the PATH
        Text::tr("It isn't on the PATH, nor in %n other folder(s) where it's usually installed. Install it, or add its "
                 "folder to the PATH of your desktop session, then try again.",
                 nullptr, static_cast<int>(folders.others.size())));
    error.detail.message =
        u"PATH: %1\n%2"_s.arg(folders.onPath.join(QDir::listSeparator()), folders.others.join(u'\n'));
    return error;
}

Error unsafe(const QString& program)
{
    //: %1: a path
    return Error::of(ErrorKind::Refused,
                     Text::tr("CommKeys doesn't start %1: other people can change it.").arg(program),
                     Text::tr("Remove the others' permission to write to the program and its folder, then try again."));
}

} // namespace

AzureCliFolders azureCliFolders()
{
    AzureCliFolders folders;
    const QStringList path = qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString& folder : path) {
        if (QDir::isAbsolutePath(folder) && !folders.onPath.contains(folder)) {
            folders.onPath.append(folder);
        }
    }
    for (const QString& folder : usualFolders()) {
        if (!folders.onPath.contains(folder) && !folders.others.contains(folder)) {
            folders.others.append(folder);
        }
    }
    return folders;
}

Result<QString> findAzureCli(const AzureCliFolders& folders)
{
    QString refused;
    for (const QString& folder : folders.onPath + folders.others) {
        const QString program = programIn(folder);
        if (program.isEmpty()) {
            continue;
        }
        if (isSafeProgram(program, folders.onPath.contains(folder))) {
            return program;
        }
        refused = refused.isEmpty() ? program : refused;
    }
    return refused.isEmpty() ? notFound(folders) : unsafe(refused);
}

} // namespace CommKeys
