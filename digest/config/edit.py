"""Changes to the list `feeds` that keep all else as it is, byte for byte: comments, order, quoting.

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
    feeds = feeds_of(read(content, name))
    return [element_of(node) for node in feeds.nodes] if isinstance(feeds, Items) else []


def added(content: bytes, name: str, *new: Mapping[str, str]) -> bytes:
    """Add elements at the end; their keys are `url` or `file`, and perhaps `name` and `section`."""
    feeds = feeds_of(read(content, name))
    text = Text.of(content)
    if isinstance(feeds, Items) and feeds.nodes:
        last, column = feeds.nodes[-1], feeds.start.column
        if feeds.flow:
            after = text.replaced(last.end, last.end, "".join(f", {flow(values)}" for values in new))
        else:
            after = text.with_lines(text.end_of(last, column), blocks(new, column - 1))
    elif feeds is not None:
        bare = Text.of(text.replaced(feeds.start, feeds.end, ""))
        after = bare.with_lines(feeds.start.line, blocks(new, 2))
    else:
        after = text.with_lines(text.text.count("\n") + 1, f"feeds:\n{blocks(new, 2)}")
    given = [dict(values) if set(values) != {"url"} else values["url"] for values in new]
    return checked(content, after, name, [*meaning_of_feeds(content, name), *given])


def removed(content: bytes, name: str, number: int) -> bytes:
    """Take an element out, with the comments within it; those above it stay."""
    feeds = feeds_of(read(content, name))
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
    meant = meaning_of_feeds(content, name)
    return checked(content, new, name, meant[:number] + meant[number + 1 :])


def switched(content: bytes, name: str, number: int, *, enabled: bool) -> bytes:
    """Switch an element on or off; a bare address becomes a mapping."""
    feeds = feeds_of(read(content, name))
    assert isinstance(feeds, Items)
    node, text, word = feeds.nodes[number], Text.of(content), "true" if enabled else "false"
    meant = meaning_of_feeds(content, name)
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


def checked(before: bytes, after: bytes, name: str, feeds: list[Any]) -> bytes:
    """See that the new text says what was meant and nothing else has changed; raises ConfigError."""
    refusal = f"{name}: cannot be changed without touching more than one feed; edit the list 'feeds' by hand"
    try:
        old, new = meaning(read(before, name)) or {}, meaning(read(after, name))
    except ConfigError as error:
        raise ConfigError(refusal) from error
    if new not in ({**old, "feeds": feeds}, {**old, "feeds": feeds or ""}):
        raise ConfigError(refusal)
    return after


def meaning(node: Node | None) -> Any:
    """Give what a node says, whatever its form."""
    if isinstance(node, Pairs):
        return {key.text: meaning(value) for key, value in node.pairs}
    if isinstance(node, Items):
        return [meaning(item) for item in node.nodes]
    return node.text if node else None


def meaning_of_feeds(content: bytes, name: str) -> list[Any]:
    """Give what the elements of `feeds` say."""
    feeds = feeds_of(read(content, name))
    return [meaning(node) for node in feeds.nodes] if isinstance(feeds, Items) else []


def feeds_of(root: Node | None) -> Node | None:
    """Find the value of `feeds`, None where there is no such key."""
    pairs = root.pairs if isinstance(root, Pairs) else ()
    return next((value for key, value in pairs if key.text == "feeds"), None)


def element_of(node: Node) -> Element:
    """Read what an element is known by."""
    if not isinstance(node, Pairs):
        return Element(node.text if isinstance(node, Scalar) else "", None, node.start.line)
    texts = {key.text: value.text for key, value in node.pairs if isinstance(value, Scalar)}
    return Element(texts.get("url") or texts.get("file") or "", texts.get("name"), node.start.line)
