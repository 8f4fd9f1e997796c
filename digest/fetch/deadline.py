"""The time that one request may take, all its hops, retries and drips together."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from digest.errors import FetchError


class Deadline:
    """Counts down from `seconds`; waiting for a polite turn does not count."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Seconds left, more than 0; FetchError of kind timeout where none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.error()
        return left

    def error(self) -> FetchError:
        """Say that the time is over."""
        return FetchError(f"no complete answer within {self.seconds:g} s (fetch.timeout)", kind="timeout")

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stop the count while this lasts."""
        start = time.monotonic()
        try:
            yield
        finally:
            self._end += time.monotonic() - start
