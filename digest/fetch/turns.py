"""Politeness: how many requests a host gets at a time, and how long between them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from digest.addresses import Address
from digest.errors import FetchError
from digest.fetch.headers import in_words


@dataclass(slots=True)
class Lane:
    """What one host has been asked: the places at a time, and when the next may start."""

    places: threading.Semaphore
    free_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Turns:
    """Gives each host at most `per_host` requests at a time, their starts `pause` seconds apart.

    The load is the machine's, so all its ports share it; rest is asked for by one server, at one port.
    """

    def __init__(self, per_host: int, pause: float) -> None:
        self._per_host = per_host
        self._pause = pause
        self._lanes: dict[str, Lane] = {}
        self._rests: dict[tuple[str | None, str], float] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, address: Address, led_from: str | None = None) -> Iterator[None]:
        """Wait for a turn, and hold it; FetchError where the server has asked for rest.

        `led_from` is the server that was to be asked, where its redirect led to this address.
        """
        lane = self._lane(address.host)
        self._refuse_while_resting(address.server, led_from)
        with lane.places:
            self._refuse_while_resting(address.server, led_from)
            with lane.lock:
                now = time.monotonic()
                start = max(now, lane.free_at)
                lane.free_at = start + self._pause
            if start > now:
                time.sleep(start - now)
            yield

    def rest(self, server: str, seconds: float, led_from: str | None = None) -> None:
        """Send no more requests to a server, as host:port, that asked for rest, until it wants them again.

        With `led_from`, only those that this other server leads there: it may lead anywhere, and must not silence all.
        """
        with self._lock:
            until = time.monotonic() + seconds
            self._rests[led_from, server] = max(self._rests.get((led_from, server), until), until)

    def _lane(self, host: str) -> Lane:
        with self._lock:
            return self._lanes.setdefault(host, Lane(threading.Semaphore(self._per_host)))

    def _refuse_while_resting(self, server: str, led_from: str | None) -> None:
        with self._lock:
            own, led = self._rests.get((None, server), 0.0), self._rests.get((led_from, server), 0.0)
        now = time.monotonic()
        left = max(own, led) - now
        if left > 0:
            raise FetchError(
                "not asked: the server wants no more requests",
                wait=f" for {in_words(left)}",
                status=429,
                retry_after=left,
                server=server if own > now else None,
                asked=False,
            )
