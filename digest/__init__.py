"""Key points of articles and feeds, word for word, with who says it and where it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from digest.library import summarize
    from digest.models import Summary

__version__ = "0.1.0"
__all__ = ["Summary", "__version__", "summarize"]


def __getattr__(name: str) -> Any:
    """Load the library on first use, so that the command line starts fast."""
    if name == "summarize":
        from digest.library import summarize

        return summarize
    if name == "Summary":
        from digest.models import Summary

        return Summary
    raise AttributeError(f"module 'digest' has no attribute {name!r}")
