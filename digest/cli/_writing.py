"""Results to where they were asked for: standard output, a file, a folder."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from digest.cli._console import write
from digest.cli._options import Format
from digest.errors import ConfigError
from digest.registry import load, names

FORMAT_NAMES = tuple(name for name in names("outputs") if name != "terminal")
NEVER_MADE = ("pdf", "docx", "doc", "epub", "odt", "rtf", "csv", "xlsx", "xml", "yaml", "jsonl")
"""Endings of formats that somebody may expect and nobody here writes; any other ending is just a name."""


def output_for(name: str) -> ModuleType:
    """Load the output of a format."""
    return load("outputs", name)


def formats_of(chosen: Sequence[Format] | None, *, json: bool) -> tuple[str, ...]:
    """Give the formats asked for, each once; none where none was."""
    asked = tuple(dict.fromkeys(item.value for item in chosen or ()))
    if json and asked not in {(), ("json",)}:
        raise ConfigError(f"--json is -f json, but -f {' -f '.join(asked)} was given too; keep one of them")
    return ("json",) if json else asked


def formats_for(chosen: Sequence[Format] | None, output: str | None, *, json: bool) -> tuple[str, ...]:
    """Give the formats of a command: those asked for, that of the file's ending, else by the terminal.

    Raises ConfigError for several formats that have one place to go to.
    """
    asked = formats_of(chosen, json=json)
    if asked:
        if len(asked) > 1 and not is_folder(place_for(output, asked)):
            raise ConfigError(
                f"{len(asked)} formats ({', '.join(asked)}) need a folder; name one with -o, as in -o out/"
            )
        return asked
    ending = Path(output).suffix.lstrip(".") if output and output != "-" else ""
    if ending in FORMAT_NAMES:
        return (ending,)
    if ending in NEVER_MADE:
        raise ConfigError(f"{output}: no output is .{ending}; there are: {', '.join(FORMAT_NAMES)} (-f chooses)")
    return ("terminal" if output is None and sys.stdout.isatty() else "txt",)


def look_for(format_name: str) -> dict[str, Any]:
    """Give what an output must know of where it is shown: the terminal's columns and colours, of the others nothing."""
    if format_name != "terminal":
        return {}
    columns = shutil.get_terminal_size().columns
    return {"look": output_for(format_name).look_of(columns, os.environ, is_terminal=sys.stdout.isatty())}


def place_for(output: str | None, formats: Sequence[str]) -> str | None:
    """Write a path that several formats make a folder's as one: it has no ending, and no file is there."""
    if output is None or output == "-" or len(formats) == 1 or Path(output).suffix or Path(output).is_file():
        return output
    return f"{output.rstrip('/')}/"


def is_folder(output: str | None) -> bool:
    """Tell whether -o names a folder, which need not be there yet."""
    return output is not None and output != "-" and (Path(output).is_dir() or output.endswith("/"))


def deliver_one(content: str | bytes, output: str | None, name: str) -> None:
    """Put a result where it was asked for; a file's path is then said on standard output.

    `name` is the file's name where `output` is a folder.
    """
    if output is None or output == "-":
        write(content)
        return
    from digest.deliver import write_files

    path = Path(output)
    target = path / name if is_folder(output) else path
    write_files([(target, content if isinstance(content, bytes) else content.encode("utf-8", "replace"))])
    write(str(target))
