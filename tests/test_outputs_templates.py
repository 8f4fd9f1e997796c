"""Templates of one's own: found, filled in, and told where they are wrong; and what docs/templates.md says of them."""

from __future__ import annotations

import contextlib
import re
import resource
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from digest.errors import ConfigError
from digest.outputs import _bounds, _introduction, _sheet, _view
from digest.outputs._page import ARTICLES, DIGEST, TEMPLATES
from digest.registry import load
from digest.settings import OutputSettings
from tests import outputs_data as data

MANUAL = Path(__file__).parents[1] / "docs" / "templates.md"


def render(folder, name="html"):
    rendered = load("outputs", name).render_digest(data.digest(), OutputSettings(template=str(folder)))
    return rendered if isinstance(rendered, str) else rendered.decode()


def test_a_template_of_ones_own_is_used(tmp_path):
    (tmp_path / DIGEST).write_text("{{ issue.title }}: {% for s in issue.stories %}{{ s.title.text }};{% endfor %}")
    assert render(tmp_path).startswith("Daily digest: Coastal states agree")
    assert "Daily digest: Coastal states agree" in render(tmp_path, "eml")


def test_what_a_folder_lacks_is_taken_from_the_default(tmp_path):
    (tmp_path / "story.html.j2").write_text((TEMPLATES / "story.html.j2").read_text().replace("20px/26px", "22px/28px"))
    assert render(tmp_path) == render("default").replace("20px/26px", "22px/28px")


def test_a_copy_of_the_default_makes_the_same(tmp_path):
    for file in TEMPLATES.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert render(tmp_path) == render("default")


def test_feeds_are_escaped_in_any_template(tmp_path):
    (tmp_path / DIGEST).write_text("{{ issue.sections[2].title }} {{ issue.sections[2].title|upper }}")
    assert render(tmp_path) == "Culture &amp; Science CULTURE &amp; SCIENCE\n"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("{% for %}", 1),
        ("one\ntwo {{ issue.nonsense }}", 2),
        ("one\n{{ issue.title|nonsense }}", 2),
        ("one\n\n{{ 1 / 0 }}", 3),
        ("{{ issue.title + 1 }}", 1),
        ("\n{% include 'nothing.j2' %}", 2),
        ("{{ issue.__class__.__mro__ }}", 1),
        ("{{ issue.stories.__len__() }}", 1),
        ("{% for n in range(10 ** 9) %}{% endfor %}", 1),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", 1),
        ("one\n{{ 'a' * 10 ** 9 }}", 2),
        ("{{ 'a'.ljust(10 ** 9) }}", 1),
        ("one\n{{ '%999999999d' % 1 }}", 2),
        ("{% set s = namespace(t='ab') %}\n{% for n in range(99) %}{% set s.t = s.t ~ s.t %}{% endfor %}", 2),
    ],
)
def test_an_error_names_file_and_line(tmp_path, source, line):
    (tmp_path / DIGEST).write_text(source)
    with pytest.raises(ConfigError) as caught:
        render(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / DIGEST}:{line}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # where it hits a collection of garbage
@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("{% for n in range(99999) %}\n{% for m in range(99999) %}{% endfor %}{% endfor %}", 2),
        ("{% for n in range(99999) %}{% for m in range(99999) %}{{ m }}{% endfor %}{% endfor %}", 1),
        ("\n{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}", 2),
        ("{% set n = 7 ** 9 %}\n{{ 7 ** n % 11 }}", 2),
    ],
)
def test_a_template_that_runs_away_is_stopped(tmp_path, monkeypatch, source, line):
    monkeypatch.setattr(_bounds, "EFFORT", 0.2)
    (tmp_path / DIGEST).write_text(source)
    with pytest.raises(ConfigError) as caught:
        render(tmp_path)
    assert str(caught.value) == f"{tmp_path / DIGEST}:{line}: takes more than 0 s of processor time"


def test_a_template_is_stopped_while_it_is_read_too(tmp_path, monkeypatch):
    monkeypatch.setattr(_bounds, "EFFORT", 0.2)
    (tmp_path / DIGEST).write_text("{{ 7 ** (7 ** 9) % 11 }}")  # worked out when the template is read
    with pytest.raises(ConfigError, match=r"digest\.html\.j2: takes more than 0 s of processor time"):
        render(tmp_path)


def test_limits_are_those_from_before_once_a_template_has_run(tmp_path):
    before = resource.getrlimit(resource.RLIMIT_DATA), signal.getsignal(signal.SIGVTALRM)
    for source in ("{{ issue.title }}", "{{ 'a' * 10 ** 9 }}"):
        (tmp_path / DIGEST).write_text(source)
        with contextlib.suppress(ConfigError):
            render(tmp_path)
        assert (resource.getrlimit(resource.RLIMIT_DATA), signal.getsignal(signal.SIGVTALRM)) == before
        assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_a_template_is_filled_in_beside_the_main_thread_too(tmp_path):
    (tmp_path / DIGEST).write_text("{{ issue.title }}")
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(render, tmp_path).result() == "Daily digest\n"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"output\.template: there is no folder"):
        render(tmp_path / "nowhere")


def test_templates_cannot_read_files(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / DIGEST).write_text("{% include '../secret.txt' %}")
    with pytest.raises(ConfigError):
        render(folder)


def test_manual_names_every_variable():
    manual = MANUAL.read_text(encoding="utf-8")
    for made in (
        _view.Issue, _view.SectionView, _view.StoryView, _view.Point, _view.Credit, _view.Link, _view.Brief,
        _view.Quote, _sheet.Sheet, _introduction.Block, _introduction.Run,
    ):  # fmt: skip
        for field in fields(made):
            assert f"`{field.name}`" in manual, f"{made.__name__}.{field.name}"


def test_manual_names_every_template():
    manual = MANUAL.read_text(encoding="utf-8")
    files = {file.name for file in TEMPLATES.iterdir()}
    assert {DIGEST, ARTICLES} <= files
    assert files <= set(re.findall(r"`([\w.]+\.j2)`", manual))
