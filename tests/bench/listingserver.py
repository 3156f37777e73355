#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""As much of Azure as a listing asks for, with every answer made beforehand, so that what is measured is the client.

usage: listingserver.py SUBSCRIPTIONS RESOURCES LATENCY-MS [lists]     (prints its address, serves until it is ended)

One tenant, its subscriptions, and their resources, by Azure Resource Graph in pages of a thousand and by one list a
subscription; with "lists" there is no Resource Graph. Every answer waits for the latency. Answers with a token or without one: it is on 127.0.0.1 only.
"""

import asyncio
import json
import re
import socket
import sys

TENANT = "7f3c1c1e-3a52-4f0e-9a64-2f1d6b7c0000"
ROWS = 1000
NOTHING_THERE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
LOCATIONS = ("unitedstates", "europe", "asiapacific", "uk", "australia")


def subscription_id(number):
    return f"5b1f0a2c-0000-4000-8000-{number:012x}"


def resource(number, subscriptions):
    place = subscription_id(number % subscriptions)
    name = f"acs-{number:06d}"
    location = LOCATIONS[number % len(LOCATIONS)]
    return {
        "id": f"/subscriptions/{place}/resourceGroups/rg-comm-{number % 50:02d}/providers/Microsoft.Communication/"
              f"CommunicationServices/{name}",
        "name": name, "type": "microsoft.communication/communicationservices", "location": "global",
        "tags": {"env": ("production", "staging", "test")[number % 3], "team": f"team-{number % 40}"},
        "properties": {"provisioningState": "Succeeded", "hostName": f"{name}.{location}.communication.azure.com",
                       "dataLocation": location},
    }


def row(one):
    properties = one["properties"]
    return {"id": one["id"], "location": one["location"], "tags": one["tags"], "hostName": properties["hostName"],
            "dataLocation": properties["dataLocation"], "provisioningState": properties["provisioningState"]}


def answer(body):
    text = json.dumps(body, separators=(",", ":")).encode()
    return (b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
            b"x-ms-user-quota-remaining: 14\r\nx-ms-user-quota-resets-after: 00:00:05\r\nContent-Length: "
            + str(len(text)).encode() + b"\r\n\r\n" + text)


class Estate:
    """Every answer there is, by verb and path, as bytes."""

    def __init__(self, subscriptions, resources, has_graph):
        every = sorted((resource(number, subscriptions) for number in range(resources)), key=lambda one: one["id"])
        self.lists = self.make_lists(subscriptions, every)
        self.pages = self.make_pages(every) if has_graph else []

    @staticmethod
    def make_lists(subscriptions, every):
        lists = {"/tenants": answer({"value": [{"id": f"/tenants/{TENANT}", "tenantId": TENANT,
                                                "displayName": "Contoso", "tenantCategory": "Home"}]}),
                 "/subscriptions": answer({"value": [
                     {"id": f"/subscriptions/{subscription_id(number)}", "subscriptionId": subscription_id(number),
                      "displayName": f"Subscription {number}", "state": "Enabled", "tenantId": TENANT}
                     for number in range(subscriptions)]})}
        inside = {subscription_id(number): [] for number in range(subscriptions)}
        for one in every:
            inside[one["id"].split("/")[2]].append(one)
        for place, resources in inside.items():
            path = f"/subscriptions/{place}/providers/microsoft.communication/communicationservices"
            lists[path] = answer({"value": resources})
        return lists

    @staticmethod
    def make_pages(every):
        pages = []
        for begin in range(0, max(len(every), 1), ROWS):
            body = {"totalRecords": len(every), "count": len(every[begin:begin + ROWS]),
                    "data": [row(one) for one in every[begin:begin + ROWS]], "facets": [], "resultTruncated": "false"}
            if begin + ROWS < len(every):
                body["$skipToken"] = f"page-{len(pages) + 1}"
            pages.append(answer(body))
        return pages

    def answer(self, path, body):
        if "microsoft.resourcegraph" in path:
            token = re.search(rb'"\$skipToken":"page-(\d+)"', body)
            number = int(token[1]) if token else 0
            return self.pages[number] if number < len(self.pages) else NOTHING_THERE
        return self.lists.get(path, NOTHING_THERE)


async def serve(estate, latency, reader, writer):
    # asyncio turns Nagle's algorithm off by itself. Qt leaves it on at the other end, and writes a request's head and
    # body one after the other where there is no TLS, which would put them together: they are acknowledged at once, or
    # each body would be held back for 40 ms that no real server sees.
    connection = writer.get_extra_info("socket")
    try:
        while True:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
            body = await reader.readexactly(int(length[1])) if length else b""
            path = head.split(b" ", 2)[1].split(b"?")[0].decode().lower()
            await asyncio.sleep(latency)
            writer.write(estate.answer(path, body))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main():
    subscriptions, resources, latency = (int(argument) for argument in sys.argv[1:4])
    estate = Estate(subscriptions, resources, has_graph=sys.argv[4:] != ["lists"])
    server = await asyncio.start_server(lambda reader, writer: serve(estate, latency / 1000, reader, writer),
                                        "127.0.0.1", 0, limit=1 << 20)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
