"""The command line: options in, exit status out; the only clock, the only prints.

One file a command. A file exposes a function of its own name, or `app` where the command is a
group. Only typer and the standard library are imported at start; the rest when a command runs.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Annotated, NoReturn

import typer

from digest import __version__
from digest.cli._console import comment, write
from digest.cli._lazy import group_of
from digest.errors import ConfigError, DigestError, ExitStatus, LockHeldError, masked
from digest.registry import names

ORDER = (
    "run",
    "summarize",
    "newsletter",
    "claims",
    "extract",
    "batch",
    "rebuild",
    "history",
    "stats",
    "send",
    "preview",
    "feeds",
    "schedule",
    "init",
    "check",
    "doctor",
)
HELP = """Key points of articles and feeds, word for word, with who says it and where it was published.

Start with:  digest summarize article.txt   or   digest init, then digest run"""
CONTEXT = {"help_option_names": ["-h", "--help"]}


def main() -> NoReturn:
    """Run the program and leave with its exit status."""
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    open_streams()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads of numpy's would only wait for each other here
    try:
        status = build()(standalone_mode=False) or ExitStatus.OK
    except DigestError as error:
        status = status_of(error)
        complain(str(error))
    except BrokenPipeError:
        # The reader of our output has seen enough; nothing may be flushed into it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = ExitStatus.OK
    except Exception as error:  # noqa: BLE001 - a bug, unless it is Typer's word for wrong use
        status = misused(error)
    raise SystemExit(status)


def open_streams() -> None:
    """Fill the place of a stream that was closed: a result cannot be written there, a comment goes nowhere.

    Its number is taken too, for our own processes as well, lest a file that is opened later be written into.
    """
    for number, (name, flags) in enumerate((("stdin", os.O_RDONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY))):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, flags)
            os.dup2(opened, number)
            os.set_inheritable(number, True)  # where it was that number already, dup2 does nothing
            setattr(sys, name, os.fdopen(number, "w" if number else "r"))


def misused(error: Exception) -> int:
    """Say in a line how the command line was wrong; anything else is a bug, whose reporter needs the traceback."""
    describe, context = getattr(error, "format_message", None), getattr(error, "ctx", None)
    if describe is None:
        sys.excepthook(*sys.exc_info())
        return ExitStatus.INTERNAL
    if type(error).__name__ == "NoArgsIsHelpError":
        write(describe())
        return ExitStatus.USAGE
    path = context.command_path if context else "digest"
    complain(f"{describe().rstrip('.')}; see `{path} --help`")
    return ExitStatus.USAGE


def build() -> typer.Typer:
    """Put the commands together, in the order of the documentation; those it does not name follow."""
    app = typer.Typer(
        name="digest",
        cls=group_of(tuple(sorted(names("cli"), key=place)), CONTEXT),
        help=HELP,
        rich_markup_mode=None,  # plain help: rich alone would double the start-up
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings=CONTEXT,
    )
    app.callback()(options)
    return app


def place(name: str) -> tuple[int, str]:
    """Give a command its place in the help."""
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def show_version(wanted: bool) -> None:
    """Show the version and leave, where that is wanted."""
    if wanted:
        typer.echo(f"digest {__version__}")
        raise typer.Exit


def options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and leave.", is_eager=True, callback=show_version),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def stop(number: int, _frame: FrameType | None) -> NoReturn:
    """Leave in an orderly way when interrupted or terminated: what is committed stays."""
    raise SystemExit(ExitStatus.INTERRUPTED if number == signal.SIGINT else ExitStatus.TERMINATED)


def status_of(error: DigestError) -> ExitStatus:
    """Tell the shell what kind of error it was."""
    if isinstance(error, LockHeldError):
        return ExitStatus.LOCKED
    return ExitStatus.USAGE if isinstance(error, ConfigError) else ExitStatus.FAILED


def complain(message: str) -> None:
    """Say on standard error what went wrong, without terminal escapes that a feed may have brought, or passwords."""
    for line in masked(message).split("\n"):
        shown = "".join(c if c.isprintable() else "?" for c in line)
        comment(f"digest: {shown}\n")
