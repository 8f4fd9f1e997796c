"""The commands are made when they are asked for, and are the same then."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
import typer

from digest.cli import build
from digest.cli._lazy import brief
from digest.registry import names


def test_every_command_is_there_in_its_order():
    commands = typer.main.get_command(build()).commands
    assert set(commands) == set(names("cli"))
    assert next(iter(commands)) == "run"
    assert {name: command.name for name, command in commands.items()} == {name: name for name in commands}
    assert "nothing" not in commands


def test_one_command_makes_no_other(tmp_path):
    code = (
        "import sys\nfrom digest.cli import build\ntry: build()(['feeds', 'list', '--help'])\nexcept SystemExit: pass\n"
    )
    code += "print(*(name for name in sys.modules if name.startswith('digest.cli.')), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    made = {name.split(".")[2] for name in done.stderr.split()} & set(names("cli"))
    assert made == {"feeds"}


def test_only_the_program_offers_completion():
    root = typer.main.get_command(build())
    options = [option for name in root.commands for option in root.commands[name].params]
    assert not [option.name for option in options if "completion" in option.name]
    assert [option.name for option in root.params if "completion" in option.name]


def test_variables_set_the_options_of_commands_and_of_those_in_groups(tmp_path):
    (tmp_path / "other.yaml").write_text("feeds: [https://example.com/]\n")
    environ = {
        **os.environ,
        "HOME": str(tmp_path),
        "DIGEST_FEEDS_LIST_CONFIG": "other.yaml",
        "DIGEST_FEEDS_LIST_JSON": "1",
    }
    command = [sys.executable, "-m", "digest", "feeds", "list"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path, env=environ)
    assert '"url": "https://example.com/"' in done.stdout


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Do one thing. And more.", "Do one thing"),
        ("Do one thing at length, and another.\n\nMore.", "Do one thing at length"),
        ("List, try and change many; comments stay.", "List, try and change many"),
        ("Everything that one clause can hold without end", "Everything that one clause can…"),
    ],
)
def test_a_command_is_listed_by_whole_clauses(text, shown):
    assert brief(text, 32) == shown


def test_every_problem_is_a_line_of_its_own(tmp_path):
    (tmp_path / "feeds.yaml").write_text("titel: x\nlimits: {per_fed: 3}\n")
    done = subprocess.run(
        [sys.executable, "-m", "digest", "check"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "digest: feeds.yaml:1:1: unknown key 'titel'; did you mean 'title'?",
        "digest: feeds.yaml:2:10: unknown key 'per_fed'; did you mean 'per_feed'?",
    ]
