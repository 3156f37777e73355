// SPDX-FileCopyrightText: 2026 The CommKeys authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/policynotice.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace CommKeys {

namespace {

/// More lines would push the settings off a small screen; the log has them all.
constexpr qsizetype mostLines = 5;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommKeys::PolicyNotice)
};

QString lineFor(const PolicyProblem& problem)
{
    switch (problem.kind) {
    case PolicyProblem::Kind::Unreadable:
        //: %1: a file
        return Text::tr("%1 can't be read.").arg(problem.source);
    case PolicyProblem::Kind::NotSettings:
        //: %1: a file
        return Text::tr("%1 has lines that aren't settings.").arg(problem.source);
    case PolicyProblem::Kind::UnknownName:
        //: %1: a file; %2: the name of a setting
        return Text::tr("%1: there's no setting “%2”.").arg(problem.source, problem.name);
    case PolicyProblem::Kind::BadValue:
        //: %1: a file; %2: the name of a setting
        return Text::tr("%1: the value of “%2” isn't valid.").arg(problem.source, problem.name);
    }
    return {};
}

} // namespace

QString policyNotice(const QList<PolicyProblem>& problems)
{
    if (problems.isEmpty()) {
        return {};
    }
    QStringList lines{Text::tr("Some of your administrator's settings aren't in effect:")};
    for (const PolicyProblem& problem : problems.first(std::min(problems.size(), mostLines))) {
        lines.append(lineFor(problem));
    }
    if (problems.size() > mostLines) {
        lines.append(
            Text::tr("And %n more; the log names them.", nullptr, static_cast<int>(problems.size() - mostLines)));
    }
    return lines.join(u'\n');
}

} // namespace CommKeys
