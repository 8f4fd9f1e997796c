"""Fetching files: what is there, what is not, and what must not be reached."""

from __future__ import annotations

import gzip
import io
import os
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from digest.errors import FetchError
from digest.fetch import Fetcher
from digest.models import Document, Request
from digest.settings import FetchSettings


def get(location: str | Path, *, base: Path | None = None, configured: bool = True, limit: int = 1000) -> Document:
    settings = FetchSettings(max_bytes=limit, timeout=timedelta(seconds=0.3))
    with Fetcher(settings) as fetch:
        return fetch(Request(str(location), base=str(base) if base else None, configured=configured))


def failure(location: str | Path, **more: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(location, **more)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "ein Blättchen.txt"
    path.write_bytes(b"news")
    assert get(path) == Document(location=str(path), content=b"news")
    assert get(path.as_uri()).content == b"news"


def test_a_packed_file_is_unpacked_within_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml.gz"
    path.write_bytes(gzip.compress(b"news"))
    assert get(path).content == b"news"
    path.write_bytes(gzip.compress(bytes(5000)))
    assert failure(path).kind == "too_large"


def test_each_way_a_path_can_fail_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "large").write_bytes(bytes(1001))
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    expected = {
        "missing": "no such file",
        ".": "folder",
        "empty": "empty",
        "large": "larger than",
        "loop": "leads to itself",
        "pipe": "no complete answer",
        "empty/below": "no folder",
        "x" * 300: "too long",
        "zero\0byte": "zero byte",
    }
    for name, words in expected.items():
        assert words in str(failure(tmp_path / name if "\0" not in name else name)), name
    assert "neither" in str(failure("/dev/zero"))
    assert failure(tmp_path / "large").kind == "too_large"


def test_a_pipe_is_read_to_its_end_and_not_waited_for_without_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keeper = os.open(pipe, os.O_RDWR)  # opens without waiting for the other side
    assert failure(pipe).kind == "timeout"

    def write() -> None:
        os.write(keeper, b"news")
        os.close(keeper)

    writer = threading.Timer(0.05, write)
    writer.start()
    assert get(pipe).content == b"news"
    writer.join()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "locked"
    path.write_bytes(b"news")
    path.chmod(0)
    assert "permissions" in str(failure(path))


def test_standard_input_is_read_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def feed(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    feed(b"news")
    assert get("-") == Document(location="-", content=b"news")
    feed(bytes(1001))
    assert failure("-").kind == "too_large"
    feed(b"")
    assert failure("-").kind == "empty"
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in str(failure("-"))


def test_pages_of_a_feed_lie_at_or_below_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "feed"
    (folder / "pages").mkdir(parents=True)
    (folder / "pages" / "one.html").write_bytes(b"one")
    (tmp_path / "secret").write_bytes(b"secret")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "inner").symlink_to(folder / "pages" / "one.html")
    for name in ("pages/one.html", "./pages/../pages/one.html", "inner"):
        assert get(name, base=folder, configured=False).content == b"one"
    for name in ("../secret", "link", str(tmp_path / "secret"), "pages/../../secret"):
        assert failure(name, base=folder, configured=False).kind == "refused"


def test_a_file_address_counts_only_where_the_user_wrote_it(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_bytes(b"news")
    assert failure(path.as_uri(), configured=False).kind == "refused"
    assert failure(path.as_uri(), base=tmp_path, configured=False).kind == "refused"


def test_a_dash_that_a_feed_wrote_is_a_file_s_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"what the user types")))
    assert "no such file" in str(failure("-", base=tmp_path, configured=False))
    (tmp_path / "-").write_bytes(b"a file")
    assert get("-", base=tmp_path, configured=False).content == b"a file"
    monkeypatch.chdir(tmp_path)
    assert get("-", configured=False).content == b"a file"
    assert get("-").content == b"what the user types"


@pytest.mark.parametrize(("name", "words"), [("", "an empty name"), ("~nobody-of-this-name/x", "home")])
def test_a_name_that_leads_nowhere_is_told(name: str, words: str) -> None:
    assert words in str(failure(name))
