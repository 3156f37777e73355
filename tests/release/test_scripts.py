#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The scripts of a release, in a project that is made up for each test."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["COMMKEYS_SOURCE"])
CMAKE_LISTS = 'project(Some\n    VERSION 1.2.3\n    HOMEPAGE_URL "https://example.org/some")\n'
CHANGELOG = "# Changelog\n\n## 1.2.3 – 2026-01-31\n\n### Added\n- A thing.\n\n## 1.2.2\n\n- Older.\n"
INSTALLERS = ("Some-1.2.3-x64.msi", "Some-1.2.3-x64-user.msi", "Some-1.2.3-x64-portable.zip", "Some-1.2.3.dmg",
              "some_1.2.3_amd64.deb")


class ReleaseTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        shutil.copytree(SOURCE / "installer/release", self.root / "installer/release")
        self.write("CMakeLists.txt", CMAKE_LISTS)
        self.write("CHANGELOG.md", CHANGELOG)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run_script(self, name, *arguments, **environment):
        return subprocess.run([self.root / "installer/release" / name, *arguments], capture_output=True, text=True,
                              env={**os.environ, **environment}, check=False)

    def fails(self, words, *command):
        done = self.run_script(*command)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(words, done.stderr)

    def test_lets_a_tag_through_that_fits(self):
        self.assertEqual(self.run_script("check-release", "v1.2.3").returncode, 0)

    def test_stops_at_a_tag_of_another_version(self):
        for tag in ("v1.2.4", "1.2.3", "v1.2.30"):
            self.fails(f"the tag is {tag}", "check-release", tag)

    def test_stops_where_the_changelog_says_nothing(self):
        self.write("CHANGELOG.md", "# Changelog\n\n## 1.2.30\n\n- Another.\n\n## 1.2.3\n\n## 1.2.2\n\n- Older.\n")
        self.fails("nothing of 1.2.3", "check-release", "v1.2.3")

    def test_stops_where_changes_are_still_called_unreleased(self):
        self.write("CHANGELOG.md", CHANGELOG.replace("## 1.2.3", "## Unreleased\n\n- Something.\n\n## 1.2.3"))
        self.fails("Unreleased", "check-release", "v1.2.3")

    def test_tries_a_release_that_has_no_tag_yet(self):
        self.write("CHANGELOG.md", CHANGELOG.replace("1.2.3 – 2026-01-31", "Unreleased"))
        self.assertEqual(self.run_script("check-release").returncode, 0)
        self.fails("nothing of 1.2.3", "check-release", "v1.2.3")

    def test_prints_the_entry_alone(self):
        self.assertEqual(self.run_script("changelog-entry", "1.2.3").stdout, "### Added\n- A thing.\n")

    def test_knows_the_values_of_the_project_and_no_others(self):
        self.assertEqual(self.run_script("project-value", "version").stdout, "1.2.3\n")
        self.fails("publisher is not in", "project-value", "publisher")
        self.fails("usage", "project-value", "age")

    def make_installers(self):
        for name in INSTALLERS:
            self.write(f"out/{name}", name)
            self.write(f"out/{name}.spdx.json", "{}")
        return self.root / "out"

    def test_writes_sums_that_hold(self):
        folder = self.make_installers()
        self.assertEqual(self.run_script("collect", folder).returncode, 0)
        lines = (folder / "SHA256SUMS").read_text().splitlines()
        self.assertEqual(len(lines), 2 * len(INSTALLERS))
        self.assertIn(f"{hashlib.sha256(INSTALLERS[0].encode()).hexdigest()}  {INSTALLERS[0]}", lines)
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)

    def test_stops_where_something_is_missing_or_too_much(self):
        folder = self.make_installers()
        self.write("out/other.txt", "x")
        self.fails("other.txt", "collect", folder)
        (folder / "other.txt").unlink()
        (folder / (INSTALLERS[2] + ".spdx.json")).unlink()
        self.fails(INSTALLERS[2], "collect", folder)
        (folder / INSTALLERS[3]).unlink()
        self.fails(INSTALLERS[2], "collect", folder)

    def publish(self, folder):
        self.write("bin/gh", '#!/bin/bash\nprintf "%s\\n" "$@" >"$LOG"\ncat >"$LOG.text"\n')
        (self.root / "bin/gh").chmod(0o755)
        return self.run_script("publish", "v1.2.3", folder, PATH=f"{self.root}/bin:{os.environ['PATH']}",
                               LOG=str(self.root / "log"))

    def test_publishes_all_of_it_with_the_entry_as_its_text(self):
        folder = self.make_installers()
        self.run_script("collect", folder)
        done = self.publish(folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        asked = (self.root / "log").read_text().splitlines()
        self.assertEqual(asked[:4], ["release", "create", "v1.2.3", "--verify-tag"])
        self.assertEqual(len([line for line in asked if line.startswith(str(folder))]), 2 * len(INSTALLERS) + 1)
        self.assertEqual((self.root / "log.text").read_text(), "### Added\n- A thing.\n")

    def test_publishes_nothing_that_was_changed_since(self):
        folder = self.make_installers()
        self.run_script("collect", folder)
        self.write(f"out/{INSTALLERS[1]}", "another")
        self.assertNotEqual(self.publish(folder).returncode, 0)
        self.assertFalse((self.root / "log").exists())


if __name__ == "__main__":
    unittest.main()
