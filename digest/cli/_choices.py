"""The articles that an issue's editor chose or struck out: by address, by file, or by id."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

from digest.addresses import canonical, is_web
from digest.edition import Pick
from digest.errors import ConfigError
from digest.pipeline import file_of
from digest.settings import Source


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ids of the picks that lead an issue, in the editor's order, and of those left out."""

    pinned: tuple[str, ...]
    dropped: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choices:
    """What --pin and --drop name, as given."""

    pin: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    @classmethod
    def of(cls, pin: Sequence[str], drop: Sequence[str]) -> Self:
        """Read the options; raises ConfigError for an article that is named by both."""
        both = {plain(name) for name in drop}
        for name in pin:
            if plain(name) in both:
                raise both_ways(name)
        return cls(tuple(dict.fromkeys(pin)), tuple(dict.fromkeys(drop)))

    def among(self, picks: Sequence[Pick], sources: Mapping[str, Source], folders: Sequence[Path]) -> Chosen:
        """Find the articles; a path counts from each of `folders` (here, feeds.yaml's, the output's).

        Raises ConfigError, before anything is written, for a name that fits nothing, or several files.
        """
        known: dict[str, dict[str, str]] = {}
        for pick in picks:
            for name, place in names_of(pick, sources[pick.feed]):
                known.setdefault(name, {})[pick.id] = place
        pinned = {found: name for name in self.pin for found in self.one("--pin", name, known, folders)}
        dropped = {found: name for name in self.drop for found in self.one("--drop", name, known, folders)}
        for found in pinned.keys() & dropped.keys():
            raise both_ways(pinned[found])
        return Chosen(tuple(pinned), frozenset(dropped))

    @staticmethod
    def one(option: str, name: str, known: Mapping[str, Mapping[str, str]], folders: Sequence[Path]) -> Collection[str]:
        """Give the ids of the articles that a name fits."""
        found = next((known[spelt] for spelt in spellings(name, folders) if spelt in known), {})
        files = sorted(set(found.values()))
        if not found:
            what = "address" if is_web(name) else "address, file or id"
            raise ConfigError(f"{option} {name}: no article of this {what} came in the period; see --since and --feed")
        if len(files) > 1:
            raise ConfigError(f"{option} {name}: there are {len(files)} such files ({', '.join(files)}); give the path")
        return found.keys()


def both_ways(name: str) -> ConfigError:
    """Say that an article cannot be in and out."""
    return ConfigError(f"{name} is both pinned and dropped; keep --pin or --drop")


def plain(name: str) -> str:
    """Give a name without what makes no difference to what it names."""
    return canonical(name) if is_web(name) else name


def names_of(pick: Pick, source: Source) -> Iterator[tuple[str, str]]:
    """Give all names of an article, each with the place that it must be the only one of."""
    yield pick.id, ""
    if pick.entry.url:
        yield canonical(pick.entry.url), ""
    if path := file_of(pick.entry, source, None):
        whole = os.path.abspath(path)  # noqa: PTH100 - resolving links would name another file
        yield whole, whole
        yield f"name:{Path(path).name}", whole


def spellings(name: str, folders: Sequence[Path]) -> Iterator[str]:
    """Give what a name may be known under: the address, the id, the path from each folder, the file's name alone."""
    if is_web(name):
        yield canonical(name)
        return
    yield name
    path = urlsplit(name).path if name.lower().startswith("file:") else name
    for spelt in dict.fromkeys((path, unquote(path))):
        yield from (os.path.abspath(folder / spelt) for folder in folders)  # noqa: PTH100 - as above
    if Path(path).name == path:
        yield from (f"name:{spelt}" for spelt in dict.fromkeys((path, unquote(path))))
