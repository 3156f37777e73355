# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tree that the MSI installs: which library comes out of which source package of Debian."""

import fnmatch
import os
import pathlib
import re
import subprocess
import zipfile

from . import debian
from .parts import UNKNOWN, Component, Part, Unexplained

# Qt is built for Windows from the source of the Qt that this machine has for itself: the version of the one is that of the
# other. The first pattern that fits counts.
BUILT_HERE = [
    ("*Qt6NetworkAuth*.dll", "qt6-networkauth-dev"),
    ("*Qt6*.dll", "qt6-base-dev"),
    ("*/*.dll", "qt6-base-dev"),
]
KEYCHAIN = "*qt6keychain*.dll"


def version_built(cache=None):
    """The version of QtKeychain that installer/windows has built and keeps, as its CMake file says."""
    cache = pathlib.Path(cache or os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    files = cache.glob("commkeys/windows/*/lib/cmake/Qt6Keychain/Qt6KeychainConfigVersion.cmake")
    found = {match for path in files for match in re.findall(r'set\(PACKAGE_VERSION "([^"]+)"', path.read_text())}
    return found.pop() if len(found) == 1 else UNKNOWN


def keychain():
    """QtKeychain is built from a later source than that of the one on this machine."""
    own = debian.installed("qtkeychain-qt6-dev", as_source=True)
    return Component(name=own.name, version=version_built(), licence=own.licence, texts=own.texts, supplier=own.supplier)


def compilers_own(name):
    """A library that the cross compiler's packages bring."""
    found = subprocess.run(["dpkg-query", "--search", f"*/{name}"], capture_output=True, text=True, check=False).stdout
    packages = sorted({line.split(":")[0] for line in found.splitlines() if "mingw" in line})
    posix = [package for package in packages if "posix" in package]
    if not packages:
        raise Unexplained(f"{name} is in the installer, and no package on this machine has it")
    return debian.installed((posix or packages)[0], as_source=True)


def component_of(name):
    base = pathlib.PurePosixPath(name).name
    if not base.lower().endswith(".dll"):
        return None
    if fnmatch.fnmatchcase(base, KEYCHAIN):
        return keychain()
    for pattern, package in BUILT_HERE:
        if fnmatch.fnmatchcase(name, pattern):
            return debian.installed(package, as_source=True)
    return compilers_own(base)


def contents(tree):
    """Names and bytes of a folder, or of an archive with one folder at its top."""
    tree = pathlib.Path(tree)
    if tree.is_dir():
        return {path.relative_to(tree).as_posix(): path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    with zipfile.ZipFile(tree) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    tops = {name.split("/")[0] for name in files}
    if len(tops) == 1 and all("/" in name for name in files):
        return {name.split("/", 1)[1]: content for name, content in files.items()}
    return files


def parts_of(tree):
    return [Part(name, content, component_of(name)) for name, content in contents(tree).items()]
