"""Digests and summaries to text, one file a format.

The name of a file is what the user types after `-f`. Each has `ENDING` (of the files it makes),
`BINARY` (bytes or text) and the two functions of `Output`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from digest.errors import Problem
from digest.models import Digest, Summary
from digest.settings import EmailSettings, OutputSettings


class Output(Protocol):
    """What a variant offers. All of it is pure: the same arguments give the same text."""

    ENDING: str
    BINARY: bool

    def render_digest(
        self, digest: Digest, settings: OutputSettings, email: EmailSettings | None = None
    ) -> str | bytes:
        """Write a digest. Raises ConfigError where the settings ask for something impossible."""
        ...

    def render_summaries(
        self,
        summaries: Sequence[Summary],
        problems: Sequence[Problem] = (),
        *,
        text: bool = False,
        claims: bool = False,
        stories: bool = False,
    ) -> str | bytes:
        """Write summaries, with the articles' texts, claims and shared stories where asked for."""
        ...
