"""What a page says of itself: title, authors, date, publisher, address, language, tags.

Read from Open Graph, schema.org (JSON-LD and microdata), Dublin Core and the plain elements of
HTML, in the order in which they proved right. A date is taken where the page states one in a
standard form, and never guessed from its text or address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from digest.characters import tidy_line
from digest.inputs._metadata import as_date, as_names, as_text, web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_JSON = 500_000
MAX_NODES = 2000
SITE_WORDS = 3
ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|WebPage|LiveBlogPosting", re.IGNORECASE)
SEPARATOR = re.compile(r"\s+[|–—·•»:-]{1,2}\s+|\s*[|»]\s*")
DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "cxenseparse:recs:publishtime", "rnews:datepublished", "date",
)  # fmt: skip
AUTHORS = (
    "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "byl",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What was found; None or empty where a page is silent."""

    title: str
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class Raw:
    """Everything stated in the page: `meta` by name in lower case, objects of JSON-LD."""

    tree: HtmlElement
    meta: dict[str, list[str]] = field(default_factory=dict)
    objects: list[dict[str, Any]] = field(default_factory=list)

    def first(self, *names: str) -> str:
        """Take the first value under any of these names, in their order."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), "")

    def stated(self, key: str) -> Any:
        """Take the value of a key in the first object of JSON-LD that has it, articles first."""
        return next((thing[key] for thing in self.objects if thing.get(key)), None)

    def elements(self, path: str) -> Iterator[HtmlElement]:
        """Yield the elements of a path, as ElementTree knows it."""
        yield from self.tree.iterfind(path)


def read_facts(tree: HtmlElement, address: str | None) -> PageFacts:
    """Read a page's facts; `address` is where it was found, None for a file."""
    raw = collect(tree)
    publisher = publisher_of(raw)
    keywords = raw.meta.get("article:tag") or as_names(raw.first("news_keywords", "keywords"))
    return PageFacts(
        title=title_of(raw, publisher or ""),
        url=url_of(raw, address),
        publisher=publisher or host_of(address),
        authors=authors_of(raw),
        published=published_of(raw),
        language=as_text(tree.get("lang") or raw.first("og:locale", "content-language", "language")) or None,
        tags=tuple(dict.fromkeys(tidy_line(word) for word in keywords))[:20],
    )


def collect(tree: HtmlElement) -> Raw:
    """Gather `meta` elements, microdata dates and JSON-LD once."""
    raw = Raw(tree)
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and element.get("content"):
            raw.meta.setdefault(name.strip().lower(), []).append(tidy_line(element.get("content")))
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            raw.objects.extend(objects_in(script.text or ""))
    raw.objects.sort(key=lambda thing: not ARTICLE_TYPES.search(as_text(thing.get("@type"))))
    return raw


def objects_in(source: str) -> list[dict[str, Any]]:
    """List all objects of a JSON-LD script, outermost first; none where it is broken, huge or too deep."""
    try:
        pending = [json.loads(source[:MAX_JSON].strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    while pending and len(found) < MAX_NODES:
        thing = pending.pop(0)
        if isinstance(thing, dict):
            found.append(thing)
            thing = thing.get("@graph", [])
        if isinstance(thing, list):
            pending.extend(thing[:MAX_NODES])
    return found


def title_of(raw: Raw, publisher: str) -> str:
    """Choose the headline: the `h1` that the page's title repeats, else what is stated, without the site's name."""
    stated = [raw.first("og:title"), as_text(raw.stated("headline")), raw.first("twitter:title", "dc.title")]
    whole = tidy_line(raw.tree.findtext(".//title") or "")
    headings = [tidy_line(element.text_content()) for element in raw.elements(".//h1")]
    for heading in filter(None, headings):
        folded = heading.casefold()
        if len(folded.split()) > 1 and any(folded in other.casefold() for other in (*stated, whole)):
            return heading
    found = next(filter(None, stated), "") or whole or next(filter(None, headings), "")
    return without_site(found, publisher)


def without_site(title: str, publisher: str) -> str:
    """Cut the site's name off a title; where it is unknown, a short last part of one that has several."""
    parts = SEPARATOR.split(title)
    for place in (-1, 0):
        if len(parts) > 1 and publisher and parts[place].strip().casefold() == publisher.casefold():
            return title.replace(parts[place], "").strip(" |–—·•»:-")
    last = parts[-1]
    if len(parts) > 1 and not publisher and len(last.split()) <= SITE_WORDS and len(title) - len(last) > 3 * len(last):
        return title[: title.rindex(last)].strip(" |–—·•»:-")
    return title


def publisher_of(raw: Raw) -> str | None:
    """Find the name of the site or its publisher."""
    publisher = raw.stated("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = as_text(publisher.get("name")) if isinstance(publisher, dict) else ""
    found = (
        raw.first("og:site_name") or name or raw.first("application-name", "dc.publisher", "twitter:app:name:iphone")
    )
    return None if not found or web_address(found) else found


def host_of(address: str | None) -> str | None:
    """Name the host of an address without `www.`."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def authors_of(raw: Raw) -> tuple[str, ...]:
    """Find out who wrote it."""
    stated = as_names(raw.stated("author"))
    if stated:
        return stated
    for name in AUTHORS:
        found = as_names(raw.meta.get(name, []))
        if found:
            return found
    links = [tidy_line(link.text_content()) for link in raw.elements(".//a[@rel='author']")]
    return as_names([name for name in links if name][:5])


def published_of(raw: Raw) -> datetime | None:
    """Find out when it was published, where the page says it in a standard form."""
    candidates: list[Any] = [raw.stated("datePublished"), *(raw.first(name) for name in DATES)]
    candidates += [element.get("datetime") for element in raw.elements(".//*[@itemprop='datePublished']")]
    candidates += [element.get("datetime") for element in raw.elements(".//time[@pubdate]")]
    candidates += [element.get("datetime") for element in raw.elements(".//article//header//time")]
    return next(filter(None, map(as_date, filter(None, candidates))), None)


def url_of(raw: Raw, address: str | None) -> str | None:
    """Find the page's canonical address, believed only about its own site, and not where it names a front page."""
    links = [link.get("href") for link in raw.elements(".//link[@rel='canonical']")]
    stated = [raw.first("og:url"), as_text(raw.stated("url"))]
    for link in filter(None, (*links, *stated)):
        found = web_address(joined(address, link))
        if found and urlsplit(found).path.strip("/") and (address is None or host_of(found) == host_of(address)):
            return found
    return address


def joined(base: str | None, link: str) -> str:
    """Make a link absolute; "" where it cannot be read."""
    try:
        return urljoin(base or "", link.strip())
    except ValueError:
        return ""
