"""One line of text and what can be seen of it alone: the first half of the numbers by which lines are told apart.

After Kohlschütter, Fankhauser and Nejdl 2010 (Boilerplate detection using shallow text features),
for lines that have lost their markup.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from digest.furniture import fold, kind_of

PROSE_WORDS, LONG_WORDS = 8, 20
"""Words from which a line that ends like a sentence, or any line, is taken for prose."""

STATEMENT_WORDS = 3
"""Words from which a line that ends with a full stop can be a sentence."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
END = re.compile(r"[.!?…][\"'”’»)\]]*$")
FULL_STOP = re.compile(r"(?<![.…])[.।][\"'”’»)\]]*$")
LISTED = re.compile(r"[|•©®™]")
INNER_END = re.compile(r"[.!?][\"'”’»)]*\s+[\"'“‘«(]*[^\W\da-z_]")
ADDRESS = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|org|net|co\.uk|de|fr|gov|edu)\b|\S@\S+\.\w|(?:^|\s)@\w", re.IGNORECASE
)
SEPARATOR = re.compile(r"[|•·»›→▸/©®™]")
QUOTATION = re.compile(r"[\"“”„«»]")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
REPORTING = frozenset({"said", "says", "told", "according", "added", "sagte", "dit", "dijo", "disse", "zei"})
ADDRESSING = frozenset({
    "you", "your", "our", "us", "we", "here", "please", "sie", "ihre", "unsere", "vous", "votre", "nos", "su", "sus",
    "nuestro", "nuestra", "uw", "onze",
})  # fmt: skip
INVITING = frozenset({
    "subscribe", "sign", "click", "read", "follow", "share", "join", "get", "watch", "download", "see", "view", "buy",
    "shop", "learn", "find", "visit", "contact", "listen", "enter", "submit", "support", "donate", "photo", "image",
    "video", "credit", "caption", "copyright", "newsletter", "email", "comments", "comment", "related", "trending",
    "sponsored", "advertisement", "posted", "updated", "published", "cookies", "privacy", "terms", "account", "login",
    "register", "facebook", "twitter", "instagram", "youtube", "app", "podcast", "gallery", "editor", "author",
    "writer", "journalist", "reporter", "correspondent", "blog", "website", "contributed", "tags", "topics",
    "categories", "archive", "more", "latest", "next", "previous", "top", "freelance",
})  # fmt: skip

GROUPS = {
    "label": "label", "date": "date", "byline": "byline", "labelled byline": "byline",
    "rights": "rights", "newsletter": "newsletter",
    "credit": "credit", "labelled credit": "credit", "by credit": "credit", "share": "share", "follow": "share",
    "read more": "read more", "also read": "read more",
}  # fmt: skip
"""Kinds of furniture that count as one; those not named are `other`."""
KINDS = (*dict.fromkeys(GROUPS.values()), "other")


@dataclass(frozen=True, slots=True)
class Line:
    """One filled line. `words` are those `written`, folded; `group` is its kind of furniture, if its words tell."""

    text: str
    folded: str
    written: tuple[str, ...]
    words: tuple[str, ...]
    capitals: int
    group: str | None
    ends: bool
    prose: bool
    size: float

    @classmethod
    def of(cls, text: str) -> Line:
        """Look at a line."""
        words = WORD.findall(text)
        capitals = sum(word[0].isupper() for word in words)
        ends = END.search(text) is not None
        long_enough = len(words) >= LONG_WORDS or (ends and len(words) >= PROSE_WORDS)
        kind = kind_of(text)
        return cls(
            text=text,
            folded=fold(text),
            written=tuple(words),
            words=tuple(word.casefold() for word in words),
            capitals=capitals,
            group=GROUPS.get(kind, "other") if kind else None,
            ends=ends,
            prose=long_enough and 2 * capitals <= len(words),
            size=math.log1p(len(words)),
        )


def is_statement(line: Line) -> bool:
    """Tell a sentence, however short, from a label: a full stop, words in lower case, no address, no invitation."""
    if line.group or len(line.words) < STATEMENT_WORDS or not found(FULL_STOP, line.text):
        return False
    invites = line.words[0] in INVITING and any(word in ADDRESSING for word in line.words)
    named = all(word[0].isupper() or word[0].isdigit() for word in line.written[1:])
    return not (invites or named or found(ADDRESS, line.text) or found(LISTED, line.text))


OWN = (
    "size", "size squared", "characters", "word length", "one word", "three words", "six words", "ten words",
    "twenty words", "forty words", "ends", "colon", "question", "ellipsis", "sentences", "commas", "stop words",
    "capitals", "digits", "begins small", "begins quoted", "quotes", "address", "separators", "year", "parenthesis",
    "exclamation", "reports", "addresses", "invites", "begins inviting", "prose", "furniture",
    *(f"is {kind}" for kind in KINDS),
)  # fmt: skip


def own_features(line: Line, stop_words: Collection[str]) -> Iterator[float]:
    """Yield the numbers named in `OWN`."""
    text, words, count = line.text, line.words, len(line.words)
    share = 1 / (count + 1)
    yield from (line.size, line.size**2, math.log1p(len(text)), len(text) * share)
    yield from (count <= 1, count <= 3, count <= 6, count >= 10, count >= 20, count >= 40)  # noqa: PLR2004 - as named
    yield from (line.ends, text.endswith(":"), text.endswith("?"), text.endswith(("...", "…")))
    yield from (min(3, len(INNER_END.findall(text))), min(5, text.count(",")) / (1 + line.size))
    yield from (sum(word in stop_words for word in words) * share, line.capitals * share)
    yield from (sum(map(str.isdigit, text)) / (len(text) + 1), text[:1].islower(), text[:1] in set("\"'“‘«„"))
    yield from (found(QUOTATION, text), found(ADDRESS, text), min(3, len(SEPARATOR.findall(text))), found(YEAR, text))
    yield from ("(" in text, "!" in text, any(word in REPORTING for word in words))
    yield from (min(3, sum(word in ADDRESSING for word in words)), min(3, sum(word in INVITING for word in words)))
    yield from (count > 0 and words[0] in INVITING, line.prose, line.group is not None)
    yield from (line.group == kind for kind in KINDS)


def found(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a pattern is anywhere in a text."""
    return pattern.search(text) is not None
