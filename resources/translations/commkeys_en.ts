<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 The CommKeys authors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommKeys::AzureCli</name>
    <message numerus="yes">
        <source>It isn&apos;t on the PATH, nor in %n other folder(s) where it&apos;s usually installed. Install it, or add its folder to the PATH of your desktop session, then try again.</source>
        <extracomment>%n: folders that aren&apos;t on the PATH</extracomment>
        <translation>
            <numerusform>It isn&apos;t on the PATH, nor in %n other folder where it&apos;s usually installed. Install it, or add its folder to the PATH of your desktop session, then try again.</numerusform>
            <numerusform>It isn&apos;t on the PATH, nor in %n other folders where it&apos;s usually installed. Install it, or add its folder to the PATH of your desktop session, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::HistoryDialog</name>
    <message numerus="yes">
        <source>%n regeneration(s)</source>
        <translation>
            <numerusform>%n regeneration</numerusform>
            <numerusform>%n regenerations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n regeneration(s)</source>
        <extracomment>%1: how many of all of them the filter lets through</extracomment>
        <translation>
            <numerusform>%1 of %n regeneration</numerusform>
            <numerusform>%1 of %n regenerations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the journal cannot be read</source>
        <extracomment>Behind the number of regenerations</extracomment>
        <translation>
            <numerusform>%n line of the journal cannot be read</numerusform>
            <numerusform>%n lines of the journal cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n regeneration(s) written to %1.</source>
        <extracomment>%1: a file&apos;s name with its folder</extracomment>
        <translation>
            <numerusform>%n regeneration written to %1.</numerusform>
            <numerusform>%n regenerations written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyAge</name>
    <message numerus="yes">
        <source>over %n day(s)</source>
        <extracomment>How old a key is, at least</extracomment>
        <translation>
            <numerusform>over %n day</numerusform>
            <numerusform>over %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <extracomment>How old a key is</extracomment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least one of the two keys was not regenerated in the last %n day(s), as far back as the Activity Log reaches.</source>
        <translation>
            <numerusform>At least one of the two keys was not regenerated in the last %n day, as far back as the Activity Log reaches.</numerusform>
            <numerusform>At least one of the two keys was not regenerated in the last %n days, as far back as the Activity Log reaches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is more than the %n day(s) of the settings.</source>
        <translation>
            <numerusform>That is more than the %n day of the settings.</numerusform>
            <numerusform>That is more than the %n days of the settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyAgeReminder</name>
    <message numerus="yes">
        <source>%n resource(s) have a key older than %1 days.</source>
        <extracomment>%n: of how many resources. %1: a number of days, at least one</extracomment>
        <translation>
            <numerusform>%n resource has a key older than %1 days.</numerusform>
            <numerusform>%n resources have a key older than %1 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyOwnerText</name>
    <message numerus="yes">
        <source>%n keychain entry(ies) couldn&apos;t be read. Another version of CommKeys may have written them.</source>
        <translation>
            <numerusform>%n keychain entry couldn&apos;t be read. Another version of CommKeys may have written it.</numerusform>
            <numerusform>%n keychain entries couldn&apos;t be read. Another version of CommKeys may have written them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyStandingText</name>
    <message numerus="yes">
        <source>Checking again in %n second(s).</source>
        <translation>
            <numerusform>Checking again in %n second.</numerusform>
            <numerusform>Checking again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::ListingFailures</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>A list of names that is cut short. %1: the first of them. %n: how many more there are</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tenant(s) could not be listed: %2.</source>
        <extracomment>%1: how many of the %n. %2: their names</extracomment>
        <translation>
            <numerusform>%1 of %n tenant could not be listed: %2.</numerusform>
            <numerusform>%1 of %n tenants could not be listed: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n subscription(s) could not be listed: %2.</source>
        <extracomment>%1: how many of the %n. %2: their names</extracomment>
        <translation>
            <numerusform>%1 of %n subscription could not be listed: %2.</numerusform>
            <numerusform>%1 of %n subscriptions could not be listed: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) from Azure couldn&apos;t be read: %1.</source>
        <extracomment>%n: how many entries of Azure&apos;s lists. %1: their names</extracomment>
        <translation>
            <numerusform>%n entry from Azure couldn&apos;t be read: %1.</numerusform>
            <numerusform>%n entries from Azure couldn&apos;t be read: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::ListingProgress</name>
    <message numerus="yes">
        <source>Listed %1 of %n subscription(s)</source>
        <extracomment>Progress. %1: how many are done. %n: how many there are</extracomment>
        <translation>
            <numerusform>Listed %1 of %n subscription</numerusform>
            <numerusform>Listed %1 of %n subscriptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::PolicyNotice</name>
    <message numerus="yes">
        <source>And %n more; the log names them.</source>
        <translation>
            <numerusform>And %n more; the log names it.</numerusform>
            <numerusform>And %n more; the log names them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::PrivacySettings</name>
    <message numerus="yes">
        <source> day(s)</source>
        <extracomment>After a number</extracomment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::QtKeychainStore</name>
    <message numerus="yes">
        <source>The entry is too large for a keychain: %n byte(s).</source>
        <translation>
            <numerusform>The entry is too large for a keychain: %n byte.</numerusform>
            <numerusform>The entry is too large for a keychain: %n bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourcePage</name>
    <message numerus="yes">
        <source>Exclude %n tenants</source>
        <extracomment>%n: how many tenants, which are directories of Microsoft Entra ID</extracomment>
        <translation>
            <numerusform>Exclude %n tenant</numerusform>
            <numerusform>Exclude %n tenants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::RetryText</name>
    <message numerus="yes">
        <source>%1 Retrying in %n second(s).</source>
        <extracomment>%1: a sentence that says what went wrong</extracomment>
        <translation>
            <numerusform>%1 Retrying in %n second.</numerusform>
            <numerusform>%1 Retrying in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::SecretLock</name>
    <message numerus="yes">
        <source>CommKeys was not used for %n minute(s), so it has forgotten the keys it showed.</source>
        <translation>
            <numerusform>CommKeys was not used for %n minute, so it has forgotten the keys it showed.</numerusform>
            <numerusform>CommKeys was not used for %n minutes, so it has forgotten the keys it showed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::StatusLine</name>
    <message numerus="yes">
        <source>%Ln resource(s)</source>
        <extracomment>Half of a sentence; the other half is &quot;in %n subscription(s)&quot;</extracomment>
        <translation>
            <numerusform>%Ln resource</numerusform>
            <numerusform>%Ln resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln subscription(s)</source>
        <extracomment>Half of a sentence; the first half is &quot;%n resource(s)&quot;</extracomment>
        <translation>
            <numerusform>in %Ln subscription</numerusform>
            <numerusform>in %Ln subscriptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s) excluded</source>
        <translation>
            <numerusform>%Ln tenant excluded</numerusform>
            <numerusform>%Ln tenants excluded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::relativeTime</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
</TS>
