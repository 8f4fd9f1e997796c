"""The configuration a command works with: the one asked for, or found, with the options laid over it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from digest.cli._console import Console
from digest.cli._options import Method
from digest.errors import ConfigError
from digest.settings import Config, SummarySettings


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


def summary_settings(config: Config, method: Method | None, bullets: int | None) -> SummarySettings:
    """Lay the command's options over what the configuration says of summaries."""
    settings = config.summary
    return replace(settings, method=method.value if method else settings.method, bullets=bullets or settings.bullets)


def database(config: Config) -> Path:
    """Place the database: where the configuration says, else beside it."""
    folder = config.path.absolute().parent if config.path else Path.cwd()
    return config.state.path or folder / ".digest" / "digest.db"
