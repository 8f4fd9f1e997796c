"""What a site asks of programs that read its pages (RFC 9309): the one module that touches protego."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Protocol

from digest.addresses import Address
from digest.errors import FetchError
from digest.models import Document, Request

MAX_BYTES = 500_000
"""RFC 9309, section 2.5: at least this much is read; the rest is left."""

PRODUCT = "digest"
"""The name that a robots.txt would call this program by."""


class Rules(Protocol):
    """What a robots.txt says."""

    def can_fetch(self, url: str, user_agent: str) -> bool:
        """Tell whether a page may be read."""


@dataclass(slots=True)
class Slot:
    """The rules of one site; the lock makes others wait for the one that asks."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    known: bool = False
    rules: Rules | None = None  # None: everything may be read
    error: str | None = None  # why nothing may be read


class Robots:
    """Keeps to robots.txt, asked for once a site and run."""

    def __init__(self, get: Callable[[Request], Document]) -> None:
        self._get = get
        self._slots: dict[tuple[str, str, int], Slot] = {}
        self._lock = threading.Lock()

    def check(self, address: Address, *, permitted: bool) -> None:
        """Raise FetchError of kind refused where the site does not want a page to be read.

        `permitted`: the user named this place, so that it may be private.
        """
        with self._lock:
            slot = self._slots.setdefault(address.origin, Slot())
        with slot.lock:
            if not slot.known:
                url = f"{address.scheme}://{address.authority}/robots.txt"
                self._learn(slot, Request(url, configured=permitted))
        if slot.error is not None:
            raise FetchError(f"not read: robots.txt could not be asked ({slot.error})", kind="refused")
        if slot.rules is not None and not slot.rules.can_fetch(address.url, PRODUCT):
            raise FetchError("not read: the site's robots.txt asks programs to stay away", kind="refused")

    def _learn(self, slot: Slot, request: Request) -> None:
        """Ask for the rules; none there (4xx) allows everything, a server in trouble nothing (RFC 9309, 2.3.1)."""
        slot.known = True
        try:
            document = self._get(request)
        except FetchError as error:
            status = error.status or 0
            is_missing = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
            if not is_missing or status == HTTPStatus.TOO_MANY_REQUESTS:
                slot.error = str(error)
        else:
            slot.rules = parse(document.content[:MAX_BYTES])


def parse(content: bytes) -> Rules:
    """Read a robots.txt."""
    from protego import Protego

    rules: Rules = Protego.parse(content.decode("utf-8", "replace").lstrip("\ufeff"))
    return rules
