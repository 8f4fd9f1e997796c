"""Whether a full stop ends a sentence, by the word before it: abbreviations, initials, ordinals."""

from __future__ import annotations

import re
from typing import NamedTuple

from digest.languages import Language

_BEFORE = re.compile(r"(?<![^\s\"“”„‘(\[«»/—–])[^\s\"“”„‘(\[«»/—–]*+$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_ROMAN = re.compile(r"[IVX]+\b")
_PARTS = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,3}\.\s){1,3}$")
_NUMBERED = re.compile(r"(?:\d|\b[IVX]+)\s$")
_BRACKETED = re.compile(r"(?:[^\W\d_]{1,4}\.\s?)*[^\W\d_]{1,4}")
_OWN_STOPS = ".!?…"
_CLOSERS = "\"'”’»)"
_REACH = 24  # characters before a stop in which its word lies
_SETTING = 60  # characters before that in which a time lies that a sentence opens with
_SHORT = 4  # letters: a word up to here, with a capital, may be an abbreviation nobody listed
_DAY = 2  # digits of an ordinal


class FullStop(NamedTuple):
    """A full stop and what stands around it."""

    word: str
    """Before it, without an elided article."""
    before: str
    """What comes before that word."""
    after: str
    """The word behind it; empty where that is an initial."""
    rest: str
    """What comes behind that word."""
    bracket: bool
    """Whether a bracket opens behind it."""
    starts: bool
    """Whether what stands behind it begins a sentence even after an abbreviation."""


def word_before(text: str, stop: int) -> tuple[str, str]:
    """Give the word before a full stop, and what comes before that word."""
    found = _BEFORE.search(text[max(0, stop - _REACH) : stop])
    word = found.group() if found else ""
    start = stop - len(word)
    return re.split("['’]", word)[-1], text[max(0, start - _SETTING) : start]


def bracketed(text: str, stop: int, *, cased: bool) -> bool:
    """Tell whether a full stop before a closing bracket is that of an abbreviation: `Judge (ret.) Lee`."""
    opening = max(text.rfind("(", max(0, stop - _REACH), stop), text.rfind("[", max(0, stop - _REACH), stop))
    if opening < 0 or not _BRACKETED.fullmatch(text, opening + 1, stop):
        return False
    plain = cased and text[opening + 1].islower()  # (No.) is a sentence, (ret.) is none
    return plain or text[max(0, opening - _REACH) : opening].rstrip()[-1:] not in tuple(_OWN_STOPS + _CLOSERS)


def closes(stop: FullStop, language: Language, *, cased: bool) -> bool | None:
    """Decide by the word before a full stop whether its sentence ends; None where it is an ordinary word."""
    after = stop.after
    word, low = _entry(stop, language)
    if low in language.abbreviations:
        return stop.starts and _NUMBERED.search(stop.before) is not None  # 5 min. The
    if not after[:1].isdigit() and len(word) == 1 and word.isalpha() and (word.isupper() or not cased):
        return (stop.starts and not _first(stop, language)) or (low == "i" and not cased)
    capital = cased and word.istitle() and low in language.capital_abbreviations
    if low in language.number_abbreviations and not capital:
        behind_number = stop.bracket and stop.before.rstrip()[-1:].isdigit()  # 3 Oct. (a Sunday)
        return not (after[:1].isdigit() or _ROMAN.match(after) or behind_number)
    if word.isdigit() or (language.ordinal_stop and _ROMAN.fullmatch(word)):
        ordinal = language.ordinal_stop and (len(word) <= _DAY or not word.isdigit())
        return not _first(stop, language) and (stop.starts or not ordinal)
    if capital or low in language.closing_abbreviations or _DOTTED.fullmatch(low):
        return stop.starts or (cased and after[:1].isupper() and _closed(stop, low, language))
    return None


def _entry(stop: FullStop, language: Language) -> tuple[str, str]:
    """Give the word, and in small letters what to look up: `p.ej` of p. ej., `p` of J.-P., `gen` of Lt.-Gen."""
    low = stop.word.lower()
    found = _PARTS.search(stop.before) if stop.before[-2:-1] == "." else None
    if found:
        known = language.abbreviations | language.closing_abbreviations
        parts = found.group().lower().split()
        wholes = ("".join(parts[start:]) + low for start in range(len(parts)))
        low = next((whole for whole in wholes if whole in known), low)
    part = stop.word.rpartition(".-")[2]
    if part == stop.word or low in language.abbreviations or low in language.closing_abbreviations:
        return stop.word, low
    return part, part.lower()


def ordinary(word: str) -> bool:
    """Tell whether a word is too long, too plain or too loud (NATO, XX) for an abbreviation that is in no list."""
    return len(word) > _SHORT or (len(word) > 1 and (word.isupper() or not word[:1].isupper()))


def _first(stop: FullStop, language: Language) -> bool:
    """Tell whether the word before a full stop is the first of its sentence."""
    previous = stop.before.rstrip()
    if not previous or previous[-1] not in _OWN_STOPS:
        return not previous
    last = previous[:-1].rpartition(" ")[2].lower()  # Dec. 9. In May, but M. J. Le Gall
    return not (last in language.number_abbreviations or (last in language.abbreviations and stop.word.isdigit()))


def _closed(stop: FullStop, low: str, language: Language) -> bool:
    """Tell whether an abbreviation ends its sentence although no word follows that begins one: 9 a.m. Lee said."""
    found = _WORD.match(stop.rest.lstrip())
    following = found.group() if found else ""
    if low in language.clock_abbreviations:
        zone = stop.after.lower() in language.clock_followers or following in language.times  # 9 p.m. Corran time
        return not zone and len(stop.after) > 1 and not _only_time(stop.before, language)
    if low in language.final_abbreviations:
        return not _only_time(stop.before, language)
    return low in language.company_abbreviations and following in language.speech


def _only_time(before: str, language: Language) -> bool:
    """Tell whether a sentence has named nothing but a time so far: `At about 6 p.m. Sheriff Lee called`."""
    words = before.split()
    while words:
        word = words.pop()
        bare = word.strip(".,;").lower()
        if bare not in language.time_words and not bare[:1].isdigit():
            return False
        if word[:1].isupper() and (not words or words[-1].rstrip(_CLOSERS)[-1:] in tuple(_OWN_STOPS)):
            return True
    return False
