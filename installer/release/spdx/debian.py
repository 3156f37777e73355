# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Packages of Debian: what a .deb holds and needs, and what the machine that built it has of that."""

import functools
import io
import pathlib
import re
import subprocess
import tarfile

from . import debiancopyright
from .parts import Component, Part, Unexplained

FIELDS = "${source:Package}\\t${source:Version}\\t${Version}\\t${Architecture}\\n"


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


@functools.lru_cache(maxsize=None)
def distribution():
    release = dict(re.findall(r'^([A-Z_]+)="?([^"\n]*)"?$', pathlib.Path("/etc/os-release").read_text(), re.M))
    return release.get("ID", "debian"), release.get("VERSION_ID", "")


def licence_of(package):
    try:
        return debiancopyright.read(pathlib.Path(f"/usr/share/doc/{package}/copyright").read_text(errors="replace"))
    except FileNotFoundError:
        return debiancopyright.read("")


def installed(package, as_source=False):
    """What of this package is on this machine: the package, or the source that it was built from."""
    try:
        source, source_version, version, architecture = (
            output_of("dpkg-query", "--show", f"--showformat={FIELDS}", package).decode().splitlines()[0].split("\t")
        )
    except subprocess.CalledProcessError as error:
        raise Unexplained(f"the package {package} is not on this machine, which is to be the one that built") from error
    name, distro = package, f"distro={'-'.join(filter(None, distribution()))}"
    qualifiers = f"arch={architecture}&{distro}"
    if as_source:
        name, version, qualifiers = source, source_version, f"arch=source&{distro}"
    licence, texts = licence_of(package)
    purl_version = version.replace("+", "%2B").replace(":", "%3A")
    return Component(name=name, version=version, licence=licence, texts=texts,
                     supplier=f"Organization: {distribution()[0].capitalize()}",
                     purl=f"pkg:deb/{distribution()[0]}/{name.replace('+', '%2B')}@{purl_version}?{qualifiers}")


def names_in(depends):
    """The names in a Depends field; of alternatives, the first."""
    for item in filter(None, (item.strip() for item in depends.split(","))):
        yield re.match(r"[a-z0-9.+-]+", item.split("|")[0].strip()).group()


def parts_of(deb):
    archive = tarfile.open(fileobj=io.BytesIO(output_of("dpkg-deb", "--fsys-tarfile", str(deb))))
    return [Part(member.name.removeprefix("./"), archive.extractfile(member).read())
            for member in archive if member.isfile()]


def needed_by(deb):
    depends = output_of("dpkg-deb", "--field", str(deb), "Depends").decode().replace("\n", " ")
    return [installed(name) for name in sorted(set(names_in(depends)))]
