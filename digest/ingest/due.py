"""When a feed is asked again: pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from digest.models import FeedMemory
from digest.settings import FetchSettings

LONGEST_HINT = timedelta(hours=12)
"""What feeds and servers may ask for: more, and a daily timer would skip days."""

SLACK = timedelta(minutes=1)
"""A timer that goes off a moment early must not skip a turn."""


def is_due(memory: FeedMemory | None, settings: FetchSettings, now: datetime, *, refresh: bool = False) -> bool:
    """Tell whether to ask a feed now.

    A feed that is gone is never asked, nor one before its Retry-After; `refresh` passes over all
    other pauses, as does a `min_interval` of 0.
    """
    if memory is None:
        return True
    if memory.gone or (memory.retry_until is not None and now < memory.retry_until):
        return False
    if refresh or not settings.min_interval or memory.last_poll is None or memory.last_poll > now:
        return True
    hints = (timedelta(seconds=min(hint or 0, LONGEST_HINT.total_seconds())) for hint in (memory.ttl, memory.max_age))
    pause = settings.min_interval if memory.problem else max(settings.min_interval, *hints)
    return now >= memory.last_poll + pause - SLACK
