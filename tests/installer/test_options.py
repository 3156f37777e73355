#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Man page, bash completion and README know the options that the program prints, and no others."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["COMMKEYS_SOURCE"])
COMPLETION = SOURCE / "installer/linux/share/commkeys.bash"

# Does what bash does when Tab is pressed behind these words.
PRESS_TAB = """
set -euo pipefail
compopt() { :; }
source "$1"; shift
COMP_WORDS=(commkeys "$@"); COMP_CWORD=$#
_commkeys
printf '%s\\n' "${COMPREPLY[@]}"
"""


def complete(*words, folder=None):
    shown = subprocess.run(["bash", "-c", PRESS_TAB, "bash", COMPLETION, *words], cwd=folder, check=True, text=True,
                           stdout=subprocess.PIPE).stdout
    return shown.split()


class OptionsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.help = subprocess.run([os.environ["COMMKEYS_PROGRAM"], "--help"], check=True, text=True,
                                  stdout=subprocess.PIPE).stdout
        cls.options = set(re.findall(r"^  (--[a-z-]+)", cls.help, re.MULTILINE))

    def test_help_is_understood(self):
        self.assertLessEqual({"--demo", "--help", "--settings-dir"}, self.options)

    def test_man_page_explains_every_option(self):
        page = pathlib.Path(os.environ["COMMKEYS_MAN_PAGE"]).read_text()
        section = page.split(".SH OPTIONS")[1].split("\n.SH ")[0].replace("\\-", "-")
        self.assertEqual(self.options, set(re.findall(r"^\.TP\n\.BI? (--[a-z-]+)", section, re.MULTILINE)))

    def test_readme_explains_every_option_but_the_usual_ones(self):
        readme = (SOURCE / "README.md").read_text()
        self.assertEqual(self.options - {"--help", "--version"}, set(re.findall(r"^\| `(--[a-z-]+)", readme, re.MULTILINE)))

    def test_completes_every_option(self):
        self.assertEqual(self.options, set(complete("-")))
        self.assertEqual(self.options, set(complete("--demo", "")))

    def test_completes_what_was_begun(self):
        self.assertEqual(["--self-check"], complete("--demo", "--sel"))

    def test_completes_the_clouds_of_the_help(self):
        clouds = re.search(r"public cloud:\s+([^.]+)\.", self.help).group(1)
        self.assertEqual(set(re.split(r",\s+", clouds)), set(complete("--cloud", "")))
        self.assertEqual(["AzureUSGovernment"], complete("--cloud", "AzureU"))

    def test_completes_files_and_folders(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "picture.png").touch()
            pathlib.Path(folder, "places").mkdir()
            self.assertEqual(["picture.png", "places"], sorted(complete("--screenshot", "p", folder=folder)))
            self.assertEqual(["places"], complete("--settings-dir", "p", folder=folder))

    def test_offers_nothing_where_it_cannot_know(self):
        for option in ("--arm-endpoint", "--client-id", "--tenant"):
            self.assertEqual([], complete(option, ""))


if __name__ == "__main__":
    unittest.main()
