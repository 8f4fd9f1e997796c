"""Which feed of feeds.yaml is meant, by its name, its address, its path, or the title it has of its own."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from glob import glob
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.config.edit import Element


def chosen(content: bytes, path: Path, wanted: str) -> int:
    """Find the one element that a name, address or path means; raises ConfigError for none and for several."""
    from digest.config.edit import elements

    known = elements(content, str(path))
    for fits in (same_text, same_letters, same_address):
        found = [number for number, element in enumerate(known) if fits(element, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            lines = " and ".join(str(known[number].line) for number in found)
            places = " or ".join(known[number].place for number in found)
            raise ConfigError(
                f"{path}: several feeds are called '{wanted}' (lines {lines}); give the address: {places}"
            )
    titled = {location for location, title in titles(path) if title == wanted}
    if len(found := [number for number, element in enumerate(known) if element.place in titled]) == 1:
        return found[0]
    raise ConfigError(f"{path}: {unknown(wanted, path, known)}")


def unknown(wanted: str, path: Path, known: Sequence[Element]) -> str:
    """Say what to do where nothing of feeds.yaml is called so, not even a file that it has by a pattern."""
    from digest.config.written import flow

    pattern = pattern_of(wanted, path, known)
    if pattern is None:
        return f"no feed '{wanted}'{nearest(wanted, known)}; `digest feeds list` names them"
    alone = flow({"file": wanted}).removesuffix("}") + ", enabled: false}"
    return (
        f"'{wanted}' is there by the pattern '{pattern.place}' (line {pattern.line}): name that for all of its files, "
        f"or leave this one out by a line of its own: - {alone}"
    )


def pattern_of(wanted: str, path: Path, known: Iterable[Element]) -> Element | None:
    """Find the pattern by which a file, named as `digest feeds list` names it, is one of the feeds."""
    from digest.config import load

    def brings(element: Element) -> bool:
        place = os.path.expanduser(element.place)  # noqa: PTH111 - a pattern is no path
        return wanted in glob(place, root_dir=path.parent, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern

    files = {source.written for source in load(path, None).sources if source.local}
    return next(filter(brings, known), None) if wanted in files else None


def bearer(name: str, known: Iterable[Element]) -> Element | None:
    """Give the element that a name, upper and lower case alike, means already."""
    return next((element for element in known if element.name and same_letters(element, name)), None)


def taken_names(known: Iterable[Element]) -> set[str]:
    """List the names that elements have, as `distinct` compares them."""
    return {element.name.casefold() for element in known if element.name}


def distinct(name: str, taken: Container[str]) -> str:
    """Give a name that is not taken, with a number behind it where it must be: a name is to mean one feed."""
    candidates = chain([name], (f"{name} ({number})" for number in count(2)))
    return next(candidate for candidate in candidates if candidate.casefold() not in taken)


def titles(path: Path) -> Iterator[tuple[str, str]]:
    """Give the titles that feeds have of their own, by place, as `digest feeds status` shows them."""
    from digest.cli._times import clock
    from digest.cli.feeds.show import remembered
    from digest.config import load

    for source, memory in remembered(load(path, None), clock()):
        if memory.title and not source.name:
            yield source.key, memory.title


def same_text(element: Element, wanted: str) -> bool:
    """Compare to the letter."""
    return wanted in {element.place, element.name}


def same_letters(element: Element, wanted: str) -> bool:
    """Compare names, upper and lower case alike."""
    return (element.name or "").casefold() == wanted.casefold()


def same_address(element: Element, wanted: str) -> bool:
    """Compare addresses, however written."""
    from digest.addresses import canonical

    return canonical(element.place) == canonical(wanted)


def nearest(wanted: str, known: Sequence[Element]) -> str:
    """Suggest what may have been meant."""
    from difflib import get_close_matches

    names = [text for element in known for text in (element.name, element.place) if text]
    near = get_close_matches(wanted, names, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
