#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A proxy script on a server that takes the connection and says nothing, as while a VPN comes up."""

import socket
import threading
import unittest

from endtoend import BUTTON, EndToEndTest, wait_until

CLOUD = "https://arm.own.example"


class SilentServer:
    """Accepts connections on 127.0.0.1 and never answers."""

    def __init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = "127.0.0.1:{}".format(self._listener.getsockname()[1])
        self.connections = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                self.connections.append(self._listener.accept()[0])
            except OSError:
                return

    def stop(self):
        self._listener.close()
        for connection in self.connections:
            connection.close()


class ProxyScriptTest(EndToEndTest):
    def setUp(self):
        super().setUp()
        self.server = SilentServer()
        self.addCleanup(self.server.stop)

    def test_silent_script_stops_nothing(self):
        window = self.start("--arm-endpoint", CLOUD, https_proxy=f"pac+http://{self.server.address}/proxy.pac")
        wait_until(lambda: self.server.connections, "the script to be asked for")
        window.click(BUTTON, "Cancel")
        window.click(BUTTON, "Use my Azure CLI sign-in")
        window.wait_for_text(f"The proxy script at {self.server.address} doesn't answer. Check your network or VPN and try "
                             "again, or enter the proxy in the settings.")
        window.find(BUTTON, "Sign in", enabled=True)
        self.assertEqual(self.program.quit(), 0, self.program.output())


if __name__ == "__main__":
    unittest.main(verbosity=2)
