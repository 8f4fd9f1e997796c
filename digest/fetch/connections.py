"""Connections to web servers: the one module that touches httpcore.

httpcore, the engine of httpx, is used as it is: redirects, decoding, retries and cookies are decided
here or not wanted, and what httpx adds costs as much time again, at the start and for each request.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib import request as environment
from urllib.parse import unquote, urlsplit

import httpcore

from digest.addresses import PORTS, Address
from digest.errors import FetchError
from digest.fetch.deadline import Deadline
from digest.fetch.guard import check, check_name, resolve

KEEP_ALIVE = 15.0
"""Seconds that an idle connection is kept."""

ATTEMPT = 5.0
"""Seconds for one address of several of the same host."""

PROXY_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
MISSING = (
    "the proxy that the environment names is a SOCKS proxy, which needs an extra that is not installed: "
    "pip install 'digest[socks]', or name an http proxy in all_proxy, http_proxy and https_proxy"
)
LISTS = frozenset({"cache-control", "content-encoding"})
"""Header fields read here whose repetitions are one list; of others the first counts."""


class TransientError(FetchError):
    """A failure that may be gone a moment later."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer, its body still to come."""

    status: int
    reason: str
    headers: Mapping[str, str]
    chunks: Iterable[bytes]


class Connections:
    """Sends requests, keeps connections for the next ones; safe to use from several threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._pools: dict[tuple[object, ...], httpcore.ConnectionPool] = {}
        self._lock = threading.Lock()
        self._now = Now()
        self._proxies = environment.getproxies_environment()

    @contextmanager
    def exchange(
        self, address: Address, headers: Mapping[str, str], deadline: Deadline, *, permitted: bool
    ) -> Iterator[Answer]:
        """Send a GET and give the answer; `permitted` leaves the address unchecked.

        Raises FetchError, of kind refused or timeout where it is that, TransientError where trying again may help.
        """
        pool = self._pool(address, permitted=permitted)
        request = httpcore.Request(
            b"GET",
            httpcore.URL(
                scheme=address.scheme.encode(),
                host=address.host.encode(),
                port=None if address.port == PORTS[address.scheme] else address.port,
                target=address.target.encode(),
            ),
            headers=encoded(headers),
            extensions={"timeout": {"pool": deadline.remaining()}},
        )
        self._now.deadline = deadline
        with translated(address, deadline):
            response = pool.handle_request(request)
            try:
                yield answer_of(response)
            finally:
                response.close()

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            for pool in self._pools.values():
                pool.close()
            self._pools.clear()

    def _pool(self, address: Address, *, permitted: bool) -> httpcore.ConnectionPool:
        # A connection that was permitted to a private address must not serve one that is not: pools of their own.
        proxy = self._proxy(address)
        if proxy and not permitted:
            check_name(address.host)
        key = (address.scheme, proxy, permitted)
        with self._lock:
            if key not in self._pools:
                self._pools[key] = self._new_pool(address.scheme, proxy, guarded=not permitted and not proxy)
            return self._pools[key]

    def _proxy(self, address: Address) -> str | None:
        """Name the proxy that the environment asks for; a name is then resolved by the proxy, out of our sight."""
        proxy = self._proxies.get(address.scheme) or self._proxies.get("all")
        if not proxy or environment.proxy_bypass_environment(  # type: ignore[attr-defined]  # typeshed does not know it
            address.authority, self._proxies
        ):
            return None
        return proxy if "://" in proxy else f"http://{proxy}"

    def _new_pool(self, scheme: str, proxy: str | None, *, guarded: bool) -> httpcore.ConnectionPool:
        return httpcore.ConnectionPool(
            ssl_context=tls_context() if scheme == "https" else None,
            max_connections=None,
            max_keepalive_connections=self._size,
            keepalive_expiry=KEEP_ALIVE,
            network_backend=Backend(self._now, guarded=guarded),
            proxy=proxy_of(proxy) if proxy else None,
        )


class Now(threading.local):
    """The deadline of the request that this thread is at; a connection may serve many, one after the other."""

    deadline: Deadline


class Backend(httpcore.NetworkBackend):
    """Opens connections: resolves once, checks every address, connects to one that was checked."""

    def __init__(self, now: Now, *, guarded: bool) -> None:
        self._now = now
        self._guarded = guarded
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline says it
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that takes the call."""
        deadline = self._now.deadline
        addresses = resolve(host, port, deadline.remaining())
        if self._guarded:
            check(host, addresses)
        for place, address in enumerate(addresses, start=1):
            is_last = place == len(addresses)
            limit = deadline.remaining() if is_last else min(ATTEMPT, deadline.remaining())
            try:
                stream = self._plain.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if is_last:
                    raise
            else:
                return Stream(stream, self._now)
        raise FetchError(f"the name {host} has no address")


class Stream(httpcore.NetworkStream):
    """A connection on which every wait ends at the deadline of the request at hand."""

    def __init__(self, stream: httpcore.NetworkStream, now: Now) -> None:
        self._stream = stream
        self._now = now

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Read what has come."""
        return self._stream.read(max_bytes, self._now.deadline.remaining())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send."""
        self._stream.write(buffer, self._now.deadline.remaining())

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Shake hands."""
        secured = self._stream.start_tls(ssl_context, server_hostname, self._now.deadline.remaining())
        return Stream(secured, self._now)

    def get_extra_info(self, info: str) -> Any:
        """Tell about the connection."""
        return self._stream.get_extra_info(info)


@contextmanager
def translated(address: Address, deadline: Deadline) -> Iterator[None]:
    """Turn what httpcore raises into what a user can read."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise deadline.error() from error
    except httpcore.ConnectError as error:
        raise connect_error(address, error) from error
    except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
        raise TransientError(f"the connection to {address.host} broke: {told(error)}; try again later") from error
    except httpcore.ProxyError as error:
        raise FetchError(f"the proxy refused: {told(error)}") from error
    except httpcore.LocalProtocolError as error:
        raise unsendable() from error
    except ImportError as error:  # of what httpcore speaks to a SOCKS proxy with
        raise FetchError(MISSING) from error
    except httpcore.UnsupportedProtocol as error:
        raise FetchError(f"cannot be asked: {told(error)}") from error


def encoded(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """Write header fields for the wire, byte for byte as they came from there."""
    try:
        return [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers.items()]
    except UnicodeEncodeError as error:
        raise unsendable() from error


def unsendable() -> FetchError:
    """Say that a header field is no good, without its value, which may be a secret."""
    return FetchError("cannot be asked: a header holds characters that headers cannot hold; check it in feeds.yaml")


def connect_error(address: Address, error: httpcore.ConnectError) -> FetchError:
    """Say why no connection came about."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError(f"the certificate of {address.host} is not valid: {cause.verify_message}")
        if isinstance(cause, ssl.SSLError):
            return FetchError(f"no secure connection to {address.host}: {cause.reason or told(cause)}")
        if isinstance(cause, (ConnectionRefusedError, ConnectionResetError)):
            return TransientError(
                f"no connection to {address.authority}: {cause.strerror}; check the address, or try again later"
            )
        cause = cause.__cause__ or cause.__context__
    return FetchError(f"no connection to {address.authority}: {told(error)}; check the network, or try again later")


def told(error: BaseException) -> str:
    """Give an error's text in one short line."""
    return " ".join(str(error).split())[:200] or type(error).__name__


def answer_of(response: httpcore.Response) -> Answer:
    """Read status and header fields."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        if name not in headers:
            headers[name] = value
        elif name in LISTS:
            headers[name] += f", {value}"
    reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
    return Answer(response.status, reason, headers, response.iter_stream())


def tls_context() -> ssl.SSLContext:
    """Trust what the system trusts (SSL_CERT_FILE and SSL_CERT_DIR set it), else the list that comes with certifi."""
    paths = ssl.get_default_verify_paths()
    if paths.cafile or paths.capath:
        return ssl.create_default_context()
    return httpcore.default_ssl_context()


def proxy_of(url: str) -> httpcore.Proxy:
    """Read a proxy's address with its user and password; FetchError where it is none."""
    try:
        parts = urlsplit(url)
        place = httpcore.URL(
            scheme=parts.scheme, host=parts.hostname or "", port=parts.port or PROXY_PORTS.get(parts.scheme), target="/"
        )
        auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        return httpcore.Proxy(place, auth=auth)
    except (ValueError, TypeError) as error:  # TypeError: httpcore's word for letters beyond ASCII
        raise FetchError(
            "the proxy that the environment names has no valid address; correct http_proxy, https_proxy or all_proxy"
        ) from error
