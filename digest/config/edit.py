"""Changes to the lists `feeds` and `sections` that keep all else as it is, byte for byte: comments, order, quoting.

The places of the nodes tell where to cut; nothing is written anew from values. What comes out is
read again, and where it does not say exactly what was meant, the change is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from digest.config.document import Items, Node, Pairs, Place, Scalar, read
from digest.config.written import Text, blocks, flow
from digest.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Element:
    """One element of `feeds`: its address, path or pattern as written, its name, and where it begins."""

    place: str
    name: str | None
    line: int


def elements(content: bytes, name: str) -> list[Element]:
    """List the elements of `feeds`, patterns of file names unresolved; raises ConfigError for what is no YAML."""
    feeds = value_of(read(content, name), "feeds")
    return [element_of(node) for node in feeds.nodes] if isinstance(feeds, Items) else []


def added(content: bytes, name: str, *new: Mapping[str, str]) -> bytes:
    """Add elements at the end; their keys are `url` or `file`, and perhaps `name` and `section`."""
    return extended(content, name, "feeds", *new)


def described(content: bytes, name: str, *sections: Mapping[str, str]) -> bytes:
    """Add those of the sections, each an `id` and a `title`, that the list `sections` does not hold yet."""
    held = {given.get("id") for given in meaning_of_list(content, name, "sections")}
    new = [section for section in sections if section["id"] not in held]
    return extended(content, name, "sections", *new) if new else content


def extended(content: bytes, name: str, key: str, *new: Mapping[str, str]) -> bytes:
    """Add elements at the end of the list under a key."""
    found = value_of(read(content, name), key)
    text = Text.of(content)
    if isinstance(found, Items) and found.nodes:
        last, column = found.nodes[-1], found.start.column
        if found.flow:
            after = text.replaced(last.end, last.end, "".join(f", {flow(values)}" for values in new))
        else:
            after = text.with_lines(text.end_of(last, column), blocks(new, column - 1))
    elif found is not None:
        bare = Text.of(text.replaced(found.start, found.end, ""))
        after = bare.with_lines(found.start.line, blocks(new, 2))
    else:
        after = text.with_lines(text.text.count("\n") + 1, f"{key}:\n{blocks(new, 2)}")
    given = [dict(values) if set(values) != {"url"} else values["url"] for values in new]
    return checked(content, after, name, [*meaning_of_list(content, name, key), *given], key)


def removed(content: bytes, name: str, number: int) -> bytes:
    """Take an element out, with the comments within it; those above it stay."""
    feeds = value_of(read(content, name), "feeds")
    assert isinstance(feeds, Items)
    node, text = feeds.nodes[number], Text.of(content)
    if feeds.flow and number:
        new = text.replaced(feeds.nodes[number - 1].end, node.end, "")
    elif feeds.flow:
        new = text.replaced(node.start, feeds.nodes[1].start if len(feeds.nodes) > 1 else node.end, "")
    else:
        first = text.dash_of(node, feeds.start.column)
        after = text.end_of(node, feeds.start.column) + 1
        if text.blank(first - 1) and text.blank(after):
            after += 1
        new = text.replaced(Place(first, 1), Place(after, 1), "")
    meant = meaning_of_list(content, name, "feeds")
    return checked(content, new, name, meant[:number] + meant[number + 1 :])


def switched(content: bytes, name: str, number: int, *, enabled: bool) -> bytes:
    """Switch an element on or off; a bare address becomes a mapping."""
    feeds = value_of(read(content, name), "feeds")
    assert isinstance(feeds, Items)
    node, text, word = feeds.nodes[number], Text.of(content), "true" if enabled else "false"
    meant = meaning_of_list(content, name, "feeds")
    if isinstance(node, Pairs):
        meant[number] = {**meant[number], "enabled": word}
        new = switched_pairs(text, node, word)
    else:
        meant[number] = {"url": meant[number], "enabled": word}
        written = text.between(node.start, node.end)
        indent = " " * (node.start.column - 1)
        shown = f"{{url: {written}, enabled: {word}}}" if feeds.flow else f"url: {written}\n{indent}enabled: {word}"
        new = text.replaced(node.start, node.end, shown)
    return checked(content, new, name, meant)


def switched_pairs(text: Text, node: Pairs, word: str) -> bytes:
    """Change the value of `enabled`, or add the key after the others."""
    given = next((value for key, value in node.pairs if key.text == "enabled"), None)
    if given is not None:
        return text.replaced(given.start, given.end, word if given.start != given.end else f" {word}")
    last = node.pairs[-1][1]
    if node.flow:
        return text.replaced(last.end, last.end, f", enabled: {word}")
    return text.with_lines(text.last_line(last), f"{' ' * (node.start.column - 1)}enabled: {word}")


def checked(before: bytes, after: bytes, name: str, items: list[Any], key: str = "feeds") -> bytes:
    """See that the new text says what was meant and nothing else has changed; raises ConfigError."""
    refusal = f"{name}: cannot be changed without touching more than was asked for; edit the list '{key}' by hand"
    try:
        old, new = meaning(read(before, name)) or {}, meaning(read(after, name))
    except ConfigError as error:
        raise ConfigError(refusal) from error
    if new not in ({**old, key: items}, {**old, key: items or ""}):
        raise ConfigError(refusal)
    return after


def meaning(node: Node | None) -> Any:
    """Give what a node says, whatever its form."""
    if isinstance(node, Pairs):
        return {key.text: meaning(value) for key, value in node.pairs}
    if isinstance(node, Items):
        return [meaning(item) for item in node.nodes]
    return node.text if node else None


def meaning_of_list(content: bytes, name: str, key: str) -> list[Any]:
    """Give what the elements of the list under a key say."""
    found = value_of(read(content, name), key)
    return [meaning(node) for node in found.nodes] if isinstance(found, Items) else []


def value_of(root: Node | None, key: str) -> Node | None:
    """Find the value of a key of the file, None where there is no such key."""
    pairs = root.pairs if isinstance(root, Pairs) else ()
    return next((value for given, value in pairs if given.text == key), None)


def element_of(node: Node) -> Element:
    """Read what an element is known by."""
    if not isinstance(node, Pairs):
        return Element(node.text if isinstance(node, Scalar) else "", None, node.start.line)
    texts = {key.text: value.text for key, value in node.pairs if isinstance(value, Scalar)}
    return Element(texts.get("url") or texts.get("file") or "", texts.get("name"), node.start.line)
