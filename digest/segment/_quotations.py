"""Stretches that a sentence boundary should not cut: quotations and parentheses that are short enough."""

from __future__ import annotations

import re

from digest.models import Span

# Each alternative begins with its mark and looks back from there: the engine passes over all other characters at once.
# Two apostrophes, as old archives set quotation marks, are no two single marks; nor are two accents that open for them.
_MARK = re.compile(r"''|``|[\"“”„«»()\[\]]|[‘'](?:(?<=^.)|(?<=[\s(\[“\"—–-].))(?=\w)|[’'](?<=[,.?!…].)(?![a-z])")
_PAIRS: dict[str, tuple[str, ...]] = {
    "“": ("”",), "„": ("“", "”"), "«": ("»",), "»": ("«", "»"), "”": ("”",), '"': ('"',), "''": ("''",), "``": ("''",),
    "(": (")",), "[": ("]",), "‘": ("’", "'"), "'": ("'", "’"),
}  # fmt: skip
_ALIKE = ('"', "'", "''")  # that look the same on both sides
_NORDIC = ("»", "”")  # that do so in Swedish and Finnish, and close what others open elsewhere
_LONGEST = 280
"""Characters: a longer quotation is cut into its sentences, since nobody could be shown it whole."""


def groups(text: str) -> list[Span]:
    """Find quotations and parentheses that are closed in the same paragraph and short.

    Spans in order that do not overlap; a mark that has no partner is passed over.
    """
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if opened and at - opened[0] > _LONGEST:
            opened = None
        if (
            opened
            and mark in _PAIRS[opened[1]]
            and _may_close(text, at, mark, alike=mark in _ALIKE or mark == opened[1])
        ):
            found.append((opened[0], match.end()))
            opened = None
        elif mark in _PAIRS and _may_open(text, at, mark) and (opened is None or mark == opened[1]):
            opened = (at, mark)
    return found


def _may_open(text: str, at: int, mark: str) -> bool:
    """Tell whether a mark that looks the same on both sides stands as an opening one."""
    if mark in _NORDIC:
        return at + 1 < len(text) and not text[at + 1].isspace() and (at == 0 or text[at - 1].isspace())
    end = at + len(mark)
    return mark not in _ALIKE or (end < len(text) and not text[end].isspace())


def _may_close(text: str, at: int, mark: str, *, alike: bool) -> bool:
    """Tell whether a mark stands as a closing one; `alike` tells that the one that opens looks the same."""
    if not alike:
        return True
    end = at + len(mark)
    before_space = end == len(text) or not text[end].isalnum()
    return before_space and not text[at - 1].isspace()
