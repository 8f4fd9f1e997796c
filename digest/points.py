"""A story's points: chosen from those of the articles that tell it, none of them twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.models import KeyPoint, Summary
from digest.terms import terms_of, words

KNOWN = 0.5  # share of a point's terms from which it repeats what was told; a judgement, on the samples


def merged_points(summaries: Sequence[Summary], bullets: int) -> tuple[KeyPoint, ...]:
    """Choose a story's points: the leading article's best, then by turns what each article adds to those chosen.

    What several have word for word is the point of the first of them, wherever it stands in the others.
    A point adds if less than half of its terms stand in the headline or in a point chosen before, so
    that a second outlet's opening, which tells the news once more, gives way to what it alone has.
    """
    if len(summaries) == 1:
        return summaries[0].key_points
    ranked = [sorted(summary.key_points, key=lambda point: -point.score) for summary in summaries]
    first = {as_told(point.text): point for points in reversed(ranked) for point in reversed(points)}
    turns = [first[as_told(points[turn].text)] for turn in range(bullets) for points in ranked if turn < len(points)]
    language = summaries[0].article.language
    headline = set(terms_of(words(summaries[0].article.title, language), language))
    told: set[str] = set()
    chosen: list[KeyPoint] = []
    for point in turns:
        terms = set(terms_of(words(point.text, language), language))
        known = told if point.article == summaries[0].article.id else told | headline
        if len(chosen) < bullets and len(terms & known) < KNOWN * max(1, len(terms)):
            chosen.append(point)
            told |= terms
    return in_reading_order(chosen, summaries)


def in_reading_order(points: Iterable[KeyPoint], summaries: Sequence[Summary]) -> tuple[KeyPoint, ...]:
    """Order points as the leading article has them, then the next, whichever of the articles each is taken from."""
    places: dict[str, tuple[int, int]] = {}
    for rank, summary in enumerate(summaries):
        for sentence in summary.sentences:
            places.setdefault(as_told(sentence.text), (rank, sentence.start))
    order = {summary.article.id: rank for rank, summary in enumerate(summaries)}

    def place(point: KeyPoint) -> tuple[int, int]:
        return places.get(as_told(point.text), (order[point.article], point.start))

    return tuple(sorted(points, key=place))


def as_told(text: str) -> str:
    """Make sentences comparable: white space and letter case aside."""
    return " ".join(text.casefold().split())
