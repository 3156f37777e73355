# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a sign-in costs beside a curl process that gets one token."""

import base64
import hashlib
import json
import statistics
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

from table import head, row

CLIENT = "04b07795-8ddb-461a-bbee-02f9e1bf7b46"
REDIRECT = "http://localhost:1"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def refresh_token(login):
    """Signs in once without a program and without a browser, for the request to compare with."""
    verifier = "v" * 43
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    scope = scope_of(login)
    query = urllib.parse.urlencode({
        "client_id": CLIENT, "response_type": "code", "redirect_uri": REDIRECT, "scope": scope, "state": "s",
        "code_challenge": challenge, "code_challenge_method": "S256"})
    try:
        urllib.request.build_opener(NoRedirect).open(f"{login}/organizations/oauth2/v2.0/authorize?{query}")
        raise AssertionError("the sign-in did not redirect")
    except urllib.error.HTTPError as answer:
        location = answer.headers["Location"]
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(location).query)["code"][0]
    form = urllib.parse.urlencode({
        "client_id": CLIENT, "grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT,
        "code_verifier": verifier, "scope": scope, "client_info": "1"}).encode()
    with urllib.request.urlopen(f"{login}/organizations/oauth2/v2.0/token", form) as answer:
        return json.load(answer)["refresh_token"]


def scope_of(login):
    return f"{login.removesuffix('/login')}/core//.default offline_access openid profile"


def curl_token(login, token, rounds):
    """Milliseconds of curl for one token: of the request alone, and of the whole process."""
    form = urllib.parse.urlencode({
        "client_id": CLIENT, "grant_type": "refresh_token", "refresh_token": token, "scope": scope_of(login)})
    requests, processes = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        answer = subprocess.run(
            ["curl", "--silent", "--noproxy", "*", "--data", "@-", "--write-out", "\n%{http_code} %{time_total}",
             f"{login}/organizations/oauth2/v2.0/token"], input=form, text=True, capture_output=True, check=True)
        processes.append((time.perf_counter() - start) * 1000)
        status, seconds = answer.stdout.splitlines()[-1].split()
        assert status == "200", answer.stdout
        requests.append(float(seconds) * 1000)
    return requests, processes


def measure(build, address, rounds):
    login = f"{address}/login"
    token = refresh_token(login)
    first = curl_token(login, token, rounds)
    bench = subprocess.run([build / "tests/bench/commkeys-signin-bench", address, str(rounds)], text=True,
                           stdout=subprocess.PIPE, check=True, timeout=600)
    second = curl_token(login, token, rounds)
    times = json.loads(bench.stdout)
    processes = first[1] + second[1]
    base = statistics.median(processes)
    print(f"Signing in; milliseconds, median of {rounds} rounds (curl: half before, half after)\n")
    head("curl")
    row("curl: one token, the whole process", processes, base)
    row("curl: one token, its request alone", first[0] + second[0], base)
    row("from the browser's answer to the first resources shown", times["signIn"], base)
    row("silent start: from the question to the first resources", times["resume"], base)
