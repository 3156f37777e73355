#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Holds the sources to the arrows and habits of app/README.md.

Every violation is printed as file:line: what is wrong and which rule says so. The tables below are the rules; who
needs an exception adds it there, where it can be seen and argued about.
"""

import argparse
import pathlib
import re
import sys

# What each room of app/ may include: rooms as a whole or single headers, and Qt modules or single headers of them.
ROOMS = {
    # QHostAddress tells whether an address is this machine.
    "core": {"may": [], "qt": ["QtCore", "QHostAddress"]},
    "http": {"may": ["core"], "qt": ["QtCore", "QtNetwork"]},
    "auth": {"may": ["core", "http", "keychain/secretstore.h"], "qt": ["QtCore", "QtNetwork", "QtNetworkAuth"]},
    # QLocalSocket finds out whether the session bus answers at all.
    "keychain": {"may": ["core"], "qt": ["QtCore", "QtDBus", "QLocalSocket"]},
    "instance": {"may": ["core"], "qt": ["QtCore", "QtNetwork"]},
    "azure": {"may": ["core", "http"], "qt": ["QtCore"]},
    "rotation": {
        "may": [
            "core",
            # The interfaces it is handed, and the values in their signatures.
            "azure/accesskeyservice.h",
            "azure/activitylog.h",
            "azure/communicationservice.h",
            "azure/communicationservicekeys.h",
            "azure/localauthstate.h",
            "azure/managementlock.h",
            "azure/permission.h",
            "azure/preflightservice.h",
            "keychain/canonicalkey.h",
            "keychain/connectionstring.h",
            "keychain/keptkeys.h",
            "keychain/keptkeysstore.h",
            "keychain/keyfreshness.h",
            "keychain/pastedkey.h",
            "keychain/secretstore.h",
        ],
        "qt": ["QtCore"],
    },
    "settings": {"may": ["core"], "qt": ["QtCore"]},
    "demo": {"may": ["core"], "qt": ["QtCore", "QtNetwork"]},
    "session": {
        "may": ["core", "http", "auth", "keychain", "azure", "rotation", "settings", "demo"],
        "qt": ["QtCore", "QtNetwork"],
    },
}
UI_QT = ["QtCore", "QtGui", "QtWidgets", "QtDBus"]

# The composition root sees both sides.
COMPOSITION_ROOT = "app/main.cpp"

# Third parties have one door each: header pattern -> the files that may include it.
DOORS = [
    (re.compile(r"^(qt6keychain|qtkeychain)/"), ["app/keychain/qtkeychaincall.cpp"]),
    (
        re.compile(r"^(QtNetworkAuth/.*|QOAuth.*|QAbstractOAuth.*)$"),
        ["app/auth/browsersigninjob.*", "app/auth/signinlistener.*", "app/auth/tokenreplyreader.*"],
    ),
    (
        re.compile(r"^(QtDBus/.*|QDBus.*)$"),
        [
            "app/keychain/secretservice_linux.cpp",
            "ui/lock/screenlockwatch_linux.cpp",
            "ui/common/desktopnotification_linux.cpp",
            "ui/theme/systemlook_linux.cpp",
        ],
    ),
    (re.compile(r"^QClipboard$"), ["ui/common/secretclipboard.cpp", "ui/common/secretclipboard.h"]),
    (re.compile(r"^QSettings$"), ["app/settings/*", "ui/common/windowstate.*", "ui/mainwindow/windowstate.*"]),
]

# Where a secret may be opened: where it goes to the wire, the keychain, the clipboard or a revealed field.
REVEAL = re.compile(r"(?<!\w)reveal(Text)?\s*\(")
MAY_REVEAL = [
    "app/core/secret.h",
    "app/core/secret.cpp",
    "app/http/*",
    "app/keychain/*",
    # Codes, verifiers and refresh tokens on their way to the token endpoint.
    "app/auth/browsersigninjob.cpp",
    "app/auth/entrarequests.cpp",
    # The sign-in on its way to the keychain: as MSAL's JSON, and that in pieces.
    "app/auth/msalcache.cpp",
    "app/auth/msalcachepieces.cpp",
    # Reads a token's tenant, audience and expiry, and keeps nothing else of it.
    "app/auth/tokenclaims.cpp",
    "ui/common/secretmimedata.cpp",
    "ui/common/secretfield.*",
]

# Qt takes a tool tip, and what a label shows unless told otherwise, for HTML when it begins like a tag; names that others
# chose go into both. So tool tips are set by these functions, and models give out theirs through plainText().
TOOL_TIP = re.compile(r"(?<!\w)setToolTip\s*\(|QToolTip::showText\s*\(|(?<!\w)set(WhatsThis|StatusTip)\s*\(")
TOOL_TIP_ROLE = re.compile(r"Qt::(ToolTip|WhatsThis|StatusTip)Role")
MAY_SET_TOOL_TIPS = ["ui/common/plaintext.cpp"]

# About 400 lines are a sign that a file does two things. This is where it is no longer a question.
LONGEST_FILE = 500
COPYRIGHT = "SPDX-FileCopyrightText: 2026 The CommKeys authors"
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
SOURCES = (".cpp", ".h", ".h.in", ".mm", ".py", ".sh", ".cmake", ".yml", ".txt")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
COMMENT = re.compile(r'//.*|/\*.*?\*/|"(?:[^"\\]|\\.)*"')


def matches(path, patterns):
    return any(pathlib.PurePosixPath(path).match(pattern) for pattern in patterns)


class Checker:
    """Collects violations over a tree; knows nothing of the file system but the tree's root and Qt's headers."""

    def __init__(self, root, qt_headers):
        self.root = pathlib.Path(root)
        self.modules = self.modules_of_headers(pathlib.Path(qt_headers)) if qt_headers else {}
        self.violations = []

    @staticmethod
    def modules_of_headers(folder):
        """Header name as written in an #include -> the Qt module that it belongs to."""
        modules = {}
        for module in folder.glob("Qt*"):
            for header in module.iterdir():
                modules.setdefault(header.name, module.name)
        return modules

    def report(self, path, line, text):
        self.violations.append(f"{path}:{line}: {text}")

    def check(self):
        for path in self.files():
            lines = (self.root / path).read_text(encoding="utf-8").splitlines()
            self.check_licence(path, lines)
            if path.suffix in {".cpp", ".h", ".mm"} and path.parts[0] in {"app", "ui"}:
                self.check_length(path, lines)
                self.check_reveals(path, lines)
                self.check_tool_tips(path, lines)
                self.check_includes(path, lines)
        return self.violations

    def files(self):
        for top in ("app", "ui", "tests", "resources", "installer", ".ci", ".github"):
            for path in sorted((self.root / top).rglob("*")):
                is_script = path.is_file() and not path.suffix and path.read_bytes()[:2] == b"#!"
                if path.is_file() and (path.name.endswith(SOURCES) or is_script) and "__pycache__" not in path.parts:
                    yield path.relative_to(self.root)
        for name in ("CMakeLists.txt", "dev", ".clang-tidy"):
            if (self.root / name).exists():
                yield pathlib.Path(name)

    def check_licence(self, path, lines):
        head = "\n".join(lines[:4])
        # Data of a test is nobody's program.
        if "data" in path.parts[:-1] or COPYRIGHT in head and LICENCE in head:
            return
        self.report(path, 1, f'the first lines say "{COPYRIGHT}" and "{LICENCE}"')

    def check_length(self, path, lines):
        if len(lines) > LONGEST_FILE:
            self.report(path, len(lines), f"no file has more than {LONGEST_FILE} lines; this one does two things")

    def check_reveals(self, path, lines):
        if matches(path, MAY_REVEAL):
            return
        for number, line in enumerate(lines, 1):
            if REVEAL.search(COMMENT.sub("", line)):
                self.report(path, number, "a secret is opened only on its way to the wire, the keychain, the "
                                          "clipboard or a revealed field (MAY_REVEAL)")

    def check_tool_tips(self, path, lines):
        code = [COMMENT.sub("", line) for line in lines]
        for number, line in enumerate(code, 1):
            if TOOL_TIP.search(line) and not matches(path, MAY_SET_TOOL_TIPS):
                self.report(path, number, "a tool tip is set by setPlainToolTip(), for Qt looks for markup in it")
        roles = [number for number, line in enumerate(code, 1) if TOOL_TIP_ROLE.search(line)]
        if roles and not any("plainText(" in line for line in code):
            self.report(path, roles[0], "a tool tip of a model goes through plainText(), for Qt looks for markup in it")

    def check_includes(self, path, lines):
        for number, line in enumerate(lines, 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            bracket, header = found.groups()
            self.check_doors(path, number, header)
            if bracket == '"':
                self.check_arrow(path, number, header)
            else:
                self.check_qt(path, number, header)

    def check_doors(self, path, number, header):
        for pattern, doors in DOORS:
            if pattern.search(header) and not matches(path, doors):
                self.report(path, number, f"{header} has one door: {', '.join(doors)}")

    def check_arrow(self, path, number, header):
        """Our own headers are included by their path from app/ or ui/."""
        if str(path) == COMPOSITION_ROOT or header.endswith(".moc") or header.startswith("ui_"):
            return
        room = header.split("/")[0]
        is_app = (self.root / "app" / room).is_dir() and "/" in header
        is_ui = (self.root / "ui" / room).is_dir() and "/" in header
        if path.parts[0] == "ui":
            if not is_app and not is_ui:
                self.report(path, number, f'"{header}" is no path below app/ or ui/')
            return
        here = path.parts[1]
        if (self.root / "ui" / header).exists() or is_ui and not is_app:
            self.report(path, number, f"app never includes ui ({header})")
        elif here not in ROOMS:
            self.report(path, number, f"the room {here} is not in the table of rooms")
        elif room != here and room not in ROOMS[here]["may"] and header not in ROOMS[here]["may"]:
            allowed = ", ".join(ROOMS[here]["may"]) or "no other room"
            self.report(path, number, f"{here} may include {allowed}; not {header}")

    def check_qt(self, path, number, header):
        if str(path) == COMPOSITION_ROOT:
            return
        module = header.split("/")[0] if "/" in header else self.modules.get(header)
        if not module or not module.startswith("Qt"):
            return
        if path.parts[0] == "ui":
            allowed = UI_QT
        else:
            allowed = ROOMS.get(path.parts[1], {"qt": []})["qt"]
        if module not in allowed and header not in allowed:
            self.report(path, number, f"{'/'.join(path.parts[:2])} may include {', '.join(allowed)}; "
                                      f"{header} belongs to {module}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", help="the project's folder")
    parser.add_argument("--qt-headers", help="the folder with QtCore, QtGui and so on")
    arguments = parser.parse_args()

    violations = Checker(arguments.root, arguments.qt_headers).check()
    print("\n".join(violations) if violations else "the sources keep to the structure")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
