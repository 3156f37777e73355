# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads licences out of Debian's copyright files, where they are machine-readable (DEP 5)."""

import re

from .parts import UNKNOWN

FORMAT = re.compile(r"^Format(-Specification)?:.*(copyright-format|dep5)", re.IGNORECASE)

# Debian's short names that SPDX writes otherwise; a "+" means "or later".
NAMES = {
    "apache-2.0": "Apache-2.0",
    "artistic": "Artistic-1.0",
    "bsd-2-clause": "BSD-2-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "bsd-4-clause": "BSD-4-Clause",
    "cc0-1.0": "CC0-1.0",
    "expat": "MIT",
    "ftl": "FTL",
    "isc": "ISC",
    "mpl-1.1": "MPL-1.1",
    "mpl-2.0": "MPL-2.0",
    "zlib": "Zlib",
    "zpl-2.1": "ZPL-2.1",
}
GNU = re.compile(r"^(a|l)?gpl-(\d(?:\.\d)?)(\+?)$")
FDL = re.compile(r"^gfdl-(\d\.\d)(\+?)$")


def stanzas(text):
    """Paragraphs of fields; a field's lines of continuation are joined by newlines."""
    for paragraph in re.split(r"\n[ \t]*\n", text):
        fields, name = {}, None
        for line in paragraph.splitlines():
            if line[:1] in " \t" and name:
                fields[name] += "\n" + line.strip()
            elif ":" in line and not line.startswith("#"):
                name, value = line.split(":", 1)
                name = name.strip().lower()
                fields[name] = value.strip()
        yield fields


def spdx_name(short):
    """SPDX's name of one licence, or None."""
    short = short.lower()
    gnu, fdl = GNU.match(short), FDL.match(short)
    if gnu or fdl:
        family = (gnu.group(1) or "").upper() + "GPL" if gnu else "GFDL"
        number = gnu.group(2) if gnu else fdl.group(1)
        later = (gnu.group(3) if gnu else fdl.group(2)) == "+"
        return f"{family}-{number if '.' in number else number + '.0'}-{'or-later' if later else 'only'}"
    return NAMES.get(short)


def expression(words, texts_of):
    """SPDX's expression for a License field, and the texts of those licences that SPDX has no name for."""
    texts, result = {}, []
    for word in re.split(r"\s+(and|or)\s+|,\s+", words.strip()):
        if word is None:
            continue
        if word in ("and", "or"):
            result.append(word.upper())
            continue
        name = spdx_name(word)
        if not name:
            name = "LicenseRef-Debian-" + re.sub(r"[^A-Za-z0-9.-]+", "-", word).strip("-")
            texts[name] = texts_of.get(word.lower()) or f"Debian calls this licence {word}."
        result.append(name)
    return " ".join(result), texts


def read(text):
    """The licence that a copyright file gives for a source as a whole, as (expression, texts)."""
    lines = text.splitlines()
    if not lines or not any(FORMAT.match(line) for line in lines[:5]):
        return UNKNOWN, {}
    whole, texts_of = None, {}
    for fields in stanzas(text):
        short, _, body = fields.get("license", "").partition("\n")
        if body:
            texts_of.setdefault(short.lower(), body)
        if whole is None and "*" in fields.get("files", "").split():
            whole = short
    return expression(whole, texts_of) if whole else (UNKNOWN, {})
