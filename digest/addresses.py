"""Web addresses: made absolute, freed of tracking, compared, and taken apart for the wire.

By RFC 3986 and, where practice differs, the way browsers do it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

WEB = ("http", "https")
PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 8000
"""Characters of an address: servers refuse longer ones."""

TRACKING = re.compile(
    r"utm_.*|pk_.*|mtm_.*|matomo_.*|piwik_.*|hsa_.*|vero_.*|mc_[ce]id|ml_subscriber(_hash)?|oly_(anon|enc)_id|ga_.*|"
    r"_hs(enc|mi)|__hs(sc|tc|fp)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|"
    r"igshid|igsh|s_cid|cmpid|ncid|ocid|icid|smid|sr_share|spm|scm|wt[._]mc(_id)?|wt_zmc|at_(medium|campaign|custom\d|"
    r"bbc_team|link_(id|origin|type)|ptr_name|format)|xtor|trk|trkcampaign|mkt_tok|ref_src|ref_url|"
    r"guccounter|guce_referrer(_sig)?|__twitter_impression|_openstat|mbid|srnd|source=rss",
    re.IGNORECASE,
)
"""Names of query parameters that tell a site where a reader came from, and nothing of what is to be shown."""

SPACE = re.compile(r"[\x00-\x20\x7f]+")
ENDS = "".join(map(chr, range(0x21)))
BREAK = re.compile(r"[\t\n\r]")
ENCODED = re.compile(r"%[0-7][0-9A-Fa-f]")
"""What stands for a character of ASCII: in a host's name it can only be one that hosts cannot have."""

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
SAFE = "!$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Address:
    """A web address taken apart; `host` is ASCII, `target` what the request line says, `auth` user and password."""

    scheme: str
    host: str
    port: int
    target: str
    auth: tuple[str, str] | None = None

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port: what credentials are for."""
        return (self.scheme, self.host, self.port)

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def server(self) -> str:
        """Host and port: what is asked, whatever the scheme and the path."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """The address as text, without user and password."""
        return f"{self.scheme}://{self.authority}{self.target}"


def is_web(text: str) -> bool:
    """Tell whether a text is an http or https address."""
    return text[:8].lower().startswith(("http://", "https://"))


def is_foreign(text: str) -> bool:
    """Tell whether a text is an address like ftp://host/path, of a kind that is not read."""
    return "://" in text[:20] and not is_web(text) and text[:5].lower() != "file:"


def address_of(url: str) -> Address:
    """Take a web address apart, ready for the wire; ValueError, with the reason, where it is none."""
    text = url.strip().partition("#")[0]
    if len(text) > MAX_LENGTH:
        raise ValueError(f"an address of {len(text)} characters")
    parts = urlsplit(text)
    scheme = parts.scheme.lower()
    if scheme not in WEB:
        raise ValueError(f"no http or https address, but {scheme or 'none'}")
    if not parts.hostname:
        raise ValueError("an address without a host")
    port = parts.port or PORTS[scheme]
    path = quote(parts.path or "/", safe=SAFE)
    query = f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return Address(scheme, ascii_host(parts.hostname), port, path + query, auth)


def ascii_host(host: str) -> str:
    """Write a host name in the letters that DNS knows (IDNA 2008, UTS 46); ValueError where it cannot be."""
    if host.isascii():
        if SPACE.search(host):
            raise ValueError("white space in the host name")
        return host.lower()
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise ValueError(f"no valid host name: {error}") from error


def without_credentials(url: str) -> str:
    """Take user and password out of an address, and its query, for messages."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "an address that cannot be read"
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def join(base: str | None, link: str | None) -> str | None:
    """Make a link absolute; None where there is none, or it leads anywhere but the web.

    An address without its scheme (`//host/…`) takes that of the base, or https. White space is read as browsers do
    (WHATWG URL, 4.4): at the ends it goes, line breaks and tabs go everywhere, blanks within are percent-encoded.
    """
    text = SPACE.sub(encoded, BREAK.sub("", (link or "").strip(ENDS)))
    if not text or len(text) > MAX_LENGTH:
        return None
    if SCHEME.match(text) and not is_web(text):
        return None
    try:
        url = urljoin(base or "https:" if text.startswith("//") else base or "", text)
        parts = urlsplit(url)
        port_is_readable = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    if parts.scheme not in WEB or not parts.hostname or not port_is_readable or ENCODED.search(parts.hostname):
        return None
    return url


def encoded(found: re.Match[str]) -> str:
    """Percent-encode what was found."""
    return quote(found[0], safe="")


def untracked(url: str) -> str:
    """Take the parameters that only follow readers about out of an address; all else stays as it is."""
    head, mark, query = url.partition("?")
    if not mark:
        return url
    query, hash_mark, fragment = query.partition("#")
    kept = "&".join(pair for pair in query.split("&") if not is_tracking(pair))
    return head + ("?" + kept if kept else "") + hash_mark + fragment


def is_tracking(pair: str) -> bool:
    """Tell whether a query parameter, as `name=value`, is for tracking."""
    return bool(TRACKING.fullmatch(pair.partition("=")[0]) or TRACKING.fullmatch(pair))


def canonical(url: str) -> str:
    """Give the form by which two addresses of one page are the same; for comparing, not for asking.

    Scheme, `www.`, default port, fragment, tracking parameters, the order of the others and a final
    slash make no difference.
    """
    try:
        parts = urlsplit(untracked(url.strip()))
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in WEB:
        return url.strip()
    place = host if port in {None, *PORTS.values()} else f"{host}:{port}"
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    path = quote(unquote(parts.path), safe=SAFE).rstrip("/") or ""
    return f"https://{place}{path}" + (f"?{query}" if query else "")
