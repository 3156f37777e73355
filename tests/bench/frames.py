# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How long the window makes a person wait while a hundred thousand resources are listed, filtered and sorted."""

import json
import os
import subprocess

from listing import LATENCY_MS, RESOURCES, SUBSCRIPTIONS, server

FRAME_MS = 16


def measure(build):
    with server(SUBSCRIPTIONS, RESOURCES, LATENCY_MS) as address:
        found = subprocess.run([build / "tests/bench/commkeys-frames-bench", address], stdout=subprocess.PIPE, text=True,
                               check=True, timeout=600, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    print(f"\nBlocks of the window's thread, {RESOURCES:,} resources; milliseconds. An input at any moment waits less than "
          "p99 in 99 of 100\n")
    print(f"{'':<30} {'p99':>8} {'worst':>8} {'to a frame':>11} {'measured for':>13}")
    for name, told in json.loads(found.stdout).items():
        if isinstance(told, dict):
            print(f"{name:<30} {told['p99']:8.1f} {told['worst']:8.1f} {told['p99'] / FRAME_MS:10.1f}x "
                  f"{told['milliseconds']:13.0f}")
