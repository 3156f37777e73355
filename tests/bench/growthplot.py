# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Draws how cost grows, both axes by powers of ten: what is linear is a straight line that rises as the grey ones do."""

import math

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 400, 64, 40, 40, 48


class Axis:
    """Maps a power of ten to a place between two others."""

    def __init__(self, values, begin, end):
        self.least = math.floor(math.log10(min(values)))
        self.most = max(math.ceil(math.log10(max(values))), self.least + 1)
        self.begin, self.end = begin, end

    def __call__(self, value):
        return self.begin + (math.log10(value) - self.least) / (self.most - self.least) * (self.end - self.begin)

    def powers(self):
        return range(self.least, self.most + 1)


def text(x, y, words, anchor="middle", colour="#404448"):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


def line(points, colour, width=2):
    places = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def grid(across, up):
    parts = []
    for power in across.powers():
        x = across(10 ** power)
        parts += [line([(x, TOP), (x, HEIGHT - BOTTOM)], "#d8dce0", 1), text(x, HEIGHT - BOTTOM + 18, f"{10 ** power:,}")]
    for power in up.powers():
        y = up(10 ** power)
        parts += [line([(LEFT, y), (WIDTH - RIGHT, y)], "#d8dce0", 1), text(LEFT - 6, y + 4, f"{10 ** power:g}", "end")]
    return parts


def slopes(across, up):
    """What grows tenfold with tenfold."""
    parts = []
    for shift in range(up.least - across.most, up.most - across.least):
        ends = [max(across.least, up.least - shift), min(across.most, up.most - shift)]
        if ends[0] < ends[1]:
            parts.append(line([(across(10 ** end), up(10 ** (end + shift))) for end in ends], "#eceff1", 1))
    return parts


def plot(resources, curves):
    """@curves: name, colour and a value for each of @resources. Returns the SVG."""
    across = Axis(resources, LEFT, WIDTH - RIGHT)
    up = Axis([value for _, _, values in curves for value in values], HEIGHT - BOTTOM, TOP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
             'font-size="12">', f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']
    parts += slopes(across, up) + grid(across, up)
    for place, (name, colour, values) in enumerate(curves):
        points = [(across(count), up(value)) for count, value in zip(resources, values)]
        parts.append(line(points, colour))
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts.append(text(LEFT + 8 + place * 180, TOP - 14, name, "start", colour))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "resources"))
    return "\n".join(parts + ["</svg>"]) + "\n"
