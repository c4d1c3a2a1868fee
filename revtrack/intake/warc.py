"""Captures out of WARC files, packed with gzip or not: what web archives keep.

Only answers of web servers that are HTML are looked at; images, requests and metadata are passed over, and so is a
`revisit`, which says that a page was as before. A record that is damaged ends the file: where the next one begins is
not known then.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from revtrack import installing
from revtrack.errors import InputError
from revtrack.intake import brotli_data, limits, moments
from revtrack.intake.captures import Capture
from revtrack.intake.records import SetAside, Skipped
from revtrack.intake.unpacked import BombError, Unpacked

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PIECE = 1 << 16  # a header without end is put together from pieces, each time anew: large ones make that few times
# The last two are what warcio makes of a record without an address, and of headers that are none.
_DAMAGED = (EOFError, OSError, ValueError, zlib.error, AttributeError, TypeError)
_HTML = ("text/html", "application/xhtml+xml")


def read(stream: IO[bytes], name: str) -> Iterator[Capture | Skipped | SetAside]:
    """The pages in a file, in its order; raises InputError without the [archives] extra."""
    try:
        from warcio.archiveiterator import WARCIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise InputError(
            f"reading WARC files needs more than revtrack itself: add it with `{installing.command('archives')}`"
        ) from None
    number = 0
    try:
        for number, found in enumerate(WARCIterator(Unpacked(stream), block_size=_PIECE), 1):
            place = f"{name}:{number}"
            if found.rec_type is None:
                raise BombError("holds a record without a type: check that it is a WARC file")
            if int(found.rec_headers.get_header("Content-Length") or 0) > limits.MAX_WARC_RECORD:
                raise BombError(f"has a record that claims to be larger than {limits.MAX_WARC_RECORD // 10**9} GB")
            if (found.rec_headers.get_header("Content-Length") or "").startswith("-"):
                raise BombError("has a record that claims to be smaller than nothing")
            if _is_page(found):
                yield _capture(found, place)
    except (ArchiveLoadFailed, BombError, *_DAMAGED) as error:
        reason = " ".join(str(error).split())[:200]
        yield Skipped(f"{name}:{number + 1}", f"the rest of the file is not read: {reason}")


def _is_page(found: ArcWarcRecord) -> bool:
    if found.rec_type != "response" or found.http_headers is None:
        return False
    kind = (found.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return kind in _HTML


def _capture(found: ArcWarcRecord, place: str) -> Capture | Skipped | SetAside:
    address = (found.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    place = f"{place} ({address[:200]})"
    if len(address) > limits.MAX_ADDRESS:
        return Skipped(place, f"has an address longer than {limits.MAX_ADDRESS:,} characters")
    try:
        time = moments.read(found.rec_headers.get_header("WARC-Date") or "")
    except ValueError as error:
        return Skipped(place, f"its WARC-Date {error}")
    kind = found.http_headers.get_header("Content-Type") or ""
    charset = kind.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    encoding = (found.http_headers.get_header("Content-Encoding") or "").strip().lower()
    if encoding == "br":  # of which warcio unpacks whole blocks, whatever becomes of them
        found.http_headers.remove_header("Content-Encoding")
    # What is packed once more for the wire is unpacked only so far.
    body = found.content_stream().read(limits.MAX_PAGE + 1)
    if encoding == "br":
        try:
            body = brotli_data.unpacked(body, limits.MAX_PAGE)
        except ValueError as error:
            return SetAside(place, f"was not kept whole: it {error}")
    if found.rec_headers.get_header("WARC-Truncated") or (len(body) <= limits.MAX_PAGE and _is_cut(found)):
        return SetAside(place, "was cut off: only a part of the page was kept")
    return Capture(place, body, address, time, found.http_headers.get_statuscode(), charset)


def _is_cut(found: ArcWarcRecord) -> bool:
    """Whether a record ends before it has all that it says it has."""
    while found.raw_stream.read(_PIECE):
        pass
    return bool(getattr(found.raw_stream, "limit", 0) > 0)
