#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Signing in with Microsoft Entra ID, as a person does it, with a browser of theirs: sign in, close the program, open it
again, sign out. What is kept meanwhile is looked up with secret-tool.
"""

import json
import os
import re
import unittest
import urllib.parse

from atspiwindow import Atspi
from endtoend import BUTTON, CELL, HERE, WORLD, EndToEndTest, SimulatedAzure, keychain_texts, wait_until

RESOURCE = "acs-prod-00000"
SIGNED_IN_AS = "Avery"
# Everything that the program and Qt have to say.
TALKATIVE = {"QT_LOGGING_RULES": "*=true"}


class SignInTest(EndToEndTest):
    def setUp(self):
        super().setUp()
        self.azure = SimulatedAzure()
        self.addCleanup(self.azure.stop)
        self.visits = WORLD / "browser.log"
        self.settings = WORLD / "home" / "settings"
        self.settings.mkdir()
        (self.settings / "commkeys.ini").write_text(f"[cloud]\narmEndpoint={self.azure.address}\n")

    def open_program(self, **environment):
        return self.start("--settings-dir", str(self.settings), PATH=f"{HERE / 'stand-in'}:{os.environ['PATH']}",
                          STAND_IN_BROWSER_LOG=str(self.visits), **environment)

    def browser_visits(self):
        return [json.loads(line) for line in self.visits.read_text().splitlines()] if self.visits.exists() else []

    def sign_in(self, **environment):
        window = self.open_program(**environment)
        window.click(BUTTON, "Sign in")
        window.find(CELL, RESOURCE)
        return window

    def quit(self):
        self.assertEqual(self.program.quit(), 0, self.program.output())

    def sign_out(self, window):
        window.press_keys("alt+f")
        window.click(Atspi.Role.MENU_ITEM, "Sign out")
        window.find(BUTTON, "Sign in")

    def test_signs_in_once(self):
        self.sign_in()
        visit = wait_until(self.browser_visits, "the browser's visit")[0]
        self.assertIn("You may close this page.", visit["page"])
        wait_until(lambda: keychain_texts("CommKeys"), "the sign-in in the keychain")
        self.quit()

        window = self.open_program()
        window.find(CELL, RESOURCE)
        self.assertEqual(len(self.browser_visits()), 1, "the second start asks nobody")

        self.sign_out(window)
        wait_until(lambda: not keychain_texts("CommKeys"), "the keychain to be empty")
        self.quit()

        window = self.open_program()
        window.find(BUTTON, "Sign in")
        self.assertFalse(window.shows(CELL, RESOURCE))
        self.assertEqual(keychain_texts("CommKeys"), [])
        self.quit()

    def test_waits_for_a_closed_browser_and_lets_go(self):
        window = self.open_program(STAND_IN_BROWSER_MODE="close")
        window.click(BUTTON, "Sign in")
        wait_until(self.browser_visits, "the browser's visit")
        window.click(BUTTON, "Cancel")
        window.find(BUTTON, "Sign in")
        self.quit()

    def test_tells_nobody(self):
        self.sign_in(**TALKATIVE)
        self.program.remember_command_line()
        visit = wait_until(self.browser_visits, "the browser's visit")[0]
        pieces = wait_until(lambda: keychain_texts("CommKeys"), "the sign-in in the keychain")
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(visit["redirect"]).query)
        tokens = re.findall('"secret":"([^"]{20,})', " ".join(pieces))
        self.assertTrue(tokens, "tokens are kept")
        self.quit()
        self.assert_told_nowhere({"the code": query["code"][0],
                                  **{f"token {number}": token for number, token in enumerate(tokens)}})


if __name__ == "__main__":
    unittest.main(verbosity=2)
