#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The quick tour of the README, by keyboard alone: from the first start to a connection string in the clipboard.

A key is pressed only when what it is meant for can be seen, as a person would; none is pressed twice to be sure. So a
focus that is lost on the way, or that has farther to go than before, fails here.
"""

import unittest

from endtoend import BUTTON, CELL, EndToEndTest, clipboard, keychain_entries, wait_until

FIRST_RESOURCE = "acs-chat-00007"


class KeyboardTest(EndToEndTest):
    def press(self, *keys):
        self.program.window.press_keys(*keys)
        self.pressed += list(keys)

    def test_quick_tour(self):
        self.pressed = []
        window = self.start()
        window.wait_for_focus(BUTTON, "Sign in")
        self.press("Tab", "Tab", "Tab")
        window.wait_for_focus(BUTTON, "Try the demo")
        self.press("Return")
        window.find(CELL, FIRST_RESOURCE)
        window.wait_until_gone(BUTTON, "Cancel")  # the list is complete
        self.press("Down")
        window.find(BUTTON, "Get keys from Azure", enabled=True)
        self.press("Return")
        window.find(BUTTON, "Copy connection string", enabled=True)
        self.press("ctrl+shift+c")
        connection_string = wait_until(clipboard, "the connection string in the clipboard")

        self.assert_connection_string_of(FIRST_RESOURCE, connection_string)
        self.assert_kept_in_keychain("CommKeys Demo", connection_string)
        self.assertEqual(keychain_entries("CommKeys"), [], "the demo keeps to its own entries")
        self.assertEqual(self.pressed, ["Tab", "Tab", "Tab", "Return", "Down", "Return", "ctrl+shift+c"])
        self.assertEqual(self.program.quit(), 0, self.program.output())


if __name__ == "__main__":
    unittest.main(verbosity=2)
