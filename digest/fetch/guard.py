"""Which addresses may be asked: public ones only, in whatever form they come.

A name is resolved once, every address it has is checked, and one of those is connected to, so a
name server cannot answer differently the second time. Since what is checked is the resolved
address, every way to write it is covered (127.1, 0x7f000001, 2130706433, 0177.0.0.1).

Special ranges: RFC 6890 by way of `ipaddress`; IPv4 inside IPv6 by RFC 4291 (mapped, compatible),
RFC 3056 (6to4), RFC 4380 (Teredo), RFC 6052 and RFC 8215 (NAT64), RFC 5214 (ISATAP).
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from digest.errors import FetchError

GLOBAL_UNICAST = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
COMPATIBLE = IPv6Network("::/96")
NOT_PUBLIC = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments (RFC 6890)
    IPv4Network("192.88.99.0/24"),  # 6to4 relays, withdrawn (RFC 7526)
    IPv6Network("3fff::/20"),  # documentation (RFC 9637)
)
"""What the registries took back or gave away later than some versions of `ipaddress` know."""

ISATAP = (0x00005EFE, 0x02005EFE)
"""What stands before the IPv4 address in the interface part of an ISATAP address."""


class PrivateError(FetchError):
    """An address that may not be asked, of kind refused; whether it could be permitted is known to who asks."""


def is_public(text: str) -> bool:
    """Tell whether a numeric address belongs to the public internet, and so does any it carries inside."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if any(address in network for network in NOT_PUBLIC):
        return False
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not address.is_reserved
    inner = carried(address)
    if inner and not all(is_public(str(each)) for each in inner):
        return False
    if address in NAT64 or address.ipv4_mapped:
        return True
    return address in GLOBAL_UNICAST and address.is_global


def carried(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """List the IPv4 addresses that an IPv6 address would be turned into on its way."""
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    last = IPv4Address(int(address) & 0xFFFFFFFF)
    if address in NAT64 or address in COMPATIBLE or (int(address) >> 32) & 0xFFFFFFFF in ISATAP:
        found.append(last)
    return tuple(each for each in found if each is not None)


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """Ask the system for all numeric addresses of a name, in its order, within a time limit.

    FetchError where there are none, or of kind timeout. The system's resolver knows no time limit,
    so it works in a thread that is left behind when it takes too long.
    """
    answer: list[str] = []
    failure: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            failure.append(error)
        else:
            answer.extend(dict.fromkeys(str(entry[4][0]) for entry in found))

    thread = threading.Thread(target=ask, daemon=True, name=f"resolve {host}")
    thread.start()
    thread.join(seconds)
    if failure:
        raise FetchError(f"the name {host} is not known: {reason(failure[0])}; check the address") from failure[0]
    if not answer:
        raise FetchError(f"the name {host} was not resolved within {seconds:.0f} s", kind="timeout")
    return answer


def reason(error: OSError | UnicodeError) -> str:
    """Say why a name was not found, in the system's words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def check(host: str, addresses: Sequence[str]) -> None:
    """Raise PrivateError unless all addresses of a host are public."""
    bad = next((address for address in addresses if not is_public(address)), None)
    if bad is not None:
        name = host if host == bad else f"{host} ({bad})"
        raise PrivateError(f"refused: {name} is an address on this machine or a private network", kind="refused")


def check_name(host: str) -> None:
    """Refuse what is private by its spelling alone: all that can be seen where a proxy resolves the names."""
    plain = host.rstrip(".").lower()
    if plain == "localhost" or plain.endswith(".localhost"):
        check(host, ["127.0.0.1"])
    try:
        check(host, [str(ip_address(plain.partition("%")[0]))])
    except ValueError:
        try:  # the old spellings that resolvers still take: 127.1, 0x7f000001, 0177.0.0.1
            check(host, [socket.inet_ntoa(socket.inet_aton(plain))])
        except OSError:
            return


def is_permitted(host: str, port: int, allowed: bool | Sequence[str]) -> bool:
    """Tell whether `allow_private` names this place: true, or a list of host or host:port."""
    if isinstance(allowed, bool):
        return allowed
    bracketed = f"[{host}]" if ":" in host else host
    return any(each.lower() in {host, bracketed, f"{bracketed}:{port}"} for each in allowed)
