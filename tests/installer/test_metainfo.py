#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What software centres ask of the metainfo, and appstreamcli does not look at."""

import os
import pathlib
import re
import struct
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(os.environ["COMMKEYS_SOURCE"])

CHANGELOG = """# Changelog

Words of welcome.

## Unreleased

### Added
- One & two: `--three <four>`,
  on two lines.

## 0.2.0 - 2026-12-31

### Fixed
- Five.
- Six.
"""


def releases_of(changelog):
    awk = ["awk", "-v", "version=0.3.0", "-v", "date=2027-01-01", "-f", SOURCE / "installer/linux/releases.awk"]
    made = subprocess.run(awk, input=changelog, check=True, text=True, stdout=subprocess.PIPE).stdout
    return ElementTree.fromstring(f"<releases>{made}</releases>").findall("release")


class MetainfoTest(unittest.TestCase):
    def setUp(self):
        self.component = ElementTree.parse(os.environ["COMMKEYS_METAINFO"]).getroot()

    def test_name_and_summary_fit(self):
        self.assertLess(len(self.component.findtext("name")), 20)
        summary = self.component.findtext("summary")
        self.assertLessEqual(len(summary), 35)
        self.assertNotRegex(summary, r"Azure|Microsoft|\.$")

    def test_pictures_are_there_and_fit(self):
        shots = self.component.findall("screenshots/screenshot")
        self.assertTrue(1 <= len(shots) <= 6)
        for shot in shots:
            self.assertTrue(shot.findtext("caption"))
            image = shot.find("image")
            path = re.sub(r".*/v[0-9.]+/", "", image.text)
            size = struct.unpack(">2I", (SOURCE / path).read_bytes()[16:24])
            self.assertEqual(size, (int(image.get("width")), int(image.get("height"))))
            self.assertTrue(size[0] <= 1000 and size[1] <= 700)

    def test_every_release_of_the_changelog_is_told(self):
        headings = re.findall(r"^## ", (SOURCE / "CHANGELOG.md").read_text(), re.MULTILINE)
        self.assertEqual(len(headings), len(self.component.findall("releases/release")))

    def test_newest_release_is_this_version(self):
        version = re.search(r"^ +VERSION ([0-9.]+)$", (SOURCE / "CMakeLists.txt").read_text(), re.MULTILINE).group(1)
        self.assertEqual(version, self.component.find("releases/release").get("version"))

    def test_changelog_becomes_releases(self):
        coming, past = releases_of(CHANGELOG)
        self.assertEqual(coming.attrib, {"version": "0.3.0", "date": "2027-01-01", "type": "development"})
        self.assertEqual("".join(coming.find("description/ul/li").itertext()),
                         "One & two: --three <four>, on two lines.")
        self.assertEqual(past.attrib, {"version": "0.2.0", "date": "2026-12-31", "type": "stable"})
        self.assertEqual(past.findtext("description/p"), "Fixed")
        self.assertEqual([item.text for item in past.findall("description/ul/li")], ["Five.", "Six."])


if __name__ == "__main__":
    unittest.main()
