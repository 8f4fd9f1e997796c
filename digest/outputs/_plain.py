"""Feed text made fit to be shown: one line, nothing invisible, nothing endless."""

from __future__ import annotations

import re
import unicodedata

from digest.characters import tidy, tidy_line, visible

MAX_TITLE = 300  # code points; the longest honest headlines have some 200
MAX_NAME = 80
MAX_POINT = 2_000  # `summary.max_chars` is the user's business; this only stops what is no sentence
MAX_MARKS = 4  # combining marks on one letter; living scripts stay below, "zalgo" does not

# Beyond what `tidy` removes: C1's NEL is a line end there, supplementary variation selectors smuggle bytes.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\U000e0100-\U000e01ef]")
MARKS = re.compile(
    f"((?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]){{{MAX_MARKS}}})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "ps", "sd", "ug", "ur", "yi"})


def line(text: str | None, limit: int = MAX_POINT) -> str:
    """Make one line of at most `limit` code points; what is cut ends in an ellipsis."""
    clean = " ".join(UNSEEN.sub("", MARKS.sub(r"\1", tidy_line(text or ""))).split())
    return clean if len(clean) <= limit else shorten(clean, limit)


def title(text: str | None) -> str:
    """Make a headline."""
    return line(text, MAX_TITLE)


def name(text: str | None) -> str:
    """Make a name of a person, a publisher or a feed."""
    return line(text, MAX_NAME)


def paragraphs(text: str) -> tuple[str, ...]:
    """Part an article's text into clean lines, empty ones left out."""
    return tuple(clean for part in tidy(text).split("\n") if (clean := line(part, len(part) + 1)))


def preformatted(text: str) -> tuple[str, ...]:
    """Part code into clean lines that keep their blanks; none where there is nothing but blanks."""
    lines = (UNSEEN.sub("", line).expandtabs(4).rstrip() for line in visible(text).split("\n"))
    return tuple("\n".join(lines).strip("\n").split("\n")) if text.strip() else ()


def shorten(text: str, limit: int) -> str:
    """Cut at a word's end, or in the middle of a word that fills it all, and say so with an ellipsis."""
    head = text[: limit - 1]
    space = head.rfind(" ")
    return (head[:space] if space > limit // 2 else head).rstrip(" ,;:.–—-") + "…"


def direction(text: str) -> str:
    """Tell `ltr` or `rtl` by the first letter that has a direction (UAX #9, P2 and P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def language_direction(code: str) -> str:
    """Tell the direction in which a language is written."""
    return "rtl" if code.casefold().split("-")[0] in RIGHT_TO_LEFT else "ltr"
