"""The claims of texts, for the tests of who says them."""

from __future__ import annotations

from digest.attribute import attribute
from digest.models import Claim
from digest.segment import segment


def claims(text: str, language: str = "en") -> tuple[Claim, ...]:
    """Find the claims of a text without a title."""
    return attribute(text, segment(text, language), language)


def sources(text: str, language: str = "en") -> list[str | None]:
    """Find who says each of them."""
    return [claim.attribution.source for claim in claims(text, language)]
