"""What a run says of itself at its end, in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.cli._order import Order
from digest.counting import counted
from digest.models import Digest
from digest.selection import Decision


def unsent(order: Order) -> str:
    """Say what a rehearsal did not do, and who would have been sent a mail."""
    readers = len(order.config.email.to) if order.send and order.config.email else 0
    return f", written or mailed ({readers} would get it)" if readers else " or written"


def told(order: Order, decisions: Sequence[Decision], digest: Digest, gained: int, paths: Sequence[str]) -> str:
    """Say in a line what was chosen, from how many sources, and where the file is."""
    counts = Counter[str](made.action for made in decisions)
    stories = counted(len(digest.stories), "story", "stories")
    where = f" → {', '.join(paths)}" if paths else ""
    if not gained:
        stand = "stands" if len(digest.stories) == 1 else "stand"
        return f"nothing new since; {stories} of {order.day} {stand}{where}"
    linked = sum(len(section.more) for section in digest.sections)
    stories += f" and {linked} more linked" if linked else ""
    left = f" ({counted(counts['seen'], 'other')} left out)" if counts["seen"] else ""
    entries = counted(gained, "new entry", "new entries")
    return f"{stories} from {entries}{left} of {counted(len(order.asked()), 'source')}{where}"
