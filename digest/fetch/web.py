"""http and https: conditional requests, redirects, retries, and what each answer means."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http import HTTPStatus

from digest.addresses import PORTS, Address, address_of, is_web, join
from digest.errors import FetchError
from digest.fetch import body
from digest.fetch.connections import Answer, Connections, TransientError
from digest.fetch.deadline import Deadline
from digest.fetch.guard import PrivateError, is_permitted
from digest.fetch.headers import content_type, in_words, max_age, retry_after
from digest.fetch.robots import Robots
from digest.fetch.turns import Turns
from digest.models import Document, Request
from digest.settings import FetchSettings

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, */*;q=0.5"
)
CODINGS = "gzip, deflate, br, zstd"
MAX_REDIRECTS = 5
FIRST_DELAY = 0.5
"""Seconds before the first retry; each further one waits twice as long."""

REST = 60.0
"""Seconds for which a host is left alone that says 429 and not for how long."""

PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
REDIRECTS = PERMANENT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
PASSING = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT})
"""Statuses that are often gone a moment later."""

RESTING = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
"""Statuses whose Retry-After is about the server and not about one address of it (RFC 9110, 15.6.4; RFC 6585, 4)."""

REMEDIES = {
    HTTPStatus.UNAUTHORIZED: "it wants a user and a password (auth in feeds.yaml)",
    HTTPStatus.FORBIDDEN: "the server refuses access",
    HTTPStatus.NOT_FOUND: "nothing there; check the address",
    HTTPStatus.GONE: "gone for good; remove it",
    HTTPStatus.TOO_MANY_REQUESTS: "asked too often",
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: "the proxy wants a user and a password",
}
LED = "redirects and links are followed to public addresses only"
OTHERWISE = "the server does not answer this; check the address"


@dataclass(frozen=True, slots=True)
class Hop:
    """One address on the way from the one asked for to the one that answers."""

    address: Address
    asked: Address
    permitted: bool = False  # the user let this place be private
    named: bool = False  # the user wrote its address, no feed, page or redirect did
    count: int = 0
    permanent: bool = True  # all redirects up to here are to be remembered

    @property
    def led_from(self) -> str | None:
        """The server that was to be asked, where it is another one; the same host by https, where http was, is not."""
        here, asked = self.address, self.asked
        is_upgrade = here.host == asked.host and (asked.port, here.port) == (PORTS["http"], PORTS["https"])
        return None if is_upgrade or here.server == asked.server else asked.server


class Web:
    """Gets documents by http and https; safe to use from several threads."""

    def __init__(self, settings: FetchSettings, user_agent: str, resting: Mapping[str, float]) -> None:
        self._settings = settings
        self._user_agent = user_agent
        self._connections = Connections(settings.concurrency)
        self._turns = Turns(settings.per_host, settings.pause.total_seconds())
        for server, seconds in resting.items():
            self._turns.rest(server, seconds)
        self._robots = Robots(self.get)

    def get(self, request: Request) -> Document:
        """Get a document; FetchError where it could not be had, whole and in time.

        A document that is `unchanged` is only ever the answer to a request with validators.
        """
        try:
            start = self._start(request)
        except ValueError as error:
            raise FetchError(f"not an address that can be asked: {error}") from error
        deadline = Deadline(self._settings.timeout.total_seconds())
        failures = 0
        while True:
            try:
                return self._follow(start, request, deadline)
            except TransientError:
                failures += 1
                delay = FIRST_DELAY * 2 ** (failures - 1)
                if failures > self._settings.retries or deadline.remaining() <= delay:
                    raise
                time.sleep(delay)

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()

    def _start(self, request: Request) -> Hop:
        """Take the first hop; ValueError where the location is no address."""
        address = address_of(request.location)
        permitted = request.configured and is_permitted(address.host, address.port, self._settings.allow_private)
        return Hop(address, address, permitted, request.configured)

    def _follow(self, hop: Hop, request: Request, deadline: Deadline) -> Document:
        """Ask, and follow redirects to the end."""
        while True:
            if request.page and self._settings.robots:
                with deadline.stopped():  # robots.txt is a request of its own, with its own time
                    self._robots.check(hop.address, permitted=hop.permitted)
            found = self._ask(hop, request, deadline)
            if isinstance(found, Document):
                return found
            hop = found

    def _ask(self, hop: Hop, request: Request, deadline: Deadline) -> Document | Hop:
        """Ask one address; again without compression or validators where the server is confused by them."""
        try:
            with self._exchange(hop, self._headers(hop, request), deadline) as answer:
                if answer.status != HTTPStatus.NOT_MODIFIED or request.etag or request.last_modified:
                    return self._read(answer, hop, request)
        except body.CodingError:
            pass
        plain = self._headers(hop, request) | {"Accept-Encoding": "identity", "Cache-Control": "no-cache"}
        with self._exchange(hop, plain, deadline) as answer:
            return self._read(answer, hop, request)

    @contextmanager
    def _exchange(self, hop: Hop, headers: Mapping[str, str], deadline: Deadline) -> Iterator[Answer]:
        """Send a request when it is this host's turn."""
        with ExitStack() as stack:
            with deadline.stopped():
                stack.enter_context(self._turns.turn(hop.address, hop.led_from))
            exchange = self._connections.exchange(hop.address, headers, deadline, permitted=hop.permitted)
            try:
                answer = stack.enter_context(exchange)
            except PrivateError as error:
                remedy = "fetch.allow_private permits it for feeds" if hop.named else LED
                raise FetchError(f"{error} ({remedy})", kind=error.kind) from error
            yield answer

    def _headers(self, hop: Hop, request: Request) -> dict[str, str]:
        """Make the header fields; the user's own, and credentials, only for the origin they were given for."""
        address, asked = hop.address, address_of(request.location)
        headers = {
            "Host": address.authority,
            "User-Agent": self._user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": CODINGS,
        }
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.last_modified:
            headers["If-Modified-Since"] = request.last_modified
        if address.origin == asked.origin:
            headers = merged(headers, request.headers)
            auth = request.auth or asked.auth
            if auth:
                headers = merged({"Authorization": basic(auth)}, headers)
        return headers

    def _read(self, answer: Answer, hop: Hop, request: Request) -> Document | Hop:
        """Make a document of an answer, or the next hop of a redirect; FetchError of all others."""
        if answer.status in REDIRECTS and answer.headers.get("location"):
            return redirected(answer, hop)
        if answer.status == HTTPStatus.NOT_MODIFIED and (request.etag or request.last_modified):
            return self._document(answer, hop, request, b"")
        if not HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            raise self._status_error(answer, hop)
        if answer.status in {HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT, HTTPStatus.PARTIAL_CONTENT}:
            raise FetchError(f"HTTP {answer.status}: no whole document", status=answer.status)
        limit = self._settings.max_bytes
        announced = answer.headers.get("content-length", "")
        if announced.isascii() and announced.isdigit() and int(announced) > limit:
            raise body.too_large(limit)
        codings = [coding.strip().lower() for coding in answer.headers.get("content-encoding", "").split(",")]
        return self._document(answer, hop, request, body.read(answer.chunks, codings, limit))

    def _document(self, answer: Answer, hop: Hop, request: Request, content: bytes) -> Document:
        unchanged = answer.status == HTTPStatus.NOT_MODIFIED
        media_type, charset = content_type(answer.headers)
        return Document(
            location=request.location,
            content=content,
            url=hop.address.url,
            media_type=media_type,
            charset=charset,
            etag=answer.headers.get("etag") or (request.etag if unchanged else None),
            last_modified=answer.headers.get("last-modified") or (request.last_modified if unchanged else None),
            unchanged=unchanged,
            moved_to=hop.address.url if hop.count and hop.permanent else None,
            max_age=max_age(answer.headers),
        )

    def _status_error(self, answer: Answer, hop: Hop) -> FetchError:
        """Say what a status means; a server that another one led to rests only for what that one leads there."""
        pause = retry_after(answer.headers)
        server = None if hop.led_from else hop.address.server
        phrase = " ".join(answer.reason.split())[:60]
        message = f"HTTP {answer.status}{f' {phrase}' if phrase else ''}: {remedy_for(answer.status)}"
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS or (answer.status in RESTING and pause is not None):
            self._turns.rest(hop.address.server, REST if pause is None else pause, hop.led_from)
        elif answer.status in PASSING and pause is None:
            return TransientError(message, status=answer.status)
        if answer.status in RESTING and pause is not None:
            wait = f"; to be asked again in {in_words(pause)}"
            return FetchError(message, wait=wait, status=answer.status, retry_after=pause, server=server)
        return FetchError(message, status=answer.status)


def remedy_for(status: int) -> str:
    """Say what a status means for the user, or what to do."""
    if status in set(HTTPStatus) and (known := REMEDIES.get(HTTPStatus(status))):
        return known
    return "the server is in trouble; try again later" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else OTHERWISE


def redirected(answer: Answer, hop: Hop) -> Hop:
    """Take the next hop; FetchError of kind refused where it leads off the web, back to plain text, or nowhere."""
    target = utf8(answer.headers["location"])
    url = join(hop.address.url, target)
    step = f"hop {hop.count + 1} is a redirect"
    if url is None or not is_web(url):
        scheme = target.partition(":")[0][:20]
        raise FetchError(f"refused: {step} to no http or https address ({scheme})", kind="refused")
    try:
        address = address_of(url)
    except ValueError as error:
        raise FetchError(f"{step} to no valid address: {error}") from error
    if hop.count >= MAX_REDIRECTS:
        raise FetchError(f"refused: more than {MAX_REDIRECTS} redirects, the last to {address.host}", kind="refused")
    if hop.address.scheme == "https" and address.scheme == "http":
        raise FetchError(f"refused: {step} from https to http ({address.host})", kind="refused")
    # Only the place that the user named may be private, never where it leads.
    permitted = hop.permitted and address.origin == hop.address.origin
    return Hop(
        address,
        hop.asked,
        permitted=permitted,
        count=hop.count + 1,
        permanent=hop.permanent and answer.status in PERMANENT,
    )


def utf8(value: str) -> str:
    """Read a header field that is not ASCII as browsers do."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return value


def merged(headers: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """Put header fields over others, whatever the case of their names."""
    names = {name.lower() for name in more}
    return {name: value for name, value in headers.items() if name.lower() not in names} | dict(more)


def basic(auth: tuple[str, str]) -> str:
    """Encode user and password (RFC 7617)."""
    from base64 import b64encode

    return "Basic " + b64encode(f"{auth[0]}:{auth[1]}".encode()).decode("ascii")
