"""Entry to Article: markup and furniture out, plain text left."""

from __future__ import annotations

import re

from digest.characters import tidy, tidy_line, visible
from digest.clean.lines import MOST_LINES, body_of
from digest.clean.markdown import markdown_text
from digest.clean.pages import page_text
from digest.errors import ParseError
from digest.furniture import fold, kind_of
from digest.languages import UNKNOWN, detect, known
from digest.models import Article, Entry

ENOUGH_WORDS = 40
"""Words from which detection is surer than what a feed says of itself."""

FEW = 200  # characters up to which a text may be nothing but labels

CUT_OFF = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\))$")

GOES_ON = re.compile(r"((?:…|\.\.\.)[\])]?)\s*([^\W\d_][^.…\n]{1,40})$")
"""The end of a text that a link to its rest follows at once."""


def clean(entry: Entry, *, language: str | None = None, likely: str | None = None) -> Article:
    """Make an article of an entry.

    `language` is the user's choice; without it the text decides, and for a short text the feed; `likely` is taken
    where neither tells.
    Raises ParseError (kind "empty") where no text is left.
    """
    title = tidy_line(entry.title)
    text = without_title(text_of(entry), title)
    if not any(map(str.isalnum, text)) or (not title and is_labels(text)):
        raise ParseError("there is no text in it, only markup or furniture", kind="empty")
    return Article(
        id=entry.id,
        title=title,
        text=text,
        language=language or language_of(text, entry.language, likely),
        url=entry.url,
        file=entry.page_path,
        publisher=tidy_line(entry.publisher) if entry.publisher else None,
        authors=tuple(filter(None, map(tidy_line, entry.authors))),
        published=entry.published,
        tags=entry.tags,
        teaser=entry.teaser,
    )


def text_of(entry: Entry) -> str:
    """Take the text out of an entry's content, by its markup."""
    match entry.markup:
        case "page":
            return without_labels(tidy(page_text(entry.content)))
        case "markdown":
            return without_labels(tidy(markdown_text(visible(entry.content))))
        case "text":
            return tidy(body_of(tidy(entry.content)))
        case "html":
            from digest.markup import plain

            return CUT_OFF.sub("…", without_link(without_labels(plain(entry.content))))


def without_labels(text: str) -> str:
    """Drop the lines that are furniture by their words alone, unless nothing else is left, or they are too many."""
    if text.count("\n") > MOST_LINES:
        return text
    kept = "\n".join(line for line in text.split("\n") if not line or kind_of(line) is None)
    return tidy(kept) or text


def without_link(text: str) -> str:
    """Drop the label of a link behind the dots with which a text breaks off: “… Continue reading”."""
    end = GOES_ON.search(text[-FEW:])
    return text[: -len(end[0])] + end[1] if end and kind_of(end[2]) == "label" else text


def is_labels(text: str) -> bool:
    """Tell whether a text is nothing but buttons and the like: “Comments”, without a title, tells of nothing."""
    return len(text) <= FEW and all(kind_of(line) for line in text.split("\n") if line)


def without_title(text: str, title: str) -> str:
    """Drop the lines that only repeat the title."""
    folded = fold(title)
    if not folded:
        return text
    return tidy("\n".join(line for line in text.split("\n") if fold(line) != folded))


def language_of(text: str, said: str | None, likely: str | None = None) -> str:
    """Name the language of a text: detected, or as the feed says where that is surer, or else the likely one."""
    code = re.split(r"[-_]", said.strip().lower())[0] if said else ""
    if code and (code not in known() or len(text.split()) < ENOUGH_WORDS):
        return code
    found = detect(text)
    return (code or likely or UNKNOWN) if found == UNKNOWN else found
