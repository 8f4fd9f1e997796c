"""Who says it, and where it was published: two things, told apart."""

from __future__ import annotations

from digest.models import Article, Attribution, KeyPoint
from digest.outputs import _links, _plain
from digest.outputs._phrases import Phrases
from digest.outputs._view import Credit, Link

SHARE = 1 / 3
"""Of a point's characters, from which it counts as said by its source; a judgement, on the samples."""


def credit_of(point: KeyPoint, phrases: Phrases) -> Credit:
    """Name speaker and publisher of a key point, linked to the sentence itself where it stands on the web."""
    citation = point.citation
    href = _links.web(citation.fragment_url) or _links.web(citation.url)
    where = place(citation.publisher, citation.url, citation.file) or _plain.name(citation.title) or phrases.untitled
    who = speaker(point.attribution, phrases) if point.attribution and speaks(point) else None
    return Credit(
        who=who if who != where else None,
        where=lead(where, href, citation.file),
        via=phrases.via,
    )


def speaks(point: KeyPoint) -> bool:
    """Tell whether a point is what its source says, and not a sentence of the publisher's own that quotes a few words.

    The latter names its source in passing; to set that name behind the whole would put words in a mouth.
    """
    if point.attribution is None:
        return False
    spans = ((max(start, point.start), min(end, point.end)) for start, end in point.attribution.content)
    said = sum(max(0, end - start) for start, end in spans)
    return point.attribution.found != "explicit" or said >= SHARE * (point.end - point.start)


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


def publisher_of(article: Article) -> str | None:
    """Name who published an article: as it says, else its host, its file, its feed."""
    feed = article.feed
    return place(article.publisher, article.url, article.file) or _links.host(feed) or _plain.name(feed) or None


def place(publisher: str | None, url: str | None, file: str | None) -> str | None:
    """Name the best that is known of a place."""
    return _plain.name(publisher) or _links.host(url) or _plain.name(_links.file_name(file)) or None


def article_link(text: str, article: Article | None) -> Link:
    """Lead from words to an article on the web, else to its file."""
    return lead(text, _links.web(article.url), article.file) if article else Link(text)


def lead(text: str, href: str | None, file: str | None) -> Link:
    """Lead from words to an address, else to a file, which is named as well."""
    name = _plain.name(_links.file_name(file))
    return Link(text, href) if href else Link(text, None, _links.file(file), name if name and name != text else None)
