"""The feeds as a list for other readers (OPML 2.0, http://opml.org/spec2.opml), and its folders as sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias
from xml.etree import ElementTree as ET

from digest.settings import Config, SectionSettings, Source

Outline: TypeAlias = ET.Element


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


def sections_of(folders: Iterable[str], known: Sequence[SectionSettings]) -> dict[str, SectionSettings]:
    """Give each title of a folder the section of that very title: a known one, else a new one with a free id."""
    found = {section.title: section for section in reversed(known)}
    taken = {section.id for section in known}
    given = {}
    for title in folders:
        if title not in found:
            found[title] = SectionSettings(id=free(slug(title) or "section", taken), title=title)
            taken.add(found[title].id)
        given[title] = found[title]
    return given


def slug(title: str) -> str:
    """Make an id of a title, empty where that holds no letter or digit."""
    return "-".join(re.findall(r"\w+", title.lower()))


def free(wanted: str, taken: set[str]) -> str:
    """Give an id that is not taken: the one wanted, else with a number behind it."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
