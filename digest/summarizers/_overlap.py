"""What sentences share with a summary that somebody would write: the chance of each word and pair of words.

How good a summary is, is measured by the words and pairs of words it has in common with one written by
people (ROUGE-1 and ROUGE-2: Lin 2004). Nobody has written one of the article at hand, but a word's chance to
be in it can be told: by how often and where it stands, and in what sentences. That words and pairs, not
sentences, carry what is learned is due to Hong and Nenkova 2014, "Improving the Estimation of Word Importance
for News Multi-Document Summarization", and Li, Qian and Liu 2013, "Using Supervised Bigram-based ILP for
Extractive Summarization".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.languages import get
from digest.summarizers._features import NAMES, Array, Features
from digest.terms import Segmented

Places = NDArray[np.intp]
Flags = NDArray[np.bool_]

_FADED = 4.0  # sentences after which a place counts a third
_LONG = 10  # letters beyond which a word is long
_REFERENCE = 50.0  # words of a summary of three sentences, in all corpora looked at
_CENTRALITY = NAMES.index("weighted_centrality")
_OF_STOP_WORDS = (
    "log_count", "log_sentences_with", "log_first", "in_first", "in_lead", "decayed", "harmonic",
    "most_central", "best_sentence", "mean_sentence", "share_of_sentences",
)  # fmt: skip

WORD_NAMES = (
    "log_count", "log_sentences_with", "log_first", "in_first", "in_lead", "decayed", "harmonic",
    "stop_word", "number", "letters", "most_central", "best_sentence", "mean_sentence", "share_of_sentences",
    "log_sentences", "one_letter", "in_title", *(f"stop_{name}" for name in _OF_STOP_WORDS),
)  # fmt: skip
PAIR_NAMES = (
    "log_sentences_with", "repeated", "log_first", "in_first", "in_lead", "decayed", "most_central",
    "best_sentence", "mean_sentence", "both_stop_words", "one_stop_word", "sum_of_words", "lesser_word", "greater_word",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Overlap:
    """The words and neighbouring pairs of words of some sentences, as seen in the whole article.

    `words` has a row for each different word, its stem in `spellings`, and a column for each of WORD_NAMES;
    `pairs` has one for each different pair and a column for each of PAIR_NAMES but the last three, which follow
    from the chances of the pair's words, found at `ends`.
    `holds_word` and `holds_pair` tell for each of `places`, the sentences, which of them it holds.
    """

    places: Places
    spellings: tuple[str, ...]
    words: Array
    pairs: Array
    ends: Places
    holds_word: Flags
    holds_pair: Flags
    lengths: Array

    def sets(self, places: Places) -> tuple[Flags, Flags, Array]:
        """Tell for sets of sentences, a row a set, which words and pairs they hold, and what one shared is worth.

        What it is worth, in hundredths of ROUGE F1, is the same for each word of a set: the longer, the less.
        """
        rows = np.searchsorted(self.places, places)
        worth = 200 / (self.lengths[rows].sum(axis=1) + _REFERENCE)
        words: Flags = np.logical_or.reduce(self.holds_word[rows], axis=1)
        pairs: Flags = np.logical_or.reduce(self.holds_pair[rows], axis=1)
        return words, pairs, worth


def overlap(segmented: Segmented, features: Features, alone: Array, places: Places, *, paired: bool = True) -> Overlap:
    """Describe the words of the sentences at `places`, which rise, and their pairs unless `paired` is false.

    `alone` is what each sentence scores by itself.
    """
    stems, sizes = features.vocabulary.stems, features.vocabulary.sizes
    chosen = np.zeros(len(sizes), dtype=bool)
    chosen[places] = True
    known = np.unique(stems.ids[chosen[stems.rows]])
    counts = _table(stems.rows, stems.ids, known, len(sizes))
    words = tuple(stems.spellings[at] for at in known)
    stop_words = get(segmented.language).stop_words
    stops = np.array([word in stop_words for word in words], dtype=float)
    seen = _Seen.of(counts > 0, features.values[:, _CENTRALITY], 1 / (1 + np.exp(-alone)))
    codes, rows = stems.neighbours()
    pairs = np.unique(codes[chosen[rows]]) if paired else codes[:0]
    together = _table(rows, codes, pairs, len(sizes))
    ends = np.searchsorted(known, np.column_stack(np.divmod(pairs, max(1, len(stems.spellings)))).reshape(-1, 2))
    return Overlap(
        places=places,
        spellings=words,
        words=_describe_words(seen, counts.sum(axis=0), words, stops, segmented.title_terms),
        pairs=_describe_pairs(
            _Seen.of(together > 0, features.values[:, _CENTRALITY], seen.scores), stops[ends].sum(axis=1)
        ),
        ends=ends,
        holds_word=counts[places] > 0,
        holds_pair=together[places] > 0,
        lengths=sizes[places].astype(float),
    )


def chances(found: Overlap, words: Mapping[str, float], pairs: Mapping[str, float]) -> tuple[Array, Array]:
    """Give the chance, 0..1, that each word and each pair is in a summary; `bias` is among the weights."""
    odds = found.words @ np.array([words[name] for name in WORD_NAMES]) + words["bias"]
    rows = np.column_stack([found.pairs, from_words(odds, found.ends)])
    paired = rows @ np.array([pairs[name] for name in PAIR_NAMES]) + pairs["bias"]
    return 1 / (1 + np.exp(-odds)), 1 / (1 + np.exp(-paired))


def from_words(odds: Array, ends: Places) -> Array:
    """Describe pairs by the odds of their words: the last three of PAIR_NAMES."""
    one, other = odds[ends[:, 0]], odds[ends[:, 1]]
    return np.column_stack([one + other, np.minimum(one, other), np.maximum(one, other)])


@dataclass(frozen=True, slots=True)
class _Seen:
    """In which sentences some units are, and what that tells of them: arrays of a figure for each unit."""

    scores: Array
    spread: Array
    first: Array
    in_first: Array
    in_lead: Array
    decayed: Array
    harmonic: Array
    most_central: Array
    best_sentence: Array
    mean_sentence: Array

    @classmethod
    def of(cls, held: Flags, central: Array, scores: Array) -> _Seen:
        """Look at a table of sentences by units, each of which is in one sentence at least."""
        at = np.arange(len(held), dtype=float)
        spread = held.sum(axis=0).astype(float)
        return cls(
            scores=scores,
            spread=spread,
            first=held.argmax(axis=0).astype(float),
            in_first=held[0].astype(float),
            in_lead=held[:3].sum(axis=0).astype(float),
            decayed=np.exp(-at / _FADED) @ held,
            harmonic=(1 / (1 + at)) @ held,
            most_central=np.where(held, central[:, None], -np.inf).max(axis=0, initial=-np.inf),
            best_sentence=np.where(held, scores[:, None], -np.inf).max(axis=0, initial=-np.inf),
            mean_sentence=scores @ held / np.maximum(1.0, spread),
        )


def _table(rows: Places, values: Places, known: Places, height: int) -> Array:
    """Count known values, which rise: a row for each sentence, a column for each value."""
    if not len(known):
        return np.zeros((height, 0))
    columns = np.minimum(np.searchsorted(known, values), len(known) - 1)
    hit = known[columns] == values
    cells = np.bincount(rows[hit] * len(known) + columns[hit], minlength=height * len(known))
    return cells.reshape(height, len(known)).astype(float)


def _describe_words(seen: _Seen, counts: Array, words: tuple[str, ...], stops: Array, title: frozenset[str]) -> Array:
    """Lay out what is known of words, in the order of WORD_NAMES."""
    sentences = len(seen.scores)
    columns = {
        "log_count": np.log(counts),
        "log_sentences_with": np.log(seen.spread),
        "log_first": np.log1p(seen.first),
        "in_first": seen.in_first,
        "in_lead": seen.in_lead,
        "decayed": seen.decayed,
        "harmonic": seen.harmonic,
        "stop_word": stops,
        "number": np.array([word.isdigit() for word in words], dtype=float),
        "letters": np.array([min(len(word), _LONG) for word in words], dtype=float),
        "most_central": seen.most_central,
        "best_sentence": seen.best_sentence,
        "mean_sentence": seen.mean_sentence,
        "share_of_sentences": seen.spread / sentences,
        "log_sentences": np.full(len(words), np.log(sentences)),
        "one_letter": np.array([len(word) == 1 for word in words], dtype=float),
        "in_title": np.array([word in title for word in words], dtype=float),
    }
    return np.column_stack([*columns.values(), *(columns[name] * stops for name in _OF_STOP_WORDS)])


def _describe_pairs(seen: _Seen, stops: Array) -> Array:
    """Lay out what is known of pairs, in the order of PAIR_NAMES; `stops` counts a pair's stop words."""
    return np.column_stack(
        [
            np.log(seen.spread),
            seen.spread > 1,
            np.log1p(seen.first),
            seen.in_first,
            seen.in_lead,
            seen.decayed,
            seen.most_central,
            seen.best_sentence,
            seen.mean_sentence,
            stops == 2,  # noqa: PLR2004 - both of them
            stops == 1,
        ]
    )
