"""Addresses from feeds made fit to be linked, or refused.

A link goes to http or https (mailto only where the user wrote it), names no user, has a host, and
holds nothing but printable ASCII: hosts in other scripts are shown in their ASCII form (UTS #46), so
that one that imitates another can be told from it; all else is percent-encoded (RFC 3986).
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, unquote, urlsplit

from digest.addresses import ascii_host

MAX_LENGTH = 2_000
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
SAFE = "!$&'()*+,/:;=?@~-._"  # reserved and unreserved of RFC 3986, less the brackets
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
HOST = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?")
ADDRESS_6 = re.compile(r"\[[0-9a-f:.]+\]")
MAIL = re.compile(r"[^\s@<>\"\\]+@[^\s@<>\"\\]+")


def web(url: str | None) -> str | None:
    """Give the address as it may be linked, or None where it may not be."""
    text = (url or "").strip(" ")
    if not text or len(text) > MAX_LENGTH or CONTROL.search(text):
        return None
    try:
        parts = urlsplit(text)
        authority = authority_of(parts)
    except ValueError:  # what urlsplit, its port, or the host's encoding say of a broken address
        return None
    if parts.scheme not in {"http", "https"} or not authority:
        return None
    query = f"?{encode(parts.query)}" if parts.query else ""
    fragment = f"#{encode(parts.fragment)}" if parts.fragment else ""
    return f"{parts.scheme}://{authority}{encode(parts.path)}{query}{fragment}"


def authority_of(parts: SplitResult) -> str | None:
    """Give host and port in ASCII; None where there is no host or a user is named."""
    if not parts.hostname or "@" in parts.netloc or "\\" in parts.netloc or "%" in parts.netloc:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else ascii_host(parts.hostname)
    if not (HOST.fullmatch(host) or ADDRESS_6.fullmatch(host)):
        return None
    return host if parts.port is None else f"{host}:{parts.port}"


def encode(part: str) -> str:
    """Percent-encode what no address may hold, and leave what is encoded already."""
    return quote(STRAY_PERCENT.sub("%25", part), safe=SAFE + "%", errors="replace")


def file(path: str | None) -> str | None:
    """Give a relative path as it may be linked, or None where it is absolute or no path at all."""
    text = relative(path)
    return quote(unquote(text), safe="/~-._", errors="replace") if text else None


def relative(path: str | None) -> str | None:
    """Check that a path is relative: none of its first part's characters may be a colon (RFC 3986, 4.2).

    `-` is no path but standard input.
    """
    text = (path or "").replace("\\", "/")
    if text.startswith("/") or ":" in text.partition("/")[0] or CONTROL.search(text) or len(text) > MAX_LENGTH:
        return None
    return None if text in {"", "-"} else text


def subscription(address: str) -> str | None:
    """Check an address that the user set for leaving: https, http or mailto."""
    text = address.strip()
    if text.lower().startswith("mailto:"):
        rest = text[7:]
        usable = MAIL.match(rest.partition("?")[0]) and rest.isascii() and not CONTROL.search(rest) and " " not in rest
        return f"mailto:{quote(rest, safe=SAFE + '%')}" if usable else None
    return web(text)
