#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The main job, as a person does it: choose a resource, regenerate its primary key, copy the connection string.

What came of it is looked up by other programs: the clipboard with xclip, the keychain with secret-tool.
"""

import json
import os
import unittest

from endtoend import HERE, WORLD, EndToEndTest, SimulatedAzure, keychain_entries

RESOURCE = "acs-prod-00000"
# Everything that the program and Qt have to say.
TALKATIVE = {"QT_LOGGING_RULES": "*=true"}


class RegenerateTest(EndToEndTest):
    def regenerate_in_demo(self, **environment):
        connection_string = self.regenerate_primary_key(self.start("--demo", **environment), RESOURCE)
        self.assert_connection_string_of(RESOURCE, connection_string)
        self.assert_kept_in_keychain("CommKeys Demo", connection_string)
        return connection_string

    def regenerate_in_cloud(self, azure, **environment):
        window = self.start(
            "--arm-endpoint", azure.address, PATH=f"{HERE / 'stand-in'}:{os.environ['PATH']}",
            STAND_IN_AZ_TENANT=azure.tenant("Contoso"), STAND_IN_AZ_LOG=str(WORLD / "az.log"), **environment)
        connection_string = self.regenerate_primary_key(window, RESOURCE)
        self.assert_connection_string_of(RESOURCE, connection_string)
        self.assert_kept_in_keychain("CommKeys", connection_string)
        return connection_string

    def simulated_azure(self):
        azure = SimulatedAzure()
        self.addCleanup(azure.stop)
        return azure

    def test_in_the_demo(self):
        self.regenerate_in_demo()
        self.assertEqual(keychain_entries("CommKeys"), [], "the demo keeps to its own entries")
        self.assert_quits_and_clears_the_clipboard()

    def test_in_a_cloud_of_ones_own(self):
        azure = self.simulated_azure()
        before = azure.keys(RESOURCE)
        connection_string = self.regenerate_in_cloud(azure)
        after = azure.keys(RESOURCE)

        self.assertNotEqual(after["primaryKey"], before["primaryKey"])
        self.assertEqual(after["secondaryKey"], before["secondaryKey"])
        self.assertEqual(connection_string.partition(";accesskey=")[2], after["primaryKey"])
        regenerations = [request for request in azure.requests() if request["path"].endswith("/regenerateKey")]
        self.assertEqual(len(regenerations), 1, "the key was regenerated once")
        self.assert_quits_and_clears_the_clipboard()

    def test_tells_nobody_in_the_demo(self):
        connection_string = self.regenerate_in_demo(**TALKATIVE)
        self.assert_quits_and_clears_the_clipboard()
        self.assert_told_nowhere({"the key": connection_string.partition(";accesskey=")[2]})

    def test_tells_nobody_in_a_cloud_of_ones_own(self):
        azure = self.simulated_azure()
        secrets = {f"{name} before": key for name, key in azure.keys(RESOURCE).items()}
        self.regenerate_in_cloud(azure, **TALKATIVE)
        secrets |= {f"{name} after": key for name, key in azure.keys(RESOURCE).items()}
        tokens = [json.loads(line)["accessToken"] for line in (WORLD / "az.log").read_text().splitlines()]
        secrets |= {f"token {number}": token for number, token in enumerate(filter(None, tokens))}
        self.assertIn("token 0", secrets)
        self.assert_quits_and_clears_the_clipboard()
        self.assert_told_nowhere(secrets)


if __name__ == "__main__":
    unittest.main(verbosity=2)
