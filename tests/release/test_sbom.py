#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The list of what is inside an installer: right about a small package, tree and bundle, valid SPDX 2.3, and repeatable."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

RELEASE = pathlib.Path(os.environ["COMMKEYS_SOURCE"]) / "installer/release"
sys.dont_write_bytecode = True
sys.path[:0] = [str(RELEASE), str(pathlib.Path(__file__).parent)]
import spdxrules  # noqa: E402
from spdx import debian, debiancopyright, macos, windows  # noqa: E402
from spdx.parts import Unexplained  # noqa: E402

CONTROL = """Package: some
Version: 1.2.3
Architecture: all
Maintainer: Nobody <nobody@example.org>
Depends: dpkg (>= 1.0), not-to-be-had | dash
Description: made up
"""


def run_sbom(*arguments, when="1700000000"):
    return subprocess.run([RELEASE / "sbom", *arguments], capture_output=True, text=True, check=False,
                          env={**os.environ, "SOURCE_DATE_EPOCH": when})


class SbomTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def make_deb(self, control=CONTROL.replace("not-to-be-had | dash", "dash | not-to-be-had")):
        self.write("deb/DEBIAN/control", control.encode())
        self.write("deb/usr/bin/some", b"program")
        result = self.folder / "some_1.2.3_all.deb"
        subprocess.run(["dpkg-deb", "--root-owner-group", "--build", self.folder / "deb", result], check=True,
                       capture_output=True)
        return result

    def document_of(self, installer, *tree, **when):
        done = run_sbom(installer, *tree, **when)
        self.assertEqual(done.returncode, 0, done.stderr)
        document = json.loads(pathlib.Path(f"{installer}.spdx.json").read_text(encoding="utf-8"))
        self.assertEqual(spdxrules.violations(document), [])
        return document

    def related(self, document, kind):
        names = {one["SPDXID"]: one.get("fileName", one.get("name")) for one in document["packages"] + document["files"]}
        return {(names.get(one["spdxElementId"]), names[one["relatedSpdxElement"]]) for one in document["relationships"]
                if one["relationshipType"] == kind}

    def test_a_debian_package_names_its_files_and_what_it_was_built_against(self):
        deb = self.make_deb()
        document = self.document_of(deb)
        name = document["packages"][0]["name"]
        self.assertEqual(self.related(document, "CONTAINS"), {(name, "./usr/bin/some")})
        self.assertEqual(self.related(document, "DEPENDS_ON"), {(name, "dpkg"), (name, "dash")})
        installed = subprocess.run(["dpkg-query", "--show", "--showformat=${Version}", "dash"], check=True,
                                   capture_output=True, text=True).stdout
        dash = next(one for one in document["packages"] if one["name"] == "dash")
        self.assertEqual(dash["versionInfo"], installed)
        self.assertTrue(dash["externalRefs"][0]["referenceLocator"].startswith("pkg:deb/"))
        self.assertEqual(document["packages"][0]["checksums"][0]["checksumValue"],
                         hashlib.sha256(deb.read_bytes()).hexdigest())
        self.assertIn({"algorithm": "SHA256", "checksumValue": hashlib.sha256(b"program").hexdigest()},
                      document["files"][0]["checksums"])

    def test_stops_at_a_package_that_this_machine_was_not_built_with(self):
        done = run_sbom(self.make_deb(CONTROL))
        self.assertEqual(done.returncode, 1)
        self.assertIn("not-to-be-had", done.stderr)

    def test_the_same_installer_gives_the_same_bytes_and_another_one_another_name(self):
        deb = self.make_deb()
        first = self.document_of(deb)
        text = pathlib.Path(f"{deb}.spdx.json").read_bytes()
        self.document_of(deb)
        self.assertEqual(pathlib.Path(f"{deb}.spdx.json").read_bytes(), text)
        self.assertEqual(first["creationInfo"]["created"], "2023-11-14T22:13:20Z")
        other = self.document_of(deb, when="1700000001")
        self.assertNotEqual(other["documentNamespace"], first["documentNamespace"])

    def test_a_bundle_names_the_sources_that_it_was_built_from(self):
        for name in ("MacOS/Some", "Info.plist", "Frameworks/QtCore.framework/Versions/A/QtCore",
                     "Frameworks/QtNetworkAuth.framework/Versions/A/QtNetworkAuth", "PlugIns/platforms/libqcocoa.dylib",
                     "Frameworks/libqt6keychain.1.dylib"):
            self.write(f"Some.app/Contents/{name}", name.encode())
        framework = self.folder / "Some.app/Contents/Frameworks/QtCore.framework"
        (framework / "Versions/Current").symlink_to("A")
        (framework / "QtCore").symlink_to("Versions/Current/QtCore")
        document = self.document_of(self.write("Some-1.2.3.dmg", b"image"), self.folder / "Some.app")
        self.assertEqual(self.related(document, "GENERATED_FROM"), {
            ("./Contents/Frameworks/QtCore.framework/Versions/A/QtCore", "qtbase"),
            ("./Contents/Frameworks/QtNetworkAuth.framework/Versions/A/QtNetworkAuth", "qtnetworkauth"),
            ("./Contents/PlugIns/platforms/libqcocoa.dylib", "qtbase"),
            ("./Contents/Frameworks/libqt6keychain.1.dylib", "qtkeychain")})
        self.assertEqual(len(document["files"]), 6)
        qtbase = next(one for one in document["packages"] if one["name"] == "qtbase")
        self.assertEqual(qtbase["checksums"][0]["checksumValue"], macos.pinned()["qtbase"].sha256)
        self.assertIn("LGPL-3.0-only", qtbase["licenseDeclared"])

    def test_stops_at_a_file_of_a_bundle_that_nobody_explains(self):
        self.write("Some.app/Contents/Frameworks/libfftw.dylib", b"x")
        done = run_sbom(self.write("Some-1.2.3.dmg", b"image"), self.folder / "Some.app")
        self.assertEqual(done.returncode, 1)
        self.assertIn("libfftw", done.stderr)

    def test_an_archive_for_windows_names_the_sources_of_its_libraries(self):
        archive = self.folder / "Some-1.2.3-x64-portable.zip"
        with zipfile.ZipFile(archive, "w") as file:
            for name in ("commkeys.exe", "Qt6Core.dll", "platforms/qwindows.dll"):
                file.writestr(f"Some-1.2.3/{name}", name)
        document = self.document_of(archive, archive)
        source = debian.installed("qt6-base-dev", as_source=True)
        self.assertEqual(self.related(document, "GENERATED_FROM"),
                         {("./Qt6Core.dll", source.name), ("./platforms/qwindows.dll", source.name)})
        package = next(one for one in document["packages"] if one["name"] == source.name)
        self.assertEqual(package["versionInfo"], source.version)
        self.assertIn("arch=source", package["externalRefs"][0]["referenceLocator"])

    def test_knows_the_version_that_was_built_for_windows_where_there_is_one(self):
        built = "commkeys/windows/{}/lib/cmake/Qt6Keychain/Qt6KeychainConfigVersion.cmake"
        self.assertEqual(windows.version_built(self.folder), "NOASSERTION")
        self.write(built.format("qt-1"), b'set(PACKAGE_VERSION "0.15.0")\n')
        self.assertEqual(windows.version_built(self.folder), "0.15.0")
        self.write(built.format("qt-2"), b'set(PACKAGE_VERSION "0.16.0")\n')
        self.assertEqual(windows.version_built(self.folder), "NOASSERTION")

    def test_says_what_it_knows_of_a_source_that_has_no_package_here(self):
        keychain = windows.component_of("qt6keychain.dll")
        self.assertEqual((keychain.name, keychain.licence), ("qtkeychain", "BSD-2-Clause"))
        other = windows.built_here("qt6-other", "not-to-be-had", "qtnetworkauth")
        self.assertEqual((other.name, other.version, other.licence), ("qt6-other", "NOASSERTION", "GPL-3.0-only"))

    def test_stops_at_a_library_for_windows_that_no_package_has(self):
        with self.assertRaises(Unexplained):
            windows.component_of("libfftw.dll")


class CopyrightTest(unittest.TestCase):
    HEAD = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"

    def licence(self, words, more=""):
        return debiancopyright.read(f"{self.HEAD}Files: *\nCopyright: somebody\nLicense: {words}\n{more}")

    def test_gives_licences_the_names_of_spdx(self):
        for debians, spdxs in (("GPL-2+", "GPL-2.0-or-later"), ("LGPL-3", "LGPL-3.0-only"), ("Expat", "MIT"),
                               ("LGPL-2.1+ and BSD-3-clause", "LGPL-2.1-or-later AND BSD-3-Clause"),
                               ("GFDL-1.3", "GFDL-1.3-only")):
            self.assertEqual(self.licence(debians), (spdxs, {}))

    def test_brings_the_text_of_a_licence_that_spdx_does_not_know(self):
        name, texts = self.licence("Own-words", "\nLicense: Own-words\n Do as you like.\n .\n Really.\n")
        self.assertEqual(name, "LicenseRef-Debian-Own-words")
        self.assertIn("Do as you like.", texts[name])

    def test_claims_nothing_where_the_file_is_prose(self):
        self.assertEqual(debiancopyright.read("This is the Debian package of something, under the GPL."),
                         ("NOASSERTION", {}))


class PinnedSourcesTest(unittest.TestCase):
    def test_are_read_whole(self):
        lines = [line for line in macos.SOURCES.read_text().splitlines() if line and not line.startswith("#")]
        components = macos.pinned()
        self.assertEqual([line.split()[0] for line in lines], list(components))
        for component in components.values():
            self.assertRegex(component.sha256, r"^[0-9a-f]{64}$")
            self.assertTrue(re.search(re.escape(component.version), component.download))


if __name__ == "__main__":
    unittest.main()
