"""What each word of a sentence is: its tag by itself (`lexicon`), corrected by capitals and neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from digest.attribute.lexicon import tags_of
from digest.attribute.quotations import Quotation
from digest.attribute.retagging import retagged
from digest.languages._cues import Cues, given_names

_TITLE_CASE = 0.7  # share of capitals among the longer words from which on a sentence is a headline
_UNSETTLED = frozenset("XxZzVGWDSPCT")  # tags that a neighbour may change
_UNSETTLING = frozenset("HAYN")  # tags that may change an unknown word behind them, whatever its ending
_TRADE = re.compile(r"(?<=X)[XZV]{1,2}(?=WW?N)")  # said lead author Ann Lee, said claims manager Ann Lee
_NOUN_BEFORE = "DOKU"  # after these a form that may be a noun is one
_AFTER_NOUN = "P.,BAVXZ-):"
_AFTER_NAME = "BAV"
_NO_PLURAL = ("us", "ss")  # cautious
_AFTER_VERB = "DOPSRMTNKUY:q"


def tag_sentence(
    words: Sequence[str],
    low: Sequence[str],
    bound: tuple[int, int],
    *,
    quoted: Sequence[int],
    marks: Sequence[Quotation],
    headline: bool,
    named: frozenset[str],
    cues: Cues,
) -> str:
    """Tag the words of one sentence; the letters are told in `reading`."""
    first, last = bound
    tags = list(map(tags_of(cues).__getitem__, low[first:last]))
    for at in range(first, last):
        if quoted[at] >= 0:
            tags[at - first] = _in_title(words, at) if marks[quoted[at]].name else "q"
        elif words[at][0].isupper():
            ahead = tags[: at - first]
            opening = at == first or ahead[-1] in "q:-(." or not any(map(str.isalpha, ahead))
            following = words[at + 1] if at + 1 < last else ""
            tag = tags[at - first]
            tag = _capital(tag, words[at], following, opening=opening, headline=headline, named=named, cues=cues)
            settled = tag not in "SCPA" or (headline and not cues.capital_nouns)
            is_name = _is_forename if tag in "PA" else _is_surname
            if not settled and is_name(words, low, at, opening=opening, named=named, cues=cues):
                tag = "N"
            tags[at - first] = tag
    return retagged(_repaired("".join(tags), low[first:last], cues), low[first:last], cues)


def _is_surname(
    words: Sequence[str], low: Sequence[str], at: int, *, opening: bool, named: frozenset[str], cues: Cues
) -> bool:
    """Whether a conjunction with a capital is a surname: behind a given name, or where nouns have one: Doris Weil.

    At the head of a sentence it is one where the text has it elsewhere and a verb stands right behind it.
    """
    men, women = given_names(cues.names)
    if at and (low[at - 1] in men or low[at - 1] in women) and words[at - 1][0].isupper():
        return True
    if not cues.capital_nouns:
        return False
    verbs = cues.speech.keys() | cues.thought.keys() | cues.auxiliaries | cues.be
    return not opening or (words[at] in named and any(word in verbs for word in low[at + 1 : at + 2]))


def _is_forename(
    words: Sequence[str], low: Sequence[str], at: int, *, opening: bool, named: frozenset[str], cues: Cues
) -> bool:
    """Whether a preposition or auxiliary with a capital is a given name before another name: Per Holm, Will Holm.

    At the head of a sentence it is one where the text has it elsewhere or tells what somebody is: Per Holm, a cook.
    """
    men, women = given_names(cues.names)
    if (low[at] not in men and low[at] not in women) or not words[at + 1 : at + 2] or not words[at + 1][0].isupper():
        return False
    described = low[at + 2 : at + 3] == [","] and low[at + 3] in cues.articles - cues.definite
    return not opening or words[at] in named or described


def is_headline(words: Sequence[str], cues: Cues) -> bool:
    """Whether nearly all longer words have a capital, verbs of speech among them: not in `Corran’s Ann Lee agreed`."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004 - of, the, and
    capitals = sum(word[0].isupper() for word in longer)
    if len(longer) <= 2 or capitals < _TITLE_CASE * len(longer):  # noqa: PLR2004
        return capitals == len(longer) and _is_shouted(words)
    return capitals == len(longer) or cues.speech.keys().isdisjoint(longer)


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether all words are in capitals, and more than one is longer than a letter: SHE SAID."""
    cased = [word for word in words if len(word) > 1 and word[0].isalpha()]
    return len(cased) > 1 and all(map(str.isupper, cased))


def _in_title(words: Sequence[str], at: int) -> str:
    """Tag a word in the title of a work, which is a name like others; a comma in it belongs behind it."""
    closing = words[at] in "”\"'»’" and at > 0 and words[at - 1] == ","
    return "," if closing else "N"


def _capital(  # noqa: PLR0911 - a cascade of cases
    tag: str, word: str, following: str, *, opening: bool, headline: bool, named: frozenset[str], cues: Cues
) -> str:
    """Correct the tag of a word with a capital."""
    if tag in "KU" or word == "I":
        return tag
    if word.isupper() and not headline and ((len(word) > 1 and tag not in "UD") or following == "&"):
        return "N"
    if headline:
        verb = word.isupper() and (tag == "V" or word.lower().endswith(cues.past_endings or ("\0",)))
        return "N" if tag in "WGV" and not verb else tag
    if not opening:
        kept = tag in "DORHPSCM" or (tag == "T" and (cues.capital_nouns or word.lower() in cues.starters))
        return tag if kept or word.lower() in cues.posted else "N"
    if word in named and (tag == "A" or (tag == "T" and word.lower() not in cues.starters)):
        return "N"  # Will and Day are also names
    if tag == "Y" and word.lower() in cues.adverbs:
        return tag
    if tag not in "WGXZxzVY" or (tag != "W" and word not in named):
        return tag
    men, women = given_names(cues.names)
    known = word in named or word.lower() in men or word.lower() in women
    return "N" if known or (tag == "W" and (following[:1].isupper() or following == "&")) else tag


def _repaired(tags: str, low: Sequence[str], cues: Cues) -> str:
    """Decide between noun and verb by the neighbours."""
    out = list(tags)
    for at, tag, before in _unsettled(tags, out, low, cues):
        after = tags[at + 1 : at + 2] or "."
        if after in "XZ" and before in ("N", "R") and low[at + 1] in cues.nounlike:
            after = "N"  # Lee heaped praise
        if tag in "XZV" and low[at] in cues.nounlike:
            ahead = "".join(out[max(0, at - 2) : at])
            out[at] = "W" if _is_noun(low[at], ahead, after, (at and low[at - 1]) or "", cues) else tag
        elif tag == "D" and low[at] in cues.genitives and at and low[at - 1] in _joinable(cues):
            out[at] = "P"
        elif tag in "SC" and (other := _by_place(tag, before, low[at], cues)):
            out[at] = other
        elif before and before in _NOUN_BEFORE and (tag == "V" or _tells_of_noun(tag, low, at, after, cues)):
            out[at] = "W"
        elif tag == "W" and _is_verb(low[at], out[max(0, at - 3) : at], after, cues):
            out[at] = "V"
        elif tag in "xzG" and before and (before in "DOK" or _is_compound(out, tags, low, at, cues)):
            out[at] = "W"
        elif (tag in "WPDC" and before == "N" and after == "N" and (low[at] in cues.particles or low[at] == "&")) or (
            tag == "T" and before == "N" and low[at] in cues.months
        ):
            out[at] = "N"
    joined = "".join(out)
    return _TRADE.sub(lambda match: "W" * len(match.group()), joined) if cues.participle_endings else joined


def _tells_of_noun(tag: str, low: Sequence[str], at: int, after: str, cues: Cues) -> bool:
    """Whether a participle behind an article or an owner tells more of a noun: the alleged thief, her proposed ban."""
    past = (
        tag in "XZ"
        and after in "WN"
        and not low[at - 1][0].isdigit()
        and low[at].endswith(cues.past_endings or ("\0",))
    )
    return past and low[at - 1] not in cues.determiners - cues.articles


def _unsettled(tags: str, out: Sequence[str], low: Sequence[str], cues: Cues) -> Iterator[tuple[int, str, str]]:
    """Yield the places of tags that a neighbour may change, each with its tag and the one before, taken from `out`."""
    past = cues.past_endings or ("\0",)
    for at, tag in enumerate(tags):
        before = out[at - 1] if at else ""
        if tag in _UNSETTLED and (tag != "W" or before in _UNSETTLING or low[at].endswith(past)):
            yield at, tag, before


def _by_place(tag: str, before: str, low: str, cues: Cues) -> str | None:
    """Give the other tag of a conjunction that is none: a copy of that report, has not yet said."""
    if tag == "S":
        return "D" if before == "P" and low in cues.demonstratives else None
    return "Y" if before in ("A", "Y") and low in cues.adverbs else None


def _is_compound(before: Sequence[str], tags: str, low: Sequence[str], at: int, cues: Cues) -> bool:
    """Whether a participle is part of a noun: the flood warning that came, the Pacific warning centre said."""
    if at < 2 or before[at - 1] not in "WN" or before[at - 2] not in "DOK" or low[at - 1] in _joinable(cues):  # noqa: PLR2004
        return False
    if low[at + 1 : at + 2] and low[at + 1] in cues.that:
        verb = low[at + 2 : at + 3] and low[at + 2].endswith(cues.past_endings or ("\0",))
        return tags[at + 2 : at + 3] in ("V", "A", "B", "X", "Z") or bool(verb)
    single = tags[at + 1 : at + 2] == "W" and not low[at + 1].endswith(cues.plural_endings or ("\0",))
    return single and tags[at + 2 : at + 3] in ("X", "V", "A", "B")


@cache
def _joinable(cues: Cues) -> frozenset[str]:
    """Give the nouns behind which an article stands for `of the`."""
    return cues.people | cues.crowds | cues.bodies | cues.titles


def _is_verb(form: str, ahead: Sequence[str], after: str, cues: Cues) -> bool:
    """Whether an unknown word is a verb: behind an auxiliary or `who`, or by its ending and what follows."""
    past = form.endswith(cues.past_endings or ("\0",))
    if not past and (not ahead or ahead[-1] not in "HAY"):
        return False
    before = "".join(ahead)
    if past and not before and cues.participle_endings:
        return after == "P"  # Alarmed by the news, Ann Lee said
    helped = before.rstrip("Y")[-1:]
    if helped == "H":
        return after in _AFTER_VERB and (past or form.endswith(cues.plural_endings or ("\0",)) or after in "DOP")
    if helped and helped in ("A" if not past else "ABR"):
        return True
    if before[-1:] == "Y" and before[-2:-1] in ("N", "R") and (past or form.endswith(cues.plural_endings or ("\0",))):
        return after in _AFTER_VERB
    return past and bool(before) and before[-1] in "NWRTYU),K" and after in _AFTER_VERB


def _is_noun(form: str, before: str, after: str, word_before: str, cues: Cues) -> bool:
    """Whether a form that may be either is a noun here; `before` holds the tags of the two words before."""
    last = before[-1:]
    plural = form.endswith(cues.plural_endings or ("\0",))
    if not last or last in "PV" or (last in "WN" and not plural and after in "XZ"):
        return True  # made claims, a police report said
    if last in _NOUN_BEFORE:
        return last == "D" or word_before not in cues.that
    if form in cues.inscribed and word_before in cues.texts:
        return False  # the sign reads
    if last == "W" and not plural and form in cues.nounlike:
        described = before[:1] in tuple("DOKU") and word_before not in cues.people | cues.bodies | cues.crowds
        several = word_before.endswith(cues.plural_endings or ("\0",)) and not word_before.endswith(_NO_PLURAL)
        return described and not several
    if plural and before in ("PW", "PN") and not word_before.endswith(cues.plural_endings or ("\0",)):
        return True  # amid fresh claims that, at Labour claims that
    return plural and last in "WNG" and after in (_AFTER_NOUN if last != "N" else _AFTER_NAME)
