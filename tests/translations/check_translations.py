#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Holds the translations to the sources: nothing untranslated, nothing left over, no placeholder lost.

Prints every violation. With --update it brings the .ts files up to date first, and what it prints then is what is left
to be translated.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# How many forms a plural has. A language of which only plurals are translated is written in the source.
FORMS = {"en": 2, "zh_CN": 1}
PLURALS_ONLY = {"en"}

LICENCE = (
    "<!-- SPDX-FileCopyrightText: 2026 The CommKeys authors -->\n<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
)
PLACEHOLDER = re.compile(r"%L?(?:n|\d)")
MNEMONIC = re.compile(r"&(?=[^&\s;])")

# What puts a text before a person's eyes or ears.
SHOWS = re.compile(
    r"\b(?:set(?:Text|WindowTitle|Title|ToolTip|StatusTip|WhatsThis|AccessibleName|AccessibleDescription|Suffix|Prefix"
    r"|PlaceholderText|InformativeText|DetailedText|IconText|LabelText|SpecialValueText|FullText)"
    r"|add(?:Action|Menu|Button|Item|Tab|Row)|insertItem|showMessage|showError|tell"
    r"|new Q(?:Label|PushButton|ToolButton|Action|GroupBox|CheckBox|RadioButton|Menu|ToolBar|DockWidget)"
    r"|Error::(?:of|badAnswer))\s*\("
)
# What is no text although it stands among the arguments: names of icons and of objects, and what has been translated.
NO_TEXT = re.compile(r"\b(?:tr|translate|QT_TR\w*|QT_TRANSLATE\w*|Icons::\w+|line|setObjectName|QKeySequence)\s*\(")
LITERAL = re.compile(r'(?:u8?|U|L)?"((?:[^"\\]|\\.)*)"')
WORDS = re.compile(r"[A-Za-z]{2,}")
# Shown as they are in every language.
UNTRANSLATABLE = {
    "https://management.example.net": "an address",
}


class Message:
    def __init__(self, context, element):
        translation = element.find("translation")
        self.context = context
        self.source = element.findtext("source") or ""
        self.comment = element.findtext("comment") or ""
        self.is_plural = element.get("numerus") == "yes"
        self.type = translation.get("type") or ""
        self.forms = [form.text or "" for form in translation.iter("numerusform")]
        self.texts = self.forms if self.is_plural else [translation.text or ""]

    @property
    def key(self):
        return (self.context, self.source, self.comment)

    @property
    def is_gone(self):
        return self.type in {"vanished", "obsolete"}

    def __str__(self):
        return f"{self.context}: “{self.source}”"


def messages_in(path):
    root = ElementTree.parse(path).getroot()
    return [
        Message(context.findtext("name") or "", element)
        for context in root.iter("context")
        for element in context.iter("message")
    ]


def language_of(path):
    return path.stem.removeprefix("commkeys_")


def placeholders(text):
    return sorted(set(PLACEHOLDER.findall(text)))


def faults_of(message, forms):
    """What is wrong with one translation into a language whose plurals have so many forms."""
    if message.is_gone:
        return ["is not in the sources any more"]
    if message.type == "unfinished" or not all(message.texts) or not message.texts:
        return ["is not translated"]
    faults = []
    if message.is_plural and len(message.forms) != forms:
        faults.append(f"has {len(message.forms)} plural form(s) instead of {forms}")
    for text in message.texts:
        if placeholders(text) != placeholders(message.source):
            faults.append(f"has other placeholders in “{text}”")
        if len(MNEMONIC.findall(text)) != len(MNEMONIC.findall(message.source)):
            faults.append(f"has other mnemonics in “{text}”")
        if ("…" in message.source) != ("…" in text):
            faults.append(f"has another ellipsis in “{text}”")
        if text.count("\n") != message.source.count("\n"):
            faults.append(f"has other line breaks in “{text}”")
        if text.count("“") != text.count("”"):
            faults.append(f"has a quotation mark without its other half in “{text}”")
    return faults


def end_of_call(text, start):
    """The place behind the parenthesis that closes the one before @p start."""
    depth = 1
    place = start
    while depth and place < len(text):
        literal = LITERAL.match(text, place)
        if literal:
            place = literal.end()
            continue
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        place += 1
    return place


def without_calls(text, pattern):
    """@p text without the calls whose beginning @p pattern finds."""
    while found := pattern.search(text):
        text = text[: found.start()] + text[end_of_call(text, found.end()) :]
    return text


def literals_in(text):
    """(line, literal) of everything that is shown and is not in tr()."""
    text = re.sub(r"(?m)^\s*//.*$", "", text)
    for call in SHOWS.finditer(text):
        arguments = text[call.end() : end_of_call(text, call.end()) - 1]
        arguments = re.sub(r"\{[^{}]*;[^{}]*\}", "", arguments)  # what a lambda does is looked at by itself
        for literal in LITERAL.findall(without_calls(arguments, NO_TEXT)):
            if WORDS.search(re.sub(r"%L?\w|\\.", "", literal)) and literal not in UNTRANSLATABLE:
                yield text.count("\n", 0, call.start()) + 1, literal


def run_lupdate(lupdate, root, target, language, drops_gone):
    """Returns its warnings."""
    options = ["-pluralonly"] if language in PLURALS_ONLY else []
    options += ["-no-obsolete"] if drops_gone else []
    command = [lupdate, "-silent", "-locations", "none", *options, "app", "ui", "-ts", str(target)]
    done = subprocess.run(command, cwd=root, check=True, text=True, stderr=subprocess.PIPE)
    # Such as a class without Q_OBJECT, whose tr() asks for the texts of another one at run time.
    return done.stderr.splitlines()


def update(lupdate, root, path):
    run_lupdate(lupdate, root, path, language_of(path), drops_gone=True)
    text = path.read_text(encoding="utf-8")
    if LICENCE not in text:  # lupdate writes no comments
        path.write_text(text.replace("<!DOCTYPE TS>\n", "<!DOCTYPE TS>\n" + LICENCE, 1), encoding="utf-8")


def check_against_sources(lupdate, root, path):
    """What lupdate would change."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / path.name
        shutil.copy(path, copy)
        warnings = run_lupdate(lupdate, root, copy, language_of(path), drops_gone=False)
        now = messages_in(copy)
    before = {message.key for message in messages_in(path)}
    violations = [f"{path.name}: {message} is not in it" for message in now if message.key not in before]
    violations += [f"{path.name}: {message} is not in the sources any more" for message in now if message.is_gone]
    return violations + [f"{path.name}: lupdate says: {warning}" for warning in warnings]


def check(lupdate, root):
    violations = []
    for path in sorted((root / "resources/translations").glob("*.ts")):
        language = language_of(path)
        if language not in FORMS:
            violations.append(f"{path.name}: how many plural forms has the language? (FORMS)")
            continue
        for message in messages_in(path):
            violations += [f"{path.name}: {message} {fault}" for fault in faults_of(message, FORMS[language])]
        violations += check_against_sources(lupdate, root, path)
    for path in sorted([*(root / "app").rglob("*.cpp"), *(root / "ui").rglob("*.cpp")]):
        for line, literal in literals_in(path.read_text(encoding="utf-8")):
            violations.append(f"{path.relative_to(root)}:{line}: “{literal}” is shown, and not in tr()")
    return violations


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=pathlib.Path, help="the project's folder")
    parser.add_argument("--lupdate", required=True, help="Qt's lupdate")
    parser.add_argument("--update", action="store_true", help="bring the .ts files up to date first")
    arguments = parser.parse_args()
    root = arguments.root.resolve()

    if arguments.update:
        for path in sorted((root / "resources/translations").glob("*.ts")):
            update(arguments.lupdate, root, path)
    violations = check(arguments.lupdate, root)
    print("\n".join(violations) if violations else "every text is translated")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
