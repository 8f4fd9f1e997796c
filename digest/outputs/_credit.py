"""Who says it, and where it was published: two things, told apart."""

from __future__ import annotations

from digest.characters import is_name
from digest.citation import file_name, place_of, publisher_of
from digest.models import Article, Attribution, KeyPoint
from digest.outputs import _links, _plain
from digest.outputs._phrases import Phrases
from digest.outputs._view import Credit, Link

SHARE = 1 / 3
"""Of a point's words beside source and cue, from which it counts as said by its source; a judgement, on the samples."""
FEWEST = 4  # words that a point opens with, from which they are a statement and no mere phrase in quotation marks


def credit_of(point: KeyPoint, phrases: Phrases, *, alone: bool) -> Credit:
    """Name speaker and publisher of a key point, linked to the sentence itself where it stands on the web.

    `alone` is set where one article tells the story: what has neither address nor publisher is then
    named by the heading, and need not be named again.
    """
    citation = point.citation
    href = _links.web(citation.fragment_url) or _links.web(citation.url)
    place = _plain.name(place_of(citation.publisher, citation.url, citation.file))
    where = place or _plain.name(citation.title) or phrases.untitled
    who = speaker(point.attribution, phrases) if point.attribution and speaks(point) else None
    return Credit(
        who=who if who != where else None,
        where=lead(where, href, citation.file),
        via=phrases.via,
        comma=phrases.comma,
        needed=bool(href or _plain.name(citation.publisher)) or not alone,
        named=bool(
            point.attribution
            and is_name(_plain.name(point.attribution.source))
            and not point.text.startswith(who or " ")
        ),
    )


def speaks(point: KeyPoint) -> bool:
    """Tell whether a point is what its source says, and not a sentence of the publisher's own that quotes a few words.

    The latter names its source in passing; to set that name behind the whole would put words in a mouth.
    What is said counts as the point where it opens it, or is a third of it: not in "the court ruled
    that …, in a judgment that lawyers called the first of its kind".
    """
    said = point.attribution
    if said is None or said.found != "explicit":
        return said is not None
    spans = [(max(start, point.start) - point.start, min(end, point.end) - point.start) for start, end in said.content]
    spans = [(start, end) for start, end in spans if start < end]
    named = len(said.mention or "") + len(said.cue or "")
    if sum(end - start for start, end in spans) >= SHARE * (point.end - point.start - named):
        return True
    opening = next((point.text[start:end] for start, end in spans if start == 0), "")
    return said.kind != "mixed" and len(opening.split()) >= FEWEST


def speaker(attribution: Attribution, phrases: Phrases) -> str:
    """Name who says it: the source, or else the words that there are, marked as unresolved."""
    source = _plain.name(attribution.source)
    if source:
        return source
    mention = _plain.name(attribution.mention)
    if mention:
        return f"{phrases.quoted(mention)} ({phrases.unclear})"
    cue = _plain.name(attribution.cue)
    return f"{phrases.unattributed} ({phrases.quoted(cue)})" if cue else phrases.unattributed


def publisher_name(article: Article) -> str | None:
    """Name who published an article, cleaned for showing."""
    return _plain.name(publisher_of(article)) or None


def headline_link(text: str, article: Article | None) -> Link:
    """Lead from a headline to its article; a file is named beside it."""
    link = article_link(text, article)
    name = _plain.name(file_name(article.file)) if article and not link.href else ""
    return Link(link.text, link.href, link.file, name or None)


def article_link(text: str, article: Article | None) -> Link:
    """Lead from words to an article on the web, else to its file."""
    return lead(text, _links.web(article.url), article.file) if article else Link(text)


def lead(text: str, href: str | None, file: str | None) -> Link:
    """Lead from words to an address, else to a file."""
    return Link(text, href) if href else Link(text, None, _links.file(file))
