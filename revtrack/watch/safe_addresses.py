"""Which addresses may be asked: http and https, on machines of the public internet, without a password in them.

A feed names what it likes: without this it could have a newsroom's own router asked. Names are checked again when they
are resolved, and the connection is made to the very address that was checked (`wire`).
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import urlsplit

PRIVATE = "is on this machine or in its network"
LONGEST = 4_000  # characters of an address
_BLANK = re.compile(r"[\s\x00-\x20\x7f]")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# What Python takes for public: protocol assignments (with the metadata of one cloud), relays, addresses of version 4
# in the first form of version 6, NAT64 of a network's own, and what was site-local.
_RESERVED = tuple(
    ipaddress.ip_network(one)
    for one in ("192.0.0.0/24", "192.88.99.0/24", "::/96", "64:ff9b:1::/48", "fec0::/10", "2001::/23")
)
_FULL_STOPS = "\u3002\uff0e\uff61"  # which stand for a dot in a name


def objection(url: str, *, allow_private: bool) -> str:
    """Why an address may not be asked, empty where it may."""
    if len(url) > LONGEST:
        return f"is longer than {LONGEST:,} characters"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "is not an address"
    if parts.scheme not in ("http", "https"):
        return f"is not http or https but {parts.scheme}" if parts.scheme else "does not begin with http:// or https://"
    if not host:
        return "names no host"
    if parts.username or parts.password:
        return "has a user name or a password in it"
    if _BLANK.search(url):
        return "has white space in it"
    if not _is_plain(host):
        return "has a host that is not written plainly"
    if allow_private:
        return ""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return PRIVATE
    return "" if is_public(host, by_name=True) else PRIVATE


def is_public(address: str, *, by_name: bool = False) -> bool:
    """Whether an IP address is one of the public internet; a name is, as far as can be told from it, `by_name`."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return by_name
    return all(
        one.is_global and not one.is_multicast and not any(one in network for network in _RESERVED)
        for one in _meant(found)
    )


def host_of(url: str) -> str:
    """The host of an address that was checked, in small letters, whatever its port."""
    return (urlsplit(url).hostname or "").rstrip(".")


def origin_of(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def _is_plain(host: str) -> bool:
    """Whether a host is written in the signs that it is looked up by; wide digits would be an IP address unseen."""
    return host.isascii() or (
        unicodedata.normalize("NFKC", host) == host
        and not any(sign in _FULL_STOPS or "\ud800" <= sign <= "\udfff" for sign in host)
    )


def _meant(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """An address, and the IPv4 address inside one of version 6 that leads to it."""
    if isinstance(found, ipaddress.IPv4Address):
        return [found]
    inner = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
    if found in _NAT64:
        inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    if found.ipv4_mapped and inner:
        return [inner]
    return [found, inner] if inner else [found]
