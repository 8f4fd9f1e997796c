"""Readers of values with a grammar of their own: addresses, patterns, templates, names of zones and languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from string import Formatter
from typing import Any
from urllib.parse import urlsplit

from digest.config.document import Node, Scalar
from digest.config.reading import Read, Reading, choice, fields, instead, line, many, one_of, suggest, text
from digest.errors import ConfigError
from digest.settings import SUBJECT_WORDS, Filter, fills_subject

LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
NAME = re.compile(r"[\w][\w.+-]*")
HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+|[\w.-]+)(:\d{1,5})?")
HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
VARIABLE = re.compile(r"\$\{([^}]*)\}")
LAST_OF_HEADERS = 0xFF
FRAMING = frozenset({"host", "content-length", "transfer-encoding", "connection", "te", "upgrade"})
"""Headers that belong to the connection; the client writes them itself."""


def header_value(node: Node, reading: Reading) -> str | None:
    """Read a text that is sent as a header: what HTTP can carry (ISO 8859-1, RFC 9110, 5.5)."""
    value = line(node, reading)
    if value is None:
        return None
    strange = next((letter for letter in value if ord(letter) > LAST_OF_HEADERS), None)
    if strange is not None:
        reading.wrong(node, f"'{strange}' cannot stand in a header; write it with letters of English")
        return None
    return value


def web_address(node: Node, reading: Reading) -> str | None:
    """Read an http(s) URL without credentials."""
    value = line(node, reading)
    if value is None:
        return None
    fault = fault_of(value)
    if fault:
        reading.wrong(node, fault)
        return None
    return value


def fault_of(value: str) -> str | None:
    """Say what keeps a text from being a web address; credentials are never repeated."""
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        return f"'{value}' is not an address: {error}"
    if parts.username is not None:
        return "an address must not hold a user or password; write them under 'auth: {user, password_env}'"
    if parts.scheme.lower() not in {"http", "https"}:
        if "://" in value:
            return f"'{value}' is not an http or https address"
        return f"'{value}' is not an address; write 'https://…', or 'file: {value}' for a local file"
    if not host or port == 0 or len(value.split()) != 1:
        return f"'{value}' is not an address"
    return None


def identifier(node: Node, reading: Reading) -> str | None:
    """Read a name to refer to: letters, digits and . _ + - only."""
    value = text(node, reading)
    if value is not None and not NAME.fullmatch(value):
        reading.wrong(node, f"must be made of letters, digits, '-', '_' and '.'{instead(node)}")
        return None
    return value


def language(node: Node, reading: Reading) -> str | None:
    """Read a language code; unknown languages work too, with less knowledge."""
    value = text(node, reading)
    if value is not None and not LANGUAGE.fullmatch(value):
        reading.wrong(node, f"must be a language code like en or pt-BR{instead(node)}")
        return None
    return value


def language_or_auto(node: Node, reading: Reading) -> str | None:
    """Read a language code, or `auto` to have it detected."""
    return "auto" if isinstance(node, Scalar) and node.text == "auto" else language(node, reading)


def timezone(node: Node, reading: Reading) -> str | None:
    """Read the name of a time zone of the IANA database."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

    value = text(node, reading)
    if value is None:
        return None
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        by_city = {zone.rsplit("/", 1)[-1].lower(): zone for zone in sorted(available_timezones())}
        near = by_city.get(value.lower().replace(" ", "_"))
        hint = f"did you mean '{near}'?" if near else suggest_zone(value, sorted(available_timezones()))
        reading.wrong(node, f"unknown time zone '{value}'; {hint}")
        return None
    return value


def suggest_zone(value: str, zones: list[str]) -> str:
    """Name the nearest zone; all of them would fill the screen."""
    lowered = {zone.lower(): zone for zone in zones}
    hint = suggest(value, lowered)
    if hint.startswith("did you mean"):
        near = hint.split("'")[1]
        return f"did you mean '{lowered[near]}'?"
    return "write it like Europe/Stockholm"


def pattern(node: Node, reading: Reading) -> str | None:
    """Read a regular expression; what is said of a bad one is passed on, with the place in it."""
    value = node.text if isinstance(node, Scalar) else None
    if not value:
        reading.wrong(node, "must be a regular expression that is not empty")
        return None
    from digest.filters import compiled

    try:
        compiled(value)
    except ConfigError as error:
        reading.wrong(node, f"bad regular expression{instead(node, ' ')}: {error.__cause__}")
        return None
    return value


def filters(node: Node, reading: Reading) -> tuple[Filter, ...]:
    """Read `{field, match}` rules."""
    return tuple(many(one_filter)(node, reading))


def one_filter(node: Node, reading: Reading) -> Filter | None:
    """Read one rule; both keys are needed."""
    before = len(reading.problems)
    found = fields(node, reading, FILTER, "a filter")
    if len(found) == len(FILTER):
        return Filter(field=found["field"], pattern=found["match"])
    if len(reading.problems) == before:
        reading.wrong(node, "a filter needs both keys: {field: title, match: 'regular expression'}")
    return None


FILTER: Mapping[str, Read] = {"field": one_of("title", "text", "author", "url", "tag"), "match": pattern}


def template(*names: str, sample: Mapping[str, Any]) -> Read:
    """Make a reader of texts with places like `{date}` or `{date:%Y/%m}`, tried out on a sample."""

    def filled(node: Node, reading: Reading) -> str | None:
        value = line(node, reading)
        if value is None:
            return None
        try:
            used = [name for _, name, _, _ in Formatter().parse(value) if name is not None]
            unknown = next((name for name in used if name not in names), None)
            if unknown is None:
                value.format(**sample)
                return value
            reading.wrong(node, f"unknown place '{{{unknown}}}'; {suggest(unknown, names)}")
        except (ValueError, KeyError, IndexError) as error:
            reading.wrong(node, f"bad template {value!r}: {error}; places are written like {{date}}")
        return None

    return filled


def filename(node: Node, reading: Reading) -> str | None:
    """Read the name of output files, which stay below the output folder."""
    value = dated(node, reading)
    if value is None:
        return None
    parts = PurePosixPath(str(value).format(date=SAMPLE_DAY)).parts
    if not parts or parts[0] == "/" or ".." in parts:
        reading.wrong(node, f"must name files below output.dir{instead(node)}")
        return None
    return str(value)


SAMPLE_DAY = date(2026, 11, 22)
dated = template("date", sample={"date": SAMPLE_DAY})


def subject(node: Node, reading: Reading) -> str | None:
    """Read a mail's subject, which takes words and no forms: `{date}` is written as the digest's language does."""
    value = worded(node, reading)
    if value is not None and not fills_subject(value):
        reading.wrong(node, f"bad template {value!r}: nothing may follow a word within its braces")
        return None
    return None if value is None else str(value)


worded = template(*SUBJECT_WORDS, sample=dict.fromkeys(SUBJECT_WORDS, SAMPLE_DAY))


def method(node: Node, reading: Reading) -> Any:
    """Read the name of a summarizer."""
    return choice(methods)(node, reading)


def methods() -> tuple[str, ...]:
    """Name the summarizers, the default first."""
    from digest.registry import names

    return ("auto", *(name for name in names("summarizers") if name != "auto"))


def format_names() -> tuple[str, ...]:
    """Name the formats a file can have; `terminal` is for the screen alone."""
    from digest.registry import names

    return tuple(name for name in names("outputs") if name != "terminal")


def hosts(node: Node, reading: Reading) -> bool | tuple[str, ...] | None:
    """Read true, false, or a list of `host` or `host:port`."""
    if isinstance(node, Scalar) and node.plain and node.text.lower() in {"true", "false", "yes", "no", "on", "off"}:
        return node.text.lower() in {"true", "yes", "on"}
    return tuple(many(host)(node, reading)) or None


def host(node: Node, reading: Reading) -> str | None:
    """Read `host` or `host:port`."""
    value = text(node, reading)
    if value is not None and not HOST.fullmatch(value):
        reading.wrong(node, f"must be a host or host:port, like 127.0.0.1:8000{instead(node)}")
        return None
    return value.lower() if value else None


ATOM = r"[^\s@<>,;:\"()\[\].]{1,64}"
LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
MAILBOX = re.compile(rf"{ATOM}(?:\.{ATOM})*@(?:{LABEL}(?:\.{LABEL})*|\[(?:IPv6:)?[0-9A-Fa-f:.]+\])")
"""The address alone, by RFC 5321, 4.1.2, with the letters of RFC 6531; no quoted names."""

MAX_MAILBOX = 254


def mailbox(node: Node, reading: Reading) -> str | None:
    """Read one mail address, with or without a name before it."""
    from email.utils import getaddresses

    value = line(node, reading)
    if value is None:
        return None
    found = [address for _, address in getaddresses([value])]
    if len(found) != 1 or len(found[0]) > MAX_MAILBOX or not MAILBOX.fullmatch(found[0]):
        reading.wrong(node, f"must be a mail address like 'Name <name@example.org>'{instead(node)}")
        return None
    return value


def way_out(node: Node, reading: Reading) -> str | None:
    """Read an https or mailto address at which a reader can unsubscribe."""
    value = line(node, reading)
    if value is not None and not re.fullmatch(r"(https://[^\s<>]+|mailto:[^\s<>@]+@[^\s<>]+)", value):
        reading.wrong(node, f"must be an https: or mailto: address{instead(node)}")
        return None
    return value
