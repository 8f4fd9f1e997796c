"""Runs the program as a user does, in a folder of its own, with an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "SYSTEMROOT"}}
    homes = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return {**kept, **homes, "TZ": "UTC", "NO_COLOR": "1", "PYTHONWARNINGS": "error::ResourceWarning", **more}


def digest(*arguments: str | Path, cwd: Path, stdin: bytes | None = None, **variables: str) -> Outcome:
    done: Any = subprocess.run(
        [sys.executable, "-m", "digest", *map(str, arguments)],
        cwd=cwd,
        env=environment(cwd, PYTHONPATH=str(ROOT), **variables),
        input=stdin if stdin is not None else b"",
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
