"""Text to Markdown that shows it as written: in CommonMark, GitHub, Obsidian, Hugo and Jekyll.

Only what would be read as markup is escaped, so that the source reads well in a pager too.
"""

from __future__ import annotations

import re

MARK = re.compile(
    r"""
    [\\`*\[\]{~]                                # code, emphasis, links, templates, strikethrough
    | (?<=\{)[%#<]                              # the second character of a template tag of Hugo or Jekyll
    | (?<![^\W_])_ | _(?![^\W_])                # emphasis, but not within a word as in snake_case
    | <(?=[A-Za-z/!?])                          # a tag, a comment or an address; `x < y` is none
    | &(?=\#?\w+;)                              # an entity
    | (?<![^\s(])\#(?=\w*[^\W\d]) | (?<!\S)\#+$  # a tag in Obsidian; the closing marks of a heading
    | ([=%])(?=\1) | (?<=\s)\^                  # highlights, comments and block names in Obsidian
    | (?<=[\w.+-])@(?=[\w-]+\.)                 # a mail address that GitHub would link
    """,
    re.VERBOSE,
)
BARE_LINK = re.compile(r"\b[a-z][a-z0-9+.-]*://\S*|\bwww\.\S*", re.IGNORECASE)
LINK_MARK = re.compile(r":(?=//)|\.")
OPENING = re.compile(r"([-+])(?=[\s-]|$)|(>)|(#)|(\d{1,9})([.)])(?=\s|$)")
LAST_MARK = re.compile(r"[.,;:!。，；：！]$")


def line(written: str) -> str:
    """Finish a line of Markdown: two dollar signs in it, escaped or not, would enclose a formula."""
    return written.replace("$", "\\$") if written.count("$") > 1 else written


def inline(text: str) -> str:
    """Escape text that stands within a line, but for dollar signs, which only the whole `line` tells of."""
    places = {place for match in MARK.finditer(text) for place in range(*match.span())}
    for link in BARE_LINK.finditer(text):
        places.update(match.start() for match in LINK_MARK.finditer(text, *link.span()))
    return "".join(f"\\{character}" if place in places else character for place, character in enumerate(text))


def block(text: str) -> str:
    """Escape text that begins a line or a list entry, where a mark would make a heading, a list or a quotation."""
    escaped = inline(text)
    match = OPENING.match(escaped)
    if not match:
        return escaped
    place = match.start(5) if match.group(4) else 0
    return f"{escaped[:place]}\\{escaped[place:]}"


def heading(text: str) -> str:
    """Escape a headline that is no link; what closes it like a sentence becomes an entity (markdownlint MD026)."""
    escaped = inline(text)
    return LAST_MARK.sub(lambda match: f"&#{ord(match.group())};", escaped)


def destination(href: str) -> str:
    """Write an address (printable ASCII, brackets encoded) as the target of a link."""
    for character, code in (("(", "%28"), (")", "%29"), ("*", "%2A"), ("'", "%27"), ("$", "%24")):
        href = href.replace(character, code)
    return re.sub(r"&(?=#?\w+;)", "&amp;", href)
