"""Passwords in addresses: whatever is typed where, they are neither shown nor written."""

from __future__ import annotations

import json

import pytest

from digest.errors import Problem, masked
from tests.project import Project
from tests.servers import Reply, Server
from tests.test_cli_web import SETTINGS, feed

SECRET = "tr0mbone"
ADDRESS = f"https://ida:{SECRET}@gazette.invalid/a"

MASKED = {
    f"{ADDRESS}: not there": "https://gazette.invalid/a: not there",
    f"no 'ftp://ida:{SECRET}@h.example/' here": "no 'ftp://h.example/' here",
    f"//ida:{SECRET}@h.example/x": "//h.example/x",
    f"there is no http:/ida:{SECRET}@h.example/x": "there is no http:/h.example/x",
    f"http:\\\\ida:{SECRET}@h.example": "http:\\\\h.example",
    f"https://ida:{SECRET}/more#{SECRET}@h.example/x": "https://h.example/x",
    f"https://ida:a@{SECRET}@h.example/x": "https://h.example/x",
    f"https://{SECRET}@h.example/x and https://{SECRET}@m.example": "https://h.example/x and https://m.example",
}
UNCHANGED = (
    "https://h.example/@ida/post",
    "https://h.example:8080/@ida/post",
    "http://[::1]:80/@ida",
    "mail to ida@h.example, or https://h.example/?to=ida@h.example",
    "a/b@c C:/ida@home",
)


@pytest.mark.parametrize("text", MASKED)
def test_user_and_password_are_taken_out_of_all_that_looks_like_an_address(text: str) -> None:
    assert masked(text) == MASKED[text]
    assert Problem(text, text, "fetch") == Problem(MASKED[text], MASKED[text], "fetch")


@pytest.mark.parametrize("text", UNCHANGED)
def test_what_holds_none_stays(text: str) -> None:
    assert masked(text) == text


COMMANDS = (
    *(("feeds", name, ADDRESS) for name in ("add", "test", "resume", "pause", "remove", "import")),
    ("newsletter", "--offline", "--pin", ADDRESS),
    ("newsletter", "--offline", "--drop", ADDRESS),
    ("run", "--feed", ADDRESS),
    ("check", "-c", ADDRESS),
    ("batch", ADDRESS),
    ("preview", ADDRESS),
    *(
        (name, f"{start}ida:{SECRET}@h.example/")
        for name in ("summarize", "run", "extract", "claims")
        for start in ("ftp://", "//", "http:/")
    ),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_repeats_a_password(project: Project, command: tuple[str, ...]) -> None:
    done = project.run(*command)
    assert done.status in {1, 2}
    assert SECRET not in done.out + done.err
    assert done.err.startswith("digest: ")


def test_what_the_doctor_finds_holds_none(project: Project) -> None:
    done = project.run("doctor", "-c", ADDRESS)
    assert "gazette.invalid" in done.out
    assert SECRET not in done.out + done.err


@pytest.mark.parametrize("form", ["md", "html", "json", "eml", "txt"])
def test_no_digest_holds_a_password(project: Project, server: Server, form: str) -> None:
    (project.folder / "feeds.yaml").write_text(f"{SETTINGS}  []\n")
    server.routes["/f"] = Reply(feed(11))
    place = server.url("").replace("://", f"://ida:{SECRET}@")
    done = project.run("run", f"{place}/f", f"{place}/gone", "-f", form)
    assert done.status == 0
    assert ("127.0.0.1" if form == "eml" else "/gone") in done.out  # a mail's readers are told the host alone
    assert SECRET not in done.out + done.err


def test_the_json_of_an_article_names_its_source_without_them(project: Project, server: Server) -> None:
    (project.folder / "feeds.yaml").write_text(f"{SETTINGS}  []\n")
    server.routes["/f"] = Reply(feed(11))
    done = project.run("extract", "--json", server.url("/f").replace("://", f"://ida:{SECRET}@"))
    assert [article["source"] for article in json.loads(done.out)["articles"]] == [server.url("/f")]
    assert server.requests[0].headers["authorization"].startswith("Basic ")
    assert SECRET not in done.out + done.err


def test_masking_takes_no_time_on_what_is_no_address() -> None:
    """A feed's titles are masked too; the time that this took grew with the square of their length."""
    text = "//" * 200_000 + " a@b"
    assert masked(text) == text
