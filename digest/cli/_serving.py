"""Pages on loopback, for the browser of the person who started the program and nobody else.

A web page from elsewhere can make a browser ask this server too, under a name that it resolves to
127.0.0.1 (DNS rebinding); so only requests for our own address are answered.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from digest.cli._showing import Page

LOOPBACK = "127.0.0.1"
PATIENCE = 10.0  # seconds for a request to come


class PageServer(ThreadingHTTPServer):
    """Serves pages by path on a free port."""

    daemon_threads = True

    def __init__(self, pages: Mapping[str, Page]) -> None:
        super().__init__((LOOPBACK, 0), PageHandler)
        self.pages = pages

    def server_bind(self) -> None:
        """Take the port; the library would look up the machine's name in the DNS."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.socket.getsockname()[1]

    @property
    def address(self) -> str:
        """Give the address to open."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    @property
    def hosts(self) -> tuple[str, ...]:
        """List what a request may call us."""
        return (f"{LOOPBACK}:{self.server_port}", f"localhost:{self.server_port}")

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a browser that went away; show anything else."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class PageHandler(BaseHTTPRequestHandler):
    """Answers GET with a page, everything else with an error."""

    timeout = PATIENCE
    server: PageServer
    server_version = "digest"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with the page of a path."""
        page = self.server.pages.get(self.path.partition("?")[0])
        if self.headers.get_all("Host", []) not in [[host] for host in self.server.hosts]:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "Ask by the address that was printed")
        elif page is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self.answer(page)

    def answer(self, page: Page) -> None:
        """Send a page, with what keeps it to itself."""
        content = page.content.encode("utf-8", "replace")
        self.send_response(HTTPStatus.OK)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(content)),
            "Content-Security-Policy": page.policy,
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def refuse(self) -> None:
        """Answer a method that nothing here needs."""
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED, "Only GET")

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse  # noqa: N815 - the library's names

    def log_message(self, *_: Any) -> None:
        """Say nothing of each request."""
