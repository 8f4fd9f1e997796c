"""The one that is asked for documents, wherever they are."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

from digest import __version__
from digest.addresses import is_foreign, is_web
from digest.errors import FetchError
from digest.fetch import body, files
from digest.models import Document, Request
from digest.settings import FetchSettings

if TYPE_CHECKING:
    from digest.fetch.web import Web

USER_AGENT = f"digest/{__version__} (feed reader; set fetch.user_agent to name a contact)"
"""What the program calls itself: whom to write to about its requests only the user knows."""


class Fetcher:
    """Gets documents from the web, from files, or from standard input; safe to use from several threads.

        with Fetcher(settings) as fetch:
            document = fetch(Request("https://example.org/feed.xml", configured=True))

    `offline` refuses the web; `resting` holds the servers (host:port) that an earlier run was told to leave alone, and
    for how many seconds still. Raises FetchError: kind refused (not allowed), timeout, too_large, empty, else fetch.
    Its message names neither the location nor any credentials: who asked knows the first and must not see the others.
    """

    def __init__(
        self, settings: FetchSettings, *, offline: bool = False, resting: Mapping[str, float] | None = None
    ) -> None:
        self._settings = settings
        self._offline = offline
        self._resting = dict(resting or {})
        self._lock = threading.Lock()
        self._web: Web | None = None

    def __call__(self, request: Request) -> Document:
        """Get a document."""
        if is_web(request.location):
            document = self._from_web(request)
        elif is_foreign(request.location):
            raise FetchError("refused: only http, https and paths are read", kind="refused")
        else:
            document = files.get(request, self._settings.max_bytes, self._settings.timeout.total_seconds())
        return replace(document, content=body.unzipped(document.content, self._settings.max_bytes))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        if self._web is not None:
            self._web.close()

    def _from_web(self, request: Request) -> Document:
        if self._offline:
            raise FetchError("not read: --offline asks nobody", kind="refused")
        document = self._connected().get(request)
        if not document.content and not document.unchanged:
            raise FetchError("empty: the server sent nothing", kind="empty")
        return document

    def _connected(self) -> Web:
        """Load what speaks to the web when it is first needed: reading files must not pay for it."""
        with self._lock:
            if self._web is None:
                from digest.fetch.web import Web

                self._web = Web(self._settings, self._settings.user_agent or USER_AGENT, self._resting)
            return self._web
