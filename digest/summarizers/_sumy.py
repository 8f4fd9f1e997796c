"""The one place that touches sumy: its summarizers, handed our sentences, words and stems.

sumy's own tokenizer wants data that NLTK would download; handed `Sentence` objects that bring their
words, it needs none. Its sentences are told apart by text, so that equal ones would share a rating:
ours are told apart by place.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

from digest.languages import Language, get
from digest.terms import Segmented, stem

# sumy compares every sentence with every other in Python, and KL rebuilds its counts for each pair. Sentences beyond
# these rank below all others, in order, so that a text of 20,000 sentences takes seconds.
_MOST = 300
_MOST_KL = 100
_DIGITS = 9  # of a score: the last ones depend on the order of a set

# sumy sums over sets: those of strings have another order in each process, those of numbers the same. Luhn has no sets
# and wants strings.
_SPELLED = ("luhn",)

_CLASSES = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}


def rank_with(algorithm: str, segmented: Segmented) -> tuple[float, ...]:
    """Score sentences by one of sumy's algorithms, in 0..1; those beyond the limit get negative scores."""
    total = len(segmented.sentences)
    limit = min(total, _MOST_KL if algorithm == "kl" else _MOST)
    summarizer = _summarizer(algorithm, segmented.language)
    document = _document(segmented, limit)
    found: dict[int, float] = {}
    with warnings.catch_warnings():
        # Tiny texts: LSA warns of more sentences than words, numpy of a division by zero, which gives no number below.
        warnings.simplefilter("ignore")
        summarizer(document, _collect(found))
    scores = [found.get(index, math.nan) for index in range(limit)]
    return (*_scaled(scores), *(-(index + 1) / total for index in range(limit, total)))


def _summarizer(algorithm: str, code: str) -> Any:
    """Make one of sumy's summarizers and tell it what it must know of the language."""
    module, name = _CLASSES[algorithm]
    language = get(code)
    known: dict[str, str | int] = {}  # by word
    numbers: dict[str, int] = {}  # by stem

    def stemmed(word: str) -> str | int:
        if word not in known:
            term = stem(word, code)
            known[word] = term if algorithm in _SPELLED else numbers.setdefault(term, len(numbers))
        return known[word]

    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(stemmed)
    if algorithm == "edmundson":
        summarizer.bonus_words, summarizer.stigma_words, summarizer.null_words = _edmundson_words(language)
    else:
        summarizer.stop_words = language.stop_words
    return summarizer


def _edmundson_words(language: Language) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Give Edmundson's three lists in a fixed order; none may be empty, so a word that no text holds stands in."""
    lists = (language.bonus, language.stigma, language.stop_words)
    bonus, stigma, null = (sorted(words) or ["\0"] for words in lists)
    return bonus, stigma, null


def _document(segmented: Segmented, limit: int) -> Any:
    """Make sumy's document of an article: paragraphs of sentences, the title as a heading."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    class Slice(Sentence):  # type: ignore[misc]
        """A sentence that brings its words and is equal to itself alone."""

        def __init__(self, index: int, words: Iterable[str], *, is_heading: bool = False) -> None:
            super().__init__("", None, is_heading)
            self._cached_property_words = tuple(words)
            self.index = index

        def __eq__(self, other: object) -> bool:
            return self is other

        def __hash__(self) -> int:
            return self.index

    paragraphs: dict[int, list[Slice]] = {}
    for sentence, words in zip(segmented.sentences[:limit], segmented.words, strict=False):
        paragraphs.setdefault(sentence.paragraph, []).append(Slice(sentence.index, words))
    title = [Slice(-2, segmented.title_words, is_heading=True)] if segmented.title else []
    return ObjectDocumentModel([*([Paragraph(title)] if title else []), *map(Paragraph, paragraphs.values())])


def _collect(found: dict[int, float]) -> Callable[[Iterable[Any]], Iterable[Any]]:
    """Make what sumy takes for a count of sentences: it is given all of them with their ratings."""

    def keep(infos: Iterable[Any]) -> list[Any]:
        kept = list(infos)
        found.update((info.sentence.index, float(info.rating)) for info in kept)
        return kept

    return keep


def _scaled(scores: Sequence[float]) -> list[float]:
    """Bring scores to 0..1; one that is no number counts as the lowest."""
    finite = [score for score in scores if math.isfinite(score)]
    low, high = (min(finite), max(finite)) if finite else (0.0, 0.0)
    width = high - low or 1.0
    return [round((score - low) / width, _DIGITS) if math.isfinite(score) else 0.0 for score in scores]
