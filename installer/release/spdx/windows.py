# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tree that the MSI installs: which library comes out of which source package of Debian."""

import fnmatch
import os
import pathlib
import re
import subprocess
import zipfile

from . import debian, macos
from .parts import UNKNOWN, Component, Part, Unexplained

# What is built for Windows: a pattern, the source, and the package of this machine that has its version, since Qt is built
# from the source of the Qt that this machine has for itself. The first pattern that fits counts.
BUILT_HERE = [
    ("*Qt6NetworkAuth*.dll", "qt6-networkauth", "qt6-networkauth-dev", "qtnetworkauth"),
    ("*Qt6*.dll", "qt6-base", "qt6-base-dev", "qtbase"),
    ("*/*.dll", "qt6-base", "qt6-base-dev", "qtbase"),
]
KEYCHAIN = "*qt6keychain*.dll"


def version_built(cache=None):
    """The version of QtKeychain that installer/windows has built and keeps, as its CMake file says."""
    cache = pathlib.Path(cache or os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    files = cache.glob("commkeys/windows/*/lib/cmake/Qt6Keychain/Qt6KeychainConfigVersion.cmake")
    found = {match for path in files for match in re.findall(r'set\(PACKAGE_VERSION "([^"]+)"', path.read_text())}
    return found.pop() if len(found) == 1 else UNKNOWN


def unpackaged(source, pinned_name, version=UNKNOWN):
    """A source of Debian of which this machine has no package; its licence is that of the same source for macOS."""
    supplier = f"Organization: {debian.distribution()[0].capitalize()}"
    return Component(name=source, version=version, licence=macos.pinned()[pinned_name].licence, supplier=supplier)


def built_here(source, package, pinned_name):
    try:
        return debian.installed(package, as_source=True)
    except Unexplained:
        return unpackaged(source, pinned_name)


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
        # It is built from a later source than that of Debian 12.
        return unpackaged("qtkeychain", "qtkeychain", version_built())
    for pattern, *origin in BUILT_HERE:
        if fnmatch.fnmatchcase(name, pattern):
            return built_here(*origin)
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
