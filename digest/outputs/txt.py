"""Plain text, wrapped at 76 columns."""

from __future__ import annotations

from collections.abc import Sequence

from digest.errors import Problem
from digest.models import Digest, Summary
from digest.outputs._compose import compose
from digest.outputs._letter import issue_letter, sheet_letter
from digest.outputs._sheet import sheet_of
from digest.settings import EmailSettings, OutputSettings

ENDING = ".txt"
BINARY = False


def render_digest(digest: Digest, settings: OutputSettings, email: EmailSettings | None = None) -> str:
    """Write a digest as text; numbered addresses stand behind its sections."""
    return issue_letter(compose(digest, settings, email))


def render_summaries(
    summaries: Sequence[Summary],
    problems: Sequence[Problem] = (),
    *,
    text: bool = False,
    claims: bool = False,
    stories: bool = False,
) -> str:
    """Write summaries as text, those of one story beside each other where `stories` is set."""
    sheet = sheet_of(summaries, problems, text=text, claims=claims, stories=stories)
    return sheet_letter(sheet)
