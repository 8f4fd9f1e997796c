"""Lists of feeds from and for other readers: OPML 2.0 (http://opml.org/spec2.opml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias
from xml.etree import ElementTree as ET

from digest.config.wording import fault_of
from digest.errors import ParseError
from digest.settings import Config, Source

Outline: TypeAlias = ET.Element
DEEPEST = 50
"""Folders within folders; no reader offers more than a few."""


def read_opml(content: bytes, name: str) -> list[dict[str, str]]:
    """Read the feeds of an OPML file: `url`, and where given `name` and `section`, the innermost folder.

    Raises ParseError for what is no OPML or holds no feed.
    """
    try:
        # Expat fetches no external entity and stops those that multiply.
        root = ET.fromstring(content)  # noqa: S314
    except (ET.ParseError, ValueError, LookupError) as error:
        raise ParseError(f"{name} is no OPML: {error}") from error
    found = [values for node in root.iterfind("body/outline") for values in within(node, None, 1)]
    if root.tag != "opml" or not found:
        raise ParseError(f'{name}: no feeds in it; an OPML file holds them as <outline xmlUrl="…">')
    return found


def within(node: Outline, section: str | None, depth: int) -> Iterator[dict[str, str]]:
    """Give the feeds of an outline and of those in it."""
    title = " ".join((node.get("text") or node.get("title") or "").split())
    title = "".join(letter for letter in title if letter.isprintable())
    address = (node.get("xmlUrl") or "").strip()
    if address.isprintable() and fault_of(address) is None:
        given = {"url": address, "name": title if title != address else "", "section": section or ""}
        yield {key: value for key, value in given.items() if value}
    for child in node if depth < DEEPEST else ():
        yield from within(child, section if address else slug(title) or section, depth + 1)


def slug(title: str) -> str:
    """Make a section's id of a folder's title."""
    return "-".join(re.findall(r"\w+", title.lower()))


def write_opml(config: Config) -> bytes:
    """Write the feeds on the web as OPML, a folder for each section, those without one first."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = config.title
    body = ET.SubElement(root, "body")
    web = [source for source in config.sources if not source.local]
    body.extend(outline(source) for source in web if source.section is None)
    for section in config.sections:
        here = [outline(source) for source in web if source.section == section.id]
        if here:
            ET.SubElement(body, "outline", text=section.title, title=section.title).extend(here)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def outline(source: Source) -> Outline:
    """Write one feed."""
    name = source.name or source.location
    return ET.Element("outline", type="rss", text=name, title=name, xmlUrl=source.location)
