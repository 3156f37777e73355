#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The CommKeys authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the release workflow may do, and with what: the things that a linter of workflows does not ask about."""

import os
import pathlib
import re
import unittest

import yaml

SOURCE = pathlib.Path(os.environ["COMMKEYS_SOURCE"])
WORKFLOW = SOURCE / ".github/workflows/release.yml"
ACTIONS = {"actions/checkout", "actions/upload-artifact", "actions/download-artifact"}
EXPRESSION = re.compile(r"\$\{\{.*?\}\}")


class WorkflowTest(unittest.TestCase):
    def setUp(self):
        self.text = WORKFLOW.read_text(encoding="utf-8")
        self.workflow = yaml.safe_load(self.text)
        self.jobs = self.workflow["jobs"]

    def steps(self):
        for job in self.jobs.values():
            yield from job["steps"]

    def test_starts_from_a_tag_or_by_hand_only(self):
        # YAML 1.1 takes the key "on" for true.
        self.assertEqual(self.workflow[True], {"push": {"tags": ["v*"]}, "workflow_dispatch": None})

    def test_uses_actions_of_github_only_and_by_their_commit(self):
        for step in self.steps():
            if "uses" in step:
                name, _, commit = step["uses"].partition("@")
                self.assertIn(name, ACTIONS)
                self.assertRegex(commit, r"^[0-9a-f]{40}$")

    def test_leaves_no_token_in_the_clone(self):
        for step in self.steps():
            if step.get("uses", "").startswith("actions/checkout@"):
                self.assertIs(step["with"]["persist-credentials"], False)

    def test_lets_one_job_write(self):
        self.assertEqual(self.workflow["permissions"], {"contents": "read"})
        self.assertEqual({name: job["permissions"] for name, job in self.jobs.items() if "permissions" in job},
                         {"publish": {"contents": "write"}})

    def test_has_secrets_in_the_steps_that_bring_a_certificate_only(self):
        bringing = {"windows": "installer/windows/signing-files", "macos": "installer/macos/signing-keychain"}
        having = [step for step in self.steps() if "secrets." in str(step)]
        self.assertEqual(len(having), len(bringing))
        for job, script in bringing.items():
            steps = self.jobs[job]["steps"]
            brought, taken = ([step for step in steps if step.get("run", "").startswith(f"{script} {verb}")]
                              for verb in ("create", "remove"))
            self.assertEqual([step["run"] for step in brought], [f'{script} create >>"$GITHUB_ENV"'])
            self.assertIn(brought[0], having)
            self.assertEqual(brought[0]["if"], "github.event_name == 'push'")
            self.assertEqual(taken[0]["if"], "always() && github.event_name == 'push'")
            self.assertIn("'release'", self.jobs[job]["environment"])

    def test_publishes_from_a_tag_only_and_after_everything_else(self):
        self.assertEqual(set(self.jobs["publish"]["needs"]) | {"agree", "publish"}, set(self.jobs))
        for name in ("test", "linux", "windows", "macos"):
            self.assertEqual(self.jobs[name]["needs"], "agree")
        publishing = [step for step in self.jobs["publish"]["steps"] if "release/publish" in step.get("run", "")]
        self.assertEqual([step["if"] for step in publishing], ["github.event_name == 'push'"])

    def test_puts_nothing_of_others_into_a_script(self):
        # A tag's name in an expression would be a piece of the script; in a variable it is a word.
        for step in self.steps():
            self.assertEqual(EXPRESSION.findall(step.get("run", "")), [])

    def test_runs_scripts_that_are_there(self):
        called = {name for step in self.steps()
                  for name in re.findall(r"(?<![\w/.])(?:\./)?(installer/[\w/-]+|\.ci/run|dev)\b", step.get("run", ""))}
        self.assertLessEqual({"dev", ".ci/run", "installer/release/sbom", "installer/release/publish"}, called)
        for name in called:
            self.assertTrue(os.access(SOURCE / name, os.X_OK), name)

    def test_ends_every_job_sometime(self):
        self.assertTrue(all(job["timeout-minutes"] <= 240 for job in self.jobs.values()))


if __name__ == "__main__":
    unittest.main()
