"""What polling costs: feeds on loopback that all have changed, and the same feeds that all answer 304.

    python benchmarks/polling.py [--feeds 500] [--delay 0.02] [--entries 20]

Prints wall and processor time of this process, which asks, and of the processes that parse. The
server runs in a process of its own and is not counted.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection

from digest.fetch import Fetcher
from digest.ingest import ingest
from digest.ingest.readers import shared
from digest.models import FeedMemory, Poll
from digest.settings import FetchSettings, Source

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ETAG = '"1"'
SETTINGS = FetchSettings(
    pause=timedelta(0), min_interval=timedelta(0), per_host=16, allow_private=True, timeout=timedelta(minutes=1)
)


def main() -> None:
    """Measure both cases and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--delay", type=float, default=0.02, help="seconds before each answer")
    parser.add_argument("--entries", type=int, default=20)
    options = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs, options.delay, options.entries), daemon=True)
    server.start()
    port = ours.recv()
    sources = [Source(f"http://127.0.0.1:{port}/{number}") for number in range(options.feeds)]
    known = {source.location: FeedMemory(source.location, etag=ETAG) for source in sources}
    print(f"{'':12} {'feeds':>6} {'entries':>8} {'wall s':>7} {'CPU s':>6} {'parsing CPU s':>14}")
    for name, memory in (("all changed", {}), ("all 304", known)):
        print(f"{name:12} {measured(sources, memory)}")
    server.terminate()


def measured(sources: Sequence[Source], memory: dict[str, FeedMemory]) -> str:
    """Poll all sources once; give the figures as a row."""
    before, children, start = spent(resource.RUSAGE_SELF), spent(resource.RUSAGE_CHILDREN), time.perf_counter()
    with Fetcher(SETTINGS) as fetch:
        polls: list[Poll] = list(ingest(sources, fetch, settings=SETTINGS, now=NOW, memory=memory))
    wall = time.perf_counter() - start
    shared().close()  # ended children are those whose time can be read
    problems = [poll.problem for poll in polls if poll.problem]
    if problems:
        raise SystemExit(f"{len(problems)} problems, first: {problems[0]}")
    entries = sum(len(poll.feed.entries) for poll in polls if poll.feed)
    cost, parsing = spent(resource.RUSAGE_SELF) - before, spent(resource.RUSAGE_CHILDREN) - children
    return f"{len(polls):6} {entries:8} {wall:7.2f} {cost:6.2f} {parsing:14.2f}"


def spent(who: int) -> float:
    """Processor time so far, in seconds."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def serve(pipe: Connection, delay: float, entries: int) -> None:
    """Answer every path with a feed of its own, 304 to those who know it; tell the port by the pipe."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            time.sleep(delay)
            is_known = self.headers.get("If-None-Match") == ETAG
            content = b"" if is_known else feed(self.path, entries)
            self.send_response(304 if is_known else 200)
            self.send_header("ETag", ETAG)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 256
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    pipe.send(server.server_address[1])
    server.serve_forever()


def feed(path: str, entries: int) -> bytes:
    """Write a feed of articles of some length."""
    text = (
        "&lt;p&gt;" + "The council met on Monday and spoke of the harbour, its piers and its dues. " * 20 + "&lt;/p&gt;"
    )
    items = "".join(
        f"<item><title>Entry {number} of {path}</title><link>https://example.org{path}/{number}</link>"
        f"<guid>{path}-{number}</guid><pubDate>Thu, 01 Jan 2026 10:00:00 GMT</pubDate>"
        f"<description>{text}</description></item>"
        for number in range(entries)
    )
    return f"<rss version='2.0'><channel><title>Feed {path}</title>{items}</channel></rss>".encode()


if __name__ == "__main__":
    main()
