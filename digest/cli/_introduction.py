"""The Markdown file that opens an issue: checked, and parted from its front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from digest.characters import tidy_line
from digest.errors import ConfigError

LONGEST = 200_000  # bytes; an editor's word, not a book
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Introduction:
    """An editor's word in Markdown, and the title that its front matter gives the issue."""

    text: str | None = None
    title: str | None = None


def read_introduction(path: Path | None) -> Introduction:
    """Read the file of --intro; raises ConfigError where it is no Markdown that can be shown."""
    from digest.inputs._front_matter import TOML_FENCE, read_front_matter

    if path is None:
        return Introduction()
    facts, text = read_front_matter(checked(path))
    if text.startswith(f"{TOML_FENCE}\n"):
        raise ConfigError(f"--intro {path}:1: the front matter is no TOML; mend it, or take it out")
    title = facts.get("title", "")  # of TOML it may be a number or a date
    shown = "" if isinstance(title, list | dict) else tidy_line(str(title))
    return Introduction(text.strip() or None, shown or None)


def checked(path: Path) -> str:
    """Read a text that is short enough and holds no control characters; its lines end in line feeds."""
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST + 1)  # a device or a pipe may have no end
    except OSError as error:
        raise ConfigError(f"--intro {path}: cannot be read: {error.strerror}; name a Markdown file") from error
    if len(content) > LONGEST:
        raise ConfigError(f"--intro {path}: longer than {LONGEST:,} bytes; name a short Markdown file")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError(f"--intro {path}: not UTF-8; save it as UTF-8") from error
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise ConfigError(
            f"--intro {path}:{line}: a control character (U+{ord(found.group()):04X}) in the text; take it out"
        )
    return text
