"""The words of an article by number: what is asked of a word is asked once, however often it stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.languages import get
from digest.terms import Segmented

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Units of an article, such as words, in its order: the number of each, and the sentence that it stands in.

    `spellings` are the different ones by number, which counts from 0 in the order of their first use.
    """

    spellings: tuple[str, ...]
    ids: Numbers
    rows: Numbers

    def called(self, names: Iterable[str | None]) -> Numbered:
        """Give the units new numbers by names, one for each spelling; what has None is left out."""
        number: dict[str, int] = {}
        new = np.array([-1 if name is None else number.setdefault(name, len(number)) for name in names], dtype=np.intp)
        ids = new[self.ids]
        named = ids >= 0
        return Numbered(tuple(number), ids[named], self.rows[named])

    def neighbours(self) -> tuple[Numbers, Numbers]:
        """Give a code for each two units that stand side by side in a sentence, and the row of that.

        The code is the number of the left one times that of all spellings, and the number of the right one.
        """
        inside = self.rows[:-1] == self.rows[1:]
        codes = self.ids[:-1] * len(self.spellings) + self.ids[1:]
        return codes[inside], self.rows[:-1][inside]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an article, their stems, and its terms, which are the stems of all but stop words.

    `sizes` counts the words of each sentence.
    """

    words: Numbered
    stems: Numbered
    terms: Numbered
    sizes: Numbers


def vocabulary(segmented: Segmented) -> Vocabulary:
    """Give numbers to the words of an article."""
    number: dict[str, int] = {}
    ids = [number.setdefault(word, len(number)) for words in segmented.words for word in words]
    sizes = np.array([len(words) for words in segmented.words], dtype=np.intp)
    words = Numbered(tuple(number), np.array(ids, dtype=np.intp), np.repeat(np.arange(len(sizes)), sizes))
    stop_words, stem = get(segmented.language).stop_words, segmented.stem_of
    return Vocabulary(
        words=words,
        stems=words.called(stem[word] for word in number),
        terms=words.called(None if word in stop_words else stem[word] for word in number),
        sizes=sizes,
    )
