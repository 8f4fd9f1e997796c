"""A mail, ready to send: text first, then HTML, by RFC 5322, 2045-2047, 2369, 2919, 3834 and 8058."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from digest.errors import ConfigError, Problem
from digest.models import Digest, Summary
from digest.outputs import _plain
from digest.outputs._budget import fitted
from digest.outputs._compose import compose, subject_form, unsubscribe_addresses
from digest.outputs._letter import issue_letter
from digest.outputs._phrases import Phrases, phrases_for
from digest.outputs._view import Issue
from digest.settings import SUBJECT_WORDS, EmailSettings, OutputSettings, fills_subject

ENDING = ".eml"
BINARY = True
MAX_SUBJECT = 150
HEADERS = frozenset({
    "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "content-language", "list-id",
    "list-unsubscribe", "list-unsubscribe-post", "auto-submitted", "reply-to",
})  # fmt: skip
ENCODED_WORD = re.compile(r"=(?=\?)")
NO_ADDRESS = EmailSettings()


def render_digest(digest: Digest, settings: OutputSettings, email: EmailSettings | None = None) -> bytes:
    """Write a digest as a mail to its own sender; sending sets To.

    The HTML is shortened to `max_email_bytes`, the text never. Raises ConfigError for an address or a
    subject in the settings that cannot be used.
    """
    email = email or NO_ADDRESS
    phrases = phrases_for(digest.language)
    issue = compose(digest, settings, email, mail=True)
    html = fitted(issue, settings, phrases)
    text = issue_letter(issue)
    message = EmailMessage(policy=policy.SMTP)
    sender = address(email.sender, "email.from")
    message["From"] = sender
    message["To"] = sender
    message["Subject"] = subject(digest, issue, email, phrases)
    message["Date"] = format_datetime(moment(digest.generated_at))
    if email.reply_to:
        message["Reply-To"] = address(email.reply_to, "email.reply_to")
    message["List-Id"] = list_id(email, sender)
    message["Auto-Submitted"] = "auto-generated"
    add_unsubscribe(message, email)
    add_bodies(message, text, html, issue.language)
    return sealed(message, sender)


def render_summaries(
    summaries: Sequence[Summary],  # noqa: ARG001 - every output has these
    problems: Sequence[Problem] = (),  # noqa: ARG001
    *,
    text: bool = False,  # noqa: ARG001
    claims: bool = False,  # noqa: ARG001
    stories: bool = False,  # noqa: ARG001
) -> bytes:
    """Refuse: a mail is made of a digest. Raises ConfigError."""
    raise ConfigError("a mail is made of a digest, not of summaries; use `digest run -f eml`, or -f html here")


def moment(at: datetime) -> datetime:
    """Give a time with its zone; one without is UTC."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def address(text: str, key: str) -> Address:
    """Read `Name <user@host>` from the settings; ConfigError names the key."""
    name, spec = parseaddr(text)
    try:
        made = Address(display_name=unencoded(_plain.name(name)), addr_spec=spec)
    except (ValueError, IndexError):
        made = Address()
    if not (made.username and made.domain and spec.isascii() and text.isprintable()) or " " in spec:
        raise ConfigError(f"{key}: {text!r} is no mail address; write Name <user@example.org>")
    return made


def subject_of(digest: Digest, settings: OutputSettings, email: EmailSettings = NO_ADDRESS) -> str:
    """Tell the subject that a digest's mail has."""
    return subject(digest, compose(digest, settings, email, mail=True), email, phrases_for(digest.language))


def subject(digest: Digest, issue: Issue, email: EmailSettings, phrases: Phrases) -> str:
    """Fill in the subject."""
    if not fills_subject(email.subject):
        known = ", ".join(f"{{{word}}}" for word in SUBJECT_WORDS)
        raise ConfigError(f"email.subject: {email.subject!r} cannot be filled in; it may hold {known}")
    words = {
        "title": issue.title,
        "name": issue.name,
        "date": phrases.plain_period(digest.since, digest.date),
        "weekday": phrases.weekdays[digest.date.weekday()],
        "number": str(digest.number or ""),
        "stories": phrases.count(phrases.stories, len(issue.stories)),
        "headline": issue.stories[0].title.text if issue.stories else issue.summary,
    }
    filled = subject_form(digest, email).format_map(words)
    return unencoded(_plain.line(filled, MAX_SUBJECT - 10)) or issue.title


def unencoded(text: str) -> str:
    """Break what a mail program, or Python, would decode as an encoded word (RFC 2047)."""
    return ENCODED_WORD.sub("= ", text)


def list_id(email: EmailSettings, sender: Address) -> str:
    """Name the list: as set, else by the sender's address (RFC 2919 wants a name below a domain of one's own)."""
    given = _plain.line(email.list_id).strip("<>") if email.list_id else ""
    label = re.sub(r"[^a-z0-9-]+", "-", sender.username.lower()).strip("-") or "list"
    return f"<{given or f'{label}.digest.{sender.domain}'}>"


def add_unsubscribe(message: EmailMessage, email: EmailSettings) -> None:
    """Say how to leave; a single click only where there is an https address (RFC 8058)."""
    ways = unsubscribe_addresses(email)
    if ways:
        message["List-Unsubscribe"] = ", ".join(f"<{way}>" for way in ways)
    if any(way.startswith("https:") for way in ways):
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def add_bodies(message: EmailMessage, text: str, html: str, language: str) -> None:
    """Add the text, then the HTML, which mail programs prefer for coming last."""
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = language  # set_content drops one that was there before


def sealed(message: EmailMessage, sender: Address) -> bytes:
    """Give the mail's bytes: its id and its boundary are hashes of what it says, so that the same is the same again.

    Quoted-printable turns every `=` into `=3D`: no body can forge a boundary that begins with one.
    """
    message.set_boundary("=_digest")
    content = hashlib.sha256(message.as_bytes()).hexdigest()
    message.set_boundary(f"=_{content[:32]}")
    message["Message-ID"] = f"<{content[32:]}@{sender.domain}>"
    names = [name.lower() for name in message.keys()]  # noqa: SIM118 - a message's iterator is no mapping's
    assert len(set(names)) == len(names), names
    assert HEADERS.issuperset(names), names
    return message.as_bytes()
