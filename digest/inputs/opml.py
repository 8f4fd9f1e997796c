"""OPML 1.0 and 2.0 (opml.org): a list of feeds, not a feed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from digest.addresses import join, without_credentials
from digest.characters import tidy_line
from digest.counting import counted
from digest.errors import ParseError
from digest.inputs._xml import prepare
from digest.models import Document, Feed

ISOLATED = True
IS_FEED = True  # it stands where a feed would, and tells by itself that it is none

ROOT = re.compile(rb"<opml[\s>]", re.IGNORECASE)
HEAD = 8_192
MAX_SHOWN = 100
"""Characters of an address that are told."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list: its address, its name, and the names of the folders it lies in, outermost first."""

    url: str
    title: str
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """An entry of a list that is no feed to be taken over, and why."""

    name: str
    reason: str


def recognizes(document: Document) -> float:
    """Tell a list by its root element."""
    return 0.95 if ROOT.search(document.content[:HEAD].replace(b"\0", b"")) else 0.0


def parse(document: Document) -> Feed:
    """Raise ParseError with what to do: a list is no feed."""
    feeds = counted(len(outlines(document)), "feed")
    raise ParseError(f"a list of {feeds} (OPML), not a feed; `digest feeds import FILE` takes them over")


def outlines(document: Document) -> tuple[Outline, ...]:
    """Read the feeds of a list, each address once; ParseError where it is damaged."""
    found: dict[str, Outline] = {}
    for outline in listed(document):
        if isinstance(outline, Outline):
            found.setdefault(outline.url, outline)
    return tuple(found.values())


def listed(document: Document) -> tuple[Outline | Unusable, ...]:
    """Read all entries of a list in order, those too that name no feed; ParseError where it is damaged."""
    try:
        # Entities and document types are gone by now, so there is nothing for this parser to expand.
        root = ET.fromstring(prepare(document).content)  # noqa: S314
    except ET.ParseError as error:
        raise ParseError(f"damaged OPML: {error}") from error
    return tuple(walk(root))


def walk(root: ET.Element) -> Iterator[Outline | Unusable]:
    """Go through outlines in order, whatever their depth and the case of their attributes."""
    stack: list[tuple[ET.Element, tuple[str, ...]]] = [(root, ())]
    while stack:
        element, folders = stack.pop()
        values = {name.lower(): value for name, value in element.attrib.items()}
        name = tidy_line(values.get("title") or values.get("text") or "")
        url = join(None, values.get("xmlurl"))
        is_outline = element.tag.lower() == "outline"
        if url:
            yield Outline(url, name, folders)
        elif is_outline and (reason := fault_of(values, is_leaf=len(element) == 0)):
            yield Unusable(name or "an entry without a name", reason)
        is_folder = is_outline and not url and name
        inner = (*folders, name) if is_folder else folders
        stack.extend((child, inner) for child in reversed(element))


def fault_of(values: Mapping[str, str], *, is_leaf: bool) -> str | None:
    """Say why an outline without a usable address is no feed, never a password in it; None for a folder."""
    address = tidy_line(values.get("xmlurl", ""))
    if address:
        is_tellable = "://" in address or "@" not in address or address.lower().startswith("mailto:")
        told = without_credentials(address)[:MAX_SHOWN] if is_tellable else "its address"
        return f"{told} is no http or https address"
    return "it has no address (xmlUrl)" if is_leaf else None
