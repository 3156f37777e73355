#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The property lists of the bundle: readable, whole, and with nothing in them that weakens the program."""

import os
import pathlib
import plistlib
import shutil
import subprocess
import unittest

SOURCE = pathlib.Path(os.environ["COMMKEYS_SOURCE"])
INFO = pathlib.Path(os.environ["COMMKEYS_INFO_PLIST"])
ENTITLEMENTS = SOURCE / "installer/macos/entitlements.plist"


def project_value(name):
    command = [SOURCE / "installer/release/project-value", name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class InfoPlistTest(unittest.TestCase):
    def setUp(self):
        self.info = plistlib.loads(INFO.read_bytes())

    def test_takes_name_version_and_id_from_the_one_place(self):
        self.assertEqual(self.info["CFBundleIdentifier"], project_value("id"))
        self.assertEqual(self.info["CFBundleShortVersionString"], project_value("version"))
        self.assertEqual(self.info["CFBundleVersion"], project_value("version"))
        self.assertEqual(self.info["CFBundleExecutable"], project_value("name"))
        self.assertEqual(self.info["CFBundleIconFile"], project_value("name") + ".icns")
        self.assertEqual(self.info["LSMinimumSystemVersion"], project_value("oldest-macos"))
        self.assertIn(project_value("publisher"), self.info["NSHumanReadableCopyright"])

    def test_says_what_a_program_with_a_window_says(self):
        self.assertEqual(self.info["CFBundlePackageType"], "APPL")
        self.assertEqual(self.info["NSPrincipalClass"], "NSApplication")
        self.assertEqual(self.info["LSApplicationCategoryType"], "public.app-category.developer-tools")
        self.assertIs(self.info["NSHighResolutionCapable"], True)
        self.assertIs(self.info["NSSupportsAutomaticGraphicsSwitching"], True)

    def test_makes_no_exception_for_plain_http(self):
        self.assertNotIn("NSAppTransportSecurity", self.info)

    def test_leaves_no_placeholder(self):
        self.assertNotIn("@", INFO.read_text(encoding="utf-8").split("<plist", 1)[1])


class EntitlementsTest(unittest.TestCase):
    def test_take_nothing_out_of_the_hardened_runtime(self):
        # An entry here is either a hole in it, or restricted to programs with a provisioning profile.
        self.assertEqual(plistlib.loads(ENTITLEMENTS.read_bytes()), {})


class XmlTest(unittest.TestCase):
    @unittest.skipUnless(shutil.which("xmllint"), "xmllint is not here")
    def test_is_well_formed_in_the_eyes_of_another_parser(self):
        subprocess.run(["xmllint", "--nonet", "--noout", INFO, ENTITLEMENTS, SOURCE / "installer/macos/background.svg"],
                       check=True)


if __name__ == "__main__":
    unittest.main()
