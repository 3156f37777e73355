# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sees and uses a program's window as a screen reader and a pair of hands would: by accessible role and name.

Whatever is looked for is waited for: conditions are polled, up to a limit, and nothing sleeps for a fixed time.
"""

import glob
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 40.0
POLL = 0.1

BUTTON = Atspi.Role.PUSH_BUTTON
CELL = Atspi.Role.TABLE_CELL
CHECK_BOX = Atspi.Role.CHECK_BOX
DIALOG = Atspi.Role.DIALOG
LABEL = Atspi.Role.LABEL


class NotFound(AssertionError):
    pass


def wait_until(condition, what, patience=PATIENCE):
    """Returns the first truthy answer of condition."""
    end = time.monotonic() + patience
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotFound(f"waited {patience:.0f} s in vain for {what}")
        time.sleep(POLL)


class AccessibilityBus:
    """The bus over which programs describe their windows. A desktop starts it; a test has to do so itself."""

    def __init__(self):
        launchers = glob.glob("/usr/libexec/at-spi-bus-launcher") + glob.glob("/usr/lib/at-spi2-core/at-spi-bus-launcher")
        self._launcher = subprocess.Popen([launchers[0], "--launch-immediately"],
                                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(self._answers, "the accessibility bus")
        Atspi.init()

    @staticmethod
    def _answers():
        question = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                    "org.a11y.Bus.GetAddress"]
        return subprocess.run(question, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0

    def stop(self):
        self._launcher.terminate()
        self._launcher.wait()


class Window:
    """All windows and dialogs of one process (a subprocess.Popen)."""

    def __init__(self, process):
        self._process = process

    # ---- looking ----

    def find(self, role, name, within=None, enabled=False, patience=PATIENCE):
        """The first thing on the screen with this role and name; enabled: only when it can be used."""
        what = f"{'an enabled ' if enabled else ''}{Atspi.role_get_name(role)} “{name}”"
        return self._wait_for(lambda: self._first(lambda item: self._is(item, role, name, enabled), within), what,
                              patience)

    def wait_for_text(self, text, within=None, patience=PATIENCE):
        """Waits for an element of any role that says this and nothing else."""
        return self._wait_for(lambda: self._first(lambda item: self._says(item, text), within), f"the text “{text}”",
                              patience)

    def wait_for_focus(self, role, name, patience=PATIENCE):
        """Waits for the keyboard to be in the thing with this role and name."""
        def has_focus(item):
            return self._is(item, role, name, False) and self._has(item, Atspi.StateType.FOCUSED)

        return self._wait_for(lambda: self._first(has_focus), f"the focus on “{name}”", patience)

    def shows(self, role, name, within=None):
        return self._first(lambda item: self._is(item, role, name, False), within) is not None

    def wait_until_gone(self, role, name, patience=PATIENCE):
        self._wait_for(lambda: not self.shows(role, name), f"{Atspi.role_get_name(role)} “{name}” to go", patience)

    def tree(self):
        """What a screen reader would have to go by, as indented text."""
        lines = []
        for item, depth in self._walk():
            if not self._has(item, Atspi.StateType.SHOWING):
                continue
            states = " ".join(state.value_nick for state in item.get_state_set().get_states()
                              if state in (Atspi.StateType.ENABLED, Atspi.StateType.FOCUSED, Atspi.StateType.CHECKED,
                                           Atspi.StateType.SELECTED))
            lines.append(f"{'  ' * depth}{item.get_role_name()} “{item.get_name()}” {states}")
        return "\n".join(lines)

    # ---- acting ----

    def click(self, role, name, within=None):
        """Presses the left mouse button where the thing is, once it can be used and has stopped moving."""
        item = self.find(role, name, within, enabled=True)
        box = self._wait_for(lambda: self._resting_place(item), f"“{name}” to rest")
        # The text beside a check box may be shorter than its widget, so aim at the box.
        x = box.x + (10 if role == CHECK_BOX else box.width // 2)
        self._xdotool("mousemove", x, box.y + box.height // 2, "click", 1)

    def press_keys(self, *keys):
        self._xdotool("key", "--clearmodifiers", *keys)

    def type_text(self, text):
        self._xdotool("type", "--delay", 20, text)

    # ---- behind it ----

    def _wait_for(self, condition, what, patience=PATIENCE):
        def unless_ended():
            if self._process.poll() is not None:
                raise NotFound(f"the program ended with {self._process.returncode} before there was {what}")
            return condition()

        return wait_until(unless_ended, what, patience)

    @staticmethod
    def _xdotool(*arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=30)

    def _roots(self):
        # Nobody runs a main loop here: take in what was announced, and trust no memory of what was before.
        while GLib.MainContext.default().iteration(False):
            pass
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            if program and program.get_process_id() == self._process.pid:
                program.clear_cache()
                yield program

    def _walk(self, within=None):
        """Depth first, parents before children, with depth. What vanishes meanwhile is left out."""
        stack = [(root, 0) for root in ([within] if within else self._roots())]
        while stack:
            item, depth = stack.pop()
            try:
                children = [item.get_child_at_index(index) for index in range(item.get_child_count())]
                yield item, depth
            except GLib.Error:
                continue
            stack.extend((child, depth + 1) for child in reversed(children) if child)

    def _first(self, matches, within=None):
        if within:
            within.clear_cache()
        for item, _ in self._walk(within):
            try:
                if matches(item):
                    return item
            except GLib.Error:
                pass
        return None

    @staticmethod
    def _has(item, state):
        return item.get_state_set().contains(state)

    def _is(self, item, role, name, enabled):
        return (item.get_role() == role and item.get_name() == name and self._has(item, Atspi.StateType.SHOWING)
                and (not enabled or self._has(item, Atspi.StateType.ENABLED)))

    def _says(self, item, text):
        if not self._has(item, Atspi.StateType.SHOWING):
            return False
        if item.get_name() == text:
            return True
        return "Text" in item.get_interfaces() and Atspi.Text.get_text(item, 0, -1) == text

    @staticmethod
    def _resting_place(item):
        """Where the thing is on the screen, if it is there now and a moment later."""
        try:
            first = item.get_extents(Atspi.CoordType.SCREEN)
            time.sleep(POLL)
            item.clear_cache()
            second = item.get_extents(Atspi.CoordType.SCREEN)
        except GLib.Error:
            return None
        same = (first.x, first.y, first.width, first.height) == (second.x, second.y, second.width, second.height)
        return second if same and second.width > 0 and second.x >= 0 and second.y >= 0 else None
