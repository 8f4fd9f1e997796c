"""One line of a corpus to one line of results: what `digest batch` does, without its files and processes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from digest.characters import encodable
from digest.errors import DigestError, ParseError
from digest.models import Article, Entry
from digest.outputs.json import article_record, dump
from digest.pipeline import article_of, summarize
from digest.settings import Source, SummarySettings

TEXT_FIELDS = ("title", "url", "publisher", "published", "language")
FROM_BATCH = Source(location="-")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What every record of the corpus is asked for."""

    settings: SummarySettings
    language: str | None = None
    text: bool = False
    claims: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one line: a record to write, and its article where there is one."""

    record: Mapping[str, Any]
    article: Article | None = None
    passed_over: bool = False
    """Whether a text stood beside the HTML that was read."""


def process(number: int, line: bytes, wanted: Wanted) -> Result:
    """Summarize the article of one line of JSON; `number` counts lines from 1 and stands in for a missing id."""
    identifier: Any = str(number)
    try:
        data = decode(line)
        identifier = data.get("id", identifier)
        article = read(data, str(identifier), wanted)
        summary = summarize(article, wanted.settings)
    except DigestError as error:
        return Result({"id": identifier, "problem": str(error)})
    record = {**article_record(summary, text=wanted.text, claims=wanted.claims), "id": identifier}
    for point in record["key_points"]:
        point["article"] = identifier
    if html_of(data):
        return Result(record, article, passed_over=bool(data.get("text")))
    text = data["text"]
    return Result(record if text == article.text else as_given(record, text), article)


def decode(line: bytes) -> dict[str, Any]:
    """Read a JSON object; raises ParseError for anything else."""
    try:
        data = json.loads(line.decode("utf-8-sig"), parse_constant=refuse)
    except RecursionError as error:
        raise ParseError("JSON nested too deeply") from error
    except ValueError as error:
        raise ParseError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise ParseError(f"a line must hold a JSON object, not {type(data).__name__}")
    return data


def refuse(constant: str) -> None:
    """Refuse NaN and Infinity, which are no JSON (RFC 8259)."""
    raise ValueError(f"{constant} is no JSON value")


def read(data: Mapping[str, Any], identifier: str, wanted: Wanted) -> Article:
    """Make an article of a record: `html` cleaned where it is given, else `text` unchanged, so that offsets fit."""
    fields = {name: (value := checked(data, name)) and encodable(value) for name in TEXT_FIELDS}
    published = parsed_date(fields["published"])
    text, html = checked(data, "text"), html_of(data)
    if html:
        entry = Entry(
            id=identifier,
            title=fields["title"] or "",
            content=encodable(html),
            markup="page" if "<body" in html[:100_000].lower() else "html",
            url=fields["url"],
            publisher=fields["publisher"],
            published=published,
            language=fields["language"],
        )
        return article_of(entry, FROM_BATCH, language=wanted.language)
    if text is None:
        raise ParseError("neither 'text' nor 'html' is given")
    if not text.strip():
        raise ParseError("the text is empty", kind="empty")
    return Article(
        id=identifier,
        title=fields["title"] or "",
        text=encodable(text),
        language=wanted.language or fields["language"] or detected(text),
        url=fields["url"],
        publisher=fields["publisher"],
        published=published,
    )


def html_of(data: Mapping[str, Any]) -> str | None:
    """Take the HTML of a record; a blank one is none, as rows of a table have it beside a text."""
    html = checked(data, "html")
    return html if html and not html.isspace() else None


def as_given(record: dict[str, Any], text: str) -> dict[str, Any]:
    """Put back what no UTF-8 can hold: lone surrogates, which were replaced one for one."""
    for part in (*record["key_points"], *record.get("claims", ())):
        part["text"] = text[part["start"] : part["end"]]
    return {**record, "text": text} if "text" in record else record


def checked(data: Mapping[str, Any], name: str) -> str | None:
    """Take a field that must be a string, or absent; raises ParseError."""
    value = data.get(name)
    if value is None or isinstance(value, str):
        return value
    raise ParseError(f"{name!r} must be a string, not {type(value).__name__}")


def parsed_date(text: str | None) -> datetime | None:
    """Read an ISO 8601 date or time, UTC where it names no zone; None where there is none; raises ParseError."""
    if not text:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise ParseError(f"'published' is no date as in 2026-11-22T07:10:00Z: {text[:40]!r}") from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def detected(text: str) -> str:
    """Tell the language of a text."""
    from digest.languages import detect

    return detect(text)


def encode(record: Mapping[str, Any]) -> bytes:
    """Write a record as one line."""
    return dump(record).encode() + b"\n"
