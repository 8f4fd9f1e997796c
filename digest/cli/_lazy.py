"""The commands as a group that makes each only when it is asked for.

Typer makes the options of every command of a program at its start: most of what `digest --help`
would take, and of what every other command would wait for.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup


class Commands(MutableMapping[str, Any]):
    """A module's function of its own name, or its `app` where the command is a group, made into a command."""

    def __init__(self, names: tuple[str, ...], settings: Mapping[str, Any]) -> None:
        self._names = names
        self._settings = settings
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command
        self._names = tuple(dict.fromkeys((*self._names, name)))

    def __delitem__(self, name: str) -> None:
        self._made.pop(name, None)
        self._names = tuple(known for known in self._names if known != name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def help_of(self, name: str) -> str:
        """Give what a command says of itself without making it."""
        module = self._module(name)
        app = getattr(module, "app", None)
        return str(app.info.help) if app else inspect.getdoc(getattr(module, name)) or ""

    def _module(self, name: str) -> Any:
        return import_module(f"digest.cli.{name}")

    def _make(self, name: str) -> Any:
        module = self._module(name)
        # Only commands take options from the environment: $DIGEST_VERSION must not make the program show its own.
        settings = {**self._settings, "auto_envvar_prefix": f"DIGEST_{name.upper()}"}
        app = getattr(module, "app", None)
        made: Any
        if app:
            app.info.context_settings, app.info.cls = settings, BriefGroup
            made = typer.main.get_group(app)
        else:
            app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
            app.command(name, context_settings=settings)(getattr(module, name))
            made = typer.main.get_command(app)
        made.name = name
        return made


class BriefGroup(TyperGroup):
    """A group that lists its commands by a whole clause of what each says of itself."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands for --help."""
        limit = formatter.width - 6 - max(map(len, self.commands))
        with formatter.section("Commands"):
            formatter.write_dl([(name, brief(self.help_of(name), limit)) for name in self.list_commands(ctx)])

    def help_of(self, name: str) -> str:
        """Give what a command says of itself."""
        return self.commands[name].help or ""


class LazyGroup(BriefGroup):
    """A group that makes none of its commands to list them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as the class above has it
        """Name the commands in their order."""
        return list(self.commands)

    def help_of(self, name: str) -> str:
        """Give what a command says of itself, without making it."""
        assert isinstance(self.commands, Commands)
        return self.commands.help_of(name)


def brief(text: str, limit: int) -> str:
    """Give the first sentence, or as many of its clauses as fit."""
    paragraph = " ".join(text.partition("\n\n")[0].split())
    sentence = paragraph.partition(". ")[0].rstrip(".")
    if len(sentence) <= limit:
        return sentence
    ends = [found.start() for found in re.finditer("[;:] ", sentence) if found.start() <= limit][-1:]
    ends = ends or [found.start() for found in re.finditer(", ", sentence) if found.start() <= limit][:1]
    return sentence[: ends[0]] if ends else sentence[: limit - 1].rpartition(" ")[0] + "…"


def group_of(names: tuple[str, ...], settings: Mapping[str, Any]) -> type[LazyGroup]:
    """Make the class of a group with these commands."""

    class Group(LazyGroup):
        """The commands of this program."""

        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            self.commands = Commands(names, settings)

    return Group
