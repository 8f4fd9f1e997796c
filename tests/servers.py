"""A web server on loopback that misbehaves as told."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).parent / "data" / "localhost.pem"
"""For localhost, signed by itself, with its key: worth nothing outside of these tests."""


@dataclass
class Reply:
    """A status, header fields and a body; `length` False leaves Content-Length out."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: bool = True


@dataclass
class Seen:
    """A request that came."""

    path: str
    headers: dict[str, str]


Raw = Callable[[socket.socket], None]
"""Writes to the connection itself, for what no decent server would say."""

Answer = Reply | Raw | Callable[["Seen"], Reply]


class Server:
    """Answers each path as `routes` says, 404 otherwise, and remembers what was asked."""

    def __init__(self, *, tls: bool = False) -> None:
        self.scheme = "https" if tls else "http"
        self.routes: dict[str, Answer] = {}
        self.raw: dict[str, Raw] = {}
        self.requests: list[Seen] = []
        self.released = threading.Event()  # lets stalled answers go when the test is over
        self._server = QuietServer(("127.0.0.1", 0), self._handler())
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            # The handshake happens in the thread of the request, where a client that refuses it stops nobody else.
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [seen.path for seen in self.requests]

    @contextmanager
    def running(self) -> Iterator[Server]:
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.released.set()
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    def _handler(server) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                seen = Seen(self.path, {name.lower(): value for name, value in self.headers.items()})
                server.requests.append(seen)
                if self.path in server.raw:
                    server.raw[self.path](self.connection)
                    self.close_connection = True
                    return
                answer = server.routes.get(self.path, Reply(b"not here", 404))
                self.answer(answer if isinstance(answer, Reply) else answer(seen))

            def answer(self, reply: Reply) -> None:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                if reply.length and "Content-Length" not in reply.headers:
                    self.send_header("Content-Length", str(len(reply.body)))
                if not reply.length:
                    self.close_connection = True
                    self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, *args: object) -> None:
                pass

        return Handler


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients hang up here on purpose."""
