# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a listing costs beside reading the same answers and doing nothing with them."""

import contextlib
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import growthplot
from table import head, row

HERE = pathlib.Path(__file__).parent
PYTHON = "/usr/bin/python3"  # Debian's, which finds Debian's packages
LATENCY_MS = 20
SUBSCRIPTIONS, RESOURCES = 1000, 100_000
ROWS = 1000
AT_ONCE = 8
# How cost grows: subscriptions, resources.
STEPS = ((1, 100), (10, 1000), (100, 10_000), (1000, 100_000), (1000, 1_000_000))


@contextlib.contextmanager
def server(subscriptions, resources, latency, *options):
    command = [sys.executable, HERE / "listingserver.py", str(subscriptions), str(resources), str(latency), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def question(page):
    token = f', "$skipToken":"page-{page}"'.replace(" ", "") if page else ""
    return f'{{"query":"resources","options":{{"$top":{ROWS}{token}}}}}'


def curl_config(address, by_graph):
    """All requests of a listing, for one curl."""
    requests = [f"{address}/tenants", f"{address}/subscriptions"]
    if not by_graph:
        with tempfile.TemporaryFile() as body:
            subprocess.run(["curl", "--silent", requests[1]], stdout=body, check=True)
            body.seek(0)
            ids = re.findall(rb'"subscriptionId":"([^"]+)"', body.read())
        requests += [f"{address}/subscriptions/{one.decode()}/providers/Microsoft.Communication/communicationServices"
                     for one in ids]
    lines = [f'url = "{url}"\noutput = "/dev/null"' for url in requests]
    if by_graph:
        graph = f"{address}/providers/Microsoft.ResourceGraph/resources"
        for page in range(-(-RESOURCES // ROWS)):
            data = question(page).replace('"', '\\"')
            lines.append(f'url = "{graph}"\noutput = "/dev/null"\nrequest = "POST"\ndata = "{data}"')
    return "\nnext\n".join(lines) + "\n"


def curl(config, *options):
    began = time.perf_counter()
    # It shows its progress in parallel also where it is to be silent.
    subprocess.run(["curl", "--silent", "--fail", *options, "--config", config], stderr=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000


def program(build, address, resources):
    found = subprocess.run([build / "tests/bench/commkeys-listing-bench", address], stdout=subprocess.PIPE, text=True,
                           check=True, timeout=1200)
    told = json.loads(found.stdout)
    if told["resources"] != resources:
        raise RuntimeError(f"{told['resources']} resources came, and not {resources}")
    return told


def against_curl(build, address, by_graph, rounds):
    options = () if by_graph else ("--parallel", "--parallel-max", str(AT_ONCE))
    with tempfile.NamedTemporaryFile("w", suffix=".curl") as config:
        config.write(curl_config(address, by_graph))
        config.flush()
        times = {"curl": [], "program": []}
        for _ in range(rounds):
            times["curl"].append(curl(config.name, *options))
            times["program"].append(program(build, address, RESOURCES)["milliseconds"])
    return times


def sdk(address):
    found = subprocess.run([PYTHON, HERE / "listwithsdk.py", address], stdout=subprocess.PIPE, text=True, check=True,
                           timeout=1200)
    told = json.loads(found.stdout)
    if told["resources"] != RESOURCES:
        raise RuntimeError(f"{told['resources']} resources came, and not {RESOURCES}")
    return told["milliseconds"]


def has_sdk():
    return subprocess.run([PYTHON, "-c", "import azure.mgmt.communication"], stderr=subprocess.DEVNULL,
                          check=False).returncode == 0


def measure_against_curl(build, rounds):
    print(f"\nListing {RESOURCES:,} resources in {SUBSCRIPTIONS:,} subscriptions; milliseconds, median of {rounds} "
          f"rounds, in turn; the server answers after {LATENCY_MS} ms\n")
    head("curl")
    with server(SUBSCRIPTIONS, RESOURCES, LATENCY_MS) as address:
        times = against_curl(build, address, True, rounds)
        base = statistics.median(times["curl"])
        row("curl: the same pages of Resource Graph, thrown away", times["curl"], base)
        row("CommKeys: Resource Graph", times["program"], base)
    with server(SUBSCRIPTIONS, RESOURCES, LATENCY_MS, "lists") as address:
        times = against_curl(build, address, False, rounds)
        base = statistics.median(times["curl"])
        row(f"curl: one list a subscription, {AT_ONCE} at once", times["curl"], base)
        row("CommKeys: the same, after Resource Graph has refused", times["program"], base)
        if has_sdk():
            row("azure-mgmt-communication for Python, 16 threads", [sdk(address)], base)
        else:
            print("(azure-mgmt-communication for Python is not here to be compared with)")


def measure_growth(build):
    print("\nHow it grows, by Resource Graph, without a latency\n")
    print(f"{'subscriptions':>14} {'resources':>12} {'ms':>10} {'us a resource':>14} {'MB':>8} {'bytes a resource':>17}")
    measured = []
    for subscriptions, resources in STEPS:
        with server(subscriptions, resources, 0) as address:
            told = program(build, address, resources)
        measured.append(told)
        print(f"{subscriptions:14,} {resources:12,} {told['milliseconds']:10.0f} "
              f"{told['milliseconds'] * 1000 / resources:14.1f} {told['bytes'] / 1e6:8.1f} "
              f"{told['bytes'] / resources:17.0f}")
    picture = build / "growth.svg"
    picture.write_text(growthplot.plot([resources for _, resources in STEPS], [
        ("milliseconds", "#1f6fb5", [told["milliseconds"] for told in measured]),
        ("megabytes", "#b5541f", [max(told["bytes"], 1) / 1e6 for told in measured])]), encoding="utf-8")
    print(f"\nPicture: {picture}")


def measure(build, rounds):
    measure_against_curl(build, max(rounds // 3, 3))
    measure_growth(build)
