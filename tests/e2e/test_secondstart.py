#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Starting the program once more while its window is open, with real processes."""

import os
import signal
import subprocess
import unittest

from endtoend import BUTTON, PATIENCE, WORLD, EndToEndTest, wait_until


def run_again(*arguments):
    """A second start, to its end: its exit code and what it printed."""
    done = subprocess.run([os.environ["COMMKEYS_PROGRAM"], *arguments], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=PATIENCE, check=False)
    return done.returncode, done.stdout


def active_window_owner():
    """The process whose window has the keyboard; None where nobody's has."""
    answer = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True, timeout=PATIENCE, check=False)
    return int(answer.stdout) if answer.returncode == 0 and answer.stdout.strip() else None


class SecondStartTest(EndToEndTest):
    def test_raises_the_first_window(self):
        window = self.start()
        window.find(BUTTON, "Try the demo")
        first = self.program.process.pid
        subprocess.run(["xdotool", "getactivewindow", "windowminimize", "--sync"], check=True, timeout=PATIENCE)
        wait_until(lambda: active_window_owner() != first, "the window to be minimized")

        self.assertEqual(run_again(), (0, ""))
        wait_until(lambda: active_window_owner() == first, "the first window to come back")
        self.assertFalse(window.shows(BUTTON, "Close"), "there is nothing to say")

        self.assertEqual(run_again("--cloud", "AzureChinaCloud"), (0, ""))
        window.find(BUTTON, "Close")
        self.assertIn("--cloud AzureChinaCloud", window.tree())

        # Who is killed leaves a lock file and a socket, which are in nobody's way.
        self.program.process.send_signal(signal.SIGKILL)
        self.program.process.wait()
        self.start().find(BUTTON, "Try the demo")
        self.assertEqual(run_again(), (0, ""))
        self.assertEqual(self.program.quit(), 0, self.program.output())

    def test_another_folder_has_a_window_of_its_own(self):
        self.start().find(BUTTON, "Try the demo")
        first = self.program
        for arguments in (["--settings-dir", str(WORLD / "other")], ["--demo"]):
            self.start(*arguments).find(BUTTON, "Refresh" if "--demo" in arguments else "Try the demo")
            self.assertNotEqual(self.program.process.pid, first.process.pid)
            self.program.kill()
        self.assertIsNone(first.process.poll())


if __name__ == "__main__":
    unittest.main(verbosity=2)
