"""The frame of a page: the classes of its elements, by which a new template is told from a new text.

An edit leaves nearly all of them as they were, even one that adds a picture; a relaunch hardly any.
"""

from __future__ import annotations

import re
import zlib

MOST = 400  # classes that are kept of a page
SAME = 0.5  # of the classes of two pages are in both where they have one template

_CLASSES = re.compile(rb"""<(\w{1,20})\b[^<>]{0,400}?\bclass\s*=\s*["']([^"'<>]{1,300})["']""", re.IGNORECASE)
_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_TAIL = 4096


def of(body: bytes) -> str:
    """The frame of a page, as a short text that can be kept."""
    names = {
        zlib.crc32(b"%b.%b" % (tag.lower(), name)) for tag, found in _CLASSES.findall(body) for name in found.split()
    }
    return " ".join(f"{name:08x}" for name in sorted(names)[:MOST])


def is_same(old: str, new: str) -> bool:
    """Whether two pages have one template; pages without classes cannot be told apart and have."""
    before, after = set(old.split()), set(new.split())
    if not before or not after:
        return before == after
    return len(before & after) >= SAME * len(before | after)


def is_whole(body: bytes) -> bool:
    """Whether a page ends as pages do, with `</html>` or `</body>`."""
    return bool(_END.search(body[-_TAIL:]))
