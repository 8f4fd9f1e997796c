"""A line among its neighbours: the second half of the numbers by which lines are told apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from digest.clean.line import OWN, Line, own_features
from digest.clean.wording import VERBS, WORDING, is_auxiliary, verbs, wording

TOPICAL = 3
"""Letters from which a word that is no stop word tells what a text is about."""

REPEATED = 5
LONG = 12
NEIGHBOURS = (-2, -1, 1, 2)
WINDOWS = (2, 5, 12)
FAR = 50
VISIBLE = 3
ALIKE = 2
"""Words by which lines of a list may differ in length."""

ENGLISH_SHARE = 0.3
"""Share of prose lines with an English auxiliary from which verbs tell something: English has it in most of them."""

PLACE = (
    "doubled", "copies", "doubled near", "repeats a part", "topic", "topic much", "position", "from end", "first",
    "last", "in body", "before body", "after body", "body share", "place in body", "body size", "prose lines",
    "prose words", "prose before", "prose after", "since prose", "until prose", "no prose before", "no prose after",
)  # fmt: skip
WINDOW = tuple(f"{what} within {reach}" for reach in WINDOWS for what in ("prose", "size", "furniture"))
NEIGHBOUR = tuple(f"{what} at {at}" for at in NEIGHBOURS for what in ("any", "size", "prose", "furniture", "ends"))
BESIDE = tuple(f"{what} at {at}" for at in (-1, 1) for what in ("credit", "label", "date", "colon", "size apart"))
LIST = ("first word near", "alike near", "words near", "in a list")
NAMES = (*OWN, *WORDING, *VERBS, *PLACE, *WINDOW, *NEIGHBOUR, *BESIDE, *LIST)


def features(lines: Sequence[Line], stop_words: Collection[str]) -> list[tuple[float, ...]]:
    """Give each line the numbers named in `NAMES`."""
    page = Page(lines, stop_words)
    return [
        (
            *map(float, own_features(line, stop_words)),
            *map(float, wording(line, stop_words)),
            *map(float, verbs(line) if page.english else (0,) * len(VERBS)),
            *map(float, page.place(at)),
            *map(float, page.windows(at)),
            *map(float, page.neighbours(at)),
            *map(float, page.list_like(at)),
        )
        for at, line in enumerate(lines)
    ]


@dataclass(frozen=True)
class Page:
    """All lines of a text, with sums that are needed for each."""

    lines: Sequence[Line]
    stop_words: Collection[str]

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each line stands in the text."""
        return Counter(line.folded for line in self.lines)

    @cached_property
    def longer(self) -> str:
        """The long lines, to look for repeated parts in."""
        return "\n".join(line.folded for line in self.lines if len(line.words) >= LONG)

    @cached_property
    def topic(self) -> Counter[str]:
        """In how many lines of prose each topical word stands."""
        return Counter(word for line in self.lines if line.prose for word in set(self.topical(line)))

    @cached_property
    def prose(self) -> list[int]:
        """Lines of prose before each place."""
        return list(accumulate((line.prose for line in self.lines), initial=0))

    @cached_property
    def furniture(self) -> list[int]:
        """Lines of furniture before each place."""
        return list(accumulate((line.group is not None for line in self.lines), initial=0))

    @cached_property
    def sizes(self) -> list[float]:
        """Sum of the sizes before each place."""
        return list(accumulate((line.size for line in self.lines), initial=0.0))

    @cached_property
    def words(self) -> list[int]:
        """Words before each place."""
        return list(accumulate((len(line.words) for line in self.lines), initial=0))

    @cached_property
    def prose_words(self) -> int:
        """Words of all prose."""
        return sum(len(line.words) for line in self.lines if line.prose)

    @cached_property
    def since(self) -> list[int]:
        """Lines since the last prose before each place, `FAR` where there is none so near."""
        return distances([line.prose for line in self.lines])

    @cached_property
    def until(self) -> list[int]:
        """Lines until the next prose after each place."""
        return distances([line.prose for line in reversed(self.lines)])[::-1]

    @cached_property
    def body(self) -> tuple[int, int]:
        """The run of lines that is most like an article."""
        return best_run([worth(line) for line in self.lines])

    @cached_property
    def english(self) -> bool:
        """Whether the prose has the small verbs of English; what has no prose is not judged by them."""
        prose = [line for line in self.lines if line.prose]
        return bool(prose) and sum(any(map(is_auxiliary, line.words)) for line in prose) >= ENGLISH_SHARE * len(prose)

    def topical(self, line: Line) -> list[str]:
        """List the words that tell what a line is about."""
        return [word for word in line.words if len(word) >= TOPICAL and word not in self.stop_words]

    def place(self, at: int) -> Iterator[float]:
        """Yield the numbers named in `PLACE`."""
        line, total = self.lines[at], len(self.lines)
        copies = self.copies[line.folded]
        near = self.lines[max(0, at - VISIBLE) : at + VISIBLE + 1]
        count = len(line.words)
        yield from (copies > 1, math.log(copies), sum(other.folded == line.folded for other in near) > 1)
        yield copies == 1 and count >= REPEATED and self.longer.count(line.folded) > (count >= LONG)
        topical = self.topical(line)
        for least in (line.prose, line.prose + 2):
            yield sum(self.topic[word] > least for word in topical) / (len(topical) + 1)
        yield from (at / total, (total - at) / total, at < VISIBLE, at >= total - VISIBLE)
        yield from self.beside_body(at)
        prose = self.prose[-1]
        yield from (prose / total, self.prose_words / (self.words[-1] or 1))
        yield from (self.prose[at] / (prose + 1), (prose - self.prose[at + 1]) / (prose + 1))
        yield from (math.log(self.since[at]), math.log(self.until[at]), self.since[at] == FAR, self.until[at] == FAR)

    def beside_body(self, at: int) -> Iterator[float]:
        """Yield where a line stands to the body."""
        start, end = self.body
        inside = start <= at < end
        words = self.words[end] - self.words[start]
        yield from (inside, math.log1p(max(0, start - at)), math.log1p(max(0, at - end + 1)))
        yield from (words / (self.words[-1] or 1), (at - start) / (end - start + 1) if inside else 0, math.log1p(words))

    def windows(self, at: int) -> Iterator[float]:
        """Yield the numbers named in `WINDOW`: means over the lines around."""
        for reach in WINDOWS:
            start, end = max(0, at - reach), min(len(self.lines), at + reach + 1)
            count = end - start
            yield (self.prose[end] - self.prose[start]) / count
            yield (self.sizes[end] - self.sizes[start] - self.lines[at].size) / count
            yield (self.furniture[end] - self.furniture[start]) / count

    def neighbours(self, at: int) -> Iterator[float]:
        """Yield the numbers named in `NEIGHBOUR` and `BESIDE`."""
        others = {offset: self.lines[at + offset] for offset in NEIGHBOURS if 0 <= at + offset < len(self.lines)}
        for offset in NEIGHBOURS:
            other = others.get(offset)
            yield from (1, other.size, other.prose, other.group is not None, other.ends) if other else (0, 0, 0, 0, 0)
        for offset in (-1, 1):
            other = others.get(offset)
            if other is None:
                yield from (0, 0, 0, 0, 0)
                continue
            yield from (other.group == "credit", other.group == "label", other.group in {"byline", "date"})
            yield from (other.text.endswith(":"), abs(other.size - self.lines[at].size))

    def list_like(self, at: int) -> Iterator[float]:
        """Yield the numbers named in `LIST`: how much a line is like those around it, as in lists of links."""
        line = self.lines[at]
        near = [*self.lines[max(0, at - VISIBLE) : at], *self.lines[at + 1 : at + VISIBLE + 1]]
        own = set(line.words)
        alike = sum(
            not other.prose and other.ends == line.ends and abs(len(other.words) - len(line.words)) <= ALIKE
            for other in near
        )
        yield sum(bool(own) and other.words[:1] == line.words[:1] for other in near)
        yield alike
        yield sum(len(own.intersection(other.words)) for other in near) / (len(own) + 1)
        yield alike > VISIBLE


def worth(line: Line) -> float:
    """Say how much a line speaks for being in the body, or against it."""
    if line.group:
        return -1.5
    return min(len(line.words), 60) / 12 if line.prose else -1.0


def best_run(values: Sequence[float]) -> tuple[int, int]:
    """Find the run with the greatest sum, in one pass (Kadane); (0, 0) where nothing is positive."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for at, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best:
            best, found = total, (start, at + 1)
    return found


def distances(marks: Sequence[bool]) -> list[int]:
    """Count the places since the last mark before each, `FAR` at most."""
    result, since = [], FAR
    for mark in marks:
        result.append(since)
        since = 1 if mark else min(FAR, since + 1)
    return result
