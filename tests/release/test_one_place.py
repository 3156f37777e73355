#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Name, version, id and publisher stand at the top of CMakeLists.txt, and are taken from there by everything else."""

import os
import pathlib
import re
import subprocess
import unittest

SOURCE = pathlib.Path(os.environ["COMMKEYS_SOURCE"])
ONE_PLACE = "CMakeLists.txt"

# What cannot be configured from it, and why.
MAY_REPEAT = {
    "version": {
        "CHANGELOG.md": "history: each version is written once and stays",
        "README.md": "read as it is; the test below keeps what it says up to date",
    },
    "id": {
        "README.md": "read as it is; it tells people what to look for in their keychain",
        "app/keychain/keptkeysstore.h": "a comment, with an entry as a person sees it",
    },
    # Every file's first line names its authors; that is a licence's notice, and not what installers call the publisher.
    "publisher": {},
}
NOTICE = re.compile(r"SPDX-FileCopyrightText:.*|COPYRIGHT = .*")


def project_value(name):
    command = [SOURCE / "installer/release/project-value", name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def texts():
    """The files that belong to the project, with their text."""
    command = ["git", "-c", f"safe.directory={SOURCE}", "-C", SOURCE, "ls-files", "-z", "--cached", "--others",
               "--exclude-standard"]
    for name in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0"):
        path = SOURCE / name
        if name and name != ONE_PLACE and path.is_file():
            try:
                yield name, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


class OnePlaceTest(unittest.TestCase):
    def repeating(self, what, pattern):
        return sorted({name for name, text in texts() if re.search(pattern, NOTICE.sub("", text))})

    def test_version(self):
        pattern = rf"(?<![\w.]){re.escape(project_value('version'))}(?![\w.]*\d)"
        # The data of tests may hold any number.
        found = [name for name in self.repeating("version", pattern) if "/data/" not in name]
        self.assertLessEqual(set(found), set(MAY_REPEAT["version"]))

    def test_id(self):
        self.assertEqual(self.repeating("id", re.escape(project_value("id"))), sorted(MAY_REPEAT["id"]))

    def test_publisher(self):
        self.assertEqual(self.repeating("publisher", re.escape(project_value("publisher"))), [])

    def test_the_readme_names_the_installers_of_this_version(self):
        readme = (SOURCE / "README.md").read_text(encoding="utf-8")
        named = re.findall(r"(?:commkeys_|CommKeys-)(\d+(?:\.\d+)+)", readme)
        self.assertLessEqual(set(named), {project_value("version")})


if __name__ == "__main__":
    unittest.main()
