"""Finds the variants in a folder by file name and loads only the one in use.

A folder with a plural name (`inputs`, `summarizers`, `outputs`, `languages`) holds interchangeable
variants, one file each. The file's name is what the user types; a name with a leading underscore is
not a variant. Looking up the names imports none of them.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parent


@cache
def names(folder: str) -> tuple[str, ...]:
    """Name the variants of a folder of this package, in alphabetical order."""
    found = pkgutil.iter_modules([str(FOLDER / folder)])
    return tuple(sorted(module.name for module in found if not module.name.startswith("_")))


@cache
def load(folder: str, name: str) -> ModuleType:
    """Import one variant; KeyError where there is none of that name."""
    if name not in names(folder):
        raise KeyError(f"no {name!r} in {folder}; there are: {', '.join(names(folder))}")
    return import_module(f"digest.{folder}.{name}")
