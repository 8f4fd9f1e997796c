"""What entries of all feed formats share: identity, plain titles, whether the text is only a beginning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from html import unescape

from digest.addresses import SCHEME, canonical, join, untracked
from digest.characters import tidy_line
from digest.models import Entry

SHORT = 300
"""Characters of plain text below which an entry with a page of its own is taken for a teaser."""

SUMMARY_SHORT = 1_500
"""The same where the feed calls it a summary and gives no content."""

CUT_OFF = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|"
    r"\b(?:read more|continue reading|(?:read )?(?:the )?(?:full|whole) (?:article|story|post))\b[^.]{0,60}|"
    r"\b(?:weiterlesen|lire la suite|seguir leyendo|leer más|continua a leggere|lees verder|läs mer))[\s»›→>.…]*\Z",
    re.IGNORECASE,
)
"""How a text ends that goes on elsewhere."""

ENDING = 200
"""Characters in which such an end is looked for: a fifth of all parsing went into looking through more."""

MAX_TITLE = 2_000
"""Characters of markup that are read for a title or a name; also what keeps hostile ones cheap."""

MAX_CONTENT = 1_000_000
"""Characters of one entry with its markup: the longest found have 760,000."""

ELEMENT_NAMES = (
    "a|abbr|b|big|blockquote|br|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|nobr|ol|p|pre|q|s|samp|small|"
    "span|strike|strong|sub|sup|table|tbody|td|th|time|tr|tt|u|ul|var|wbr|script|style|iframe|svg|video|audio|object|embed"
)
ELEMENT = re.compile(rf"</?(?:{ELEMENT_NAMES})(?:\s[^<>]*)?/?>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
CLOSED = re.compile(
    rf"<(?P<name>{ELEMENT_NAMES})(?:\s[^<>]*)?>.*?</(?P=name)\s*>|<(?:br|hr|img)\b[^<>]*>", re.IGNORECASE | re.DOTALL
)
BLOCK = re.compile(r"<(?:br|p|div|li|h[1-6]|hr|tr|td)\b", re.IGNORECASE)
ANY_TAG = re.compile(r"<[^<>]*>")


def bounded(content: str) -> str:
    """Cut a text that no article is as long as, before a tag or a word."""
    if len(content) <= MAX_CONTENT:
        return content
    cut = max(content.rfind(mark, MAX_CONTENT - 1_000, MAX_CONTENT) for mark in "< \n")
    return content[: cut if cut > 0 else MAX_CONTENT]


def plain_title(markup: str) -> str:
    """Turn a title that may hold HTML into plain text: elements out, references read once.

    Only HTML's own elements are taken out, so that `List<String>` and `x < y` stay what they are.
    Elements that were escaped twice over are taken out as well, where they come in pairs.
    """
    markup = markup[:MAX_TITLE]
    if "<" not in markup and "&" not in markup:
        return tidy_line(markup)
    text = without_elements(markup)
    if text == unescape(markup) and CLOSED.search(text):
        text = without_elements(text)
    return tidy_line(text)


def without_elements(markup: str) -> str:
    """Take HTML's elements out and read its references; what stood in different blocks is kept apart."""
    if "<" in markup:
        gap = " " if BLOCK.search(markup) else ""
        markup = ELEMENT.sub(gap, HIDDEN.sub(gap, markup))
    return unescape(markup)


def plain_length(content: str, *, is_html: bool) -> int:
    """Count the characters of a text without its tags, nearly: for telling long from short."""
    if not is_html:
        return len(content)
    return len(" ".join(unescape(ANY_TAG.sub(" ", content)).split()))


def is_teaser(content: str, *, is_html: bool, is_summary: bool) -> bool:
    """Tell whether a text is only the beginning of an entry, by its length, its end, and what the feed calls it."""
    length = plain_length(content, is_html=is_html)
    if length < (SUMMARY_SHORT if is_summary else SHORT):
        return True
    end = ANY_TAG.sub(" ", content[-1_000:]) if is_html else content[-200:]
    return CUT_OFF.search(unescape(end).rstrip()[-ENDING:]) is not None


@dataclass(frozen=True, slots=True)
class Places:
    """What the links of a feed are relative to: its own address, or in a local feed that of its site."""

    base: str | None
    home: str | None

    def absolute(self, link: str | None) -> str | None:
        """Make a link absolute and free of tracking; None where it is none, or a path beside a local feed.

        In a local feed only a path from the root can be meant for the site.
        """
        is_from_root = self.base is None and (link or "").strip().startswith("/")
        url = join(self.home if is_from_root else self.base, link)
        return untracked(url) if url else None


def page_path(link: str | None) -> str | None:
    """Take a link of a local feed as the relative path of a page; None where it is anything else."""
    path = (link or "").strip().partition("#")[0].partition("?")[0]
    if not path.isprintable():  # hides a scheme from us that others would see
        return None
    if not path or path.startswith(("/", "\\", "//")) or SCHEME.match(path):
        return None
    return path


def identity(own: str | None, url: str | None, title: str, content: str) -> str:
    """Give an entry its id: the feed's own, else its address, else a hash of title and text."""
    if own and own.strip():
        return own.strip()
    if url:
        return canonical(url)
    return "sha256:" + sha256(f"{title}\n{content}".encode("utf-8", "replace")).hexdigest()[:32]


def distinct(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Tell apart entries to which a feed gave one id though they lead to different places; real repetitions stay."""
    counts = Counter(entry.id for entry in entries)
    places: dict[str, set[str]] = {}
    for entry in entries:
        if counts[entry.id] > 1:
            places.setdefault(entry.id, set()).add(place_of(entry))
    return tuple(
        replace(entry, id=f"{entry.id} {place_of(entry)}") if len(places.get(entry.id, ())) > 1 else entry
        for entry in entries
    )


def place_of(entry: Entry) -> str:
    """Say where an entry leads."""
    return canonical(entry.url) if entry.url else entry.page_path or entry.title
