"""Plain text as pasted from a page or saved by a reader: its lines with the furniture left out."""

from __future__ import annotations

from digest.clean.furniture import fold, kind_of

SHORT = 90
MAX_CAPTION_WORDS = 40
CREDITS = {"credit", "labelled credit", "by credit"}


def body_of(text: str) -> str:
    """Leave out captions, credits, labels, bylines and doubled lines; what is left is unchanged."""
    lines = text.split("\n")
    kinds = [kind_of(line) if line.strip() else None for line in lines]
    dropped = {at for at, kind in enumerate(kinds) if kind is not None}
    dropped |= doubled(lines) | captions(lines, kinds)
    return "\n".join(line for at, line in enumerate(lines) if at not in dropped)


def doubled(lines: list[str]) -> set[int]:
    """Find lines that stand next to their own copy (captions do), and later copies of any longer line."""
    found: set[int] = set()
    seen: dict[str, int] = {}
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for place, at in enumerate(filled):
        folded = fold(lines[at])
        if place and fold(lines[filled[place - 1]]) == folded:
            found |= {at, filled[place - 1]}
        elif len(folded) > SHORT and folded in seen:
            found.add(at)
        seen.setdefault(folded, at)
    return found


def captions(lines: list[str], kinds: list[str | None]) -> set[int]:
    """Find lines that a credit follows at once."""
    return {
        at
        for at in range(len(lines) - 1)
        if kinds[at + 1] in CREDITS and 0 < len(lines[at].split()) < MAX_CAPTION_WORDS
    }
