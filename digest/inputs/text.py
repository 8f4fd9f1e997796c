"""Plain text: a saved article, notes, what was pasted from a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from digest.characters import decode, tidy
from digest.errors import ParseError
from digest.furniture import kind_of
from digest.models import Document, Entry, Feed

EXTENSIONS = (".txt", ".text", ".asc", ".log")
MAX_TITLE = 200
"""Characters: the longest headlines have 150."""

MIN_WORDS, MAX_WORDS = 3, 30
MIN_SIGNS, MAX_SIGNS = 4, 60
"""The same in signs of Chinese and Japanese, which part no words."""

UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
SENTENCE_END = re.compile(r"[.:;,…。：；，、]['\"”’)」』]*$")
MENU = re.compile(r"[^|•›]{1,25}(?:(?:[|•›]| · )[^|•›]{1,25}){2,}")
MOST_MENUS = 5
SHARED_ON = {"on", "via", "to", "facebook", "twitter", "x", "linkedin", "whatsapp", "reddit", "telegram", "bluesky"}
RULE = re.compile(r"^[=\-_*~#]{3,}$")


def recognizes(document: Document) -> float:
    """Tell whether this is plain text: what is left when no other format knows it."""
    if not document.content.strip():
        return 0.0
    if document.media_type == "text/plain" or document.location.lower().endswith(EXTENSIONS):
        return 0.4
    return 0.1


def parse(document: Document) -> Feed:
    """Read one entry; a first line that looks like a title is its title and no longer its text.

    Raises ParseError for bytes that are no text (kind "parse") and where there is none ("empty").
    """
    text = tidy(decode(document.content, document.charset))
    if not text.strip():
        raise ParseError("the file is empty", kind="empty")
    title, body = split_title(text)
    address = document.url
    entry = Entry(
        id=address or sha256(f"{title}\n{body}".encode()).hexdigest()[:24],
        title=title,
        content=body,
        markup="text",
        url=address,
    )
    return Feed(title=title, entries=(entry,), format="text", url=address)


def split_title(text: str) -> tuple[str, str]:
    """Part a text from its title: a first line that stands apart from what follows, or is much shorter; else "".

    Menus and buttons above the title go with it.
    """
    first, _, rest = without_menus(text.strip("\n")).partition("\n")
    title = first.strip("# ").strip()
    rest_lines = [line for line in rest.split("\n") if line.strip()]
    if not rest_lines or not looks_like_title(title):
        return "", text
    stands_apart = rest.startswith("\n") or RULE.match(rest_lines[0]) is not None
    if not stands_apart and len(rest_lines[0]) < 2 * len(title):
        return "", text
    return title, re.sub(r"^\s*[=\-_*~#]{3,}\s*\n", "", rest).strip("\n")


def without_menus(text: str) -> str:
    """Leave out lines at the head that are a site's menu or buttons: Home | News | Sport."""
    for _ in range(MOST_MENUS):
        first, _, rest = text.partition("\n")
        line = first.strip()
        if not rest or len(line) > MAX_TITLE or not (MENU.fullmatch(line) or are_buttons(line.casefold().split())):
            break
        text = rest.lstrip("\n")
    return text


def are_buttons(words: Sequence[str]) -> bool:
    """Tell whether words are the labels of buttons, each a label alone: Share on Facebook, Tweet, Email."""
    labels = [kind_of(word) == "label" for word in words]
    return any(labels) and all(label or word in SHARED_ON for word, label in zip(words, labels, strict=True))


def looks_like_title(line: str) -> bool:
    """Tell whether a line is short, says something, and does not end like a sentence or begin like one cut off."""
    least, most, size = MIN_WORDS, MAX_WORDS, len(line.split())
    if size < least and UNSPACED.search(line):
        least, most, size = MIN_SIGNS, MAX_SIGNS, len(line)
    if not least <= size <= most or len(line) > MAX_TITLE:
        return False
    if kind_of(line) is not None:
        return False
    return line[:1].islower() is False and not SENTENCE_END.search(line)
