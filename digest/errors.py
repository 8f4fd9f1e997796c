"""Everything that can go wrong outside the program's control.

    DigestError                 one line says what, where and what to do
    ├── ConfigError             feeds.yaml, an option, a template
    ├── FetchError              network or file: not there, refused, too large, too slow
    ├── ParseError              bytes that are not what they should be, or hold nothing to read
    ├── StoreError              the database is damaged, full, newer than this program
    │   └── LockHeldError       another run is at work
    └── DeliveryError           a file or a mail could not be written or sent

Within one source an error is raised; between sources it is a value, a `Problem`.
Only `DigestError` is ever caught: anything else is a bug and ends in a traceback.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, unique
from typing import Literal

ProblemKind = Literal["config", "fetch", "parse", "empty", "refused", "too_large", "timeout", "internal"]

USERINFO = re.compile(
    r"(?P<head>(?:(?<![A-Za-z])[A-Za-z]{2,12}:[/\\]|(?<![/\\])[/\\]{2})[/\\]*+)"
    r"(?:[^\s/\\?#]{0,500}@|[^\s/\\?#\[@:]{1,99}:(?!\d{1,5}(?:[/\\?#\s]|\Z))\S{0,200}@)"
)
"""User and password as they stand in addresses, well written or not: a slash too few, a password that holds one."""


def masked(text: str) -> str:
    """Take user and password out of all that looks like an address in a text; the rest stays as it is."""
    return USERINFO.sub(r"\g<head>", text) if "@" in text else text


class DigestError(Exception):
    """One line for the user; `kind` is the word that JSON shows for it."""

    kind: ProblemKind = "internal"

    def __init__(self, message: str, *, kind: ProblemKind | None = None) -> None:
        super().__init__(message)
        if kind is not None:
            self.kind = kind


class ConfigError(DigestError):
    """The configuration or the command line asks for something impossible."""

    kind: ProblemKind = "config"


class FetchError(DigestError):
    """A source could not be read.

    `wait` ends the message with how long to wait from now; `lasting` is the message without it, for what is kept.
    `retry_after` holds the seconds a server asked us to wait, if it did, and `server` names that server as host:port;
    `asked` is false where nothing was sent because of what it had asked before.
    """

    kind: ProblemKind = "fetch"

    def __init__(
        self,
        message: str,
        *,
        kind: ProblemKind | None = None,
        wait: str = "",
        status: int | None = None,
        retry_after: float | None = None,
        server: str | None = None,
        asked: bool = True,
    ) -> None:
        super().__init__(message + wait, kind=kind)
        self.lasting = message
        self.status = status
        self.retry_after = retry_after
        self.server = server
        self.asked = asked


class ParseError(DigestError):
    """What was read is not understood, or holds no text."""

    kind: ProblemKind = "parse"


class StoreError(DigestError):
    """The database of what was seen cannot be used."""


class LockHeldError(StoreError):
    """Another run holds the lock."""


class DeliveryError(DigestError):
    """A result could not be brought to its place."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left out of a result, and why; carried along and shown at the end.

    It is stored, written and mailed, so neither text keeps a user or password of an address.
    """

    source: str
    reason: str
    kind: ProblemKind

    def __post_init__(self) -> None:
        """Take secrets out, wherever the problem comes from."""
        object.__setattr__(self, "source", masked(self.source))
        object.__setattr__(self, "reason", masked(self.reason))

    @classmethod
    def of(cls, source: str, error: DigestError) -> Problem:
        """Make a value of the error that a source met."""
        return cls(source=source, reason=str(error), kind=error.kind)


@unique
class ExitStatus(IntEnum):
    """What the shell is told; the contract stands in docs/cli.md."""

    OK = 0
    FAILED = 1
    USAGE = 2
    SOURCES_FAILING = 3
    DELIVERY_FAILED = 4
    EMPTY = 5
    INTERNAL = 70
    LOCKED = 75
    INTERRUPTED = 130
    TERMINATED = 143
