"""Names and descriptions as strings: their words, their head, and what they may be abbreviated to."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.languages._scripts import JOINING, PARTICLES, SUFFIXES

SMALL = JOINING | PARTICLES
_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_MARKS = '“”„«»"'
_REMEMBERED = 4096  # names whose words are not parted again


@lru_cache(_REMEMBERED)
def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name, full stops off."""
    return tuple(word.rstrip(".") for word in spelled_words(name))


@lru_cache(_REMEMBERED)
def spelled_words(name: str) -> tuple[str, ...]:
    """Give the words of a name as they are spelled, possessive endings off."""
    return tuple(_WORD.findall(_POSSESSIVE.sub("", name)))


@lru_cache(_REMEMBERED)
def plain(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower case, small ones left out."""
    return tuple(word for word in map(str.lower, words_of(name)) if word not in SMALL)


@lru_cache(_REMEMBERED)
def initials(name: str) -> frozenset[str]:
    """Give what a name may be abbreviated to: with and without its small words."""
    words = words_of(name)
    letters = "".join(word[0] for word in words).upper()
    short = "".join(word[0] for word in words if word.lower() not in SMALL).upper()
    return frozenset({letters, short})


@lru_cache(_REMEMBERED)
def head_words(name: str) -> tuple[str, ...]:
    """Give the words of a description up to its first comma or preposition: `the mayor` of `the mayor of London`."""
    head = re.split(r"\s*[,;:(—–]|\s(?:of|for|in|at|from|with|on|to|by|and|as|who|which|that|-)\s", name, maxsplit=1)[0]
    return words_of(head) or words_of(name)


def bare(words: str) -> str:
    """Cut quotation marks and commas from the ends of words, but for a mark that closes what they open: the “Post”."""
    text = words.strip(f" ,{_MARKS}")
    odd = sum(map(text.count, _MARKS)) % 2
    return words.strip(" ,") if odd else text


@lru_cache(_REMEMBERED)
def surname(person: str) -> str:
    """Give the surname in lower case: the last word that is no suffix."""
    words = [word for word in person.lower().replace(".", "").split() if word not in SUFFIXES]
    return words[-1] if words else person.lower()


def is_acronym(word: str) -> bool:
    """Whether a word has two capitals or more, most of its letters: MoD, FBI, U.N."""
    letters = word.replace(".", "")
    capitals = sum(map(str.isupper, letters))
    return letters.isalnum() and len(letters) <= 8 and capitals >= max(2, len(letters) / 2)  # noqa: PLR2004
