# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A bundle for macOS: what in it was built from which of the sources that installer/macos/qt-sources.txt pins."""

import fnmatch
import pathlib
import re

from .parts import Component, Part, Unexplained

SOURCES = pathlib.Path(__file__).parents[2] / "macos" / "qt-sources.txt"
LINE = re.compile(r"^(\S+)\s+(\S+)\s{2,}(.*?)\s{2,}([0-9a-f]{64})\s+(https://\S+)$")
ORIGINS = [
    ("Contents/Frameworks/QtNetworkAuth.framework/*", "qtnetworkauth"),
    ("Contents/Frameworks/Qt*.framework/*", "qtbase"),
    ("Contents/Frameworks/libqt6keychain*.dylib", "qtkeychain"),
    ("Contents/PlugIns/*", "qtbase"),
]
OURS = ("Contents/Info.plist", "Contents/PkgInfo", "Contents/CodeResources", "Contents/MacOS/*", "Contents/Resources/*",
        "Contents/_CodeSignature/*")


def pinned(text=None):
    """The components by their names."""
    lines = (SOURCES.read_text() if text is None else text).splitlines()
    found = (LINE.match(line) for line in lines if line and not line.startswith("#"))
    return {name: Component(name=name, version=version, licence=licence, sha256=sha256, download=address,
                            supplier="Organization: The Qt Project" if name != "qtkeychain" else "Person: Frank Osterfeld",
                            purl=f"pkg:generic/{name}@{version}?download_url={address}&checksum=sha256:{sha256}")
            for name, version, licence, sha256, address in (match.groups() for match in found)}


def component_of(name, components):
    for pattern, origin in ORIGINS:
        if fnmatch.fnmatchcase(name, pattern):
            return components[origin]
    if any(fnmatch.fnmatchcase(name, pattern) for pattern in OURS):
        return None
    raise Unexplained(f"{name} is in the bundle, and I do not know where it comes from")


def parts_of(bundle):
    bundle, components = pathlib.Path(bundle), pinned()
    # A framework's links lead to files that are there under their own names.
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()
             and not any(parent.is_symlink() for parent in path.relative_to(bundle).parents if parent.name)]
    names = ((path.relative_to(bundle).as_posix(), path) for path in files)
    return [Part(name, path.read_bytes(), component_of(name, components)) for name, path in names]
