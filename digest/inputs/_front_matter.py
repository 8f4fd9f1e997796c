"""Front matter: facts at the head of a Markdown file, read without a loader that could make objects.

Of YAML the part that front matter is made of: `key: value`, quoted strings, lists in brackets or
one item a line, text blocks. Anchors, tags and nested maps mean nothing here, so nothing can
unfold or be made. TOML is read by the standard library.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

MAX_LINES = 500
YAML_FENCE, TOML_FENCE = "---", "+++"
KEY = re.compile(r"^([A-Za-z_][\w .-]{0,60}?)\s*:(?:\s+(.*)|)$")
ITEM = re.compile(r"^\s*-\s+(.*)$")
QUOTED = re.compile(r"""^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$""")
COMMENT = re.compile(r"\s+#.*$")
ESCAPE = re.compile(r"\\(.)")
IN_LIST = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]*)\s*(?:,|$)""")


def read_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Part a text from its front matter; the keys are in lower case, the values strings, lists of them, or TOML's."""
    lines = text.lstrip("\n").split("\n")
    fence = lines[0].rstrip()
    if fence not in {YAML_FENCE, TOML_FENCE}:
        return {}, text
    ends = {fence, "..."} if fence == YAML_FENCE else {fence}
    end = next((at for at, line in enumerate(lines[1:MAX_LINES], 1) if line.rstrip() in ends), None)
    if end is None:
        return {}, text
    inside, rest = lines[1:end], "\n".join(lines[end + 1 :])
    facts = read_toml(inside) if fence == TOML_FENCE else read_yaml(inside)
    # Three dashes are a thematic break too: without a single fact this was text.
    return (facts, rest) if facts or not any(map(str.strip, inside)) else ({}, text)


def read_toml(lines: list[str]) -> dict[str, Any]:
    """Read the facts of TOML, none where it is broken."""
    try:
        return {key.lower(): value for key, value in tomllib.loads("\n".join(lines)).items()}
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def read_yaml(lines: list[str]) -> dict[str, Any]:
    """Read the facts of the outermost level."""
    facts: dict[str, Any] = {}
    at = 0
    while at < len(lines):
        found = KEY.match(lines[at])
        at += 1
        if found is None:
            continue
        below: list[str] = []
        while at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t" or ITEM.match(lines[at])):
            below.append(lines[at])
            at += 1
        facts[found[1].lower()] = value_of((found[2] or "").strip(), below)
    return facts


def value_of(inline: str, below: list[str]) -> str | list[str]:
    """Read a key's value, from what stands behind it and indented below it."""
    if inline[:1] in {"|", ">"}:
        return (" " if inline[0] == ">" else "\n").join(line.strip() for line in below).strip()
    if inline.startswith("["):
        whole = " ".join([inline, *map(str.strip, below)])
        return [scalar(item) for item in IN_LIST.findall(whole[1:].rpartition("]")[0]) if item.strip()]
    items = [found[1] for line in below if (found := ITEM.match(line))]
    if items and not inline:
        return [scalar(item) for item in items]
    return scalar(" ".join([inline, *map(str.strip, below)]).strip())


def scalar(text: str) -> str:
    """Read a plain or quoted scalar, without its comment; null is the empty string."""
    text = text.strip()
    quoted = QUOTED.match(text)
    if quoted is None:
        text = "" if text.startswith("#") else COMMENT.sub("", text).strip()
        return "" if text in {"null", "~", "Null", "NULL"} else text
    if quoted[1] is not None:
        return ESCAPE.sub(lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), quoted[1])
    return quoted[2].replace("''", "'")
