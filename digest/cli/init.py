"""`digest init`: a feeds.yaml to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from digest.cli._console import Console, write
from digest.cli._options import QuietOption


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder to begin in.", show_default="here")] = Path(),
    *,
    quiet: QuietOption = False,
) -> None:
    """Write a feeds.yaml that works, every key explained in it, and say what comes next.

    A feeds.yaml that is there already stays untouched (status 2).

    Example:  digest init ~/news
    """
    from digest.config.initial import initial_files

    files = {folder / name: content for name, content in initial_files().items()}
    for path in written(files):
        write(str(path))
    where = "" if folder == Path() else f"cd {folder} && "
    Console.of(quiet, 0).say(f"Next: put your feeds into {next(iter(files))}, then: {where}digest run")


def written(files: dict[Path, bytes]) -> list[Path]:
    """Write the files that are not there yet; the first must not be: raises ConfigError."""
    from digest.deliver import write_files
    from digest.errors import ConfigError

    first = next(iter(files))
    if first.exists():
        raise ConfigError(f"{first} is there already and stays as it is; `digest check` says what is in it")
    new = [(path, content) for path, content in files.items() if not path.exists()]
    return [delivery.path for delivery in write_files(new)]
