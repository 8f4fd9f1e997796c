"""The configuration a command works with: the one asked for, or found, with the options laid over it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from digest.cli._console import Console
from digest.cli._options import Method
from digest.errors import ConfigError
from digest.settings import Config


def required(option: Path | None, console: Console) -> Config:
    """Load the configuration; raises ConfigError where there is none."""
    config = optional(option, console)
    if config.path is None:
        raise ConfigError("no feeds.yaml here and none in $XDG_CONFIG_HOME/digest; run `digest init` to make one")
    return config


def optional(option: Path | None, console: Console) -> Config:
    """Load the configuration if there is one; else the defaults hold."""
    from digest.config import find, load

    path = find(option, os.environ, Path())
    config = load(path, os.environ) if path else Config()
    if path:
        console.say(f"using {path}", 2)
    for warning in config.warnings:
        console.say(f"digest: {warning}")
    return config


def overridden(
    option: Path | None,
    console: Console,
    *,
    method: Method | None = None,
    bullets: int | None = None,
    language: str | None = None,
) -> Config:
    """Load the configuration, if there is one, with the command's options laid over it."""
    from digest.cli._overrides import Overrides

    return Overrides(method.value if method else None, bullets, checked_language(language)).of_all(
        optional(option, console)
    )


def checked_language(code: str | None) -> str | None:
    """Refuse what cannot be a language's code (BCP 47: letters first); raises ConfigError."""
    if code is None or code == "auto":
        return None
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", code):
        raise ConfigError(f"--lang {code!r} is no language code; write one like en, de or pt-BR, or auto")
    return code.lower()
