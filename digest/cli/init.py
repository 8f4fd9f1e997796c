"""`digest init`: a feeds.yaml to begin with, or templates to make one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from digest.cli._console import Console, write
from digest.cli._options import QuietOption, option

TEMPLATES = "templates"


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder to begin in.", show_default="here")] = Path(),
    *,
    template: Annotated[
        bool, option("--template", help=f"Copy the HTML templates to DIR/{TEMPLATES} instead, to be changed there.")
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Write a feeds.yaml that works, every key explained in it, and say what comes next.

    What is there already stays untouched (status 2).

    Example:  digest init ~/news
    """
    files = templates(folder / TEMPLATES) if template else beginnings(folder)
    first = next(iter(files))
    for path in written(files):
        write(str(path))
    where = "" if folder == Path() else f"cd {folder} && "
    step = f"put 'output: {{template: {TEMPLATES}}}' into feeds.yaml" if template else f"put your feeds into {first}"
    Console.of(quiet, 0).say(f"Next: {step}, then: {where}digest run")


def beginnings(folder: Path) -> dict[Path, bytes]:
    """Give the files of a new folder; a file that is in its inbox already is not among them."""
    from digest.config.initial import WELCOME, initial_files

    return {
        folder / name: content
        for name, content in initial_files().items()
        if name != WELCOME or not (folder / name).exists()
    }


def templates(folder: Path) -> dict[Path, bytes]:
    """Give the templates that come with the program."""
    from importlib import resources

    own = resources.files("digest.outputs") / "templates"
    return {folder / file.name: file.read_bytes() for file in sorted(own.iterdir(), key=lambda file: file.name)}


def written(files: dict[Path, bytes]) -> list[Path]:
    """Write files, none of which may be there yet: raises ConfigError."""
    from digest.deliver import write_files
    from digest.errors import ConfigError

    there = next((path for path in files if path.exists()), None)
    if there:
        raise ConfigError(f"{there} is there already and stays as it is")
    return [delivery.path for delivery in write_files(list(files.items()))]
