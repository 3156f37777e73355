# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a regeneration as a transaction costs beside the bare request."""

import json
import statistics
import subprocess
import urllib.request

from table import head, row

# As far away as a data centre of the same continent.
LATENCY_MS = 20


def call(verb, url, body=None):
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, method=verb)) as answer:
        return json.loads(answer.read() or b"null")


def regenerate(build, address, resource, rounds):
    """Milliseconds of the bare requests and of the transactions, and how many requests were made in all."""
    token = call("POST", f"{address}/simulation/tokens", {"tenant": resource["tenant"]})["accessToken"]
    call("DELETE", f"{address}/simulation/requests")
    bench = subprocess.run([build / "tests/bench/commkeys-rotation-bench", address, resource["id"], resource["tenant"],
                            str(rounds)], input=token + "\n", text=True, stdout=subprocess.PIPE, check=True, timeout=600)
    requests = call("GET", f"{address}/simulation/requests")["requests"]
    return json.loads(bench.stdout), requests


def table(name, times):
    base = statistics.median(times["bare"])
    print(f"\n{name}\n")
    head("bare")
    row("bare: QNetworkAccessManager, POST regenerateKey", times["bare"], base)
    row("call: the same as CommKeys makes it, without checks", times["call"], base)
    row("whole: check, list, note, regenerate, keep, read back", times["whole"], base)


def first_resource(address):
    estate = call("GET", f"{address}/simulation/estate")
    resource = estate["resources"][0]
    tenants = {subscription["id"].lower(): subscription["tenant"] for subscription in estate["subscriptions"]}
    return {"id": resource["id"], "tenant": tenants[resource["id"].split("/")[2].lower()]}


def measure(build, address, rounds):
    resource = first_resource(address)
    print(f"\nRegenerating; milliseconds, median of {rounds} rounds, in turn, connections open")
    times, requests = regenerate(build, address, resource, rounds)
    table("A server beside it", times)
    call("POST", f"{address}/simulation/faults", {"latencyMs": LATENCY_MS})
    times, _ = regenerate(build, address, resource, rounds)
    call("POST", f"{address}/simulation/faults", {})
    table(f"A server that answers after {LATENCY_MS} ms", times)
    # The program's rounds, one more to open the connections; of each, two requests are the bare one and the call.
    each = len(requests) / (rounds + 1) - 2
    print(f"\nRequests of a transaction: {each:g}. In turn: "
          f"{statistics.median(times['whole']) / LATENCY_MS:.1f} times the server's {LATENCY_MS} ms.")
