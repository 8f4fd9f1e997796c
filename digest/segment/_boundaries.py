"""Where one sentence ends and the next begins, within a paragraph.

Every stop that white space follows is looked at, and every stop that was glued to the next word.
What is known of the language decides: abbreviations, initials, ordinals, quotations and the words
that introduce them. Where it knows nothing, `sentencex` does, which also knows the stops of other
scripts; quotation marks are hidden from it, since it would not cut a paragraph where one is missing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import sentencex

from digest.languages import Language
from digest.models import Span
from digest.segment._abbreviations import FullStop, bracketed, closes, ordinary, word_before
from digest.segment._fused import LONGEST, joints
from digest.segment._quotations import groups

_CLOSERS = "\"'”’»«)\\]“"
_OPENERS = "\"'“”„‘«»(\\[¿¡"
_SPACED = r"(?:[ \u00a0\u202f]»(?!\S))?"  # as French sets it: « … . »
# These begin with the one character that must be there, so that the engine passes over all others at once.
_STOP = re.compile(
    rf"(?P<mark>[.!?…](?<![.!?…].)[.!?…]*+)(?P<closers>[{_CLOSERS}]*{_SPACED})(?P<space>\s+)(?P<openers>(?:[{_OPENERS}]|``)*\s?)"
)
_GLUED = re.compile(
    r"(?P<mark>[.!?])(?<=[a-zà-ÿ0-9)%].)(?P<closers>[\"”’')]*)(?P<space>)(?P<openers>[“‘]?)(?=[A-Z][a-z\s])"
)
_HIDDEN = re.compile(r"[\"“”„«»‘’'()\[\]\n\r]")
_AFTER = re.compile(r"(?:[$€£¥₹₽₴₺§#~±](?=\d))?([^\W_]+(?:['’.-][^\W_]+)*)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CLAUSE_END = re.compile(r"[,;:!?\n]|(?<=[^\W\d_]{3})\.")
_DATE = r"(?:\d{1,2}\.?\s[^\s\d.,!?()।]{3,12}|[^\W\d_]{3,9}\.?\s\d{1,2})(?:,?\s\d{4})?\.?\)?"
_AGENCY = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)"
_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_][^\d.!?…।\n]{{1,40}}){_DATE},?\s?"
    rf"(?:{_AGENCY}?\.?\s?[-–—]{{1,2}}\s|{_AGENCY}?\s?।\s*|(?=.[A-ZÀ-ÞА-Я]){_AGENCY}\.\s)"
)
_DATELINE_REACH = 110  # characters: the longest of them
_FOREIGN = re.compile(r"[^\x00-\x7f\w\s…“”„«»‘’–—]")
_OWN_STOPS = ".!?…"
_REACH = 24  # characters of an address, on one side, that are looked at
_TAG = 60  # characters after a stop in which the words that matter lie
_TAG_WORDS = 5  # Chief Inspector Ada Lee said
_ADDRESS_END = re.compile(r"(?:com|net|org|gov|edu|js|co|tv|asp|aspx|html?|php|pdf)\b", re.IGNORECASE)


def boundaries(text: str, language: Language, *, cased: bool) -> list[int]:
    """Give the places in a paragraph where a new sentence begins, the first excepted, in order."""
    whole = groups(text)
    opinion = _Opinion(text, language.code)
    places = list(_STOP.finditer(text))
    if cased:
        places += [match for match in _GLUED.finditer(text) if _glued(text, match)]
    cuts = {
        match.end("space")
        for match in places
        if not _inside(whole, match.end("closers")) and _ends(text, match, language, opinion, cased=cased)
    }
    if _FOREIGN.search(text):
        foreign = (_before_openers(text, at) for at in opinion.places)
        cuts |= {at for at in foreign if _foreign_stop(text, at) and not _inside(whole, at)}
    first = _dateline_end(text) if cuts and min(cuts) <= _DATELINE_REACH else 0
    found = sorted(cut for cut in cuts if first < cut < len(text))
    return found if len(text) <= LONGEST or not cased else [*_with_joints(text, found, whole, language)]


def _with_joints(text: str, cuts: list[int], whole: list[Span], language: Language) -> Iterator[int]:
    """Add to the cuts those within sentences that are too long."""
    for left, right in pairwise([0, *cuts, len(text)]):
        if right - left > LONGEST:
            places = (left + place for place in joints(text[left:right], language))
            yield from (place for place in places if not _inside(whole, place))
        if right < len(text):
            yield right


class _Opinion:
    """Where sentencex would cut a paragraph: asked once, and only if a stop needs it."""

    def __init__(self, text: str, code: str) -> None:
        """Keep what to ask."""
        self._text = text
        self._code = code

    @cached_property
    def places(self) -> frozenset[int]:
        """Ask."""
        found = sentencex.get_sentence_boundaries(self._code, _HIDDEN.sub(" ", self._text))
        return frozenset(boundary["end_index"] for boundary in found)

    def cuts_between(self, first: int, last: int) -> bool:
        """Tell whether it cuts at one of the places from the first to the last."""
        return not self.places.isdisjoint(range(first, last + 1))


def _dateline_end(text: str) -> int:
    """Give the end of a dateline that opens a paragraph (`CORRAN, 24 Nov. (Northwire) - `), or 0."""
    found = _DATELINE.match(text)
    place = found["place"].rstrip(" (") if found else ""
    return found.end() if found and ("," in place or place.isupper()) else 0


def _inside(whole: list[Span], at: int) -> bool:
    """Tell whether a place lies within one of the stretches, its ends excepted."""
    position = bisect_left(whole, (at, at)) - 1
    return position >= 0 and at < whole[position][1]


def _ends(text: str, match: re.Match[str], language: Language, opinion: _Opinion, *, cased: bool) -> bool:
    """Decide whether a stop ends its sentence."""
    found = _AFTER.match(text, match.end("openers"), match.end("openers") + _TAG)
    after = found[1] if found else ""
    if cased and after[:1].islower() and not any(map(str.isupper, after[1:])):
        return False
    mark = match["mark"]
    if "?" in mark or "!" in mark:
        following = text[match.end("space") : match.end("space") + _TAG]
        return not (match["closers"] and _is_tag(following, language, cased=cased))
    if len(mark) > 1 or mark == "…" or match["closers"].strip(")]"):
        return True
    rest = text[found.end() : found.end() + _TAG] if found else ""
    if len(after) == 1 and after.isalpha() and rest.startswith("."):
        after = ""  # an initial, not a word that begins a sentence
    return _full_stop_ends(text, match, (after, rest), language, opinion, cased=cased)


def _full_stop_ends(
    text: str, match: re.Match[str], behind: tuple[str, str], language: Language, opinion: _Opinion, *, cased: bool
) -> bool:
    """Decide whether a single full stop, outside quotations, ends its sentence; behind it stand a word and the rest."""
    after, rest = behind
    openers = match["openers"].strip()
    opens = bool(openers.strip("(["))  # Lee Jr. (28), Fort Ash, Ont. (AP)
    starts = opens or after.lower() in (language.starters if cased else language.personal)
    word, before = word_before(text, match.start())
    if match["closers"] and not starts and bracketed(text, match.start(), cased=cased):
        return False
    stop = FullStop(word, before, after, rest, bracket=bool(openers) and not opens, starts=starts)
    known = closes(stop, language, cased=cased)
    if known is not None:
        return known
    if language.abbreviations and (starts or not cased or ordinary(word)):
        return True
    return len(after) > 1 and opinion.cuts_between(match.end("mark"), match.end("openers"))


def _is_tag(following: str, language: Language, *, cased: bool) -> bool:
    """Tell whether what follows a quotation says who spoke, as in `he asked` or `Ms Lee said`."""
    clause = _CLAUSE_END.split(following, maxsplit=1)[0]
    words = [word.lower() for word in _WORD.findall(clause)]
    if len(words) > 1 and words[0] in language.personal and words[1] in language.speech:
        return not cased or not clause[:1].isupper() or words[0] == "i"  # “Why?” He asked that twice.
    return 1 < len(words) <= _TAG_WORDS and words[-1] in language.speech


def _glued(text: str, match: re.Match[str]) -> bool:
    """Tell whether a stop without white space behind it may end a sentence: not in an address or a file's name."""
    reach = max(0, match.start() - 2 * _REACH)
    left = max(text.rfind(" ", reach, match.start()), text.rfind("\n", reach, match.start()), reach - 1)
    token = text[left + 1 : match.end()]
    address = "/" in token or "@" in token or "www." in token
    return not address and _ADDRESS_END.match(text, match.end("openers")) is None


def _before_openers(text: str, at: int) -> int:
    """Move a place that sentencex proposes back over the quotation marks that were hidden from it."""
    while at > 0 and text[at - 1] in "“„«‘(":
        at -= 1
    return at


def _foreign_stop(text: str, at: int) -> bool:
    """Tell whether the stop before a place is one that only sentencex knows."""
    last = text[max(0, at - 8) : at].rstrip()[-1:]
    return bool(last) and not last.isalnum() and last not in _OWN_STOPS + "\"“”„«»‘’'()[]:;,"
