"""One page of HTML: no image, no script, nothing from elsewhere; the same template makes the mail."""

from __future__ import annotations

from collections.abc import Sequence

from digest.errors import Problem
from digest.models import Digest, Summary
from digest.outputs._compose import compose
from digest.outputs._page import issue_page, sheet_page
from digest.outputs._sheet import sheet_of
from digest.settings import EmailSettings, OutputSettings

ENDING = ".html"
BINARY = False


def render_digest(digest: Digest, settings: OutputSettings, email: EmailSettings | None = None) -> str:
    """Write a digest as a page, whole. Raises ConfigError for a broken template of the user's."""
    return issue_page(compose(digest, settings, email), settings.template)


def render_summaries(
    summaries: Sequence[Summary],
    problems: Sequence[Problem] = (),
    *,
    text: bool = False,
    claims: bool = False,
    stories: bool = False,
) -> str:
    """Write summaries as a page."""
    return sheet_page(sheet_of(summaries, problems, text=text, claims=claims, stories=stories))
