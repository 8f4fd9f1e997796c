"""What runs a program at a time of day: one module each, with the same names in it.

`text(job)` is what would be set up, `install(job)` sets it up and gives the files it wrote,
`remove(job)` takes it back, `status(job)` says in a line how it stands, None where there is nothing.
`NOTE` is what one should know of it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import which
from types import ModuleType

from digest.errors import ConfigError, DeliveryError


@dataclass(frozen=True, slots=True)
class Job:
    """A daily run of one feeds.yaml; times are those of the machine."""

    config: Path
    hour: int
    minute: int

    @property
    def name(self) -> str:
        """A name that no other feeds.yaml has."""
        return f"digest-{sha256(str(self.config).encode()).hexdigest()[:8]}"

    @property
    def command(self) -> tuple[str, ...]:
        """The program and its arguments; no path is searched for, a timer has few."""
        return (sys.executable, "-m", "digest", "run", "-q", "-c", str(self.config))


def scheduler(name: str | None) -> ModuleType:
    """Load the one that was asked for, else the one that this system has."""
    from importlib import import_module

    if name is None:
        name = "launchd" if sys.platform == "darwin" else "systemd" if has_user_timers() else "cron"
    return import_module(f"digest.cli._schedulers.{name}")


def has_user_timers() -> bool:
    """Tell whether systemd runs timers for this user: not in containers, nor where another init is at work."""
    if which("systemctl") is None:
        return False
    asked = subprocess.run(["systemctl", "--user", "is-system-running"], capture_output=True, text=True, check=False)  # noqa: S607
    return asked.stdout.strip() in {"running", "degraded", "starting"}


def call(command: Sequence[str], given: str | None = None) -> str:
    """Run a program of the system and give what it says; raises ConfigError where it is missing.

    Raises DeliveryError with the program's own words where it refuses.
    """
    if which(command[0]) is None:
        raise ConfigError(
            f"there is no {command[0]} here; choose another way with --with, or see `digest schedule print`"
        )
    done = subprocess.run(list(command), input=given, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split()) or f"status {done.returncode}"
        raise DeliveryError(f"{' '.join(command)}: {said}")
    return done.stdout


def write(files: dict[Path, str]) -> tuple[Path, ...]:
    """Write the files of a scheduler; raises DeliveryError."""
    from digest.deliver import write_files

    return tuple(delivery.path for delivery in write_files([(path, text.encode()) for path, text in files.items()]))
