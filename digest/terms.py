"""Words and terms of sentences: what summarizers and the choice of key points compare.

A word is a run of letters and digits in lower case; a term is a word that is no stop word, stemmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol

from digest.languages import Language, get
from digest.models import Sentence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Scripts written without spaces: there every two neighbouring characters make a word.
_UNSPACED_LETTERS = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_UNSPACED = re.compile(f"[{_UNSPACED_LETTERS}]{{2,}}")
_PARTS = re.compile(f"[{_UNSPACED_LETTERS}]+|[^{_UNSPACED_LETTERS}]+")
_POSSESSIVE = re.compile(r"'s?$")
_NAMED = 0.03  # share of words with a capital, first ones aside, that any text keeps which nobody has lower-cased
_REMEMBERED = 1 << 16  # words of a language whose stems are kept
_STEM = 3  # letters that must remain of a word whose ending is cut


@dataclass(frozen=True)
class Segmented:
    """An article cut into sentences, as a summarizer reads it; everything derived is computed once, when asked for.

    `usable` tells which sentences may become key points; all of them count for what the article is about.
    `cut` are the words of each sentence, where they are known already.
    """

    title: str
    sentences: tuple[Sentence, ...]
    language: str
    usable: tuple[bool, ...]
    cut: tuple[tuple[str, ...], ...] | None = None

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of each sentence."""
        return words_of(self.sentences, self.language) if self.cut is None else self.cut

    @cached_property
    def stem_of(self) -> dict[str, str]:
        """The stem of each word; a stop word stays as it is."""
        return stems_of((word for each in self.words for word in each), self.language)

    def terms(self, sentence: int) -> frozenset[str]:
        """Give the different terms of one sentence."""
        stop_words = get(self.language).stop_words
        return frozenset(self.stem_of[word] for word in self.words[sentence] if word not in stop_words)

    @cached_property
    def cased(self) -> bool:
        """Whether the text has the capitals it was written with; scripts that know no capitals count as such."""
        inner = [word for sentence in self.sentences for word in sentence.text.split()[1:] if word[0].isalpha()]
        return sum(not word[0].islower() for word in inner) > _NAMED * len(inner)

    @cached_property
    def title_words(self) -> tuple[str, ...]:
        """The words of the title."""
        return tuple(words(self.title, self.language))

    @cached_property
    def title_terms(self) -> frozenset[str]:
        """The terms of the title."""
        return frozenset(terms_of(self.title_words, self.language))


def words_of(sentences: Iterable[Sentence], language: str) -> tuple[tuple[str, ...], ...]:
    """Give the words of each sentence."""
    return tuple(tuple(words(sentence.text, language)) for sentence in sentences)


def words(text: str, language: str) -> list[str]:
    """List the words of a text in lower case, by the rules of its language."""
    if language.startswith("tr"):
        text = text.replace("İ", "i").replace("I", "ı")
    found = _WORD.findall(text.lower().replace("’", "'"))
    return list(_spaced(found)) if _UNSPACED.search(text) else found


def terms_of(found: Sequence[str], language: str) -> list[str]:
    """Make terms of words: stop words out, the rest stemmed."""
    known = get(language)
    stop_words = known.stop_words
    kept = [word for word in found if word not in stop_words]
    return _stemmer(known.stemmer).stemWords(kept) if known.stemmer else [_cut(word, known) for word in kept]


def stems_of(found: Iterable[str], language: str) -> dict[str, str]:
    """Find the stem of each different word once; a stop word stays as it is."""
    wanted = dict.fromkeys(found)
    stems = _stems(language)
    new = [word for word in wanted if word not in stems]
    if len(stems) + len(new) > _REMEMBERED:
        stems.clear()
        new = list(wanted)
    stop_words = get(language).stop_words
    terms = iter(terms_of(new, language))
    stems.update((word, word if word in stop_words else next(terms)) for word in new)
    return {word: stems[word] for word in wanted}


@cache
def _stems(language: str) -> dict[str, str]:  # noqa: ARG001 - one for each language
    """Give the words of a language whose stems were found, which articles share, with these."""
    return {}


def stem(word: str, language: str) -> str:
    """Stem one word."""
    known = get(language)
    return _stemmer(known.stemmer).stemWords([word])[0] if known.stemmer else _cut(word, known)


def _spaced(found: Sequence[str]) -> Iterator[str]:
    """Cut words of a script without spaces into pairs of characters; pass others on."""
    for word in found:
        for part in _PARTS.findall(word):
            if _UNSPACED.fullmatch(part):
                yield from (part[at : at + 2] for at in range(len(part) - 1))
            else:
                yield part


def _cut(word: str, language: Language) -> str:
    """Take the longest known ending off a word, where enough of it remains to tell it from others."""
    word = _POSSESSIVE.sub("", word)
    for suffix in language.suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word[: -len(suffix)]
    return word


class _Stemmer(Protocol):
    """What PyStemmer gives."""

    def stemWords(self, words: Sequence[str]) -> list[str]: ...  # noqa: N802 - PyStemmer's name


@cache
def _stemmer(algorithm: str) -> _Stemmer:
    """Load a Snowball stemmer."""
    import Stemmer

    found: _Stemmer = Stemmer.Stemmer(algorithm, 0)  # looking a word up in its cache takes twice as long as stemming it
    return found
