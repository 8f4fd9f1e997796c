"""feeds.yaml -> Config: found, read and checked in one place.

    find ─► document (bytes ─► nodes with places) ─► schema (nodes ─► settings) ─► Config

Every problem of a file is reported, one a line, as `feeds.yaml:12:5: unknown key 'titel'; did you mean 'title'?`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from digest.counting import counted
from digest.errors import ConfigError
from digest.settings import Config, Source

FILE = "feeds.yaml"
MAX_BYTES = 20_000_000
MAX_PROBLEMS = 20
"""More than this many problems have one cause; the rest are counted."""


def find(option: Path | None, environ: Mapping[str, str], cwd: Path) -> Path | None:
    """Find feeds.yaml: what was asked for, `$DIGEST_CONFIG`, `./feeds.yaml`, then the user's own.

    What was asked for is given back whether it exists or not; None where nobody asked and there is none.
    """
    if option is not None:
        return cwd / option
    if environ.get("DIGEST_CONFIG"):
        return cwd / Path(environ["DIGEST_CONFIG"]).expanduser()
    return next((path for path in places(environ, cwd) if path.exists()), None)


def locate(option: Path | None, environ: Mapping[str, str], cwd: Path) -> Path:
    """Find feeds.yaml as `find` does; ConfigError where there is none."""
    found = find(option, environ, cwd)
    if found is None:
        raise ConfigError(f"no {FILE} here or in {places(environ, cwd)[-1].parent}; run `digest init` to begin one")
    return found


def places(environ: Mapping[str, str], cwd: Path) -> list[Path]:
    """List where feeds.yaml may lie (XDG Base Directory Specification: a relative folder is ignored)."""
    configured = environ.get("XDG_CONFIG_HOME", "")
    home = Path(environ.get("HOME") or "~").expanduser()
    folder = Path(configured) if configured.startswith("/") else home / ".config"
    return [cwd / FILE, folder / "digest" / FILE]


def load(path: Path | None, environ: Mapping[str, str] | None) -> Config:
    """Read and check feeds.yaml; without a path, the defaults.

    Secrets are taken from `environ`; where that is None they stay `${NAME}`, for what needs no network.
    Raises ConfigError, whose lines each name file, line, column and remedy.
    """
    return Config() if path is None else parse(content_of(path), path, environ)


def parse(content: bytes, path: Path, environ: Mapping[str, str] | None) -> Config:
    """Check what stands, or is about to stand, in a feeds.yaml at `path`; as `load`."""
    from digest.config.document import read
    from digest.config.reading import Reading
    from digest.config.schema import NOT_YET, read_config

    root = read(content, str(path))
    if root is None:
        raise ConfigError(f"{path}:1:1: the file is empty; `digest init` writes one that works")
    reading = Reading(name=str(path), file=path.absolute(), environ=environ, not_yet=NOT_YET)
    config = read_config(root, reading)
    if reading.problems:
        raise ConfigError(listed(str(path), reading.problems))
    return config


def with_secrets(source: Source, environ: Mapping[str, str]) -> Source:
    """Fill in one source's secrets, where it was loaded without; ConfigError for one that is not there."""
    from digest.config.wording import VARIABLE

    def value(name: str) -> str:
        if not environ.get(name):
            raise ConfigError(f"the environment has no {name}, which feeds.yaml asks for")
        return environ[name]

    def filled(text: str) -> str:
        return VARIABLE.sub(lambda found: value(found[1]), text)

    headers = {name: filled(text) for name, text in source.headers.items()}
    return replace(source, headers=headers, auth=source.auth and (source.auth[0], filled(source.auth[1])))


def content_of(path: Path) -> bytes:
    """Read the file, which must be one, and not beyond all measure."""
    try:
        if path.is_dir():
            raise ConfigError(f"{path} is a folder; name the file in it: {path / FILE}")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ConfigError(f"there is no {path}; `digest init` writes one") from error
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror or error}") from error
    if len(content) > MAX_BYTES:
        raise ConfigError(f"{path} holds more than {MAX_BYTES // 10**6} MB; this cannot be a list of feeds")
    return content


def listed(name: str, problems: list[tuple[int, int, str]]) -> str:
    """Put the problems in the order of the file, one a line; the same one is told once."""
    lines = [f"{name}:{line}:{column}: {message}" for line, column, message in sorted(set(problems))]
    more = len(lines) - MAX_PROBLEMS
    rest = counted(more, "more problem like this", "more problems like these")
    return "\n".join([*lines[:MAX_PROBLEMS], *([f"{name}: {rest}"] if more > 0 else [])])
