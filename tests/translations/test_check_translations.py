#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Shows that every rule of check_translations.py catches what it is there for."""

import argparse
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
from check_translations import LICENCE, check, literals_in, update  # noqa: E402

LUPDATE = ""
SOURCE = 'class Page { Q_OBJECT QString text() { return tr("Open %1"); } QString all() { return tr("%n key(s)", nullptr, 2); } };'
OPEN = "<message><source>Open %1</source><translation>打开 %1</translation></message>"
KEYS = (
    '<message numerus="yes"><source>%n key(s)</source>'
    "<translation><numerusform>%n 个密钥</numerusform></translation></message>"
)


class CheckTranslationsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / "app").mkdir()
        self.write("ui/page.cpp", SOURCE)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def write_ts(self, messages, language="zh_CN"):
        return self.write(
            f"resources/translations/commkeys_{language}.ts",
            f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{LICENCE}<TS version="2.1" language="{language}">'
            f"<context><name>Page</name>{messages}</context></TS>",
        )

    def violations_of(self, messages, language="zh_CN"):
        self.write_ts(messages, language)
        return check(LUPDATE, self.root)

    def assert_found(self, messages, *words, language="zh_CN"):
        violations = self.violations_of(messages, language)
        self.assertEqual(len(violations), 1, violations)
        for word in words:
            self.assertIn(word, violations[0])

    def test_whole_translation_is_clean(self):
        self.assertEqual(self.violations_of(OPEN + KEYS), [])

    def test_untranslated(self):
        self.assert_found(OPEN.replace("打开 %1", "") + KEYS, "Open %1", "not translated")
        unfinished = OPEN.replace("<translation>", '<translation type="unfinished">')
        self.assert_found(unfinished + KEYS, "Open %1", "not translated")

    def test_lost_placeholder(self):
        self.assert_found(OPEN.replace("打开 %1", "打开") + KEYS, "Open %1", "placeholders")
        self.assert_found(OPEN + KEYS.replace("%n 个密钥", "%1 个密钥"), "%n key(s)", "placeholders")

    def test_missing_plural_form(self):
        self.assertEqual(len(self.violations_of(KEYS, "en")), 1)
        self.assert_found(KEYS, "plural", language="en")

    def test_text_that_the_file_does_not_have(self):
        self.assert_found(KEYS, "Open %1", "is not in it")

    def test_text_that_the_sources_do_not_have(self):
        gone = OPEN.replace("%1", "the door")
        self.assert_found(OPEN + KEYS + gone, "Open the door", "not in the sources")
        vanished = gone.replace("<translation>", '<translation type="vanished">')
        self.assertTrue(self.violations_of(OPEN + KEYS + vanished))

    def test_mnemonics_ellipses_quotation_marks(self):
        self.write("ui/page.cpp", 'class Page { Q_OBJECT QString text() { return tr("&Open “%1”…"); } };')
        message = "<message><source>&amp;Open “%1”…</source><translation>{}</translation></message>"
        self.assertEqual(self.violations_of(message.format("打开“%1”(&amp;O)…")), [])
        self.assert_found(message.format("打开“%1”…"), "mnemonics")
        self.assert_found(message.format("打开“%1”(&amp;O)"), "ellipsis")
        self.assert_found(message.format("打开“%1(&amp;O)…"), "quotation")

    def test_text_that_no_class_would_find(self):
        self.write("ui/page.cpp", SOURCE.replace("Q_OBJECT", ""))
        self.assertIn("lupdate says", self.violations_of(OPEN + KEYS)[0])

    def test_unknown_language(self):
        self.assertIn("FORMS", self.violations_of(OPEN + KEYS, "xx")[0])

    def test_update_adds_and_drops_and_keeps_the_licence(self):
        path = self.write_ts(OPEN.replace("%1", "the door") + KEYS)
        update(LUPDATE, self.root, path)
        text = path.read_text(encoding="utf-8")
        self.assertIn("<source>Open %1</source>", text)
        self.assertNotIn("the door", text)
        self.assertIn("%n 个密钥", text)
        self.assertIn(LICENCE, text)

    def test_literals(self):
        def found(text):
            return [literal for _, literal in literals_in(text)]

        self.assertEqual(found('label->setText(u"Open it"_s);'), ["Open it"])
        self.assertEqual(found('auto* a = new QAction(QStringLiteral("Open"), this);'), ["Open"])
        self.assertEqual(found('menu->addAction(Icons::line(u"key"_s), tr("Open (%1)").arg(u"…"_s));'), [])
        self.assertEqual(found('label->setText(u"%1: %2"_s.arg(name, value));'), [])
        self.assertEqual(found('label->setText(tr("Open") + u" · "_s + name);'), [])
        self.assertEqual(found('button->setObjectName(u"open"_s);'), [])
        self.assertEqual(found('// setText("Open")\n'), [])
        self.assertEqual(list(literals_in('\n\nnew QLabel("Open \\"it\\"")')), [(3, 'Open \\"it\\"')])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lupdate", required=True)
    arguments, rest = parser.parse_known_args()
    LUPDATE = arguments.lupdate
    unittest.main(argv=[sys.argv[0], *rest])
