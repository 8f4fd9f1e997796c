"""The preview, through the program: served to this machine alone, the same look everywhere, nothing from elsewhere."""

from __future__ import annotations

import http.client
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.program import ROOT, environment
from tests.project import CONFIG, Project, title

EMAIL = "email: {from: Digest <d@example.org>, to: [ann@example.org]}\n"
PAGE = """\
<!doctype html><html><head><meta name="color-scheme" content="light dark">
<style>p{color:#111}@media screen and (prefers-color-scheme: dark){p{color:#eee}}</style></head>
<body><p>Text of (prefers-color-scheme: dark) and <a href="https://example.org/">a link</a>.</p></body></html>
"""


@dataclass
class Served:
    process: subprocess.Popen[bytes]
    port: int

    def ask(self, path: str, method: str = "GET", host: str | None = None) -> tuple[int, str, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, headers={"Host": host or f"127.0.0.1:{self.port}"})
        answer = connection.getresponse()
        found = answer.status, answer.read().decode(), {name.lower(): value for name, value in answer.getheaders()}
        connection.close()
        return found

    def views(self) -> list[str]:
        return re.findall(r'<a href="(/\w+)"', self.ask("/")[1])


@contextmanager
def previewed(folder: Path, *arguments: str, **variables: str) -> Iterator[Served]:
    with subprocess.Popen(
        [sys.executable, "-m", "digest", "preview", *arguments],
        cwd=folder,
        env=environment(folder, PYTHONPATH=str(ROOT), **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        try:
            line = process.stdout.readline().decode()
            found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", line)
            assert found, line or (process.stderr and process.stderr.read().decode())
            yield Served(process, int(found[1]))
        finally:
            process.kill()


@pytest.fixture
def project(project: Project) -> Project:
    project.feed(11, 22)
    return project


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("page")
    (folder / "page.html").write_text(PAGE)
    with previewed(folder, "page.html", "--no-open") as served:
        yield served


def test_a_day_is_shown_in_every_way_there_is(project: Project) -> None:
    project.run("run", "--date", "2026-11-20")
    with previewed(project.folder, "2026-11-20", "--no-open") as served:
        assert served.views() == ["/html", "/dark", "/narrow", "/text", "/source"]
        for path in ("/frame/light", "/frame/dark", "/frame/text", "/frame/source"):
            status, content, _ = served.ask(path)
            assert (status, title(11) in content) == (200, True)


def test_subject_and_preheader_are_shown_of_a_page_too(project: Project) -> None:
    project.run("run", "--date", "2026-11-20", "-f", "html")
    with previewed(project.folder, "2026-11-20", "--no-open") as served:
        shell = served.ask("/")[1]
        assert "<dt>Subject</dt><dd>Daily digest – 20 November 2026</dd><dt>Preheader</dt>" in shell
    with previewed(project.folder, str(project.file(ending="html")), "--no-open") as served:
        assert f"<dl><dt>Preheader</dt><dd>{title(22)} · {title(11)}</dd></dl>" in served.ask("/")[1]


def test_a_preheader_is_text_whatever_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<div style="display:none">&lt;b&gt; <b>x</b></div><p>Shown')
    with previewed(tmp_path, "a.html", "--no-open") as served:
        shell = served.ask("/")[1]
        assert "<dd>&lt;b&gt; &lt;b&gt;x&lt;/b&gt;</dd>" in shell
        assert "<b>" not in shell


def test_where_mail_is_set_up_the_latest_mail_is_shown(project: Project) -> None:
    (project.folder / "feeds.yaml").write_text(CONFIG + EMAIL)
    project.run("run", "--date", "2026-11-20")
    with previewed(project.folder, "--no-open") as served:
        shell = served.ask("/")[1]
        assert "<dt>From</dt><dd>Digest &lt;d@example.org&gt;</dd>" in shell
        assert "<dt>Subject</dt><dd>Daily digest – 20 November 2026</dd>" in shell
        assert f"<dt>Preheader</dt><dd>{title(22)} · {title(11)}</dd>" in shell
        assert served.views() == ["/html", "/dark", "/narrow", "/text", "/source"]
        assert "Content-Type: multipart/alternative;" in served.ask("/frame/source")[1]
        assert title(22) in served.ask("/frame/text")[1]


def test_light_and_dark_do_not_depend_on_the_browser(page: Served) -> None:
    light, dark = page.ask("/frame/light")[1], page.ask("/frame/dark")[1]
    assert 'content="light"' in light
    assert "@media screen and (max-width:0){p{color:#eee}}" in light
    assert 'content="dark"' in dark
    assert "@media screen and (min-width:0){p{color:#eee}}" in dark
    for shown in (light, dark):
        assert "<p>Text of (prefers-color-scheme: dark) and" in shown


def test_the_source_is_as_it_is(page: Served) -> None:
    from html import unescape

    found = re.search(r"<pre>(.*)</pre>", page.ask("/frame/source")[1], re.DOTALL)
    assert found
    assert unescape(found[1]) == PAGE
    assert page.views() == ["/html", "/dark", "/narrow", "/source"]


@pytest.mark.parametrize("path", ["/", "/dark", "/frame/light", "/frame/source"])
def test_nothing_runs_and_nothing_is_loaded(page: Served, path: str) -> None:
    _, _, headers = page.ask(path)
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert not {"script-src", "img-src", "connect-src", "font-src"} & set(policy)
    assert ("sandbox" in policy) is path.startswith("/frame/")
    assert "allow-scripts" not in policy.get("sandbox", "")
    assert "allow-same-origin" not in policy.get("sandbox", "")


def test_the_frame_is_sandboxed_and_the_style_is_allowed_by_its_hash(page: Served) -> None:
    from base64 import b64encode
    from hashlib import sha256

    _, shell, headers = page.ask("/narrow")
    frame = re.search(r"<iframe [^>]*>", shell)
    assert frame
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in frame[0]
    assert "<script" not in shell
    style = re.search(r"<style>(.*?)</style>", shell, re.DOTALL)
    assert style
    assert f"'sha256-{b64encode(sha256(style[1].encode()).digest()).decode()}'" in headers["content-security-policy"]


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:{port}"])
def test_a_name_from_elsewhere_is_refused(page: Served, host: str) -> None:
    status, content, _ = page.ask("/frame/source", host=host.format(port=page.port))
    assert status == 421
    assert "a link" not in content


def test_localhost_is_us(page: Served) -> None:
    assert page.ask("/", host=f"localhost:{page.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_only_get_is_answered(page: Served, method: str) -> None:
    assert page.ask("/", method)[0] == 405


@pytest.mark.parametrize("path", ["/nothing", "/page.html", "/../page.html", "//etc/passwd"])
def test_no_other_path_is_answered(page: Served, path: str) -> None:
    assert page.ask(path)[0] == 404


@pytest.mark.parametrize(
    ("name", "content", "views", "frame", "words"),
    [
        ("a.md", "---\na: 1\n---\n\n# News\n\n*Much* of it\n", ["/html", "/dark", "/narrow"], "light", "<em>Much</em>"),
        ("b.md", "It rains.[^1]\n\n[^1]: All day.\n", ["/html", "/dark", "/narrow"], "light", "[^1]: All day."),
        ("a.txt", "1 < 2 & so on\n", ["/text"], "text", "1 &lt; 2 &amp; so on"),
        ("a.eml", "From: a@example.org\nSubject: <b>\n\nOnly text\n", ["/text"], "text", "Only text"),
        ("a.HTM", b"<p>caf\xe9", ["/html", "/dark", "/narrow"], "dark", "<p>café"),
    ],
)
def test_files_of_other_kinds(
    tmp_path: Path, *, name: str, content: str | bytes, views: list[str], frame: str, words: str
) -> None:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with previewed(tmp_path, name, "--no-open") as served:
        assert served.views() == [*views, "/source"]
        assert words in served.ask(f"/frame/{frame}")[1]
        assert "<b>" not in served.ask("/")[1]


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("absent.html", None, 1, "cannot be read"),
        ("a.pdf", b"%PDF", 2, ".html, .htm, .eml, .md, .txt"),
        ("a.eml", b"", 1, "no mail"),
        ("a.eml", b"Content-Type: text/html; charset=nonsense\n\nx", 1, "cannot be read"),
        ("yesteryear", None, 2, "yesteryear"),
    ],
)
def test_what_cannot_be_shown(project: Project, name: str, content: bytes | None, status: int, words: str) -> None:
    if content is not None:
        (project.folder / name).write_bytes(content)
    outcome = project.run("preview", name, "--no-open")
    assert (outcome.status, outcome.out) == (status, "")
    assert words in outcome.err
    assert "Traceback" not in outcome.err


def test_a_day_without_a_digest_is_said(project: Project) -> None:
    assert project.run("preview", "--no-open").status == 1
    project.run("run", "--date", "2026-11-20")
    assert "nothing is stored of 2026-11-19" in project.run("preview", "2026-11-19", "--no-open").err


def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    with previewed(tmp_path, "page.html", "--no-open") as served:
        assert served.ask("/")[0] == 200
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(20) == 130
        assert served.process.stderr
        assert b"Traceback" not in served.process.stderr.read()


def test_the_browser_is_opened(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/asked.tmp && mv {tmp_path}/asked.tmp {tmp_path}/asked\n')
    browser.chmod(0o755)
    with previewed(tmp_path, "page.html", BROWSER=f"{browser} %s") as served:
        for _ in range(200):
            if (tmp_path / "asked").exists():
                break
            served.ask("/")
            signal.sigtimedwait([], 0.05)
        assert (tmp_path / "asked").read_text() == f"http://127.0.0.1:{served.port}/\n"
