# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How long a start takes until the window is painted, and what it takes up, beside a window with nothing in it."""

import contextlib
import mmap
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

from table import head, row

WIDTH, HEIGHT = 1280, 900
REST_S = 4.0  # after which a program has done what it does by itself


class Screen:
    """An X server that draws into memory, without a window manager, whose frames would be painted first."""

    def __init__(self, folder):
        read_end, write_end = os.pipe()
        command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder,
                   "-nolisten", "tcp", "-noreset"]
        self.server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as number:
            self.display = ":" + number.readline().strip()
        with open(pathlib.Path(folder) / "Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        self.begin = len(self.memory) - WIDTH * HEIGHT * 4

    def close(self):
        self.server.terminate()
        self.server.wait()

    def points(self):
        """Some of what is to be seen; cheap, for it is looked at again and again."""
        starts = (self.begin + (y * WIDTH + x) * 4 for y in range(20, 400, 60) for x in range(20, 600, 60))
        return [self.memory[start:start + 4] for start in starts]


@contextlib.contextmanager
def screen():
    with tempfile.TemporaryDirectory() as folder:
        made = Screen(folder)
        try:
            yield made
        finally:
            made.close()


@contextlib.contextmanager
def started(command, on, home):
    environment = os.environ | {"DISPLAY": on.display, "QT_QPA_PLATFORM": "xcb", "HOME": home,
                                "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
                                "XDG_CACHE_HOME": home + "/cache"}
    environment.pop("WAYLAND_DISPLAY", None)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def first_paint(command, on):
    """Milliseconds from the start of the process to the first of its points on the screen."""
    with tempfile.TemporaryDirectory() as home:
        before = on.points()
        began = time.perf_counter()
        with started(command, on, home):
            while on.points() == before:
                if time.perf_counter() - began > 60:
                    raise RuntimeError(f"{command[0]} shows nothing")
                time.sleep(0.0005)
            took = (time.perf_counter() - began) * 1000
        while on.points() != before:  # until its window is gone
            time.sleep(0.01)
    return took


def run(command):
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - began) * 1000


def megabytes(command, on):
    """What is in memory at rest: all of it, and with what it shares with others counted in part."""
    with tempfile.TemporaryDirectory() as home, started(command, on, home) as process:
        time.sleep(REST_S)
        lines = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    size = {line.split()[0].rstrip(":"): int(line.split()[1]) / 1000 for line in lines[1:]}
    return size["Rss"], size["Pss"]


def measure_start(build, rounds, on):
    commands = {"a window with nothing in it": [build / "tests/bench/commkeys-bare-window"],
                "CommKeys": [build / "app/commkeys"],
                "CommKeys, the demo": [build / "app/commkeys", "--demo"]}
    if shutil.which("keepassxc"):
        commands["KeePassXC"] = ["keepassxc"]
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(first_paint(command, on))
    if shutil.which("az"):
        times["az --version, to its end"] = [run(["az", "--version"]) for _ in range(max(rounds // 3, 3))]
    base = statistics.median(times["a window with nothing in it"])
    print(f"\nFrom the start of the process to the first paint; milliseconds, median of {rounds} rounds, in turn\n")
    head("bare")
    for name, values in times.items():
        row(name, values, base)
    for name in ("keepassxc", "az"):
        if not shutil.which(name):
            print(f"({name} is not here to be compared with)")


def measure_memory(build, on):
    bare, bare_part = megabytes([build / "tests/bench/commkeys-bare-window"], on)
    ours, our_part = megabytes([build / "app/commkeys", "--demo"], on)
    print("\nIn memory at rest, MB: resident, and proportional (what is shared is divided)\n")
    print(f"{'a window with nothing in it':<30} {bare:8.1f} {bare_part:8.1f}")
    print(f"{'CommKeys with the demo cloud':<30} {ours:8.1f} {our_part:8.1f} {ours / bare:9.2f}x "
          f"{our_part / bare_part:8.2f}x")


def measure(build, rounds):
    with screen() as on:
        measure_start(build, rounds, on)
        measure_memory(build, on)
