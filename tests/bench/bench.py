#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Measures CommKeys against the least that the same work can cost, both in one run, in turn, on one machine.

usage: bench.py BUILD-FOLDER [ROUNDS]        (./dev bench runs it, under with-keyring)
"""

import pathlib
import subprocess
import sys

import frames
import listing
import rotation
import signin
import start


def main():
    build = pathlib.Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    with subprocess.Popen([build / "tests/support/commkeys-simulated-azure"], stdout=subprocess.PIPE, text=True) as azure:
        try:
            address = azure.stdout.readline().strip().rstrip("/")
            signin.measure(build, address, rounds)
            rotation.measure(build, address, rounds)
        finally:
            azure.terminate()
    listing.measure(build, rounds)
    frames.measure(build)
    start.measure(build, rounds)


if __name__ == "__main__":
    main()
