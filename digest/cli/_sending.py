"""Mail of what was written: who is to get it, who has it already, and what is said of it.

A letter is remembered by what it tells, not by its bytes: other settings, a corrected subject or a later
version of the program write other bytes, and nobody is to get the same digest twice for that.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli._console import Console
from digest.cli._times import clock
from digest.cli._writing import output_for
from digest.edition import Edition
from digest.errors import ConfigError, DeliveryError, ExitStatus
from digest.models import Digest
from digest.settings import Config, EmailSettings
from digest.store import Mail, Store

if TYPE_CHECKING:
    from digest.deliver.mail import Receipt

NO_EMAIL = EmailSettings()
EXAMPLES = {
    "from": "from: Digest <me@example.org>",
    "to": "to: [ann@example.org]",
    "smtp": "smtp: {host: mail.example.org, user: me}",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A digest or an issue on its way to its readers."""

    name: str  # that it is remembered by
    title: str  # as in "the digest of 2026-11-22"
    retry: str  # the command that sends what is left
    digest: Digest
    config: Config


def sendable(config: Config) -> EmailSettings:
    """Give what sending needs; raises ConfigError with what to write into feeds.yaml."""
    email = config.email or NO_EMAIL
    given = {"from": email.sender != NO_EMAIL.sender, "to": bool(email.to), "smtp": email.way is not None}
    missing = [key for key, there in given.items() if not there]
    if missing:
        keys = ", ".join("email.smtp.host (or email.sendmail)" if key == "smtp" else f"email.{key}" for key in missing)
        example = ", ".join(EXAMPLES[key] for key in missing)
        raise ConfigError(f"{config.path}: nothing can be sent without {keys}; write  email: {{{example}}}")
    return email


def letter_of(edition: Edition, digest: Digest, config: Config) -> Letter:
    """Make a letter of a day's digest; one that grew since is another."""
    told = sha256("\n".join(sorted(pick.id for pick in edition.picks)).encode()).hexdigest()
    day = edition.day.isoformat()
    return Letter(f"digest {day} {told}", f"the digest of {day}", f"digest send {day}", digest, config)


def post(store: Store, letter: Letter, console: Console, *, again: bool = False) -> ExitStatus:
    """Send a letter to all who have not got it; with `again` also to those who may have it.

    What became of each is written down before the next is sent. Raises ConfigError where nothing can be sent.
    """
    email = sendable(letter.config)
    left = waiting(store, letter, again=again)
    sent: list[str] = []
    try:
        if left:
            send_to(left, store, letter, email, sent)
    except DeliveryError as error:
        console.say(f"digest: {error}", 0)
    return told(store, letter, console, len(sent))


def send_to(left: Mapping[str, str], store: Store, letter: Letter, email: EmailSettings, sent: list[str]) -> None:
    """Send a letter to these; `sent` gains who got it. Raises DeliveryError where the server lets nobody in."""
    from digest.deliver.mail import send
    from digest.deliver.smtp import password_for

    def note(receipt: Receipt) -> None:
        name = receipt.recipient.casefold()
        store.note_mail(letter.name, Mail(name, receipt.outcome, receipt.reason, clock()))
        if receipt.outcome == "sent":
            sent.append(name)

    way = email.way
    assert way is not None, "`sendable` sees to it"
    password = None if isinstance(way, Path) else password_for(way, os.environ)
    content = output_for("eml").render_digest(letter.digest, letter.config.output, email)
    send(content, email.sender, tuple(left.values()), way, note, password=password)


def waiting(store: Store, letter: Letter, *, again: bool = False) -> dict[str, str]:
    """Tell who has certainly not got a letter, with `again` also who may have it."""
    settled = {"sent"} if again else {"sent", "unknown"}
    known = store.mails(letter.name)
    return {
        name: address
        for name, address in people(sendable(letter.config)).items()
        if name not in known or known[name].outcome not in settled
    }


def people(email: EmailSettings) -> dict[str, str]:
    """List the recipients' bare addresses, by the one spelling under which each is remembered."""
    from digest.deliver.mail import bare

    found: dict[str, str] = {}
    for address in map(bare, email.to):
        found.setdefault(address.casefold(), address)
    return found


def told(store: Store, letter: Letter, console: Console, sent: int) -> ExitStatus:
    """Say what became of a letter, and for whom it failed; the exit status tells it too."""
    known = store.mails(letter.name)
    everybody = people(sendable(letter.config))
    without = {name for name in everybody if name not in known or known[name].outcome != "sent"}
    if not without:
        before = "" if sent else "; all had got it before"
        console.say(f"mailed {letter.title} to {sent} of {len(everybody)}{before}")
        return ExitStatus.OK
    for line in complaints({name: mail for name, mail in known.items() if name in without}):
        console.say(f"digest: {line}", 0)
    unknown = sum(name in known and known[name].outcome == "unknown" for name in without)
    remedies = [f"`{letter.retry}` tries again"] * (len(without) > unknown)
    remedies += [f"`{letter.retry} --again` sends it also to those who may have it"] * (unknown > 0)
    line = f"{letter.title} has not certainly reached {len(without)} of {len(everybody)}; {', '.join(remedies)}"
    console.say(f"digest: {line}", 0)
    return ExitStatus.DELIVERY_FAILED


def complaints(failures: Mapping[str, Mail]) -> Iterator[str]:
    """Say for each recipient why a letter did not arrive, or may not have."""
    words = {"unknown": "may have arrived", "refused": "refused", "failed": "not taken for now"}
    for name, mail in failures.items():
        yield f"{name}: {words[mail.outcome]}: {mail.reason}"


def foretell(store: Store, letter: Letter, console: Console, *, again: bool = False) -> None:
    """Say to whom a letter would go."""
    left = waiting(store, letter, again=again)
    names = f": {', '.join(left.values())}" if left else ""
    console.say(f"would mail {letter.title} to {len(left)} of {len(people(sendable(letter.config)))}{names}")
