"""What a language's own grammar makes of tags: particles of verbs, objects that look like articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.languages._cues import Cues

_ENDS = tuple(",;:.q-()C")  # tags behind which a clause is over
_OPENING = 2  # words of a sentence among which an article may be a pronoun: Das sagte


def retagged(tags: str, low: Sequence[str], cues: Cues) -> str:
    """Correct the tags of one sentence where the language has rules of its own."""
    if not (cues.clitics or cues.detached):
        return tags
    out = list(tags)
    for at, word in enumerate(low):
        if word in cues.clitics and tags[at] in "DR":
            if _is_object(tags, low, at, cues):
                out[at] = "A"
        elif (
            at == 0 and tags[:2] in ("WP", "XP", "VP", "NP") and low[1] in cues.agents and word.endswith(cues.completed)
        ):
            out[at] = "G"  # Interrogé par Le Courrier, le maire
        elif word in cues.detached and tags[at] in "XZ":
            end = _particle(tags, low, at, cues.detached[word])
            if word in cues.linked and cues.linked[word].isdisjoint(low[at + 1 : end]):
                end = 0
            out[at] = tags[at] if end else "V"
            if end:
                out[end] = "Y"
        elif cues.capital_nouns and tags[at] == "N" and at and word in _views(cues) and low[at - 1] in cues.viewed:
            out[at] = "W"
    return "".join(out)


def _is_object(tags: str, low: Sequence[str], at: int, cues: Cues) -> bool:
    """Whether an article is the object of the verb behind it: l'a dit, lo dijo, das sagte."""
    after = tags[at + 1 : at + 2]
    if cues.capital_nouns:
        return at < _OPENING and bool(after) and after in "XZVAB"
    if after and after in "AB":
        return True
    return bool(after) and after in "XZV" and at > 0 and tags[at - 1] in "NWRAY" and low[at + 1] not in cues.nounlike


def _particle(tags: str, low: Sequence[str], at: int, wanted: frozenset[str]) -> int:
    """Find the particle that ends the clause of a verb, or 0."""
    for other in range(at + 1, len(tags)):
        ends = other + 1 == len(tags) or tags[other + 1] in _ENDS
        if low[other] in wanted and ends:
            return other
        if tags[other] in ";:q" or (tags[other] == "." and other + 1 == len(tags)):
            break
    return 0


@cache
def _views(cues: Cues) -> frozenset[str]:
    """Give the nouns of phrases that set a source: nach Ansicht von."""
    return frozenset(word for phrase in cues.according for word in phrase[1:])
