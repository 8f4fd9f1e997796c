"""`digest doctor`: does this machine have what a digest needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from digest.cli._console import Console, write
from digest.cli._options import ConfigOption, QuietOption, VerboseOption
from digest.counting import counted
from digest.errors import DigestError, ExitStatus, masked

if TYPE_CHECKING:
    from digest.settings import Config

ENOUGH = 100_000_000  # bytes: below this a disk is as good as full


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look brought; `remedy` is None where all is well."""

    name: str
    found: str
    remedy: str | None = None


def doctor(*, config: ConfigOption = None, quiet: QuietOption = False, verbose: VerboseOption = 0) -> None:
    """Look over everything a run needs beside the feeds: settings, folders, database, clock. No network.

    What is wrong is marked with !! and the exit status is 1; with -q nothing else is shown.

    Example:  digest doctor
    """
    findings = list(examined(config, Console.of(quiet, verbose)))
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        if quiet and not finding.remedy:
            continue
        mark = "!!" if finding.remedy else "ok"
        remedy = f": {finding.remedy}" if finding.remedy else ""
        write(masked(f"{mark}  {finding.name:<{width}}  {finding.found}{remedy}"))
    raise typer.Exit(ExitStatus.FAILED if any(finding.remedy for finding in findings) else ExitStatus.OK)


def examined(option: Path | None, console: Console) -> Iterator[Finding]:
    """Look at one thing after the other; what hangs on a readable feeds.yaml comes last."""
    from digest.config import load, locate

    yield program()
    yield encoding()
    settings: list[Config] = []

    def read() -> str:
        path = locate(option, os.environ, Path())
        console.say(f"using {path}", 2)
        settings.append(load(path, os.environ))
        return f"{path}, feeds: {len(settings[0].sources)}"

    yield attempt("feeds.yaml", read)
    for config in settings:
        yield time_zone(config)
        yield attempt("output", lambda config=config: folder(config.output.dir))  # type: ignore[misc]
        yield database(config.state_path)
        if config.email and config.email.to:
            yield mail(config)


def attempt(name: str, look: Callable[[], str]) -> Finding:
    """Make a finding of an error too."""
    try:
        return Finding(name, look())
    except DigestError as error:
        return Finding(name, "fails", str(error).splitlines()[0])


def program() -> Finding:
    """Tell what runs."""
    import platform
    import sqlite3

    from digest import __version__

    found = f"digest {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return Finding("program", found, None if sys.version_info >= (3, 11) else "needs Python 3.11 or later")


def encoding() -> Finding:
    """Tell how standard output and file names are written."""
    files = sys.getfilesystemencoding()
    fine = files.lower().replace("-", "") == "utf8"
    return Finding("encoding", f"file names in {files}", None if fine else "set LC_ALL=C.UTF-8")


def time_zone(config: Config) -> Finding:
    """Tell in which zone days begin, and what time it is there."""
    from digest.cli._times import clock, zone_of

    zone = zone_of(config.timezone)
    now = clock().astimezone(zone)
    odd = now.year < 2025  # noqa: PLR2004 - this program is younger
    remedy = "the clock is wrong; set it, or ages and days come out wrong" if odd else None
    return Finding("time", f"{now:%Y-%m-%d %H:%M} in {zone}", remedy)


def folder(path: Path) -> str:
    """See that files can be written there, or where the folder would be made. Raises DeliveryError."""
    import shutil

    from digest.deliver import preflight
    from digest.errors import DeliveryError

    existing = next(place for place in (path, *path.absolute().parents) if place.exists())
    preflight(existing)
    free = shutil.disk_usage(existing).free
    if free < ENOUGH:
        raise DeliveryError(f"{path}: only {free // 10**6} MB free; make room")
    return f"{path}, {free // 10**9} GB free"


def database(path: Path) -> Finding:
    """Read the whole database and see whether it is intact."""
    from digest.store import Store

    if not path.exists():
        return attempt("state", lambda: f"{folder(path.parent)}; the first run makes {path.name}")

    def look() -> str:
        with Store.view(path) as store:
            faults, digests = store.faults(), len(store.history())
        if faults:
            from digest.errors import StoreError

            raise StoreError(f"{path} is damaged ({faults[0]}); restore a copy, or move it aside to start afresh")
        return f"{path}, intact, {counted(digests, 'digest')}"

    return attempt("state", look)


def mail(config: Config) -> Finding:
    """See that everything needed to send is given; nothing is sent."""
    email = config.email
    assert email
    if email.sendmail:
        from digest.deliver.sendmail import can_run

        fault = None if can_run(email.sendmail) else "no program that can be run; see email.sendmail"
        return Finding("mail", f"{email.sendmail}, {len(email.to)} to write to", fault)
    smtp = email.smtp
    if not smtp.host:
        return Finding("mail", "no server", "set email.smtp.host, or email.sendmail")
    secret = smtp.password_file.is_file() if smtp.password_file else smtp.password_env in os.environ
    if smtp.user and not secret:
        place = smtp.password_file or f"${smtp.password_env}"
        return Finding("mail", f"{smtp.user} at {smtp.host}", f"no password in {place}")
    return Finding("mail", f"{smtp.host}:{smtp.port}, {smtp.security}, {len(email.to)} to write to")
