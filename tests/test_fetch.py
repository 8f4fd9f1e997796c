"""Fetching by http: what good servers say, what bad ones do, and where nobody may go."""

from __future__ import annotations

import gzip
import sys
import threading
import time
import zlib
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from digest.addresses import Address
from digest.errors import FetchError
from digest.fetch import Fetcher, body
from digest.fetch.connections import Answer, Connections
from digest.fetch.headers import in_words
from digest.models import Document, Request
from digest.settings import FetchSettings
from tests.servers import CERTIFICATE, Raw, Reply, Seen, Server

BODY = b"<rss>" + b"word " * 400 + b"</rss>"


def settings(**changes: object) -> FetchSettings:
    given = {"pause": timedelta(0), "allow_private": True, "retries": 0, "timeout": timedelta(seconds=5)} | changes
    return FetchSettings(**given)  # type: ignore[arg-type]


def get(location: str, *, request: Request | None = None, **changes: object) -> Document:
    with Fetcher(settings(**changes)) as fetch:
        return fetch(request or Request(location, configured=True))


def failure(location: str, *, request: Request | None = None, **changes: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(location, request=request, **changes)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_document_comes_with_what_its_server_says_of_it(server: Server) -> None:
    etag, modified = 'W/"a,b c"', "Sat, 21 Nov 2026 10:00:01 +0000"
    headers = {
        "Content-Type": "text/XML; charset=ISO-8859-1",
        "ETag": etag,
        "Last-Modified": modified,
        "Cache-Control": "public, max-age=7200",
    }
    server.routes["/feed"] = Reply(BODY, headers=headers)
    document = get(server.url("/feed"))
    assert document == Document(
        location=server.url("/feed"),
        content=BODY,
        url=server.url("/feed"),
        media_type="text/xml",
        charset="iso-8859-1",
        etag=etag,
        last_modified=modified,
        max_age=7200,
    )


def test_the_request_names_the_program_and_carries_no_cookie(server: Server) -> None:
    server.routes["/feed"] = Reply(BODY, headers={"Set-Cookie": "a=b"})
    with Fetcher(settings()) as fetch:
        for _ in range(2):
            fetch(Request(server.url("/feed"), configured=True))
    for seen in server.requests:
        assert seen.headers["user-agent"].startswith("digest/")
        assert "fetch.user_agent" in seen.headers["user-agent"]
        assert "cookie" not in seen.headers


def test_validators_go_back_byte_for_byte_and_304_is_unchanged(server: Server) -> None:
    def conditional(seen: Seen) -> Reply:
        assert seen.headers["if-none-match"] == 'W/"a,b c\xe9"'
        assert seen.headers["if-modified-since"] == "yesterday"
        return Reply(status=304, headers={"ETag": '"new"'})

    server.routes["/feed"] = conditional
    url = server.url("/feed")
    document = get(url, request=Request(url, configured=True, etag='W/"a,b c\xe9"', last_modified="yesterday"))
    assert document.unchanged
    assert (document.etag, document.last_modified, document.content) == ('"new"', "yesterday", b"")


def test_a_304_nobody_asked_for_is_asked_again_once(server: Server) -> None:
    server.routes["/feed"] = lambda seen: Reply(BODY) if "cache-control" in seen.headers else Reply(status=304)
    assert get(server.url("/feed")).content == BODY
    server.routes["/feed"] = Reply(status=304)
    assert "304" in str(failure(server.url("/feed")))
    assert len(server.requests) == 4


@pytest.mark.parametrize(("status", "moved"), [(301, True), (308, True), (302, False), (303, False), (307, False)])
def test_only_permanent_redirects_are_to_be_remembered(server: Server, status: int, moved: bool) -> None:
    server.routes["/old"] = Reply(status=status, headers={"Location": "/new"})
    server.routes["/new"] = Reply(BODY)
    document = get(server.url("/old"))
    assert document.content == BODY
    assert document.url == server.url("/new")
    assert document.moved_to == (server.url("/new") if moved else None)


def test_a_chain_with_one_passing_redirect_is_not_remembered(server: Server) -> None:
    server.routes["/a"] = Reply(status=301, headers={"Location": "/b"})
    server.routes["/b"] = Reply(status=302, headers={"Location": "/c"})
    server.routes["/c"] = Reply(BODY)
    assert get(server.url("/a")).moved_to is None


def test_five_redirects_are_followed_and_no_sixth(server: Server) -> None:
    for step in range(7):
        server.routes[f"/{step}"] = Reply(status=302, headers={"Location": f"/{step + 1}"})
    server.routes["/7"] = Reply(BODY)
    assert get(server.url("/2")).content == BODY
    error = failure(server.url("/1"))
    assert error.kind == "refused"
    assert "5 redirects" in str(error)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "data:text/plain,hi", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "javascript:x"]
)
def test_redirects_off_the_web_are_refused(server: Server, target: str) -> None:
    server.routes["/feed"] = Reply(status=301, headers={"Location": target})
    error = failure(server.url("/feed"))
    assert error.kind == "refused"
    assert "hop 1" in str(error)


@pytest.mark.parametrize(("status", "word"), [
    (404, "address"), (401, "auth"), (403, "refuses"), (410, "remove"), (500, "later"), (503, "later"), (599, "later"),
    (418, "check the address"),
])  # fmt: skip
def test_a_status_is_told_with_what_to_do(server: Server, status: int, word: str) -> None:
    server.routes["/feed"] = Reply(b"sorry", status)
    error = failure(server.url("/feed"))
    assert error.status == status
    assert str(status) in str(error)
    assert word in str(error)


@pytest.mark.parametrize(("value", "expected"), [("7200", 7200), ("99999999999", 604800), ("soon", None), ("-5", None)])
def test_retry_after_is_kept_to_up_to_a_week(server: Server, value: str, expected: float | None) -> None:
    server.routes["/feed"] = Reply(status=503, headers={"Retry-After": value})
    error = failure(server.url("/feed"))
    assert error.retry_after == expected


def test_retry_after_may_be_a_date(server: Server) -> None:
    server.routes["/feed"] = Reply(status=429, headers={"Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"})
    assert failure(server.url("/feed")).retry_after == 604800


@pytest.mark.parametrize("headers", [{"Retry-After": "60"}, {"Retry-After": "when I say so"}, {}])
def test_after_a_429_its_host_is_left_alone(server: Server, headers: dict[str, str]) -> None:
    server.routes["/a"] = Reply(status=429, headers=headers)
    server.routes["/b"] = Reply(BODY)
    with Fetcher(settings(retries=2)) as fetch:
        for path in ("/a", "/b"):
            with pytest.raises(FetchError) as caught:
                fetch(Request(server.url(path), configured=True))
            assert caught.value.status == 429
    assert server.paths() == ["/a"]


def test_a_429_is_for_its_own_port_only(server: Server) -> None:
    server.routes["/a"] = Reply(status=429, headers={"Retry-After": "60"})
    with Server().running() as other, Fetcher(settings()) as fetch:
        other.routes["/b"] = Reply(BODY)
        with pytest.raises(FetchError) as first:
            fetch(Request(server.url("/a"), configured=True))
        with pytest.raises(FetchError) as second:
            fetch(Request(server.url("/a"), configured=True))
        assert (first.value.asked, second.value.asked) == (True, False)
        assert fetch(Request(other.url("/b"), configured=True)).content == BODY


def test_a_redirect_does_not_make_another_server_rest(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.fetch.guard.is_public", lambda _: True)
    with Server().running() as other, Fetcher(settings(allow_private=True)) as fetch:
        server.routes["/a"] = Reply(status=302, headers={"Location": other.url("/busy")})
        other.routes["/busy"] = Reply(status=429, headers={"Retry-After": "604800"})
        other.routes["/b"] = Reply(BODY)
        with pytest.raises(FetchError, match="again in 7 days") as caught:
            fetch(Request(server.url("/a"), configured=True))
        assert (caught.value.retry_after, caught.value.server) == (604800, None)
        assert fetch(Request(other.url("/b"), configured=True)).content == BODY


def test_who_is_led_to_a_server_that_wants_rest_asks_it_once(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.fetch.guard.is_public", lambda _: True)
    with Server().running() as other, Fetcher(settings(allow_private=True)) as fetch:
        errors = []
        for path in ("/a", "/b", "/c"):
            server.routes[path] = Reply(status=302, headers={"Location": other.url(path)})
            other.routes[path] = Reply(status=429, headers={"Retry-After": "3600"})
            with pytest.raises(FetchError) as caught:
                fetch(Request(server.url(path), configured=True))
            errors.append((caught.value.asked, caught.value.server))
        assert errors == [(True, None), (False, None), (False, None)]
        assert other.paths() == ["/a"]


@pytest.mark.parametrize(
    ("target", "resting"),
    [
        ("https://site.example/a", "site.example:443"),
        ("https://site.example:8443/a", None),
        ("https://other.example/a", None),
    ],
)
def test_a_host_that_leads_to_its_own_https_is_the_one_asked(
    monkeypatch: pytest.MonkeyPatch, target: str, resting: str | None
) -> None:
    def exchange(_: Connections, address: Address, *__: object, **___: object) -> AbstractContextManager[Answer]:
        if address.scheme == "http":
            return nullcontext(Answer(301, "", {"location": target}, ()))
        return nullcontext(Answer(429, "", {"retry-after": "3600"}, ()))

    monkeypatch.setattr(Connections, "exchange", exchange)
    with Fetcher(settings()) as fetch:
        with pytest.raises(FetchError) as first:
            fetch(Request("http://site.example/a"))
        assert (first.value.asked, first.value.server) == (True, resting)
        with pytest.raises(FetchError) as second:
            fetch(Request(target))
        assert second.value.asked is (resting is None)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 second"), (119, "119 seconds"), (120, "2 minutes"), (3600, "60 minutes"), (7200, "2 hours"),
        (7201, "3 hours"), (86_400, "24 hours"), (604_800, "7 days"),
    ],
)  # fmt: skip
def test_a_wait_is_told_as_people_do(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_a_503_that_says_for_how_long_is_for_its_whole_server(server: Server) -> None:
    server.routes["/a"] = Reply(status=503, headers={"Retry-After": "60"})
    server.routes["/b"] = Reply(BODY)
    with Fetcher(settings()) as fetch:
        with pytest.raises(FetchError) as first:
            fetch(Request(server.url("/a"), configured=True))
        with pytest.raises(FetchError) as second:
            fetch(Request(server.url("/b"), configured=True))
    assert (first.value.server, first.value.asked) == (server.place, True)
    assert (second.value.server, second.value.asked) == (server.place, False)
    assert server.paths() == ["/a"]


def test_a_server_that_wanted_rest_in_an_earlier_run_is_left_alone_for_pages_too(server: Server) -> None:
    server.routes["/a"] = Reply(BODY)
    with Fetcher(settings(), resting={server.place: 60.0}) as fetch:
        for is_page in (False, True):
            with pytest.raises(FetchError, match="wants no more requests for"):
                fetch(Request(server.url("/a"), configured=True, page=is_page))
    assert server.requests == []
    with Fetcher(settings(), resting={server.place: 0.0}) as fetch:
        assert fetch(Request(server.url("/a"), configured=True)).content == BODY


def test_failures_that_may_pass_are_tried_again(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.fetch.web.FIRST_DELAY", 0.01)
    replies = [Reply(status=502), Reply(status=504), Reply(BODY)]
    server.routes["/feed"] = lambda _: replies.pop(0)
    assert get(server.url("/feed"), retries=2).content == BODY
    server.routes["/feed"] = Reply(status=500)
    assert failure(server.url("/feed"), retries=2).status == 500
    assert len(server.requests) == 4


ENCODERS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
    "identity": bytes,
    "gzip, gzip": lambda body: gzip.compress(gzip.compress(body)),
}


@pytest.mark.parametrize("coding", ENCODERS)
def test_compressed_bodies_are_unpacked(server: Server, coding: str) -> None:
    server.routes["/feed"] = Reply(ENCODERS[coding](BODY), headers={"Content-Encoding": coding})
    assert get(server.url("/feed")).content == BODY


@how(deadline=None)
@given(st.sampled_from(sorted(ENCODERS)), st.binary(max_size=300), st.integers(1, 5000), st.integers(1, 400))
def test_decoding_is_the_same_however_the_pieces_come(coding: str, part: bytes, times: int, size: int) -> None:
    content = part * times
    packed = ENCODERS[coding](content)
    pieces = [packed[start : start + size] for start in range(0, len(packed), size)]
    assert body.read(pieces, coding.split(", "), len(content)) == content


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip"])
def test_bombs_are_put_out_at_the_limit(server: Server, coding: str) -> None:
    server.routes["/feed"] = Reply(ENCODERS[coding](bytes(3_000_000)), headers={"Content-Encoding": coding})
    assert failure(server.url("/feed"), max_bytes=1_000_000).kind == "too_large"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_compressed_body_that_is_cut_short_is_an_error(server: Server, coding: str) -> None:
    packed = ENCODERS[coding](BODY)[:-6]
    server.routes["/feed"] = Reply(packed, headers={"Content-Encoding": coding})
    assert "cut short" in str(failure(server.url("/feed")))


def test_a_plain_body_called_gzip_is_asked_for_again_without_compression(server: Server) -> None:
    def honest_when_asked(seen: Seen) -> Reply:
        is_plain = seen.headers["accept-encoding"] == "identity"
        return Reply(BODY, headers={} if is_plain else {"Content-Encoding": "gzip"})

    server.routes["/feed"] = honest_when_asked
    assert get(server.url("/feed")).content == BODY
    server.routes["/feed"] = Reply(BODY, headers={"Content-Encoding": "gzip"})
    assert "compressed" in str(failure(server.url("/feed")))
    assert len(server.requests) == 4


def test_a_gzip_file_is_unpacked_within_the_limit(server: Server) -> None:
    server.routes["/feed.xml.gz"] = Reply(gzip.compress(BODY))
    assert get(server.url("/feed.xml.gz")).content == BODY
    server.routes["/feed.xml.gz"] = Reply(gzip.compress(bytes(3_000_000)))
    assert failure(server.url("/feed.xml.gz"), max_bytes=1_000_000).kind == "too_large"


def test_the_limit_holds_for_bodies_announced_and_not(server: Server) -> None:
    server.routes["/long"] = Reply(bytes(300_000))
    server.routes["/unsaid"] = Reply(bytes(300_000), length=False)
    server.routes["/liar"] = Reply(b"x", headers={"Content-Length": "5000000000"})
    for path in ("/long", "/unsaid", "/liar"):
        assert failure(server.url(path), max_bytes=200_000).kind == "too_large"


def test_a_body_shorter_than_announced_is_an_error(server: Server) -> None:
    server.raw["/short"] = lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf")
    server.raw["/chunks"] = lambda connection: connection.sendall(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
    )
    for path in ("/short", "/chunks"):
        assert "broke" in str(failure(server.url(path)))


def test_an_empty_body_is_an_error(server: Server) -> None:
    server.routes["/feed"] = Reply()
    assert failure(server.url("/feed")).kind == "empty"


@pytest.mark.parametrize("path", ["/silent", "/headers", "/body"])
def test_one_time_limit_ends_silence_and_drips(server: Server, path: str) -> None:
    def drip(start: bytes, drop: bytes) -> Raw:
        def answer(connection: object) -> None:
            connection.sendall(start)  # type: ignore[attr-defined]
            while not server.released.wait(0.05):
                connection.sendall(drop)  # type: ignore[attr-defined]

        return answer

    server.raw["/silent"] = lambda _: server.released.wait()
    server.raw["/headers"] = drip(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n")
    server.raw["/body"] = drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b".")
    error = failure(server.url(path), timeout=timedelta(seconds=0.4), retries=2)
    assert error.kind == "timeout"
    assert "0.4 s" in str(error)


def test_the_user_s_headers_and_password_stay_at_their_origin(server: Server) -> None:
    with Server().running() as other:
        other.routes["/there"] = Reply(BODY)
        server.routes["/away"] = Reply(
            status=302, headers={"Location": other.url("/there").replace("127.0.0.1", "127.0.0.2")}
        )
        server.routes["/here"] = Reply(BODY)
        url = server.url("/here").replace("//", "//me:s3cret@")
        request = Request(url, configured=True, headers={"X-Key": "k3y", "User-Agent": "mine"})
        document = get(url, request=request)
        assert server.requests[0].headers["authorization"] == "Basic bWU6czNjcmV0"
        assert server.requests[0].headers["x-key"] == "k3y"
        assert server.requests[0].headers["user-agent"] == "mine"
        assert "s3cret" not in str(document.url)
        error = failure(server.url("/away").replace("//", "//me:s3cret@"))
        assert "s3cret" not in str(error)
        assert other.requests == []


@pytest.mark.parametrize("value", ["s3cret\n", "s3cret\0", "s3cret \u2713"])
def test_a_header_that_cannot_be_sent_is_told_without_its_value(server: Server, value: str) -> None:
    request = Request(server.url("/feed"), configured=True, headers={"X-Key": value})
    error = failure("", request=request)
    assert "header" in str(error)
    assert "s3cret" not in str(error)


@pytest.mark.parametrize("proxy", ["http://[broken", "http://u:s3cret@p:port", "http://Ünï:8", "socks5://127.0.0.1:9"])
def test_a_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    error = failure("http://news.example/", allow_private=False)
    assert "s3cret" not in str(error)


def test_what_a_socks_proxy_needs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:9")
    monkeypatch.delenv("http_proxy", raising=False)
    for name in [name for name in sys.modules if name.startswith(("socksio", "httpcore._sync.socks"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "socksio", None)
    assert "pip install 'digest[socks]'" in str(failure("http://news.example/", allow_private=False))


def test_a_redirect_beyond_ascii_is_followed(server: Server) -> None:
    server.raw["/feed"] = lambda connection: connection.sendall(
        "HTTP/1.1 302 Found\r\nLocation: /ü\r\nContent-Length: 0\r\n\r\n".encode()
    )
    server.routes["/%C3%BC"] = Reply(BODY)
    assert get(server.url("/feed")).content == BODY


PRIVATE = [
    "127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
    "169.254.169.254", "10.0.0.1", "172.16.3.4", "192.168.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
    "[64:ff9b::7f00:1]", "[64:ff9b::a00:1]", "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2002:a00:1::1]", "[fe80::1]",
    "[fc00::1]", "[fec0::1]", "[ff02::1]", "[::]", "[2001:db8::1]", "[2001:0:7f00:1::1]", "[2607:f8b0::5efe:7f00:1]",
    "localhost",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_private_addresses_are_refused_however_they_are_written(host: str) -> None:
    assert failure(f"http://{host}:9/feed", allow_private=False).kind == "refused"


@pytest.mark.parametrize("host", PRIVATE)
def test_a_proxy_is_not_sent_to_private_addresses_either(
    server: Server, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("http_proxy", server.url())
    assert failure(f"http://{host}:9/feed", allow_private=False).kind == "refused"
    assert server.requests == []


def test_proxies_of_the_environment_are_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url())
    server.routes["http://news.example/feed"] = Reply(BODY)
    assert get("http://news.example/feed", allow_private=False).content == BODY
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.routes["/direct"] = Reply(BODY)
    assert get(server.url("/direct")).content == BODY


def test_permission_for_a_private_address_is_not_inherited(server: Server) -> None:
    with Server().running() as other:
        server.routes["/redirect"] = Reply(status=302, headers={"Location": other.url("/x")})
        server.routes["/self"] = Reply(status=302, headers={"Location": "/feed"})
        server.routes["/feed"] = Reply(BODY)
        allowed = (server.place,)
        assert get(server.url("/feed"), allow_private=allowed).content == BODY
        assert get(server.url("/self"), allow_private=allowed).content == BODY
        assert failure(server.url("/redirect"), allow_private=True).kind == "refused"
        assert failure(other.url("/x"), allow_private=allowed).kind == "refused"
        article = Request(server.url("/feed"))
        assert failure("", request=article, allow_private=allowed).kind == "refused"
        with Fetcher(settings(allow_private=allowed)) as fetch:
            fetch(Request(server.url("/feed"), configured=True))
            with pytest.raises(FetchError, match="refused"):
                fetch(article)  # nor by a connection that is open already
        assert other.requests == []


def test_a_name_is_resolved_once_and_connected_to_as_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [["93.184.216.34", "127.0.0.1"], ["127.0.0.1"]]
    asked: list[str] = []

    def lying(host: str, port: int, seconds: float) -> list[str]:
        asked.append(host)
        return answers[len(asked) - 1]

    monkeypatch.setattr("digest.fetch.connections.resolve", lying)
    for _ in range(2):
        assert failure("http://rebind.example/", allow_private=False).kind == "refused"
    assert asked == ["rebind.example"] * 2


def test_a_certificate_must_be_trusted_and_be_for_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(tls=True).running() as server:
        server.routes["/feed"] = Reply(BODY)
        server.routes["/down"] = Reply(status=302, headers={"Location": "http://localhost/"})
        error = failure(server.url("/feed", host="localhost"))
        assert "certificate of localhost is not valid" in str(error)
        assert "self" in str(error)
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert get(server.url("/feed", host="localhost")).content == BODY
        assert "is not valid" in str(failure(server.url("/feed", host="127.0.0.1")))
        down = failure(server.url("/down", host="localhost"))
        assert (down.kind, "https to http" in str(down)) == ("refused", True)
    with Server().running() as plain:
        assert "no secure connection" in str(failure(plain.url().replace("http:", "https:")))


def test_a_host_gets_so_many_requests_at_a_time_and_pauses_between(server: Server) -> None:
    times: list[float] = []
    busy, most, lock = 0, 0, threading.Lock()

    def slow(_: Seen) -> Reply:
        nonlocal busy, most
        with lock:
            times.append(time.monotonic())
            busy += 1
            most = max(most, busy)
        time.sleep(0.05)
        with lock:
            busy -= 1
        return Reply(BODY)

    server.routes["/feed"] = slow
    with Fetcher(settings(per_host=2, pause=timedelta(seconds=0.02))) as fetch:
        threads = [
            threading.Thread(target=fetch, args=(Request(server.url("/feed"), configured=True),)) for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(times) == 6
    assert most <= 2
    assert times[-1] - times[0] >= 5 * 0.02 * 0.9


def test_article_pages_keep_to_robots_txt(server: Server) -> None:
    server.routes["/robots.txt"] = Reply(b"User-agent: digest\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n")
    for path in ("/private/a", "/open/a", "/open/b"):
        server.routes[path] = Reply(BODY)
    with Fetcher(settings(allow_private=True)) as fetch:
        for path, is_open in (("/open/a", True), ("/private/a", False), ("/open/b", True)):
            request = Request(server.url(path), configured=True, page=True)
            if is_open:
                assert fetch(request).content == BODY
            else:
                with pytest.raises(FetchError, match=r"robots\.txt"):
                    fetch(request)
    assert server.paths() == ["/robots.txt", "/open/a", "/open/b"]
    assert get("", request=Request(server.url("/private/a"), configured=True, page=True), robots=False)


def test_each_hop_of_a_page_keeps_to_the_robots_txt_of_its_site(server: Server) -> None:
    with Server().running() as other:
        other.routes["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /\n")
        server.routes["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /private\n")
        for path, target in (("/in", "/private"), ("/out", other.url("/page")), ("/fine", "/open")):
            server.routes[path] = Reply(status=302, headers={"Location": target})
        server.routes["/private"] = server.routes["/open"] = Reply(BODY)
        refused = failure("", request=Request(server.url("/in"), configured=True, page=True))
        assert (refused.kind, "robots.txt asks" in str(refused)) == ("refused", True)
        assert server.paths() == ["/robots.txt", "/in"]
        assert get("", request=Request(server.url("/fine"), configured=True, page=True)).content == BODY
        assert get("", request=Request(server.url("/in"), configured=True)).content == BODY
        assert failure("", request=Request(server.url("/out"), configured=True, page=True)).kind == "refused"
        assert "/page" not in other.paths()


@pytest.mark.parametrize(("status", "is_open"), [(404, True), (403, True), (500, False), (503, False), (429, False)])
def test_a_missing_robots_txt_allows_and_a_failing_one_does_not(server: Server, status: int, is_open: bool) -> None:
    server.routes["/robots.txt"] = Reply(status=status)
    server.routes["/page"] = Reply(BODY)
    request = Request(server.url("/page"), configured=True, page=True)
    if is_open:
        assert get("", request=request).content == BODY
    else:
        assert failure("", request=request).kind == "refused"


def test_a_refused_connection_and_an_unknown_name_are_told(server: Server) -> None:
    with Server().running() as gone:
        url = gone.url()
    for location, words in ((url, "no connection"), ("http://nowhere.invalid/", "not known")):
        assert words in str(failure(location))
        assert "; check the address" in str(failure(location))


@pytest.mark.parametrize(
    "location", ["http://", "http://[", "http://a:99999/", "http://a b/", "gopher://x/", "http://\u2488/"]
)
def test_what_is_no_address_is_told_in_a_line(location: str) -> None:
    assert failure(location).kind in {"fetch", "refused"}


def test_offline_asks_nobody(server: Server) -> None:
    with Fetcher(settings(), offline=True) as fetch, pytest.raises(FetchError, match="--offline"):
        fetch(Request(server.url("/feed"), configured=True))
    assert server.requests == []
