"""Whose verb it is that stands behind a relative clause: the head of a firm which Tom Bell founded said."""

from __future__ import annotations

import re

from digest.attribute.phrases import CORE
from digest.attribute.reading import Phrase, Reading

_HEAD = re.compile(rf"[YCT]*(?P<head>{CORE}(?:P{CORE})*?)(?P<opener>P?[HS]|[XVW](?=P))")
_BOUNDARY = re.compile(r"[,;:\-()q.]")
_GROUP = re.compile(r"[ABY]*[VXZBA]+")  # a verb with its helpers
_CHARGE = 2  # words that begin a charge: of killing
_SUBORDINATE = re.compile(r"[HS]")
_SHARED = re.compile(r"C.*[VXZBA]")


def ruling_head(reading: Reading, first: int, stop: int) -> Phrase | None:
    """Give the noun phrase that begins the clause where a relative clause with a verb of its own fills it up to a word.

    None where the words there are no such clause. `first` begins the sentence.
    """
    tags = reading.tags
    start = max((match.end() for match in _BOUNDARY.finditer(tags, first, stop)), default=first)
    match = _HEAD.match(tags, start, stop)
    if not match or match.end() >= stop:
        return None
    if match["opener"] in "XVW":
        head, at = match.span("head"), match.start("opener")
        charged = is_charged(reading, head, at) or _is_made_by(reading, head, at)
        behind = match.end() + _CHARGE
        return match.span("head") if charged and not _GROUP.search(tags, behind, stop) else None
    if not _takes_up(reading, match.end() - 1):
        return None
    return match.span("head") if _holds_verb(reading, match.end(), stop) else None


def _takes_up(reading: Reading, at: int) -> bool:
    """Whether a conjunction takes up the noun before it: a hospital where, a firm that."""
    cues = reading.cues
    return reading.tags[at] == "H" or reading.low[at] in cues.that | cues.relative_places


def is_charged(reading: Reading, head: Phrase, at: int) -> bool:
    """Whether a form right behind a noun tells what somebody is charged with: the man accused of theft."""
    tags = reading.tags
    return head[1] == at and reading.low[at] in reading.cues.charged and tags[head[0]] in "DO" and tags[at + 1] == "P"


def _is_made_by(reading: Reading, head: Phrase, at: int) -> bool:
    """Whether a form right behind a text or a study tells who made it: a letter sent by residents."""
    written = reading.cues.texts | reading.cues.studies
    made = head[1] == at and reading.low[at + 1] in reading.cues.agents
    return made and reading.low[at - 1] in written


def _holds_verb(reading: Reading, first: int, stop: int) -> bool:
    """Whether the words of a relative clause hold one verb, and no clause of their own but one with a verb too."""
    rest = reading.tags[first:stop]
    clause = _SUBORDINATE.search(reading.tags, first, stop)
    if clause and clause.start() > first and clause.group() == "S":  # who left after the driver died
        told = reading.low[clause.start()] in reading.cues.that
        halves = (first, clause.start()), (clause.end(), stop)
        return not told and all(_holds_verb(reading, *half) for half in halves)
    if clause or _SHARED.search(rest) or first == stop:
        return False
    groups = len(_GROUP.findall(rest))
    if groups:
        return groups == 1
    cues = reading.cues
    past = len(rest) > 1 and rest[-1] == "W" and reading.low[stop - 1].endswith(cues.past_endings or ("\0",))
    plural = reading.low[first].endswith(cues.plural_endings or ("\0",))
    leads = cues.gendered and not cues.capital_nouns and rest[0] == "W" and rest[1:2] in tuple("PDNO")
    return past or (leads and not plural)
