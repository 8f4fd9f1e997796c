"""`digest schedule`: a daily run, by what this system has for that."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli._console import Console, write
from digest.cli._options import ConfigOption, QuietOption, VerboseOption, option
from digest.errors import ConfigError, ExitStatus

if TYPE_CHECKING:
    from digest.cli._schedulers import Job


class Way(StrEnum):
    """What starts the run."""

    systemd = "systemd"
    cron = "cron"
    launchd = "launchd"


AtOption = Annotated[str, option("--at", help="Time of day, as this machine tells it.", metavar="HH:MM")]
WithOption = Annotated[Way | None, option("--with", help="What starts it; else what this system has.")]

app = typer.Typer(
    help="Run the digest every day: by systemd, cron or launchd, as this system has it.\n\n"
    "Example:  digest schedule install --at 06:30",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("print")
def show(
    *,
    at: AtOption = "07:00",
    way: WithOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Show what `install` would set up, and change nothing.

    Example:  digest schedule print --at 06:30 --with cron
    """
    from digest.cli._schedulers import scheduler

    write(scheduler(way).text(job_of(config, at, Console.of(quiet, verbose))))


@app.command()
def install(
    *,
    at: AtOption = "07:00",
    way: WithOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Run the digest every day from now on; called again, at another time.

    Example:  digest schedule install --at 06:30
    """
    from digest.cli._schedulers import scheduler

    console = Console.of(quiet, verbose)
    job = job_of(config, at, console)
    chosen = scheduler(way)
    for path in chosen.install(job):
        write(str(path))
    console.say(f"every day at {job.hour:02}:{job.minute:02}: {job.config}; {chosen.NOTE}")


@app.command()
def status(
    *, way: WithOption = None, config: ConfigOption = None, quiet: QuietOption = False, verbose: VerboseOption = 0
) -> None:
    """Tell whether a daily run is set up; the exit status is 1 where it is not.

    Example:  digest schedule status
    """
    from digest.cli._schedulers import scheduler

    found = scheduler(way).status(job_of(config, "00:00", Console.of(quiet, verbose)))
    write(found or "no daily run is set up; `digest schedule install` does it")
    raise typer.Exit(ExitStatus.OK if found else ExitStatus.FAILED)


@app.command()
def remove(
    *, way: WithOption = None, config: ConfigOption = None, quiet: QuietOption = False, verbose: VerboseOption = 0
) -> None:
    """Run the digest no longer by itself.

    Example:  digest schedule remove
    """
    from digest.cli._schedulers import scheduler

    console = Console.of(quiet, verbose)
    found = scheduler(way).remove(job_of(config, "00:00", console))
    console.say("removed" if found else "no daily run was set up")


def job_of(option: Path | None, at: str, console: Console) -> Job:
    """Describe the daily run; raises ConfigError for a time that is none, and for a feeds.yaml that is wrong."""
    from digest.cli._schedulers import Job
    from digest.config import load, locate

    time = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", at)
    if time is None:
        raise ConfigError(f"--at {at!r} is no time of day; write it like 07:00")
    path = locate(option, os.environ, Path()).absolute()
    console.say(f"using {path}", 2)
    load(path, None)
    return Job(Path(os.path.normpath(path)), int(time[1]), int(time[2]))
