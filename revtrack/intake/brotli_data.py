"""What Brotli packed, within a limit: a few hundred bytes of it can become a gigabyte."""

from __future__ import annotations

from revtrack import installing
from revtrack.errors import InputError


def unpacked(data: bytes, limit: int) -> bytes:
    """What was packed, up to one byte more than the limit.

    Raises ValueError with a reason for a person where the data is damaged, and InputError without the [archives] extra.
    """
    try:
        import brotli
    except ImportError:
        raise InputError(
            "reading what Brotli packed (.br) needs more than revtrack itself: add it with"
            f" `{installing.command('archives')}`"
        ) from None
    decoder = brotli.Decompressor()
    try:
        found: bytes = decoder.process(data, output_buffer_limit=limit + 1)
        while not decoder.is_finished() and not decoder.can_accept_more_data() and len(found) <= limit:
            found += decoder.process(b"", output_buffer_limit=limit + 1 - len(found))
    except brotli.error:
        raise ValueError("is not packed with Brotli, or is damaged") from None
    if not decoder.is_finished() and len(found) <= limit:
        raise ValueError("ends in the middle")
    return found
