"""Summaries to view: what `digest summarize` shows of articles that make no digest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.citation import headline_of
from digest.errors import Problem
from digest.models import Claim, KeyPoint, Summary
from digest.outputs import _plain
from digest.outputs._credit import credit_of, headline_link, publisher_name, speaker
from digest.outputs._phrases import Phrases, phrases_for
from digest.outputs._view import Credit, Link, Point, Quote, StoryView


@dataclass(frozen=True, slots=True)
class Sheet:
    """Articles one below the other, and what could not be read."""

    language: str
    direction: str
    title: str
    articles: tuple[StoryView, ...]
    problems: tuple[str, ...]
    claims_title: str
    text_title: str


def sheet_of(
    summaries: Sequence[Summary],
    problems: Sequence[Problem],
    *,
    text: bool = False,
    claims: bool = False,
    stories: bool = False,
) -> Sheet:
    """Make the view of summaries; texts, claims and who tells the same story come only where asked for."""
    phrases = phrases_for(shared_language(summaries))
    articles = tuple(article_view(summary, phrases, text=text, claims=claims) for summary in summaries)
    if stories:
        articles = with_fellows(summaries, articles, phrases)
    return Sheet(
        language=phrases.language,
        direction=_plain.language_direction(phrases.language),
        title=articles[0].title.text if len(articles) == 1 else phrases.key_points,
        articles=articles,
        problems=tuple(f"{_plain.name(problem.source)}: {_plain.line(problem.reason, 300)}" for problem in problems),
        claims_title=phrases.claims,
        text_title=phrases.text,
    )


def shared_language(summaries: Sequence[Summary]) -> str:
    """Name the language that all articles share, else English."""
    codes = {summary.article.language for summary in summaries}
    return codes.pop() if len(codes) == 1 else "en"


def article_view(summary: Summary, phrases: Phrases, *, text: bool, claims: bool) -> StoryView:
    """View one article; there is no today here, so its date is written out."""
    article = summary.article
    headline = _plain.title(headline_of(article.title, article.url, article.file)) or phrases.untitled
    best = sorted(summary.key_points, key=lambda point: -point.score)
    ranks = {point: rank for rank, point in enumerate(best)}
    return StoryView(
        title=headline_link(headline, article),
        language=article.language,
        direction=_plain.direction(headline),
        publisher=publisher_name(article),
        when=phrases.plain_day(article.published.date()) if article.published else None,
        reading=phrases.reading(summary.reading_minutes),
        outlets=(),
        told="",
        points=tuple(
            Point(words, credit_below(point, phrases), ranks[point])
            for point in summary.key_points
            if (words := _plain.line(point.text))
        ),
        comma=phrases.comma,
        authors=tuple(name for author in article.authors if (name := _plain.name(author))),
        claims=tuple(quote_of(claim, phrases) for claim in summary.claims) if claims else (),
        paragraphs=_plain.paragraphs(article.text) if text else (),
    )


def credit_below(point: KeyPoint, phrases: Phrases) -> Credit:
    """Name who says a point below its article's heading, which alone leads to a file."""
    credit = credit_of(point, phrases, alone=True)
    return credit if credit.needed else replace(credit, where=Link(credit.where.text))


def with_fellows(
    summaries: Sequence[Summary], articles: Sequence[StoryView], phrases: Phrases
) -> tuple[StoryView, ...]:
    """Name below each article the others that tell the same story."""
    fellows: dict[str, list[int]] = {}
    for index, summary in enumerate(summaries):
        if summary.story is not None:
            fellows.setdefault(summary.story, []).append(index)
    return tuple(
        replace(
            article,
            told=phrases.same_story,
            outlets=tuple(articles[other].title for other in fellows.get(summary.story or "", ()) if other != index),
        )
        for index, (summary, article) in enumerate(zip(summaries, articles, strict=True))
    )


def quote_of(claim: Claim, phrases: Phrases) -> Quote:
    """View one claim."""
    attribution = claim.attribution
    return Quote(
        who=speaker(attribution, phrases),
        text=_plain.line(claim.text),
        cue=_plain.name(attribution.cue) or None,
        kind=attribution.kind,
    )
