"""A timer of the user's systemd (systemd.timer(5), systemd.service(5)): a run missed while off is made up for."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from digest.cli._schedulers import Job, call, write
from digest.errors import DeliveryError

NOTE = "it runs while you are logged in; to have it run always:  loginctl enable-linger"


def text(job: Job) -> str:
    """Show both units."""
    return "\n".join(f"# {path}\n{content}" for path, content in files(job).items())


def install(job: Job) -> tuple[Path, ...]:
    """Write the units and start the timer."""
    written = write(files(job))
    call(("systemctl", "--user", "daemon-reload"))
    call(("systemctl", "--user", "enable", "--now", f"{job.name}.timer"))
    return written


def remove(job: Job) -> bool:
    """Stop the timer and delete the units; tells whether there were any."""
    found = [path for path in files(job) if path.exists()]
    if not found:
        return False
    with suppress(DeliveryError):  # stopped by hand already: the files are still to go
        call(("systemctl", "--user", "disable", "--now", f"{job.name}.timer"))
    for path in found:
        path.unlink()
    call(("systemctl", "--user", "daemon-reload"))
    return True


def status(job: Job) -> str | None:
    """Tell when the timer comes next."""
    unit = f"{job.name}.timer"
    if not all(path.exists() for path in files(job)):
        return None
    wanted = "--property=ActiveState,NextElapseUSecRealtime"
    told = dict(
        line.split("=", 1) for line in call(("systemctl", "--user", "show", unit, wanted)).splitlines() if "=" in line
    )
    return f"{unit} is {told.get('ActiveState', 'unknown')}, next at {told.get('NextElapseUSecRealtime') or 'no time'}"


def files(job: Job) -> dict[Path, str]:
    """Write the units: a service that runs once, and the timer that starts it."""
    configured = os.environ.get("XDG_CONFIG_HOME", "")
    home = Path(configured) if configured.startswith("/") else Path.home() / ".config"
    folder = home / "systemd" / "user"
    about = specifiers(str(job.config))
    service = (
        f"[Unit]\nDescription=Daily digest of {about}\n\n"
        f"[Service]\nType=oneshot\nExecStart={' '.join(map(quoted, job.command))}\n"
        "# A source that fails is no failure of the service.\nSuccessExitStatus=3\n"
        "# For passwords and other variables, one NAME=value a line.\n"
        f"EnvironmentFile=-{specifiers(str(home / 'digest' / 'environment'))}\nNice=10\n"
    )
    timer = (
        f"[Unit]\nDescription=Daily digest of {about}\n\n"
        f"[Timer]\nOnCalendar=*-*-* {job.hour:02}:{job.minute:02}:00\nPersistent=true\n"
        "# Not all readers of a feed at the same second.\nRandomizedDelaySec=5min\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
    return {folder / f"{job.name}.service": service, folder / f"{job.name}.timer": timer}


def quoted(word: str) -> str:
    """Quote a word of a command line by systemd's rules."""
    escaped = specifiers(word).replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{escaped}"' if not word or set(word) & set(" \t'\"\\;$") else escaped


def specifiers(text: str) -> str:
    """Keep systemd from seeing specifiers in a text."""
    return text.replace("%", "%%")
