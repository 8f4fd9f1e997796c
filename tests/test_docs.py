"""docs/cli.md says what the program says, and every command explains itself."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import typer

from digest.cli import build
from digest.errors import ExitStatus

DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def every_command():
    for name, command in typer.main.get_command(build()).commands.items():
        yield name, command
        yield from getattr(command, "commands", {}).items()


def test_the_page_is_up_to_date(generate):
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == generate.generated(), "run `make docs`"


def test_the_page_has_every_exit_status(generate):
    assert set(generate.MEANING) == set(ExitStatus)


@pytest.mark.parametrize(("name", "command"), list(every_command()))
def test_every_command_has_an_example_and_says_what_its_options_do(name, command):
    assert "Example:  digest " in command.help
    assert [parameter.name for parameter in command.params if not parameter.help] == []
