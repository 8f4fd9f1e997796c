"""An agent of macOS's launchd (launchd.plist(5)): a run missed while asleep is made up for."""

from __future__ import annotations

import os
import plistlib
from contextlib import suppress
from pathlib import Path

from digest.cli._schedulers import Job, call, write
from digest.errors import DeliveryError

NOTE = "a run missed while this machine sleeps is made up for when it wakes"


def text(job: Job) -> str:
    """Show the property list."""
    return "".join(files(job).values())


def install(job: Job) -> tuple[Path, ...]:
    """Write the property list and load it, in place of an older one."""
    written = write(files(job))
    with suppress(DeliveryError):  # not loaded before
        call(("launchctl", "bootout", f"{domain()}/{job.name}"))
    call(("launchctl", "bootstrap", domain(), str(written[0])))
    return written


def remove(job: Job) -> bool:
    """Unload the agent and delete its property list; tells whether there was one."""
    (path,) = files(job)
    if not path.exists():
        return False
    with suppress(DeliveryError):  # unloaded by hand already: the file is still to go
        call(("launchctl", "bootout", f"{domain()}/{job.name}"))
    path.unlink()
    return True


def status(job: Job) -> str | None:
    """Tell whether the agent is loaded."""
    (path,) = files(job)
    if not path.exists():
        return None
    try:
        call(("launchctl", "print", f"{domain()}/{job.name}"))
    except DeliveryError:
        return f"{path} is there, but not loaded; `digest schedule install` loads it"
    return f"{job.name} is loaded from {path}"


def files(job: Job) -> dict[Path, str]:
    """Write the property list."""
    wanted = {
        "Label": job.name,
        "ProgramArguments": list(job.command),
        "StartCalendarInterval": {"Hour": job.hour, "Minute": job.minute},
        "ProcessType": "Background",
    }
    path = Path.home() / "Library" / "LaunchAgents" / f"{job.name}.plist"
    return {path: plistlib.dumps(wanted, sort_keys=False).decode()}


def domain() -> str:
    """Name the session of the user who is logged in."""
    return f"gui/{os.getuid()}"
