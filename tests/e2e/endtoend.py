# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the end-to-end tests share: the built programs, and what other programs of the desktop can see of CommKeys.

Runs under with-keyring and with-display. The paths of the built programs come from ctest (CMakeLists.txt here).
"""

import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import urllib.request

sys.dont_write_bytecode = True
from atspiwindow import BUTTON, CELL, CHECK_BOX, DIALOG, PATIENCE, AccessibilityBus, Window, wait_until  # noqa: E402
from screenshot import save_screenshot  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
# Everything below is gone when with-keyring ends, and none of it is in the program's home.
WORLD = pathlib.Path(os.environ["COMMKEYS_TEST_WORLD"])


class CommKeys:
    """The program, with its words written down."""

    def __init__(self, *arguments, **environment):
        self.output_file = WORLD / "commkeys.output"
        self.command_line = b""
        with open(self.output_file, "wb") as output:
            self.process = subprocess.Popen(
                [os.environ["COMMKEYS_PROGRAM"], *arguments], stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", **environment})
        self.window = Window(self.process)

    def output(self):
        return self.output_file.read_text(encoding="utf-8", errors="replace")

    def remember_command_line(self):
        """As any user of the machine can see it while the program runs."""
        self.command_line = pathlib.Path(f"/proc/{self.process.pid}/cmdline").read_bytes()

    def quit(self):
        """Closes the window as a person does, and returns the exit code."""
        self.window.press_keys("ctrl+q")
        return self.process.wait(PATIENCE)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class SimulatedAzure:
    """commkeys-simulated-azure, and the levers of it that these tests pull."""

    def __init__(self):
        self._process = subprocess.Popen([os.environ["COMMKEYS_SIMULATED_AZURE"]], stdout=subprocess.PIPE, text=True)
        self.address = self._process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.address

    def _ask(self, path, body=None):
        request = urllib.request.Request(f"{self.address.rstrip('/')}/simulation/{path}",
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def tenant(self, name):
        return next(tenant["id"] for tenant in self._ask("estate")["tenants"] if tenant["name"] == name)

    def keys(self, name):
        return self._ask(f"keys?name={name}")

    def requests(self):
        return self._ask("requests")["requests"]

    def stop(self):
        self._process.terminate()
        self._process.wait()
        self._process.stdout.close()


def clipboard():
    """The clipboard's text as any other program reads it; None while it is empty."""
    answer = subprocess.run(["xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING"], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False)
    return answer.stdout if answer.returncode == 0 and answer.stdout else None


def primary_selection():
    """What the middle mouse button would paste."""
    answer = subprocess.run(["xclip", "-selection", "primary", "-out"], text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False)
    return answer.stdout if answer.returncode == 0 else ""


def keychain_texts(service):
    """The secrets of this service's entries, as secret-tool finds them."""
    def read():
        answer = subprocess.run(["secret-tool", "search", "--all", "server", service], text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False)
        # It fails where an entry goes between its search and its look at what was found.
        return answer if answer.returncode == 0 else None

    lines = wait_until(read, "secret-tool's answer").stdout.splitlines()
    return [line.removeprefix("secret = ") for line in lines if line.startswith("secret = ")]


def keychain_entries(service):
    """The same where they are JSON each."""
    return [json.loads(text) for text in keychain_texts(service)]


def files_of_home():
    """Every file that the program may have written, but for the keyring, which is where secrets belong."""
    home = pathlib.Path(os.environ["HOME"])
    keyrings = home / ".local/share/keyrings"
    for top in (home, pathlib.Path(os.environ["XDG_RUNTIME_DIR"])):
        for path in top.rglob("*"):
            if path.is_file() and keyrings not in path.parents:
                yield path


def keeping_evidence(test):
    """Keeps a screenshot and the tree of the window in which a test fails."""
    @functools.wraps(test)
    def run(self):
        try:
            test(self)
        except Exception:
            self.keep_evidence()
            raise
    return run


class EndToEndTest(unittest.TestCase):
    def __init_subclass__(cls):
        for name, member in list(vars(cls).items()):
            if name.startswith("test_"):
                setattr(cls, name, keeping_evidence(member))

    def setUp(self):
        self.program = None
        bus = AccessibilityBus()
        self.addCleanup(bus.stop)

    def start(self, *arguments, **environment):
        self.program = CommKeys(*arguments, **environment)
        self.addCleanup(self.program.kill)
        return self.program.window

    def regenerate_primary_key(self, window, resource):
        """The main job, up to the copied connection string, which is returned."""
        window.click(CELL, resource)
        self.program.remember_command_line()
        window.click(BUTTON, "Regenerate primary key…")
        dialog = window.find(DIALOG, "Regenerate an access key")
        window.click(CHECK_BOX, "I have moved my applications off the primary key", dialog)
        window.click(BUTTON, "Regenerate primary key", dialog)
        window.wait_for_text("The new primary key is in your keychain.", dialog)
        self.assertIsNone(clipboard(), "nothing is copied unless asked for")
        window.click(BUTTON, "Copy connection string", dialog)
        return wait_until(clipboard, "the connection string in the clipboard")

    def assert_connection_string_of(self, resource, text):
        self.assertRegex(text, rf"^endpoint=https://{resource}\.[a-z.]+/;accesskey=[A-Za-z0-9+/]{{80,}}=*$")

    def assert_kept_in_keychain(self, service, connection_string):
        entries = keychain_entries(service)
        self.assertEqual([entry.get("primaryConnectionString") for entry in entries], [connection_string])

    def assert_quits_and_clears_the_clipboard(self):
        window = self.program.window
        # The result stays in the dialog until it is closed.
        window.click(BUTTON, "Close", window.find(DIALOG, "Regenerate an access key"))
        window.wait_until_gone(DIALOG, "Regenerate an access key")
        self.assertEqual(self.program.quit(), 0, self.program.output())
        self.assertIsNone(clipboard(), "the clipboard is cleared on quitting")

    def assert_told_nowhere(self, secrets):
        """Takes the secrets by name. The program has ended, so that everything it ever wrote is there."""
        self.assertIn("commkeys.http", self.program.output(), "it was asked to tell all that it does")
        self.assertTrue(self.program.command_line)
        places = {path: path.read_bytes() for path in files_of_home()}
        places["its output"] = self.program.output_file.read_bytes()
        places["its command line"] = self.program.command_line
        places["the X11 selection"] = primary_selection().encode()
        for name, secret in secrets.items():
            # Twelve letters in a row find a secret that was shortened, wrapped or percent-encoded too; eight do where
            # signs stand between them. The first half of a token is the same in many.
            half = secret[len(secret) // 2:]
            pieces = re.findall("(?=([A-Za-z0-9]{12}))", half) or re.findall("(?=([A-Za-z0-9]{8}))", half)
            pieces = [piece.encode() for piece in pieces]
            self.assertTrue(pieces, name)
            told = [str(place) for place, text in places.items() if any(piece in text for piece in pieces)]
            self.assertEqual(told, [], f"{name} is told in these places")

    def keep_evidence(self):
        if not self.program:
            return
        print(f"The program's last words:\n{self.program.output()[-4000:]}", file=sys.stderr)
        if self.program.process.poll() is not None:
            print(f"It ended with {self.program.process.returncode}.", file=sys.stderr)
            return
        print(f"Its window:\n{self.program.window.tree()}", file=sys.stderr)
        picture = pathlib.Path(os.environ["COMMKEYS_TEST_EVIDENCE"]) / f"{self.id()}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        if save_screenshot(picture):
            print(f"Screenshot: {picture}", file=sys.stderr)
