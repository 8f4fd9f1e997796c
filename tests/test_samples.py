"""The samples are what a newcomer's first digest is made of: whole, dated, plainly invented."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
COPY = "Norrovia’s central bank holds rate at 2.75% and warns of rising rents"
NAMESPACES = {"purl.org", "www.w3.org", "jsonfeed.org"}


def rss(name: str) -> list[ET.Element]:
    return ET.parse(SAMPLES / name).findall("channel/item")


def atom(name: str) -> list[ET.Element]:
    return ET.parse(SAMPLES / name).findall(f"{ATOM}entry")


def child(element: ET.Element, tag: str) -> str:
    text = element.findtext(tag)
    assert text
    return text


def plain(markup: str) -> list[str]:
    """Paragraphs of the samples' markup, which nests nothing but emphasis."""
    return [unescape(re.sub(r"<[^>]+>", "", text)) for text in re.findall(r"<p>(.*?)</p>", markup, re.DOTALL)]


def full_texts() -> dict[str, str]:
    """Every article that a feed holds whole, as paragraphs, by the identifier it has there."""
    found = {child(item, "guid"): child(item, CONTENT) for item in rss("meridian-post.xml")}
    found |= {child(entry, f"{ATOM}id"): child(entry, f"{ATOM}content") for entry in atom("harbour-courier.atom")}
    items = json.loads((SAMPLES / "switchyard.json").read_text("utf-8"))["items"]
    found |= {item["id"]: item["content_html"] for item in items}
    return {identifier: "\n".join(plain(markup)) for identifier, markup in found.items()}


def front_matter(path: Path) -> tuple[dict[str, object], str]:
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def configured() -> Any:
    return yaml.safe_load((ROOT / "feeds.yaml").read_text("utf-8"))


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?”])\s+", text) if part.strip()]


MARKDOWN = sorted(SAMPLES.glob("articles/**/*.md"))
PAGES = sorted(SAMPLES.glob("pages/*.html"))
SAVED = sorted(SAMPLES.glob("articles/**/*.html"))


def test_there_are_enough_articles_and_each_has_its_own_identifier() -> None:
    found = [*full_texts(), *(child(item, "guid") for item in rss("fathom.rss"))]
    assert len(found) == len(set(found)) == 15
    assert len(MARKDOWN) + len(SAVED) + 1 == 6


@pytest.mark.parametrize("identifier", sorted(full_texts()))
def test_a_full_text_is_long_enough_to_choose_from(identifier: str) -> None:
    text = full_texts()[identifier]
    assert 250 <= len(text.split()) <= 600
    assert 8 <= len(sentences(text)) <= 25
    assert max(map(len, sentences(text))) <= 320


@pytest.mark.parametrize("path", [*PAGES, *SAVED], ids=lambda path: path.stem)
def test_a_page_has_text_and_furniture(path: Path) -> None:
    page = path.read_text("utf-8")
    body = page[page.index("<article") : page.index("</article>")]
    assert len(" ".join(plain(body)).split()) >= 230
    assert {"<nav>", "<footer>", "</html>"} <= set(re.findall(r"</?\w+>", page))
    assert "cookie" in page.lower()


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.stem)
def test_markdown_has_front_matter_and_text(path: Path) -> None:
    head, body = front_matter(path)
    assert {"title", "date", "author", "publisher", "url", "tags", "language"} <= set(head)
    assert len(body.split()) >= 250


def test_teasers_name_pages_that_lie_beside_the_feed() -> None:
    items = rss("fathom.rss")
    assert [SAMPLES / child(item, "link") for item in items] != []
    for item in items:
        page = SAMPLES / child(item, "link")
        assert page in PAGES
        assert child(item, "title") in unescape(page.read_text("utf-8"))
        assert len(child(item, "description").split()) < 30
    assert len(items) == len(PAGES)


def test_every_date_is_fixed_in_november_2026() -> None:
    dates = [
        parsedate_to_datetime(child(item, "pubDate"))
        for name in ("meridian-post.xml", "fathom.rss")
        for item in rss(name)
    ]
    dates += [datetime.fromisoformat(child(entry, f"{ATOM}published")) for entry in atom("harbour-courier.atom")]
    items = json.loads((SAMPLES / "switchyard.json").read_text("utf-8"))["items"]
    dates += [datetime.fromisoformat(item["date_published"]) for item in items]
    pages = [re.search(r'published_time" content="([^"]+)"', path.read_text("utf-8")) for path in [*PAGES, *SAVED]]
    dates += [datetime.fromisoformat(found[1]) for found in pages if found]
    assert len(dates) == 15 + len(PAGES) + len(SAVED)
    assert min(dates) >= datetime(2026, 11, 15, tzinfo=UTC)
    assert max(dates) <= datetime(2026, 11, 22, 7, tzinfo=UTC)


def test_one_article_is_in_two_feeds_word_for_word() -> None:
    copies = [child(item, CONTENT) for item in rss("meridian-post.xml") if child(item, "title") == COPY]
    copies += [
        child(entry, f"{ATOM}content") for entry in atom("harbour-courier.atom") if child(entry, f"{ATOM}title") == COPY
    ]
    assert len(copies) == 2
    assert plain(copies[0]) == plain(copies[1])


def test_three_outlets_tell_of_the_dam_in_words_of_their_own() -> None:
    texts = [
        full_texts()["meridian-2026-11-20-0417"],
        (SAMPLES / "articles/kessel-dam.txt").read_text("utf-8"),
        front_matter(SAMPLES / "articles/kessel-valley.md")[1],
    ]
    assert all({"Kessel", "dam", "Vey", "cracks"} <= set(re.findall(r"\w+", text)) for text in texts)
    assert all(not (shingles(one) & shingles(other)) for one, other in combinations(texts, 2))


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 9]) for at in range(len(words) - 8)}


def test_the_pasted_article_has_the_furniture_of_a_news_site() -> None:
    lines = (SAMPLES / "articles/kessel-dam.txt").read_text("utf-8").splitlines()
    assert lines.count(next(line for line in lines if line.startswith("Buses wait"))) == 2
    assert {"Close", "What's Hot", "Read more", "Advertisement", "Share this article"} <= set(lines)
    assert any(line.endswith("via Picture Desk") for line in lines)


def test_three_articles_are_not_in_english() -> None:
    languages = {str(front_matter(path)[0]["language"]) for path in MARKDOWN}
    languages |= {re.findall(r'<html lang="(\w+)"', path.read_text("utf-8"))[0] for path in SAVED}
    assert languages == {"en", "de", "fr", "es"}


def test_every_address_is_reserved_for_examples() -> None:
    for path in [*SAMPLES.rglob("*.*"), ROOT / "feeds.yaml"]:
        hosts = set(re.findall(r"https?://([\w.-]+)", path.read_text("utf-8"))) - NAMESPACES
        assert all(re.search(r"(^|\.)example\.(com|org|net)$", host) for host in hosts), path


def test_the_configuration_reads_every_sample_once() -> None:
    patterns = [str(feed["file"]) for feed in configured()["feeds"] if "file" in feed]
    found = [path for pattern in patterns for path in ROOT.glob(pattern)]
    assert all(list(ROOT.glob(pattern)) for pattern in patterns)
    assert len(found) == len(set(found))
    assert set(found) | set(PAGES) == {path for path in SAMPLES.rglob("*") if path.is_file()}


def test_web_feeds_are_shown_switched_off() -> None:
    config = configured()
    web = [feed for feed in config["feeds"] if "url" in feed]
    assert web
    assert all(feed["enabled"] is False for feed in web)
    assert {feed["section"] for feed in config["feeds"]} == {section["id"] for section in config["sections"]}
