"""Document to Feed by the variant of `inputs` that knows it best; pure."""

from __future__ import annotations

import re
from types import ModuleType

from digest.characters import BOMS, is_binary
from digest.errors import ParseError
from digest.models import Document, Feed
from digest.registry import load, names

SURE, PLAIN = 0.05, 0.5
"""Below the first, a document is nothing that is known; below the second, it is text if anything."""

KNOWN_BINARY = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "sound, a picture or a film"),
    (b"\x7fELF", "a program"),
    (b"PK\x03\x04", "a zip file"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"7z\xbc\xaf", "an archive"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def variant_of(document: Document) -> ModuleType:
    """Choose the variant of `inputs` that recognizes a document best; ParseError where none does.

    The first in alphabetical order wins between equals.
    """
    if not document.content.strip():
        raise ParseError("empty: there is nothing to read", kind="empty")
    ranked = [(load("inputs", name).recognizes(document), name) for name in names("inputs")]
    score, name = max(ranked, key=lambda each: each[0])
    is_marked = document.content.startswith(tuple(mark for mark, _ in BOMS))
    if score < SURE or (score < PLAIN and not is_marked and is_binary(document.content)):
        raise ParseError(unknown(document))
    return load("inputs", name)


def is_isolated(variant: ModuleType) -> bool:
    """Tell whether a variant is to be parsed where it can be stopped."""
    return bool(getattr(variant, "ISOLATED", False))


def is_feed(variant: ModuleType) -> bool:
    """Tell whether a variant reads feeds, not single articles."""
    return bool(getattr(variant, "IS_FEED", False))


def name_of(variant: ModuleType) -> str:
    """Give the name of a variant."""
    return variant.__name__.rpartition(".")[2]


def parse(name: str, document: Document) -> Feed:
    """Parse a document with one variant."""
    feed: Feed = load("inputs", name).parse(document)
    return feed


def unknown(document: Document) -> str:
    """Say what a document is that no variant knows."""
    start = document.content[:512]
    what = next((what for magic, what in KNOWN_BINARY if start.startswith(magic)), None)
    what = what or ("a binary file" if CONTROL.search(start) else "a file of an unknown kind")
    return f"{what}, which cannot be read; give a feed, a page or a file of one of: {', '.join(names('inputs'))}"
