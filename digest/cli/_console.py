"""What is said while working, on standard error; the result itself goes to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from digest.characters import is_shown
from digest.errors import DeliveryError, ExitStatus, Problem, masked


@dataclass(frozen=True, slots=True)
class Console:
    """Speaks on standard error as much as was asked for: 0 errors only, 1 the normal, 2 more, 3 debugging."""

    level: int = 1

    @classmethod
    def of(cls, quiet: bool, verbose: int) -> Console:
        """Make it from -q and -v."""
        return cls(level=0 if quiet else 1 + verbose)

    def say(self, text: str, level: int = 1) -> None:
        """Write a line where the level asks for it; neither terminal escapes nor passwords in addresses pass."""
        if self.level >= level:
            self.clear()
            comment(printable(masked(text)) + "\n")

    def problem(self, problem: Problem) -> None:
        """Name what was left out, in one line, however quiet."""
        source = shown(problem.source)
        self.say(f"digest: {source}: {problem.reason}" if source else f"digest: {problem.reason}", 0)

    def problems(self, problems: Sequence[Problem]) -> None:
        """Name all that was left out."""
        for problem in problems:
            self.problem(problem)

    def progress(self, done: int, total: int, what: str) -> None:
        """Show how far it is on a terminal, in place; nothing anywhere else."""
        if self.level >= 1 and is_terminal():
            comment(f"\r\x1b[K{printable(what)} {done}/{total}")

    def clear(self) -> None:
        """Take the progress line away."""
        if self.level >= 1 and is_terminal():
            comment("\r\x1b[K")


def comment(text: str) -> None:
    """Write on standard error; where that cannot be done (a full disk, a reader who left) the work goes on without."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def is_terminal() -> bool:
    """Tell whether a person watches standard error on a terminal that can do more than lines."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def shown(source: str) -> str:
    """Name a source without the secrets that its address may hold."""
    from digest.addresses import is_web, without_credentials

    return without_credentials(source) if is_web(source) and ("@" in source or "?" in source) else source


def printable(text: str) -> str:
    """Replace control characters, which a feed may have brought, and line breaks by spaces."""
    return "".join(c if is_shown(c) else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)


def write(text: str | bytes) -> None:
    """Put a result on standard output, as UTF-8 whatever the terminal says, with a line end."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    write_bytes(data if data.endswith(b"\n") or not data else data + b"\n")


def write_bytes(data: bytes) -> None:
    """Put bytes on standard output; a reader who has seen enough ends the program without a word."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Nothing may be flushed into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(ExitStatus.OK) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise DeliveryError(f"standard output cannot be written: {error.strerror}; make room or use -o") from error


def status_for(read: int, problems: Sequence[Problem], *, strict: bool) -> ExitStatus:
    """Give the exit status of a command with several sources: 1 where none could be read, 3 with --strict."""
    if problems and not read:
        return ExitStatus.FAILED
    return ExitStatus.SOURCES_FAILING if problems and strict else ExitStatus.OK
