#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the scripts for signing ask of macOS, seen by commands that stand in for those of macOS and write it down."""

import base64
import os
import pathlib
import subprocess
import tempfile
import unittest

SCRIPTS = pathlib.Path(os.environ["COMMKEYS_SOURCE"]) / "installer/macos"
IDENTITY = "Developer ID Application: Somebody (ABCDE12345)"
# Writes its name and arguments as one line, and what it is told on standard input where it asks for that.
STAND_IN = """#!/bin/bash
printf '%s\\n' "${0##*/} $*" >>"$LOG"
case "${0##*/} $*" in
    "security -i") cat >>"$LOG.stdin" ;;
    "security find-identity"*) printf '  1) 0123 "%s"\\n' "$FOUND_IDENTITY" ;;
esac
"""


class SigningTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.log = self.folder / "log"
        commands = self.folder / "bin"
        commands.mkdir()
        for name in ("codesign", "xcrun", "security", "spctl"):
            (commands / name).write_text(STAND_IN)
            (commands / name).chmod(0o755)
        self.environment = {"PATH": f"{commands}:{os.environ['PATH']}", "LOG": str(self.log), "HOME": folder.name,
                            "RUNNER_TEMP": folder.name, "FOUND_IDENTITY": IDENTITY}

    def run_script(self, *command, **environment):
        return subprocess.run([SCRIPTS / command[0], *command[1:]], env={**self.environment, **environment},
                              capture_output=True, text=True, check=False)

    def asked(self):
        return self.log.read_text().splitlines() if self.log.exists() else []

    def make_bundle(self):
        bundle = self.folder / "Some.app"
        for name in ("MacOS/Some", "PlugIns/platforms/libqcocoa.dylib", "Frameworks/libqt6keychain.1.dylib",
                     "Frameworks/QtCore.framework/Versions/A/QtCore"):
            path = bundle / "Contents" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"code")
        return bundle

    def test_signs_what_lies_inside_before_what_lies_around_it(self):
        bundle = self.make_bundle()
        done = self.run_script("sign", "--release", bundle, COMMKEYS_SIGNING_IDENTITY=IDENTITY)
        self.assertEqual(done.returncode, 0, done.stderr)
        signed = [line.split()[-1].rpartition("/")[2] for line in self.asked() if "--sign" in line]
        self.assertEqual(signed[-1], "Some.app")
        self.assertEqual(set(signed[:-1]), {"libqcocoa.dylib", "libqt6keychain.1.dylib", "QtCore.framework"})
        self.assertTrue(all("--options runtime" in line and "--timestamp" in line for line in self.asked()
                            if "--sign" in line))
        self.assertEqual([line for line in self.asked() if "--entitlements" in line],
                         [line for line in self.asked() if line.endswith("Some.app") and "--sign" in line])
        self.assertIn("--verify --strict", self.asked()[-1])

    def test_refuses_a_release_without_the_publishers_certificate(self):
        for identity in ("", "-", "Apple Development: Somebody (ABCDE12345)"):
            done = self.run_script("sign", "--release", self.make_bundle(), COMMKEYS_SIGNING_IDENTITY=identity)
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("Developer ID Application", done.stderr)
        self.assertEqual(self.asked(), [])

    def test_signs_for_this_mac_where_there_is_no_certificate(self):
        done = self.run_script("sign", self.make_bundle())
        self.assertEqual(done.returncode, 0, done.stderr)
        signed = [line for line in self.asked() if "--sign" in line]
        # With the hardened runtime, libraries without a team would not be loaded.
        self.assertTrue(signed and all("--sign - " in line and "runtime" not in line for line in signed))

    def test_staples_what_apple_has_seen(self):
        done = self.run_script("notarize", "Some.dmg", COMMKEYS_NOTARY_PROFILE="profile", COMMKEYS_KEYCHAIN="keys")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([" ".join(line.split()[:3]) for line in self.asked()],
                         ["xcrun notarytool submit", "xcrun stapler staple", "xcrun stapler validate",
                          "spctl --assess --type"])

    def make_keychain(self, **changes):
        secrets = {"COMMKEYS_CERTIFICATE": base64.b64encode(b"the-certificate").decode(),
                   "COMMKEYS_CERTIFICATE_PASSWORD": "passwordOfTheFile", "COMMKEYS_NOTARY_KEY": "the-notary-key",
                   "COMMKEYS_NOTARY_KEY_ID": "KEYID", "COMMKEYS_NOTARY_ISSUER": "issuer"}
        return self.run_script("signing-keychain", "create", **{**secrets, **changes})

    def test_shows_no_secret_to_those_who_list_processes(self):
        done = self.make_keychain()
        self.assertEqual(done.returncode, 0, done.stderr)
        seen = "\n".join(self.asked()) + done.stdout + done.stderr
        told = pathlib.Path(f"{self.log}.stdin").read_text()
        self.assertIn("passwordOfTheFile", told)
        of_keychain = told.split('create-keychain -p "')[1].split('"')[0]
        self.assertEqual(len(of_keychain), 48)
        for secret in ("passwordOfTheFile", "the-notary-key", "the-certificate", of_keychain):
            self.assertNotIn(secret, seen)

    def test_says_which_certificate_it_has_found(self):
        self.assertEqual(self.make_keychain().stdout.splitlines(), [
            f"COMMKEYS_SIGNING_IDENTITY={IDENTITY}", "COMMKEYS_NOTARY_PROFILE=commkeys",
            f"COMMKEYS_KEYCHAIN={self.folder}/commkeys-signing.keychain-db"])

    def test_stops_at_a_certificate_that_is_none_of_a_publisher(self):
        done = self.make_keychain(FOUND_IDENTITY="Apple Development: Somebody (ABCDE12345)")
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(done.stdout, "")

    def test_names_the_secret_that_is_missing(self):
        self.assertIn("COMMKEYS_NOTARY_ISSUER", self.make_keychain(COMMKEYS_NOTARY_ISSUER="").stderr)
        self.assertIn("letters and digits", self.make_keychain(COMMKEYS_CERTIFICATE_PASSWORD='a"b').stderr)

    def test_a_disk_image_is_made_on_macos_only(self):
        done = subprocess.run([SCRIPTS / "package"], capture_output=True, text=True, check=False)
        if os.uname().sysname != "Darwin":
            self.assertEqual((done.returncode, done.stdout, len(done.stderr.splitlines())), (1, "", 1))


if __name__ == "__main__":
    unittest.main()
