"""Newsletters by mail: a message (.eml, RFC 5322) or a mailbox of them (.mbox, RFC 4155)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from functools import lru_cache

from digest.addresses import join
from digest.characters import decode, tidy_line
from digest.errors import ParseError
from digest.inputs._dates import moment
from digest.inputs._entries import bounded, identity
from digest.models import Document, Entry, Feed, Markup

ISOLATED = True
IS_FEED = True

EXTENSIONS = (".eml", ".mbox", ".mbx")
MEDIA_TYPES = frozenset({"message/rfc822", "application/mbox"})
FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t\r\n]")
CONTINUED = re.compile(rb"\r?\n[ \t]")
MAIL_FIELDS = frozenset(
    {b"from", b"to", b"subject", b"date", b"message-id", b"received", b"mime-version", b"return-path", b"list-id"}
)
MBOX_START = re.compile(rb"^From \S+ .*\d{4}", re.MULTILINE)
QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
ENOUGH_FIELDS = 3
HEAD = 4_096
REMEMBERING = policy.default.clone(header_factory=lru_cache(maxsize=500)(policy.default.header_factory))
"""Takes a field apart once: a message's type is asked for seven times, and a mailbox has few types and senders."""


def recognizes(document: Document) -> float:
    """Tell a message by the fields it begins with, a mailbox by its first line."""
    head = document.content[:HEAD].lstrip()
    if MBOX_START.match(head):
        return 0.9
    top = CONTINUED.sub(b" ", head.replace(b"\r\n\r\n", b"\n\n").split(b"\n\n")[0])
    lines = top.splitlines()
    names = {found[1].lower() for line in lines if (found := FIELD.match(line))}
    if len(names & MAIL_FIELDS) >= ENOUGH_FIELDS and len(lines) > 0 and FIELD.match(lines[0]):
        return 0.9
    is_named = document.media_type in MEDIA_TYPES or document.location.lower().endswith(EXTENSIONS)
    return 0.6 if is_named and names & MAIL_FIELDS else 0.0


def parse(document: Document) -> Feed:
    """Read each message as an entry; ParseError where none holds text."""
    entries = [entry for content in messages(document.content) if (entry := entry_of(content))]
    if not entries:
        raise ParseError("no message in it holds text", kind="empty")
    senders = {entry.publisher for entry in entries}
    title = entries[0].publisher if len(senders) == 1 else None
    return Feed(title=title or "", entries=tuple(entries), format="mail")


def messages(content: bytes) -> Iterator[bytes]:
    """Take a mailbox apart; a message is a mailbox of one."""
    if not MBOX_START.match(content.lstrip()):
        yield content
        return
    starts = [found.start() for found in MBOX_START.finditer(content) if is_boundary(content, found.start())]
    for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
        _, _, message = content[start:end].partition(b"\n")
        yield QUOTED_FROM.sub(rb"\1", message)


def is_boundary(content: bytes, place: int) -> bool:
    """Tell whether a line that looks like the start of a message follows a blank line, or nothing."""
    before = content[max(0, place - 4) : place]
    return before.endswith((b"\n\n", b"\n\r\n")) or not content[: min(place, HEAD)].strip()


def entry_of(content: bytes) -> Entry | None:
    """Make an entry of a message; None where it holds no text."""
    try:
        message = message_from_bytes(content, policy=REMEMBERING)
        assert isinstance(message, EmailMessage)
        text, markup = body_of(message)
        written = {name.lower(): value for name, value in reversed(tuple(message.raw_items()))}
        subject, sender, date, own, page = (
            field(message, name, written.get(name, ""))
            for name in ("subject", "from", "date", "message-id", "archived-at")
        )
        published = moment(date) or moment(str(message.get("date", "")))
    except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError, RecursionError) as error:
        # What the standard library raises on messages made to break it is any of these.
        raise ParseError(f"damaged beyond reading ({type(error).__name__})") from error
    if not text.strip():
        return None
    title = PREFIX.sub("", subject)
    name, address = parseaddr(sender)
    url = join(None, "".join(page.split()).strip("<>"))  # a long one is folded, which leaves blanks
    return Entry(
        id=identity(own.strip(" <>") or None, url, title, text),
        title=title,
        content=bounded(text),
        markup=markup,
        url=url,
        publisher=tidy_line(name) or address.rpartition("@")[2] or None,
        published=published,
    )


def field(message: EmailMessage, name: str, written: str) -> str:
    """Read a header field, decoded, in one line; "" where it is missing or damaged.

    What is `written` in plain ASCII stays as it is: taking it apart is most of the work of reading a short message.
    """
    is_plain = written.isascii() and "=?" not in written and "(" not in written
    return tidy_line(written if is_plain else str(message.get(name, "")))


def body_of(message: EmailMessage) -> tuple[str, Markup]:
    """Take the text of a message: its HTML where it has any, else its plain text; attachments are left."""
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None:
        return "", "text"
    payload = part.get_payload(decode=True)
    text = decode(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""
    return text, "html" if part.get_content_type() == "text/html" else "text"
