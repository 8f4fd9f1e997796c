"""Two lines of the user's crontab (crontab(5)), the first a remark by which the second is found again."""

from __future__ import annotations

import shlex
from pathlib import Path

from digest.cli._schedulers import Job, call
from digest.errors import DeliveryError

NOTE = "a run that falls into a time when this machine is off is left out"


def text(job: Job) -> str:
    """Show the lines."""
    return f"{remark(job)}\n{job.minute} {job.hour} * * * {command(job)}\n"


def install(job: Job) -> tuple[Path, ...]:
    """Put the lines into the crontab, in place of older ones; all others stay."""
    call(("crontab", "-"), others(job) + text(job))
    return ()


def remove(job: Job) -> bool:
    """Take the lines out; tells whether they were there."""
    if status(job) is None:
        return False
    call(("crontab", "-"), others(job))
    return True


def status(job: Job) -> str | None:
    """Show the line that is there."""
    lines = current().splitlines()
    place = lines.index(remark(job)) + 1 if remark(job) in lines else len(lines)
    return f"in the crontab: {lines[place]}" if place < len(lines) else None


def remark(job: Job) -> str:
    """Mark the lines as this job's."""
    return f"# {job.name}: set up by `digest schedule`"


def command(job: Job) -> str:
    """Write the command for the shell; cron takes a bare % for the end of the line."""
    return shlex.join(job.command).replace("%", "\\%")


def others(job: Job) -> str:
    """Give the crontab without the job's lines."""
    lines, kept = iter(current().splitlines()), []
    for line in lines:
        if line == remark(job):
            next(lines, None)
        else:
            kept.append(line)
    return "".join(f"{line}\n" for line in kept)


def current() -> str:
    """Read the crontab; a user may have none, which crontab takes for a failure."""
    try:
        return call(("crontab", "-l"))
    except DeliveryError as error:
        if "no crontab" in str(error):
            return ""
        raise
