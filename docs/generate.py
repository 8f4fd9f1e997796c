"""Writes docs/cli.md from the program: `make docs`; with --check, says whether it is up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from digest.cli import build
from digest.config.initial import initial_files
from digest.errors import ExitStatus

HERE = Path(__file__).parent
TARGET = HERE / "cli.md"
MEANING = {
    ExitStatus.OK: "done, also when nothing was new",
    ExitStatus.FAILED: "failed: nothing could be written",
    ExitStatus.USAGE: "the command line or feeds.yaml is wrong; the message names file, line and column",
    ExitStatus.SOURCES_FAILING: "written, but some source fails persistently, or at all with `--strict`; in `batch`, "
    "some line could not be used",
    ExitStatus.DELIVERY_FAILED: "written, but delivery failed",
    ExitStatus.EMPTY: "nothing to write, with `--fail-if-empty`",
    ExitStatus.INTERNAL: "an error inside the program; its traceback is for a bug report",
    ExitStatus.LOCKED: "another run is at work",
    ExitStatus.INTERRUPTED: "interrupted",
    ExitStatus.TERMINATED: "terminated",
}


def main() -> int:
    """Write the page, or compare it."""
    page = generated()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(page, encoding="utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == page:
        return 0
    print(f"{TARGET.name} is not what the program says; run `make docs`", file=sys.stderr)
    return 1


def generated() -> str:
    """Fill in the template."""
    parts = {
        "{statuses}": "\n".join(("| status | meaning |", "|---|---|", *map(status_row, ExitStatus))),
        "{commands}": "\n\n".join(commands()),
        "{initial}": next(iter(initial_files().values())).decode().rstrip(),
    }
    page = (HERE / "cli.template.md").read_text(encoding="utf-8")
    for place, text in parts.items():
        page = page.replace(place, text)
    return page


def status_row(status: ExitStatus) -> str:
    """Write one exit status."""
    return f"| {status.value} | {MEANING[status]} |"


def commands() -> Iterator[str]:
    """Write every command, those of a group after it."""
    root: Any = typer.main.get_command(build())
    for name, command in root.commands.items():
        yield described(f"digest {name}", command, 3)
        for part, inner in getattr(command, "commands", {}).items():
            yield described(f"digest {name} {part}", inner, 4)


def described(name: str, command: Any, depth: int) -> str:
    """Write one command: what it does, an example, its arguments and options."""
    text, _, example = (command.help or "").partition("Example:")
    parts = [f"{'#' * depth} {name}", text.strip()]
    if example:
        parts.append(f"```sh\n{example.strip()}\n```")
    if not hasattr(command, "commands"):
        rows = [row(parameter) for parameter in command.params]
        usage = " ".join((name, "[OPTIONS]", *(p.metavar for p in command.params if p.param_type_name == "argument")))
        parts.append("\n".join((f"Usage: `{usage}`", "", "| option | meaning |", "|---|---|", *rows)))
    return "\n\n".join(parts)


def row(parameter: Any) -> str:
    """Write one option or argument."""
    if parameter.param_type_name == "argument":
        label = parameter.metavar
    else:
        value = "" if parameter.is_flag or parameter.count else f" {value_of(parameter)}"
        label = ", ".join((*parameter.opts, *parameter.secondary_opts)) + value
    return f"| `{escaped(label)}` | {escaped(' '.join(parameter.help.split()))} |"


def value_of(parameter: Any) -> str:
    """Name what an option takes."""
    choices = getattr(parameter.type, "choices", None)
    if choices:
        return "|".join(str(getattr(choice, "value", choice)) for choice in choices)
    return parameter.metavar or parameter.name.upper()


def escaped(text: str) -> str:
    """Keep a text within its cell."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    raise SystemExit(main())
