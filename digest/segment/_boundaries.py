"""Where one sentence ends and the next begins, within a paragraph.

Every stop that white space follows is looked at, and every stop that was glued to the next word.
What is known of the language decides: abbreviations, initials, ordinals, quotations and the words
that introduce them. Where it knows nothing, `sentencex` does, which also knows the stops of other
scripts; quotation marks are hidden from it, since it would not cut a paragraph where one is missing.
"""

from __future__ import annotations

import re
from bisect import bisect_left

import sentencex

from digest.languages import Language
from digest.models import Span
from digest.segment._quotations import groups

_CLOSERS = "\"'”’»«)\\]“"
_OPENERS = "\"'`“„‘«»(\\[¿¡"
_SPACED = r"(?:[ \u00a0\u202f]»(?!\S))?"  # as French sets it: « … . »
# These begin with the one character that must be there, so that the engine passes over all others at once.
_STOP = re.compile(
    rf"(?P<mark>[.!?…][.!?…]*)(?P<closers>[{_CLOSERS}]*{_SPACED})(?P<space>\s+)(?P<openers>[{_OPENERS}]*\s?)"
)
_GLUED = re.compile(
    r"(?P<mark>[.!?])(?<=[a-zà-ÿ0-9)%].)(?P<closers>[\"”’')]*)(?P<space>)(?P<openers>[“‘]?)(?=[A-Z][a-z\s])"
)
_HIDDEN = re.compile(r"[\"“”„«»‘’'()\[\]\n\r]")
_BEFORE = re.compile(r"(?<![^\s\"“”„‘(\[«»/—–])[^\s\"“”„‘(\[«»/—–]*+$")
_AFTER = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_CLAUSE_END = re.compile(r"[,;:!?\n]|(?<=[^\W\d_]{3})\.")
_ROMAN = re.compile(r"[IVX]+\b")
_OWN_STOPS = ".!?…"
_REACH = 24  # characters before a stop in which its word lies
_TAG = 60  # characters after a stop in which the words that matter lie
_TAG_WORDS = 5  # Chief Inspector Ada Lee said
_SHORT = 4  # letters: a word up to here, with a capital, may be an abbreviation nobody listed
_DAY = 2  # digits of an ordinal
_ADDRESS_END = re.compile(r"(?:com|net|org|gov|edu|js|co|tv|asp|aspx|html?|php|pdf)\b", re.IGNORECASE)


def boundaries(text: str, language: Language, *, cased: bool) -> list[int]:
    """Give the places in a paragraph where a new sentence begins, the first excepted, in order."""
    whole = groups(text)
    proposed = _proposed(text, language.code)
    places = list(_STOP.finditer(text))
    if cased:
        places += [match for match in _GLUED.finditer(text) if _glued(text, match)]
    cuts = {
        match.end("space")
        for match in places
        if not _inside(whole, match.end("closers")) and _ends(text, match, language, proposed, cased=cased)
    }
    foreign = (_before_openers(text, at) for at in proposed)
    cuts |= {at for at in foreign if _foreign_stop(text, at) and not _inside(whole, at)}
    return sorted(cut for cut in cuts if 0 < cut < len(text))


def _proposed(text: str, code: str) -> frozenset[int]:
    """Ask sentencex."""
    found = sentencex.get_sentence_boundaries(code, _HIDDEN.sub(" ", text))
    return frozenset(boundary["end_index"] for boundary in found)


def _inside(whole: list[Span], at: int) -> bool:
    """Tell whether a place lies within one of the stretches, its ends excepted."""
    position = bisect_left(whole, (at, at)) - 1
    return position >= 0 and at < whole[position][1]


def _ends(text: str, match: re.Match[str], language: Language, proposed: frozenset[int], *, cased: bool) -> bool:
    """Decide whether a stop ends its sentence."""
    found = _AFTER.match(text, match.end("openers"), match.end("openers") + _TAG)
    after = found.group() if found else ""
    if cased and after[:1].islower() and not any(map(str.isupper, after[1:])):
        return False
    mark = match["mark"]
    if "?" in mark or "!" in mark:
        following = text[match.end("space") : match.end("space") + _TAG]
        return not (match["closers"] and _is_tag(following, language, cased=cased))
    if len(mark) > 1 or mark == "…" or match["closers"].strip(")]"):
        return True
    word, first = _word_before(text, match.start(), language)
    hinted = not proposed.isdisjoint(range(match.end("mark"), match.end("openers") + 1))
    opens = bool(match["openers"].strip().strip("(["))  # Lee Jr. (28), Fort Ash, Ont. (AP)
    if len(after) == 1 and after.isalpha() and text.startswith(".", match.end("openers") + 1):
        after = ""  # an initial, not a word that begins a sentence
    starts = opens or after.lower() in (language.starters if cased else language.personal)
    known = _known_word(word, after, language, starts=starts, cased=cased, first=first)
    if known is False and cased and after[:1].isupper():
        return _closed(word.lower(), after, text[found.end() : found.end() + _TAG] if found else "", language)
    if known is not None:
        return known
    return _unknown_word(word, language, hinted=hinted and len(after) > 1, starts=starts, cased=cased)


def _closed(low: str, after: str, rest: str, language: Language) -> bool:
    """Tell whether an abbreviation ends its sentence although no word follows that begins one: 9 a.m. Lee said."""
    if low in language.clock_abbreviations:
        return after.lower() not in language.clock_followers and len(after) > 1
    following = _WORD.match(rest.lstrip())
    return low in language.company_abbreviations and following is not None and following.group() in language.speech


def _word_before(text: str, stop: int, language: Language) -> tuple[str, bool]:
    """Give the word before a full stop, without an elided article, and whether it is the first of its sentence."""
    found = _BEFORE.search(text[max(0, stop - _REACH) : stop])
    word = found.group() if found else ""
    start = stop - len(word)
    previous = text[max(0, start - _REACH) : start].rstrip()
    shortened = previous[:-1].rpartition(" ")[2].lower() in language.number_abbreviations  # Dec. 9. In May
    return re.split("['’]", word)[-1], start == 0 or (previous[-1:] in tuple(_OWN_STOPS) and not shortened)


def _known_word(word: str, after: str, language: Language, *, starts: bool, cased: bool, first: bool) -> bool | None:
    """Decide by the word before a full stop; None where it is an ordinary word."""
    low = word.lower()
    if low in language.abbreviations:
        return False
    if not after[:1].isdigit() and len(word) == 1 and word.isalpha() and (word.isupper() or not cased):
        return (starts and not first) or (low == "i" and not cased)
    if low in language.number_abbreviations:
        return not (after[:1].isdigit() or _ROMAN.match(after))
    if word.isdigit():
        return not first and (starts or not (language.ordinal_stop and len(word) <= _DAY))
    capital = cased and word[:1].isupper() and low in language.capital_abbreviations
    if capital or low in language.closing_abbreviations or _DOTTED.fullmatch(low):
        return starts
    return None


def _unknown_word(word: str, language: Language, *, hinted: bool, starts: bool, cased: bool) -> bool:
    """Decide where the word before the full stop is in no list: short ones with a capital may be abbreviations."""
    if not language.abbreviations:
        return hinted
    ordinary = len(word) > _SHORT or (len(word) > 1 and not word[:1].isupper())
    return hinted or starts or not cased or ordinary


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
