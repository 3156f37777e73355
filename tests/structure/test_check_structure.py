#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Shows that every rule of check_structure.py catches what it is there for, and names file and line."""

import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
from check_structure import COPYRIGHT, LICENCE, LONGEST_FILE, Checker  # noqa: E402

HEAD = f"// {COPYRIGHT}\n// {LICENCE}\n"


class CheckStructureTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for header in ("QtCore/QString", "QtGui/QClipboard", "QtWidgets/QLabel", "QtNetwork/QNetworkReply"):
            self.write(f"qt/{header}", "")
        for header in ("app/core/job.h", "app/http/httpjob.h", "app/azure/armclient.h",
                       "app/keychain/secretstore.h", "app/keychain/memorystore.h", "ui/common/icons.h"):
            self.write(header, HEAD)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def violations_of(self, name, body, head=HEAD):
        self.write(name, head + body)
        return Checker(self.root, self.root / "qt").check()

    def assert_clean(self, name, body):
        self.assertEqual(self.violations_of(name, body), [])

    def assert_violation(self, name, body, *parts, line=3, head=HEAD):
        violations = self.violations_of(name, body, head)
        self.assertEqual(len(violations), 1, violations)
        for part in (f"{name}:{line}: ", *parts):
            self.assertIn(part, violations[0])

    def test_a_tidy_tree_passes(self):
        self.assert_clean("app/azure/x.cpp", '#include "azure/armclient.h"\n#include "http/httpjob.h"\n#include <QString>\n')

    def test_core_includes_no_other_room(self):
        self.assert_violation("app/core/x.cpp", '#include "http/httpjob.h"\n', "core may include no other room")

    def test_arrows_point_one_way(self):
        self.assert_violation("app/http/x.cpp", '#include "azure/armclient.h"\n', "http may include core")

    def test_auth_sees_the_keychain_by_its_interface_only(self):
        self.assert_clean("app/auth/x.cpp", '#include "keychain/secretstore.h"\n')
        self.assert_violation("app/auth/x.cpp", '#include "keychain/memorystore.h"\n', "keychain/secretstore.h")

    def test_app_never_includes_ui(self):
        self.assert_violation("app/session/x.cpp", '#include "common/icons.h"\n', "app never includes ui")

    def test_the_composition_root_sees_both_sides(self):
        self.assert_clean("app/main.cpp", '#include "common/icons.h"\n#include <QLabel>\n')

    def test_a_new_room_needs_its_line_in_the_table(self):
        self.assert_violation("app/attic/x.cpp", '#include "core/job.h"\n', "not in the table")

    def test_app_draws_nothing(self):
        self.assert_violation("app/core/x.cpp", "#include <QLabel>\n", "QLabel belongs to QtWidgets")

    def test_a_tool_tip_is_plain_text(self):
        self.assert_violation("ui/keys/x.cpp", "label->setToolTip(name);\n", "setPlainToolTip()")
        self.assert_violation("ui/keys/x.cpp", "setToolTip(name);\n", "setPlainToolTip()")
        self.assert_violation("ui/keys/x.cpp", "QToolTip::showText(at, name);\n", "setPlainToolTip()")
        self.assert_violation("ui/keys/x.cpp", "action.setWhatsThis(name);\n", "setPlainToolTip()")
        self.assert_clean("ui/keys/x.cpp", "setPlainToolTip(*label, name); // not setToolTip()\n")
        self.assert_clean("ui/common/plaintext.cpp", "widget.setToolTip(plainText(text));\n")

    def test_a_tool_tip_of_a_model_is_plain_text(self):
        self.assert_violation("ui/keys/x.cpp", "case Qt::ToolTipRole: return name;\n", "plainText()")
        self.assert_clean("ui/keys/x.cpp", "case Qt::ToolTipRole: return plainText(name);\n")

    def test_a_module_in_the_path_hides_nothing(self):
        self.assert_violation("app/azure/x.cpp", "#include <QtWidgets/QLabel>\n", "belongs to QtWidgets")

    def test_azure_speaks_to_the_net_through_http(self):
        self.assert_violation("app/azure/x.cpp", "#include <QNetworkReply>\n", "QNetworkReply belongs to QtNetwork")

    def test_ui_does_no_networking(self):
        self.assert_violation("ui/keys/x.cpp", "#include <QNetworkReply>\n", "QNetworkReply belongs to QtNetwork")

    def test_qtkeychain_has_one_door(self):
        self.assert_clean("app/keychain/qtkeychaincall.cpp", "#include <qt6keychain/keychain.h>\n")
        self.assert_violation("app/keychain/x.cpp", "#include <qt6keychain/keychain.h>\n", "one door")

    def test_dbus_is_spoken_by_the_files_for_linux(self):
        self.assert_clean("app/keychain/secretservice_linux.cpp", "#include <QDBusConnection>\n")
        self.assert_violation("app/keychain/qtkeychaincall.cpp", "#include <QDBusConnection>\n", "one door")

    def test_the_clipboard_has_one_door(self):
        self.assert_clean("ui/common/secretclipboard.cpp", "#include <QClipboard>\n")
        self.assert_violation("ui/keys/x.cpp", "#include <QClipboard>\n", "one door")

    def test_settings_have_one_door(self):
        self.assert_clean("app/settings/settingsstore.cpp", "#include <QSettings>\n")
        self.assert_violation("app/azure/x.cpp", "#include <QSettings>\n", "one door")

    def test_secrets_are_not_opened_elsewhere(self):
        self.assert_clean("app/http/x.cpp", "send(token.reveal());\n")
        self.assert_violation("app/azure/x.cpp", "log(key.revealText());\n", "MAY_REVEAL")

    def test_a_comment_opens_nothing(self):
        self.assert_clean("app/azure/x.cpp", '// reveal() is for others\ntr("reveal (it)");\nunreveal();\n')

    def test_files_stay_short(self):
        self.assert_clean("app/core/x.cpp", "//\n" * (LONGEST_FILE - 2))
        self.assert_violation("app/core/x.cpp", "//\n" * (LONGEST_FILE - 1), f"{LONGEST_FILE} lines", line=LONGEST_FILE + 1)

    def test_every_source_names_its_licence(self):
        self.assert_violation("tests/core/x.cpp", "int x;\n", "SPDX", line=1, head="")
        self.assert_clean("tests/core/x.cpp", "int x;\n")

    def test_a_script_is_a_source(self):
        self.assert_violation("tests/support/run-me", "true\n", "SPDX", line=1, head="#!/bin/sh\n")

    def test_data_of_a_test_needs_no_licence(self):
        self.assertEqual(self.violations_of("tests/azure/data/answer.txt", "HTTP/1.1 200 OK\n", head=""), [])


if __name__ == "__main__":
    unittest.main()
