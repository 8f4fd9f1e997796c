"""What holds for every output, and the whole of each beside the golden files (UPDATE_GOLDEN=1 writes them anew)."""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path

import pytest

from digest.errors import ConfigError
from digest.registry import load, names
from digest.settings import EmailSettings, OutputSettings
from tests import outputs_data as data

GOLDEN = Path(__file__).parent / "golden" / "outputs"
OUTPUTS = names("outputs")
TEXTS = tuple(name for name in OUTPUTS if name != "eml")
SETTINGS = OutputSettings()
EMAIL = EmailSettings(
    sender="The Digest <digest@example.org>",
    reply_to="Editor <editor@example.org>",
    unsubscribe=("mailto:leave@example.org?subject=leave", "https://example.org/leave?list=1"),
)
DIGESTS = {
    "digest": data.digest,
    "large": data.large,
    "empty": data.empty,
    "rtl": data.right_to_left,
}


def as_bytes(rendered):
    return rendered if isinstance(rendered, bytes) else rendered.encode()


def hold(path, rendered):
    content = as_bytes(rendered)
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert content == path.read_bytes(), f"{path.name} differs; look at it, then UPDATE_GOLDEN=1"


@pytest.mark.parametrize("name", OUTPUTS)
def test_digest_is_as_before(name):
    hold(GOLDEN / f"digest.{name}", load("outputs", name).render_digest(data.digest(), SETTINGS, EMAIL))


@pytest.mark.parametrize("name", TEXTS)
def test_summaries_are_as_before(name):
    rendered = load("outputs", name).render_summaries(data.summaries(), data.PROBLEMS, claims=True, stories=True)
    hold(GOLDEN / f"summaries.{name}", rendered)


@pytest.mark.parametrize("name", OUTPUTS)
def test_names_are_what_the_user_types(name):
    output = load("outputs", name)
    assert output.ENDING.startswith(".")
    assert isinstance(output.render_digest(data.digest(), SETTINGS), bytes if output.BINARY else str)


@pytest.mark.parametrize("kind", DIGESTS)
@pytest.mark.parametrize("name", OUTPUTS)
def test_same_digest_same_bytes(name, kind):
    render = load("outputs", name).render_digest
    assert as_bytes(render(DIGESTS[kind](), SETTINGS, EMAIL)) == as_bytes(render(DIGESTS[kind](), SETTINGS, EMAIL))


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name != "eml"])
def test_everything_said_is_shown(name):
    shown = " ".join(load("outputs", name).render_digest(data.digest(), SETTINGS).replace("&amp;", "&").split())
    for part in (
        "Coastal states agree on a shared fishing quota",
        "Ministry of Fisheries & Coasts",
        "Northline",
        "Open Desk",
        "A lighthouse is sold by lottery",
        "Slow Gazette",
        "مرصد جديد يرسم حلقة",
    ):
        assert part in shown, part


@pytest.mark.parametrize("name", ["md", "txt", "html", "terminal"])
def test_who_says_it_is_told_from_where_it_was_published(name):
    rendered = load("outputs", name).render_digest(data.digest(), SETTINGS)
    plain = re.sub(r"<[^>]*>|\[\d+\]|\]\([^)]*\)|\[", "", rendered)
    plain = " ".join(unescape(plain).replace("•", "").split())
    assert "— Ministry of Fisheries & Coasts, via The Harbour Post" in plain
    assert "— unattributed (“is said to”), via The Harbour Post" in plain
    assert "— “he” (unclear), via Northline" in plain
    assert "Reported by 4 outlets: The Harbour Post" in plain
    assert "from January. — " not in plain


@pytest.mark.parametrize("name", OUTPUTS)
def test_empty_day_says_so(name):
    rendered = as_bytes(load("outputs", name).render_digest(data.empty(), OutputSettings(write_empty=True)))
    assert b"Nothing new today" in rendered or b'"sections": []' in rendered


@pytest.mark.parametrize("name", ["md", "txt", "html", "terminal"])
def test_text_and_claims_of_articles_come_only_where_asked_for(name):
    render = load("outputs", name).render_summaries
    bare, full = render(data.summaries()), render(data.summaries(), text=True, claims=True)
    assert "The text runs to 212 pages." in " ".join(full.split())
    assert "The text runs to 212 pages." not in " ".join(bare.split())
    assert "who says what" in full.lower()
    assert "who says what" not in bare.lower()


def test_a_mail_is_made_of_a_digest():
    with pytest.raises(ConfigError, match="made of a digest"):
        load("outputs", "eml").render_summaries(data.summaries())


def test_undated_entries_show_no_time():
    lines = load("outputs", "txt").render_digest(data.digest(), SETTINGS).split("\n")
    assert "Tech Ledger · 1 min read" in lines


def test_times_are_those_of_the_digest_zone():
    lines = load("outputs", "txt").render_digest(data.digest(), SETTINGS).split("\n")
    assert "The Harbour Post · 07:10 · 1 min read" in lines
    assert "Northline · Yesterday 07:40 · 1 min read" in lines
