"""No way in: every range that is not the public internet, every spelling, every detour."""

from __future__ import annotations

import socket
from datetime import timedelta

import httpcore
import pytest

from digest.errors import FetchError
from digest.fetch import Fetcher
from digest.fetch.guard import is_public
from digest.models import Request
from digest.settings import FetchSettings
from tests.servers import Reply, Server

NOT_PUBLIC = {
    "this host": "0.0.0.0 0.1.2.3 :: ::2",
    "loopback": "127.0.0.1 127.255.255.254 ::1",
    "private": "10.0.0.1 172.16.0.1 172.31.255.254 192.168.1.1 fc00::1 fd12:3456::1 fec0::1",
    "shared by carriers": "100.64.0.1 100.127.255.254",
    "link": "169.254.0.1 169.254.169.254 fe80::1 fe80::1%lo fe80::1%25eth0",
    "protocols": "192.0.0.1 192.0.0.8 192.0.0.170 192.88.99.1 2001:2::1 2001:10::1 2001:20::1 100::1 5f00::1",
    "documentation": "192.0.2.1 198.51.100.7 203.0.113.9 2001:db8::1 3fff::1",
    "benchmarks": "198.18.0.1 198.19.255.255",
    "many": "224.0.0.1 239.1.2.3 ff02::1 ff0e::1",
    "reserved": "240.0.0.1 255.255.255.255 1000::1 4000::1",
    "mapped": "::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe ::ffff:0:10.0.0.1",
    "compatible": "::10.0.0.1 ::127.0.0.1",
    "NAT64": "64:ff9b::7f00:1 64:ff9b::192.168.0.1 64:ff9b::169.254.169.254 64:ff9b:1::8.8.8.8",
    "6to4": "2002:7f00:1:: 2002:a00:1::1 2002:c0a8:101::1 2002:a9fe:a9fe:: 2002:6440:1::",
    "Teredo": "2001:0:7f00:1::1 2001:0:808:808:0:0:f5ff:fffe",
    "ISATAP": "2001:4860:0:1:0:5efe:10.0.0.1 2001:4860:0:1:200:5efe:192.168.1.1",
    "no address": "127.0.0.1.evil localhost 127.1 2130706433 -",
}
PUBLIC = (
    "8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1 2606:4700:4700::1111 "
    "::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::1"
)


@pytest.mark.parametrize("kind", NOT_PUBLIC)
def test_only_the_public_internet_is_public(kind: str) -> None:
    assert [text for text in NOT_PUBLIC[kind].split() if is_public(text)] == []
    assert all(map(is_public, PUBLIC.split()))


SPELLINGS = [
    "127.1", "127.0.1", "0", "0x0", "0000", "2130706433", "4294967295", "0x7f000001", "0x7F000001", "0x7f.1",
    "0x7f.0.0.1", "0177.1", "017700000001", "00000000177.0.0.1", "127.000.000.001", "LOCALHOST",
    "[0:0:0:0:0:ffff:7f00:0001]", "[::ffff:0:7f00:1]", "[64:ff9b::a9fe:a9fe]",
    "①②⑦.⓪.⓪.①", "127。0。0。1", "１２７.0.0.1",
]  # fmt: skip


def refusal(location: str, *, configured: bool = False, allowed: tuple[str, ...] = ()) -> str:
    settings = FetchSettings(
        pause=timedelta(0), retries=0, timeout=timedelta(seconds=5), robots=False, allow_private=allowed
    )
    with Fetcher(settings) as fetch, pytest.raises(FetchError) as caught:
        fetch(Request(location, configured=configured))
    return caught.value.kind


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_spelling_of_a_private_address_gets_through(host: str) -> None:
    assert refusal(f"http://{host}:9/feed", configured=True) == "refused"


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_redirect_leads_to_one(server: Server, host: str) -> None:
    server.raw["/feed"] = lambda connection: connection.sendall(
        f"HTTP/1.1 302 Found\r\nLocation: http://{host}:9/\r\nContent-Length: 0\r\n\r\n".encode()
    )
    assert refusal(server.url("/feed"), configured=True, allowed=(server.place,)) == "refused"


@pytest.mark.parametrize("allowed", [True, False])
def test_permission_is_advised_only_where_it_would_help(server: Server, *, allowed: bool) -> None:
    server.routes["/feed"] = Reply(status=302, headers={"Location": "http://127.0.0.2:9/"})
    settings = FetchSettings(pause=timedelta(0), retries=0, robots=True, allow_private=allowed)
    asked = [
        Request("http://127.0.0.2:9/page", page=True),
        Request(server.url("/feed"), configured=True),
    ]
    for request in asked:
        with Fetcher(settings) as fetch, pytest.raises(FetchError) as caught:
            fetch(request)
        is_named = request.configured and not allowed
        assert ("fetch.allow_private permits it" in str(caught.value)) is is_named
        assert ("redirects and links are followed to public addresses only" in str(caught.value)) is not is_named


@pytest.mark.parametrize(
    "location",
    [
        "http://news.example@127.0.0.1:9/",
        "http://127.0.0.1:9#@news.example/",
        "http://news.example\\@127.0.0.1:9/",
        "http://127.0.0.1:9?@news.example/",
        "//127.0.0.1:9/",
    ],
)
def test_what_stands_around_the_host_does_not_hide_it(location: str) -> None:
    assert refusal(location if location.startswith("http") else f"http:{location}", configured=True) == "refused"


@pytest.mark.parametrize("name", ["localhost.", "a.localhost", "127.0.0.1.", "ip6-localhost", "inside.example"])
def test_names_are_judged_by_what_they_resolve_to(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for found in ("127.0.0.1", "::1", "10.0.0.1", "fe80::1%lo"):
        answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, 9))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, answer=answer, **__: answer)
        assert refusal(f"http://{name}:9/", configured=True) == "refused"


def test_what_was_checked_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["93.184.216.34", "127.0.0.1", "127.0.0.1"]
    asked: list[str] = []
    called: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers[len(asked) - 1], port))]

    def connect(_: object, host: str, *__: object) -> None:
        called.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    assert refusal("http://rebind.example/", configured=True) == "fetch"
    assert (asked, called) == (["rebind.example"], ["93.184.216.34"])
    assert refusal("http://rebind.example/", configured=True) == "refused"
    assert called == ["93.184.216.34"]


def test_permission_is_for_what_was_named_and_for_nothing_it_names(server: Server) -> None:
    server.routes["/feed"] = Reply(b"<rss/>")
    with Fetcher(FetchSettings(pause=timedelta(0), allow_private=(server.place,), robots=False)) as fetch:
        assert fetch(Request(server.url("/feed"), configured=True)).content == b"<rss/>"
    assert refusal(server.url("/feed"), configured=False, allowed=(server.place,)) == "refused"
    assert refusal(server.url("/feed"), configured=True, allowed=(f"127.0.0.1:{server.port + 1}",)) == "refused"
    assert len(server.requests) == 1
