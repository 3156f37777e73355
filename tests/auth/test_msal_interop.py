#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Shows that MSAL and CommKeys go on with each other's caches, and that two CommKeys share one keychain.

MSAL is Microsoft's own for Python; no request leaves the computer, for a recording client stands in for the network.
Runs inside tests/support/with-keyring; COMMKEYS_MSAL_CACHE_TOOL is CommKeys' half (msalcachetool.cpp).
"""

import base64
import json
import os
import subprocess
import tempfile
import time
import unittest

import msal

TOOL = os.environ["COMMKEYS_MSAL_CACHE_TOOL"]
CLIENT = "11111111-2222-3333-4444-555555555555"
FAMILY_CLIENT = "04b07795-8ddb-461a-bbee-02f9e1bf7b46"  # Azure CLI
SCOPES = ["https://management.azure.com/.default"]
GRANTED = "https://management.azure.com/user_impersonation https://management.azure.com/.default"
HOST = "login.microsoftonline.com"


def uid(person):
    return f"0a0a0a0a-0000-0000-0000-{person:012}"


def tenant(person):
    return f"aaaaaaaa-0000-0000-0000-{person:012}"


def home_account_id(person):
    return f"{uid(person)}.{tenant(person)}"


def encoded(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


class Response:
    def __init__(self, body):
        self.status_code = 200
        self.headers = {}
        self.text = json.dumps(body)

    def raise_for_status(self):
        pass


class Network:
    """Answers as Entra would for one person, and remembers what was posted."""

    def __init__(self, person=1, family=None):
        self.person = person
        self.family = family
        self.posted = []

    def get(self, url, **_):
        if "openid-configuration" not in url:
            raise AssertionError(f"nobody should ask {url}")
        authority = "/".join(url.split("/")[:4]).replace(":443", "")
        return Response({"authorization_endpoint": f"{authority}/oauth2/v2.0/authorize",
                         "token_endpoint": f"{authority}/oauth2/v2.0/token",
                         "device_authorization_endpoint": f"{authority}/oauth2/v2.0/devicecode",
                         "issuer": f"{authority}/v2.0"})

    def post(self, url, data=None, **_):
        self.posted.append((url, data))
        if url.endswith("/devicecode"):
            return Response({"device_code": "d", "user_code": "u", "verification_uri": "https://example",
                             "expires_in": 900, "interval": 1, "message": "m"})
        now = int(time.time())
        claims = {"aud": data["client_id"], "iss": "https://example", "iat": now, "nbf": now, "exp": now + 3600,
                  "oid": uid(self.person), "sub": "subject", "tid": tenant(self.person), "name": "Zoë",
                  "preferred_username": f"person{self.person}@contoso.example"}
        body = {"token_type": "Bearer", "scope": GRANTED, "expires_in": 3599, "access_token": "access from the network",
                "refresh_token": f"renewed-{self.person}",
                "id_token": f"{encoded({'alg': 'none'})}.{encoded(claims)}.x",
                "client_info": encoded({"uid": uid(self.person), "utid": tenant(self.person)})}
        if self.family:
            body["foci"] = self.family
        return Response(body)

    def close(self):
        pass


def app(cache, network, client=CLIENT, authority=None):
    return msal.PublicClientApplication(client, authority=f"https://{HOST}/{authority or tenant(1)}",
                                        token_cache=cache, http_client=network, client_capabilities=["CP1"])


def cache_of(text):
    cache = msal.SerializableTokenCache()
    cache.deserialize(text)
    return cache


class MsalInteropTest(unittest.TestCase):
    def tool(self, *arguments, client=CLIENT):
        done = subprocess.run([TOOL, *arguments], capture_output=True, text=True, check=False,
                              env={**os.environ, "COMMKEYS_TEST_CLIENT": client})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def tool_on_file(self, what, text, client=CLIENT):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            return self.tool(what, file.name, client=client)

    def assert_msals_own_keys(self, cache):
        sections = json.loads(cache.serialize())
        for section, entries in sections.items():
            for key, entry in entries.items():
                self.assertEqual(key, cache.key_makers[section](**entry))
        return sections

    def test_msal_goes_on_with_what_commkeys_wrote(self):
        cache = cache_of(self.tool("write"))
        sections = self.assert_msals_own_keys(cache)
        self.assertEqual(set(sections), {"Account", "AppMetadata", "IdToken", "RefreshToken"})
        for person in (1, 2):
            # The person's own directory, and one where they are a guest.
            for directory in (tenant(person), "cccccccc-0000-0000-0000-00000000000c"):
                network = Network(person)
                msal_app = app(cache_of(self.tool("write")), network, authority=directory)
                accounts = {a["home_account_id"]: a for a in msal_app.get_accounts()}
                self.assertEqual(set(accounts), {home_account_id(1), home_account_id(2)})
                account = accounts[home_account_id(person)]
                self.assertEqual(account["username"], f"person{person}@contoso.example")
                token = msal_app.acquire_token_silent(SCOPES, account=account)
                self.assertEqual(token["access_token"], "access from the network")
                (url, data), = network.posted
                self.assertEqual(url, f"https://{HOST}/{directory}/oauth2/v2.0/token")
                self.assertEqual(data["grant_type"], "refresh_token")
                self.assertEqual(data["refresh_token"], f"refresh-{person}")
                self.assertEqual(data["client_id"], CLIENT)

    def test_msal_signs_out_what_commkeys_wrote(self):
        cache = cache_of(self.tool("write"))
        msal_app = app(cache, Network())
        first, second = sorted(msal_app.get_accounts(), key=lambda a: a["home_account_id"])
        msal_app.remove_account(first)
        self.assertNotIn(uid(1), cache.serialize())
        people = json.loads(self.tool_on_file("read", cache.serialize()))
        self.assertEqual([p["home_account_id"] for p in people], [second["home_account_id"]])

    def sign_in(self, cache, network, client, authority):
        """By device code: MSAL files account, id token, refresh token and application by itself."""
        msal_app = app(cache, network, client, authority)
        flow = msal_app.initiate_device_flow(SCOPES)
        self.assertIn("access_token", msal_app.acquire_token_by_device_flow(flow))
        return msal_app

    def assert_commkeys_goes_on(self, client, family, authority):
        cache = msal.SerializableTokenCache()
        for person in (1, 2):
            self.sign_in(cache, Network(person, family), client, authority or tenant(person))
        text = cache.serialize()
        people = json.loads(self.tool_on_file("read", text, client))
        self.assertEqual({p["home_account_id"]: p["refresh_token"] for p in people},
                         {home_account_id(n): f"renewed-{n}" for n in (1, 2)})
        self.assertEqual({p["tenant"] for p in people}, {tenant(1), tenant(2)})

        back = self.tool_on_file("roundtrip", text, client)
        expected = json.loads(text)
        del expected["AccessToken"]
        self.assertEqual(json.loads(back), expected)
        network = Network(1, family)
        msal_app = app(cache_of(back), network, client, authority)
        account = next(a for a in msal_app.get_accounts() if a["home_account_id"] == home_account_id(1))
        self.assertEqual(msal_app.acquire_token_silent(SCOPES, account=account)["access_token"],
                         "access from the network")
        self.assertEqual(network.posted[0][1]["refresh_token"], "renewed-1")
        return text

    def test_commkeys_goes_on_with_what_msal_wrote(self):
        self.assert_commkeys_goes_on(CLIENT, None, None)

    def test_commkeys_finds_people_where_msal_did_not_name_their_tenant(self):
        self.assert_commkeys_goes_on(CLIENT, None, "organizations")

    def test_commkeys_knows_a_family(self):
        text = self.assert_commkeys_goes_on(FAMILY_CLIENT, "1", None)
        # Another application: not yet known, it may try the family's token; known to be in none, it may not.
        self.assertEqual(len(json.loads(self.tool_on_file("read", text))), 2)
        cache = cache_of(text)
        self.sign_in(cache, Network(3), CLIENT, tenant(3))
        people = json.loads(self.tool_on_file("read", cache.serialize()))
        self.assertEqual([p["home_account_id"] for p in people], [home_account_id(3)])

    def test_commkeys_takes_a_token_that_msal_was_handed(self):
        """acquire_token_by_refresh_token files the account of whom the answer names."""
        cache = msal.SerializableTokenCache()
        msal_app = app(cache, Network(2), authority=tenant(2))
        self.assertIn("access_token", msal_app.acquire_token_by_refresh_token("from elsewhere", SCOPES))
        people = json.loads(self.tool_on_file("read", cache.serialize()))
        self.assertEqual([p["refresh_token"] for p in people], ["renewed-2"])

    def test_two_commkeys_change_one_keychain(self):
        owner = "io.example.Interop"
        environment = {**os.environ, "COMMKEYS_TEST_CLIENT": CLIENT}
        # pylint: disable-next=consider-using-with
        writers = [subprocess.Popen([TOOL, "change", owner, *map(str, people)], env=environment)
                   for people in (range(1, 6), range(6, 11))]
        self.assertEqual([writer.wait() for writer in writers], [0, 0])
        people = json.loads(self.tool("list", owner))
        self.assertEqual({p["home_account_id"] for p in people}, {home_account_id(n) for n in range(1, 11)})
        self.assertEqual({p["refresh_token"] for p in people}, {f"refresh-{n}" for n in range(1, 11)})


if __name__ == "__main__":
    unittest.main()
