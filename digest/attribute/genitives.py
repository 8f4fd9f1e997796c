"""The nominative of a German genitive, where it is certain: des Bauamts is the Bauamt."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

_SHORT = re.compile(r"(?P<stem>\w{3,}[^\W\daeiousxzß])s")
_ENDING = 1  # letters of the genitive of a name


def nominative(words: str, *, known: Container[str], article: bool, stems: frozenset[str]) -> str:
    """Give the nominative of a noun that stands behind `des`, or of a name that the article holds without its s.

    Words behind the noun stay as they are; where an adjective stands before it, so does all.
    """
    head, space, rest = words.partition(" ")
    if not article:
        bare = head[:-_ENDING]
        return f"{bare}{space}{rest}" if head.endswith("s") and bare in known and not rest else words
    match = _long(stems).fullmatch(head) or _SHORT.fullmatch(head)
    return f"{match['stem']}{space}{rest}" if match else words


@cache
def _long(stems: frozenset[str]) -> re.Pattern[str]:
    """Make the pattern of a genitive in es."""
    return re.compile(rf"(?P<stem>\w*(?:{'|'.join(sorted(stems))}))es", re.IGNORECASE)
