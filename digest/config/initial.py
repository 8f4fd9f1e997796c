"""The files that `digest init` begins with."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from digest.config import FILE

WELCOME = Path("inbox") / "welcome.md"


def initial_files() -> dict[Path, bytes]:
    """Give the files of a new folder by relative path: a feeds.yaml with every key, and an article for its inbox."""
    package = resources.files(__package__)
    return {
        Path(FILE): package.joinpath("initial.yaml").read_bytes(),
        WELCOME: package.joinpath("welcome.md").read_bytes(),
    }
