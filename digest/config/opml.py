"""The feeds as a list for other readers: OPML 2.0 (http://opml.org/spec2.opml)."""

from __future__ import annotations

from typing import TypeAlias
from xml.etree import ElementTree as ET

from digest.settings import Config, Source

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
