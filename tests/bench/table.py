# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How figures are printed: each beside the least that the same work can cost."""

import statistics


def head(base):
    print(f"{'':<58} {'median':>8} {'least':>8} {'most':>8} {'to ' + base:>10}")


def row(name, values, base):
    middle = statistics.median(values)
    print(f"{name:<58} {middle:8.1f} {min(values):8.1f} {max(values):8.1f} {middle / base:9.1f}x")
