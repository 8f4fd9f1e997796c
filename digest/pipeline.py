"""From entries to a digest in one straight line; knows no network, no disk and no clock.

Entry ─clean─► Article ─segment─► Sentence … ─attribute─► Claim … ─condense─► Summary
Summary … ─cluster─► Story … ─arrange─► Digest
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from digest.addresses import without_credentials
from digest.attribute import attribute
from digest.clean import clean
from digest.cluster import cluster
from digest.condense import condense
from digest.errors import DigestError, ParseError, Problem
from digest.models import Article, Claim, Entry, Sentence, Summary
from digest.segment import segment
from digest.settings import Source, StorySettings, SummarySettings


def article_of(
    entry: Entry,
    source: Source,
    *,
    language: str | None = None,
    likely: str | None = None,
    folder: str | None = None,
) -> Article:
    """Clean an entry and give it what its source says of it: section, weight, language, file.

    `language` is that of all, the source's own wins over it; None leaves it to the text. `likely` is that of the
    digest's own words, taken where the text does not tell; "auto" is none.
    A local file is cited by its path from `folder`, where the result will lie, or as it was named.
    Raises ParseError where no text is left.
    """
    article = clean(entry, language=_told(source.language, language), likely=_told(likely))
    return replace(
        article,
        file=file_of(entry, source, folder),
        publisher=article.publisher or source.name,
        feed=feed_name(source),
        section=source.section,
        weight=source.weight,
        tags=tuple(dict.fromkeys((*article.tags, *source.tags))),
    )


def _told(*codes: str | None) -> str | None:
    """Give the first language that is named."""
    return next((code for code in codes if code and code != "auto"), None)


def feed_name(source: Source) -> str:
    """Name a feed for readers: as configured, else by its address without secrets, or its path if that is relative."""
    path = source.written or source.location
    if source.local and not source.name:
        return os.path.basename(path) if os.path.isabs(path) else path  # noqa: PTH117, PTH119 - only words
    return source.name or without_credentials(source.location)


def file_of(entry: Entry, source: Source, folder: str | None) -> str | None:
    """Name the local file that an entry is read in: its own page, or the file that holds it."""
    if not source.local:
        return None
    path = source.location
    if entry.page_path:
        path = os.path.normpath(os.path.join(os.path.dirname(path), entry.page_path))  # noqa: PTH118, PTH120 - words
    return os.path.relpath(path, folder) if folder and os.path.isabs(path) else path  # noqa: PTH117 - only words


def summarize(article: Article, settings: SummarySettings, *, explain: bool = False) -> Summary:
    """Find an article's claims and its key points."""
    sentences, claims = claims_of(article)
    key_points, choices = condense(
        article,
        sentences,
        claims,
        method=settings.method,
        bullets=settings.bullets,
        max_chars=settings.max_chars,
        explain=explain,
    )
    return Summary(
        article=article,
        method=settings.method,
        sentences=sentences,
        claims=claims,
        key_points=key_points,
        choices=choices,
    )


def claims_of(article: Article) -> tuple[tuple[Sentence, ...], tuple[Claim, ...]]:
    """Cut an article into sentences and find who says what in it."""
    sentences = segment(article.text, article.language)
    return sentences, attribute(article.text, sentences, article.language, article.title)


def settings_for(source: Source, settings: SummarySettings) -> SummarySettings:
    """Let what a source asks for win over what holds for all."""
    return replace(settings, method=source.method or settings.method, bullets=source.bullets or settings.bullets)


def summarize_entries(
    entries: Iterable[tuple[Entry, Source]],
    settings: SummarySettings,
    *,
    likely: str | None = None,
    folder: str | None = None,
    explain: bool = False,
    clean_entry: Callable[..., Article] = article_of,
) -> tuple[tuple[Summary, ...], tuple[Problem, ...]]:
    """Summarize entries in order; one that holds no text becomes a problem and stops none of the others.

    `clean_entry` makes articles as `article_of` does; it may do so where it can be stopped, or of a part.
    """
    summaries: list[Summary] = []
    problems: list[Problem] = []
    for entry, source in entries:
        try:
            article = clean_entry(entry, source, likely=likely, folder=folder)
        except ParseError as error:
            problems.append(entry_problem(entry, source, error))
        else:
            summaries.append(summarize(article, settings_for(source, settings), explain=explain))
    return tuple(summaries), tuple(problems)


def entry_problem(entry: Entry, source: Source, error: DigestError) -> Problem:
    """Name the entry that could not be used, and its source; ids say nothing to people, and a file may be the entry."""
    entry_name = entry.title or entry.url or ("" if source.local else "an entry without a title")
    return Problem.of(": ".join(filter(None, (source.name or source.key, entry_name))), error)


def with_stories(summaries: Sequence[Summary], settings: StorySettings) -> tuple[Summary, ...]:
    """Write a story's id, that of its leading article, into each summary that shares one."""
    groups = cluster([summary.article for summary in summaries], enabled=settings.cluster, window=settings.window)
    story = {index: summaries[group[0]].article.id for group in groups if len(group) > 1 for index in group}
    return tuple(replace(summary, story=story.get(index)) for index, summary in enumerate(summaries))
