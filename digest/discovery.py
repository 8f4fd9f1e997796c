"""The feeds that a web page names: `<link rel="alternate" type="application/rss+xml" href="…">`.

As the HTML standard (4.6.7.1) and practice have it.
"""

from __future__ import annotations

import re
from html import unescape

from digest.addresses import join

HEAD = 500_000
"""Bytes of a page that are looked at."""

LINK = re.compile(rb"<link\s([^<>]{1,2000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
COMMENTS = re.compile(r"comments?\b|kommentare|commentaires|comentarios", re.IGNORECASE)


def feed_links(page: bytes, base: str) -> tuple[str, ...]:
    """List the addresses of the feeds that a page names, each once, those of comments last."""
    found: dict[str, bool] = {}
    for link in LINK.finditer(page[:HEAD]):
        values = attributes(link[1].decode("utf-8", "replace"))
        is_feed = "alternate" in values.get("rel", "").lower().split() and values.get("type", "").lower() in TYPES
        url = join(base, values.get("href")) if is_feed else None
        if url:
            found.setdefault(url, COMMENTS.search(values.get("title", "") + url) is not None)
    return tuple(sorted(found, key=lambda url: found[url]))


def attributes(tag: str) -> dict[str, str]:
    """Read the attributes of a tag; the first of a name counts."""
    values: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(tag):
        values.setdefault(name.lower(), unescape(double or single or bare).strip())
    return values
