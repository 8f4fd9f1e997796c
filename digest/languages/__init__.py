"""What the steps must know of a language, as data, one file a language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from digest import registry
from digest.languages._language import Language
from digest.languages._scripts import POINTING

__all__ = ["UNKNOWN", "Language", "detect", "get", "known"]

UNKNOWN = "und"
"""The code of a language that was not recognized (ISO 639-2)."""

# Scripts that settle the language by themselves where no file does; the order is that of the test.
_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SAMPLE = 3000  # characters looked at: more changed nothing in 1,400 texts, and an article may be a megabyte
_ENOUGH = 0.08  # what a word must speak for the winner on average; running text of a known language has 0.2 and more
_LETTER = 0.6  # what a letter that no other language writes counts, against a stop word
_MANY, _MOST_FOREIGN = 3, 0.02  # so many, and this share of all letters, and it is another language
_FOREIGN = 1.5  # what a letter it does not write takes off


@cache
def get(code: str) -> Language:
    """Load what is known of a language; a code without a file, `en-GB` for one, falls back to its first part.

    An unknown code gives a neutral language, whose rules are all empty but for openings in some scripts.
    """
    short = re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0]
    if short in known():
        language = registry.load("languages", short).LANGUAGE
        assert isinstance(language, Language)
        return language
    return Language(code=short or UNKNOWN, name=short or "unknown", pointing=POINTING.get(short, ()))


def known() -> tuple[str, ...]:
    """Name the languages there is a file for."""
    return registry.names("languages")


def detect(text: str) -> str:
    """Recognize the language of a text by its stop words and letters; `und` where nothing fits.

    A stop word or letter counts the less the more languages share it; a letter that a language does
    not write speaks against it.
    """
    sample = text[:_SAMPLE].lower().replace("’", "'")
    beyond = "".join(_BEYOND_ASCII.findall(sample))  # all that tells scripts, and letters of few languages
    script = _script(sample, beyond) if beyond else None
    if script:
        return script
    found = Counter(_WORD.findall(sample))
    total = sum(found.values())
    if not total:
        return UNKNOWN
    sharing, _ = _sharing()
    told = dict.fromkeys(known(), 0.0)
    for word, count in found.items():
        codes = sharing.get(word, ())
        for code in codes:
            told[code] += count / len(codes)
    letters = Counter(filter(str.isalpha, beyond))
    size = sum(len(word) * count for word, count in found.items())
    scores = {code: _score(get(code), worth, letters, size) / total for code, worth in told.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] >= _ENOUGH else UNKNOWN


def _score(language: Language, told: float, letters: Counter[str], size: int) -> float:
    """Add to what its stop words tell what else speaks for a language, and take off what speaks against it.

    `letters` are those beyond ASCII, `size` is the number of all.
    """
    _, marks = _sharing()
    own = sum(count / marks[letter] for letter, count in letters.items() if letter in language.letters)
    foreign = sum(count for letter, count in letters.items() if letter not in language.letters)
    if foreign >= _MANY and foreign > _MOST_FOREIGN * size:
        return 0.0
    return told + _LETTER * own - _FOREIGN * foreign


def _script(sample: str, beyond: str) -> str | None:
    """Name the language by its script, where most letters are of one that tells; `beyond` is what is not ASCII."""
    found = {code: count for code, pattern in _SCRIPTS.items() if (count := len(pattern.findall(beyond)))}
    letters = sum(map(str.isalpha, sample)) if found else 0
    if not letters:
        return None
    return next((code for code, count in found.items() if count >= (0.1 if code == "ja" else 0.4) * letters), None)


@cache
def _sharing() -> tuple[dict[str, list[str]], Counter[str]]:
    """Name the languages that have a word among their stop words, and count those that write a letter."""
    languages = {code: get(code) for code in known()}
    words: dict[str, list[str]] = {}
    for code, language in languages.items():
        for word in language.stop_words:
            words.setdefault(word, []).append(code)
    letters = Counter(letter for language in languages.values() for letter in set(language.letters))
    return words, letters
