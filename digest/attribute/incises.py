"""Where who says it breaks off a quotation without marks, as in « Le pont, explique Ana Gil, est vieux »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from digest.attribute.quotations import Quotation
from digest.languages._cues import Cues

_MOST = 12  # breaks of one quotation
_LONGEST = 90  # characters of such a break


def broken(text: str, quotations: Sequence[Quotation], cues: Cues) -> tuple[Quotation, ...]:
    """Part quotations at what stands between two commas or dashes and begins with a verb of speech."""
    if not cues.dialogue:
        return tuple(quotations)
    return tuple(part for quotation in quotations for part in _parts(text, quotation, cues))


def _parts(text: str, quotation: Quotation, cues: Cues) -> Iterator[Quotation]:
    """Yield the parts of one quotation, each with the mark that parts it from the break."""
    begin = quotation.start
    for match in islice(_break(cues).finditer(text, quotation.start, quotation.end), _MOST):
        verb = match["verb"].lower().replace("’", "'")
        speaker = match["pronoun"] or match["enclitic"] or _who(cues).search(match["rest"])
        if speaker and (verb in cues.speech or verb in cues.thought):
            yield replace(quotation, start=begin, end=match.start("break"), open=False)
            begin = match.end("break")
    yield replace(quotation, start=begin)


@cache
def _who(cues: Cues) -> re.Pattern[str]:
    """Make the pattern of what begins a subject: a capital, or an article."""
    begins = _alternatives(cues.incised, r"\b")
    return re.compile(rf"\b(?:[^\W\d_a-zß-ÿ]|{begins})")


def _alternatives(words: frozenset[str], end: str = "") -> str:
    """Join words in a pattern; behind those without an apostrophe stands an end."""
    return "|".join(word[:-1] + "[’']" if word.endswith("'") else word + end for word in sorted(words))


@cache
def _break(cues: Cues) -> re.Pattern[str]:
    """Make the pattern of a break: , a déclaré Marc Dubreuil hier, or —explicó Iglesias—."""
    joined = "|".join(sorted(map(re.escape, cues.enclitics), key=len, reverse=True)) or "(?!)"
    objects = _alternatives(cues.incise_objects, " ")
    helpers = _alternatives(cues.incising)
    helper = rf"(?:(?:{objects})?(?:{helpers})(?P<pronoun>{joined})?(?:\s+|(?<=[’'])))?"
    verb = rf"(?P<verb>[^\W\d_]{{3,}}?)(?P<enclitic>{joined})?(?P<rest>(?:\s[^,;:!?«»“”—–\n]{{1,{_LONGEST}}}?)?)"
    return re.compile(rf"(?P<break>(?:,\s|\s[—–]\s?){helper}{verb}(?:,(?=\s)|\s?[—–](?=[\s.,;])))")
