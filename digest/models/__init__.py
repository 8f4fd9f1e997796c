"""The nouns: every value that passes from one step to the next.

    Source ─► Document ─► Feed of Entry ─► Article ─► Sentence ─► Claim, score ─► KeyPoint ─► Story ─► Digest

All are frozen. Offsets count Unicode code points, `end` excluded, and always point into the
article's `text`: `article.text[sentence.start:sentence.end] == sentence.text`.

Two attributions, never mixed: a `Citation` is where something was published, an `Attribution`
is who says it (source, cue, content: the terms of PARC and PolNeAR).
"""

from digest.models._articles import (
    Article,
    Attribution,
    AttributionKind,
    Choice,
    Citation,
    Claim,
    Found,
    KeyPoint,
    Sentence,
    Span,
    Summary,
)
from digest.models._digests import Day, Digest, Overflow, Section, Story
from digest.models._intake import SYNDICATED, Document, Entry, Feed, FeedMemory, Fetch, Markup, Poll, Request

__all__ = [
    "SYNDICATED",
    "Article",
    "Attribution",
    "AttributionKind",
    "Choice",
    "Citation",
    "Claim",
    "Day",
    "Digest",
    "Document",
    "Entry",
    "Feed",
    "FeedMemory",
    "Fetch",
    "Found",
    "KeyPoint",
    "Markup",
    "Overflow",
    "Poll",
    "Request",
    "Section",
    "Sentence",
    "Span",
    "Story",
    "Summary",
]
