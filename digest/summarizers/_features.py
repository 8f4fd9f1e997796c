"""What a sentence looks like to the learned ranker, in figures that hold in any language.

Nothing here looks at capitals or paragraphs, which half of the corpora have lost, nor at whether a
sentence is the very first, since what that is worth differs most between corpora. Words of the language
come from its file; where that is silent the features are zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from digest.languages import get
from digest.summarizers._vocabulary import Numbered, Vocabulary, vocabulary
from digest.terms import Segmented

Array = NDArray[np.float64]

_REMEMBERED = 1 << 15  # words whose kinds are not found again
_QUOTES = ("'", '"', "“", "„", "«", "‘")

NAMES = (
    "log_position", "decay", "relative", "last", "log_sentences",
    "log_words_before", "lead_share",
    "log_words", "short", "long", "longer", "length_ratio", "term_share",
    "centrality", "weighted_centrality", "degree", "forward", "backward", "nearest", "walk", "lead_walk",
    "like_first", "like_lead", "like_previous", "like_next", "rest",
    "centrality_rank", "walk_rank", "length_rank",
    "frequency", "top_terms", "top_share", "repeated_pairs", "new_terms", "new_share", "later_share", "later_mean",
    "numbers", "has_number", "quotes", "opens_quote", "question", "exclamation", "colon", "bracket", "commas",
    "speech", "first_person", "pronoun_opening", "connective_opening", "pronouns", "stop_share", "word_length",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Features:
    """One row a sentence, a column for each of NAMES; `likeness` is the cosine of each two sentences' terms."""

    values: Array
    likeness: Array
    vocabulary: Vocabulary


def measure(segmented: Segmented) -> Features:
    """Measure the sentences of an article; time grows with the square of their number."""
    known = vocabulary(segmented)
    size = known.sizes.astype(float)
    counts = _counts(known.terms, len(size))
    raw = np.log1p(counts)
    likeness, weighted = _likeness(counts, raw)
    columns = {
        **_place(size),
        **_length(size, counts),
        **_centrality(likeness, weighted, raw),
        **_frequency(counts, known.terms),
        **_surface(segmented),
        **_kinds(known, segmented.language),
    }
    columns["centrality_rank"] = _ranked(columns["centrality"])
    columns["walk_rank"] = _ranked(columns["walk"])
    columns["length_rank"] = _ranked(size)
    return Features(np.column_stack([columns[name] for name in NAMES]), likeness, known)


def _counts(terms: Numbered, total: int) -> Array:
    """Count terms: sentences by terms, in the order of their first use."""
    width = max(1, len(terms.spellings))
    cells = np.bincount(terms.rows * width + terms.ids, minlength=total * width)
    return cells.reshape(total, width).astype(float)


def _likeness(counts: Array, raw: Array) -> tuple[Array, Array]:
    """Compare sentences by the cosine of their weighted terms; also give the weighted rows, of length one.

    `raw` are the logarithms of the counts.
    """
    total = len(counts)
    spread = (counts > 0).sum(axis=0)
    weighted = raw * np.log((total + 1) / (spread * 0.5 + 0.5))
    weighted /= np.maximum(np.linalg.norm(weighted, axis=1, keepdims=True), 1e-9)
    shared = weighted[:, spread > 1]  # the others tell nothing of two sentences, and are most
    likeness = shared @ shared.T
    np.fill_diagonal(likeness, 0.0)
    return likeness, weighted


def _place(size: Array) -> dict[str, Array]:
    """Where a sentence stands."""
    total = len(size)
    at = np.arange(total, dtype=float)
    before = np.cumsum(size) - size
    return {
        "log_position": np.log1p(at),
        "decay": np.exp(-at / 4),
        "relative": at / max(1, total - 1),
        "last": (at == total - 1).astype(float),
        "log_sentences": np.full(total, np.log1p(total)),
        "log_words_before": np.log1p(before),
        "lead_share": np.maximum(0.0, 1 - before / 100),
    }


def _length(size: Array, counts: Array) -> dict[str, Array]:
    """How long it is: the logarithm, and what is missing to 10 or beyond 25 and 40 words."""
    return {
        "log_words": np.log1p(size),
        "short": np.maximum(0.0, 10 - size) / 10,
        "long": np.maximum(0.0, size - 25) / 10,
        "longer": np.maximum(0.0, size - 40) / 10,
        "length_ratio": size / max(1.0, float(size.mean())),
        "term_share": counts.sum(axis=1) / np.maximum(1.0, size),
    }


def _centrality(likeness: Array, weighted: Array, raw: Array) -> dict[str, Array]:
    """How like it is to the rest: all of it, what follows, what went before, the lead, its neighbours."""
    total = len(likeness)
    at = np.arange(total)
    # Cosines with the whole and with the rest follow from products with the whole: |S - r|^2 = |S|^2 - 2 S.r + |r|^2.
    whole = raw.sum(axis=0)
    with_whole, squares, all_squares = raw @ whole, np.einsum("ij,ij->i", raw, raw), float(whole @ whole)
    norms = np.maximum(np.sqrt(squares), 1e-9)
    rest_norms = np.sqrt(np.maximum(all_squares - 2 * with_whole + squares, 0.0))
    sums = likeness.sum(axis=1)
    before = np.tril(likeness).sum(axis=1)  # the diagonal is zero
    ahead = np.append(likeness[at[:-1], at[1:]], 0.0)
    lead = 1 / (1 + at)
    walks = _walks(likeness, sums, np.stack([np.full(total, 1 / total), lead / lead.sum()]))
    return {
        "centrality": with_whole / norms / max(1e-9, all_squares**0.5),
        "weighted_centrality": weighted @ _unit(weighted.sum(axis=0)),
        "degree": sums / max(1, total - 1),
        "forward": (sums - before) / np.maximum(1, total - 1 - at),
        "backward": before / np.maximum(1, at),
        "nearest": likeness.max(axis=1, initial=0.0),
        "walk": walks[0],
        "lead_walk": walks[1],
        "like_first": np.where(at == 0, 1.0, likeness[:, 0]),
        "like_lead": weighted @ _unit(weighted[:3].sum(axis=0)),
        "like_previous": np.append(0.0, ahead[:-1]),
        "like_next": ahead,
        "rest": (with_whole - squares) / norms / np.maximum(rest_norms, 1e-9),
    }


def _walks(likeness: Array, sums: Array, starts: Array) -> Array:
    """Walk at random from sentence to like sentence, now and then back to a start (PageRank, LexRank): a row a start.

    `sums` are those of the rows of `likeness`.
    """
    steps = 0.8 * likeness / np.maximum(sums, 1e-9)[:, None]
    back = 0.2 * starts
    places = starts
    for _ in range(12):
        places = back + places @ steps
    walked: Array = np.log(np.maximum(places * starts.shape[1], 1e-3))
    return walked


def _unit(row: Array) -> Array:
    """Bring a row to length one."""
    return row / max(1e-9, float(np.linalg.norm(row)))


def _ranked(values: Array) -> Array:
    """Give the places by falling value, 0 for the highest to 1; equal values in order."""
    places = np.empty(len(values))
    places[np.argsort(-np.round(values, 9), kind="stable")] = np.arange(len(values))
    return places / max(1, len(values) - 1)


def _frequency(counts: Array, terms: Numbered) -> dict[str, Array]:
    """How frequent its terms are in the article, how many of them are new, how many come again."""
    held = counts > 0
    spread = held.sum(axis=0)
    own = np.maximum(1, held.sum(axis=1))
    seen = np.cumsum(held, axis=0)
    new = (held & (seen - held == 0)).sum(axis=1)
    later = (spread - seen) * held
    top = np.argsort(-spread, kind="stable")[:10]
    in_top = held[:, top].sum(axis=1)
    codes, rows = terms.neighbours()
    _, pair, often = np.unique(codes, return_inverse=True, return_counts=True)
    repeated = np.bincount(rows[often[pair] > 1], minlength=len(counts))
    return {
        "frequency": (held * np.log(spread + 1e-9)).sum(axis=1) / own,
        "top_terms": in_top / 10,
        "top_share": in_top / own,
        "repeated_pairs": np.log1p(repeated),
        "new_terms": np.log1p(new),
        "new_share": new / own,
        "later_share": (later > 0).sum(axis=1) / own,
        "later_mean": np.log1p(later.sum(axis=1) / own),
    }


def _surface(segmented: Segmented) -> dict[str, Array]:
    """Describe its words and marks."""
    texts = [sentence.text for sentence in segmented.sentences]
    language = get(segmented.language)
    openings = [words[0].partition("'")[0] if words else "" for words in segmented.words]
    quotes = [sum(map(text.count, '"“”«»')) for text in texts]
    return {
        "quotes": np.minimum(quotes, 4) / 4,
        "opens_quote": _flags(text[:1] in _QUOTES for text in texts),
        "question": _flags(text.rstrip("\"”’' ")[-1:] == "?" for text in texts),
        "exclamation": _flags("!" in text for text in texts),
        "colon": _flags(":" in text for text in texts),
        "bracket": _flags("(" in text for text in texts),
        "commas": np.minimum([text.count(",") for text in texts], 5) / 5,
        "pronoun_opening": _flags(opening in language.pronouns for opening in openings),
        "connective_opening": _flags(opening in language.connectives for opening in openings),
    }


def _kinds(known: Vocabulary, language: str) -> dict[str, Array]:
    """How many of its words are of some kind."""
    words, size = known.words, known.sizes
    found = chain.from_iterable(map(_kinds_in(language).__getitem__, words.spellings))
    kinds = np.fromiter(found, dtype=float, count=6 * len(words.spellings)).reshape(-1, 6)
    numbers, speech, first_person, pronouns, stops, letters = (
        np.bincount(words.rows, weights=column[words.ids], minlength=len(size)) for column in kinds.T.copy()
    )
    total = np.maximum(1, size)
    return {
        "numbers": np.minimum(numbers, 5) / 5,
        "has_number": (numbers > 0).astype(float),
        "speech": np.minimum(speech, 2) / 2,
        "first_person": np.minimum(first_person, 3) / 3,
        "pronouns": pronouns / total,
        "stop_share": stops / total,
        "word_length": letters / total / 10,
    }


class _Kinds(dict[str, tuple[float, ...]]):
    """Words of a language that were met: number, of speech, of the first person, pronoun, stop word, letters."""

    def __init__(self, language: str) -> None:
        known = get(language)
        self.lists = (known.speech, known.first_person, known.pronouns, known.stop_words)

    def __missing__(self, word: str) -> tuple[float, ...]:
        """Look at a word that was not met before."""
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = (word[0].isdigit(), *(word in each for each in self.lists), len(word))
        return self[word]


@cache
def _kinds_in(language: str) -> _Kinds:
    """Give the words of a language that were met, which articles share."""
    return _Kinds(language)


def _flags(values: Iterable[bool]) -> Array:
    """Make figures of yes and no."""
    return np.array(list(values), dtype=float)
