#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Lists every resource of every subscription with Microsoft's own library, sixteen subscriptions at a time, and prints
how many there were and how long it took, as JSON.

usage: listwithsdk.py ARM-ADDRESS
"""

import concurrent.futures
import json
import sys
import time
import urllib.request

from azure.core.credentials import AccessToken
from azure.core.pipeline.policies import SansIOHTTPPolicy
from azure.mgmt.communication import CommunicationServiceManagementClient

THREADS = 16


class AnyToken:
    def get_token(self, *_scopes, **_options):
        return AccessToken("token", int(time.time()) + 3600)


def resources_of(subscription, address):
    # Its own policy for tokens refuses an address without TLS.
    with CommunicationServiceManagementClient(AnyToken(), subscription, base_url=address,
                                              authentication_policy=SansIOHTTPPolicy()) as client:
        return len(list(client.communication_services.list_by_subscription()))


def main():
    address = sys.argv[1]
    with urllib.request.urlopen(f"{address}/subscriptions") as answer:
        subscriptions = [one["subscriptionId"] for one in json.load(answer)["value"]]
    began = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
        count = sum(pool.map(lambda one: resources_of(one, address), subscriptions))
    print(json.dumps({"resources": count, "milliseconds": (time.perf_counter() - began) * 1000}))


if __name__ == "__main__":
    main()
