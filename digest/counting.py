"""Numbers in what the program says in English only: messages, statistics, a run's account of itself."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """Set a number before its noun; without a plural of its own the noun takes an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
