r"""JSON by the contract: `digest/1` for articles, `digest-day/1` for a digest; see docs/schema/.

Keys are never removed or renamed within a schema version. Strings keep every character of the
articles, so that offsets fit; what a terminal would obey is written as `\u…`. A byte of a file name that is no
UTF-8 is written as U+FFFD, since half a character is no valid JSON text (RFC 8259, section 8.2).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from digest.characters import encodable
from digest.errors import Problem, masked
from digest.models import Article, Attribution, Citation, Claim, Digest, KeyPoint, Overflow, Section, Story, Summary
from digest.outputs._compose import section_title
from digest.outputs._phrases import phrases_for
from digest.settings import EmailSettings, OutputSettings

ENDING = ".json"
BINARY = False
ARTICLES = "digest/1"
DAY = "digest-day/1"
UNPRINTABLE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e01ef]"
)


def render_digest(digest: Digest, settings: OutputSettings, email: EmailSettings | None = None) -> str:  # noqa: ARG001
    """Write a digest as one `digest-day/1` object."""
    return page(digest_record(digest))


def render_summaries(
    summaries: Sequence[Summary],
    problems: Sequence[Problem] = (),
    *,
    text: bool = False,
    claims: bool = False,
    stories: bool = False,
) -> str:
    """Write summaries as one `digest/1` object."""
    articles = [article_record(summary, text=text, claims=claims, stories=stories) for summary in summaries]
    record = {"schema": ARTICLES, "articles": articles, "problems": problem_records(problems)}
    return page(record)


def page(record: Any) -> str:
    """Write JSON for people and programs alike, indented; half a character, as file names may hold, is replaced."""
    written = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False)
    return UNPRINTABLE.sub(code_units, encodable(written)) + "\n"


def listing(record: Any) -> str:
    """Write JSON of names and counts, which people read in a terminal too: all that is not seen is escaped."""
    written = encodable(json.dumps(record, ensure_ascii=False, indent=2))
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in written) + "\n"


def dump(record: Any) -> str:
    """Write JSON on one line, with nothing a terminal would obey and every character as it was given."""
    written = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return UNPRINTABLE.sub(code_units, written)


def code_units(match: re.Match[str]) -> str:
    """Write a character as JSON's escapes, two where it needs a surrogate pair."""
    return json.dumps(match.group())[1:-1]


def digest_record(digest: Digest) -> dict[str, Any]:
    """Give a digest as plain values."""
    return {
        "schema": DAY,
        "date": digest.date.isoformat(),
        "since": digest.since.isoformat() if digest.since else None,
        "title": digest.title,
        "generated_at": digest.generated_at.isoformat(),
        "language": digest.language,
        "number": digest.number,
        "introduction": digest.introduction,
        "feeds_total": digest.feeds_total,
        "sections": [section_record(section, digest) for section in digest.sections],
        "problems": problem_records(digest.problems),
    }


def section_record(section: Section, digest: Digest) -> dict[str, Any]:
    """Give a section as plain values."""
    return {
        "id": section.id,
        "title": section_title(section, digest, phrases_for(digest.language)),
        "stories": [story_record(story) for story in section.stories],
        "more": [overflow_record(entry) for entry in section.more],
    }


def overflow_record(entry: Overflow) -> dict[str, Any]:
    """Give what is counted and linked only."""
    return {"title": entry.title, "url": entry.url}


def story_record(story: Story) -> dict[str, Any]:
    """Give a story as plain values; its articles are those of `digest/1`, with the story's id."""
    return {
        "id": story.id,
        "headline": story.headline,
        "importance": story.importance,
        "publishers": list(story.publishers),
        "key_points": [key_point_record(point) for point in story.key_points],
        "articles": [article_record(summary) for summary in story.summaries],
    }


def article_record(
    summary: Summary, *, text: bool = False, claims: bool = False, stories: bool = False
) -> dict[str, Any]:
    """Give an article as the contract's object; `text`, `claims` and `story` are there only where asked for."""
    article = summary.article
    record: dict[str, Any] = {"source": masked(summary.source)} if summary.source is not None else {}
    record |= described(article)
    record |= {
        "word_count": summary.word_count,
        "reading_minutes": summary.reading_minutes,
        "method": summary.method,
    }
    if text:
        record["text"] = article.text
    record["key_points"] = [key_point_record(point) for point in summary.key_points]
    if claims:
        record["claims"] = [claim_record(claim) for claim in summary.claims]
    if stories:
        record["story"] = summary.story
    return record


def described(article: Article) -> dict[str, Any]:
    """Give what is known of an article."""
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
    }


def key_point_record(point: KeyPoint) -> dict[str, Any]:
    """Give a key point with who says it and where it was published."""
    return {
        "article": point.article,
        "text": point.text,
        "start": point.start,
        "end": point.end,
        "sentence": point.sentence,
        "score": point.score,
        "attribution": attribution_record(point.attribution) if point.attribution else None,
        "citation": citation_record(point.citation),
    }


def claim_record(claim: Claim) -> dict[str, Any]:
    """Give a claim."""
    return {
        "start": claim.start,
        "end": claim.end,
        "sentence": claim.sentence,
        "text": claim.text,
        "attribution": attribution_record(claim.attribution),
    }


def attribution_record(attribution: Attribution) -> dict[str, Any]:
    """Give who says it."""
    return {
        "source": attribution.source,
        "mention": attribution.mention,
        "cue": attribution.cue,
        "kind": attribution.kind,
        "found": attribution.found,
        "content": [list(span) for span in attribution.content],
        "confidence": attribution.confidence,
    }


def citation_record(citation: Citation) -> dict[str, Any]:
    """Give where it was published."""
    return {
        "publisher": citation.publisher,
        "title": citation.title,
        "url": citation.url,
        "fragment_url": citation.fragment_url,
    }


def problem_records(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Give what was left out, and why."""
    return [{"source": problem.source, "reason": problem.reason, "kind": problem.kind} for problem in problems]
