"""The nominative of a German genitive, where it is certain: des Bauamts is the Bauamt."""

from __future__ import annotations

import re
from collections.abc import Container

_LONG = re.compile(
    r"(?P<stem>\w*(?:amt|rat|haus|bund|land|dienst|gericht|institut|verband|vorstand|werk|kreis|hof|tag|bezirk))es",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?P<stem>\w{3,}[^\W\daeiousxzß])s")
_ENDING = 1  # letters of the genitive of a name


def nominative(words: str, *, known: Container[str], article: bool) -> str:
    """Give the nominative of a noun that stands behind `des`, or of a name that the article holds without its s.

    Words behind the noun stay as they are; where an adjective stands before it, so does all.
    """
    head, space, rest = words.partition(" ")
    if not article:
        bare = head[:-_ENDING]
        return f"{bare}{space}{rest}" if head.endswith("s") and bare in known and not rest else words
    match = _LONG.fullmatch(head) or _SHORT.fullmatch(head)
    return f"{match['stem']}{space}{rest}" if match else words
