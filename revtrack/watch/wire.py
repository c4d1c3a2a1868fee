"""The network: one request, one answer, within limits; the only module that connects to anything.

aiohttp, since it lets the names be resolved by us: the addresses that were checked are those it connects to, so a name
cannot point to a newsroom's own machines a moment later. Nothing else of a browser is there: no cookies, no scripts, no
proxy of the environment, no redirect that is followed unseen.
"""

from __future__ import annotations

import asyncio
import socket
import zlib
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

from revtrack.version import VERSION
from revtrack.watch import safe_addresses
from revtrack.watch.extra import needed
from revtrack.watch.wire_answer import NoAnswer, WireAnswer

if TYPE_CHECKING:
    import aiohttp
    from aiohttp.abc import ResolveResult

_PIECE = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)


class WireLimits(NamedTuple):
    """Bytes and seconds that one answer may take; `quiet` is how long nothing may come."""

    body: int = 5_000_000
    total: float = 60.0
    quiet: float = 20.0


def user_agent(contact: str) -> str:
    """How revtrack presents itself: what it is, and whom to write to."""
    return f"revtrack/{VERSION} (watches articles for corrections; contact: {contact})"


class Wire:
    """An open way to the network, used as `async with`."""

    def __init__(
        self,
        contact: str,
        *,
        allow_private: bool = False,
        limits: WireLimits | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """`names` gives the IP addresses of hosts that no name server knows, such as those of a test."""
        self._allow_private = allow_private
        self._limits = limits or WireLimits()
        self._names = names or {}
        self._agent = user_agent(contact)
        self._session: aiohttp.ClientSession

    async def __aenter__(self) -> Wire:
        aiohttp = needed("aiohttp")
        # A connection a request: one that is kept and found closed would have aiohttp ask a second time, at once.
        connector = aiohttp.TCPConnector(
            resolver=_resolver(self._allow_private, self._names), limit=0, use_dns_cache=False, force_close=True
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            headers={"User-Agent": self._agent, "Accept-Encoding": "gzip"},
            timeout=aiohttp.ClientTimeout(
                total=self._limits.total, sock_connect=self._limits.quiet, sock_read=self._limits.quiet
            ),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def ask(self, url: str, headers: Mapping[str, str], data: bytes | None = None) -> WireAnswer | NoAnswer:
        """What a host answers, to a POST where there is data; never raises for what a host does."""
        import aiohttp
        from yarl import URL

        try:
            # Checked as it came and as aiohttp takes it, which connects to an IP address without asking the resolver.
            there = URL(url)
            checked = (safe_addresses.objection(one, allow_private=self._allow_private) for one in (url, str(there)))
            if said := next(filter(None, checked), ""):
                return NoAnswer(url, said, final=True)
            async with self._session.request(
                "GET" if data is None else "POST", there, allow_redirects=False, headers=dict(headers), data=data
            ) as got:
                return await self._answer(url, got)
        except _PrivateAddressError as error:
            return NoAnswer(url, str(error), final=True)
        except TimeoutError:
            return NoAnswer(url, "took too long to answer")
        except aiohttp.ClientPayloadError:
            return NoAnswer(url, "was cut off on its way")
        except aiohttp.InvalidURL:
            return NoAnswer(url, "is not an address", final=True)
        except aiohttp.ClientConnectorCertificateError:
            return NoAnswer(url, "has a certificate that does not hold")
        except aiohttp.ClientConnectorError as error:
            if isinstance(error.os_error, _PrivateAddressError):
                return NoAnswer(url, str(error.os_error), final=True)
            return NoAnswer(url, "cannot be reached")
        except (aiohttp.ClientError, OSError, ValueError, zlib.error) as error:
            return NoAnswer(url, f"gave no proper answer ({type(error).__name__})")

    async def _answer(self, url: str, got: aiohttp.ClientResponse) -> WireAnswer | NoAnswer:
        headers = {name.lower(): _readable(value) for name, value in reversed(list(got.headers.items()))}
        head = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in got.raw_headers)
        empty = WireAnswer(url, got.status, headers, head=head, reason=_readable(got.reason or ""))
        if got.status in (*_REDIRECTS, 304):
            got.close()
            return empty
        packing = headers.get("content-encoding", "").strip().lower()
        if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
            got.close()
            return NoAnswer(url, f"is packed as {packing[:20]}, which was not asked for")
        raw, body = bytearray(), bytearray()
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if "gzip" in packing or packing == "deflate" else None
        async for piece in got.content.iter_chunked(_PIECE):
            raw += piece
            body += unpack.decompress(piece, self._limits.body + 1 - len(body)) if unpack else piece
            if max(len(body), len(raw)) > self._limits.body:
                got.close()
                return NoAnswer(url, f"is larger than {self._limits.body / 1_000_000:g} MB")
        if unpack and raw and not unpack.eof:
            return NoAnswer(url, "was cut off on its way")
        return empty._replace(body=bytes(body), raw=bytes(raw))


def _readable(value: str) -> str:
    """A header whose bytes are not UTF-8, as ISO 8859-1: as it comes, no file and no table takes it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogateescape").decode("latin-1")
    return value


class _PrivateAddressError(OSError):
    """Raised for a name that leads to a machine which may not be asked."""


def _resolver(allow_private: bool, names: Mapping[str, str]) -> Any:
    """A resolver that gives public addresses alone; made late, since its class comes from aiohttp."""
    from aiohttp.abc import AbstractResolver

    class PublicResolver(AbstractResolver):
        """Names by the system's resolver, each address checked before it is given."""

        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[ResolveResult]:
            loop = asyncio.get_running_loop()
            known = names.get(host, host)
            found = await loop.getaddrinfo(known, port, type=socket.SOCK_STREAM, family=family)
            addresses = [(kind, where[0]) for kind, _, _, _, where in found]
            public = [one for one in addresses if allow_private or safe_addresses.is_public(str(one[1]))]
            if not public:
                raise _PrivateAddressError(safe_addresses.PRIVATE)
            return [
                {
                    "hostname": host,
                    "host": str(address),
                    "port": port,
                    "family": kind,
                    "proto": 0,
                    "flags": socket.AI_NUMERICHOST,
                }
                for kind, address in public
            ]

        async def close(self) -> None:
            pass

    return PublicResolver()
