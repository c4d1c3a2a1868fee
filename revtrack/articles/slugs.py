"""The name of an article in a store: one safe file name on every system.

`Storm Ulla` becomes `Storm-Ulla`; `../x`, `.git` and `con` are refused.
"""

from __future__ import annotations

import re
import unicodedata

from revtrack.errors import InputError

MAX_SLUG = 200  # bytes; file systems take 255 with the extension

_RESERVED = r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)"


def slug(name: str) -> str:
    """The article's name in the store, white space made hyphens; raises InputError with the reason."""
    made = "-".join(unicodedata.normalize("NFC", name).split())
    reason = _objection(made)
    if reason:
        raise InputError(f"{name!r} cannot name an article: it {reason}: name it with --as, such as --as storm-ulla")
    return made


def folded(name: str) -> str:
    """What two spellings of one name have in common: letter case alone; `straße` and `strasse` are two."""
    return name.lower()


def _objection(name: str) -> str:
    if not name:
        return "is empty"
    if name[0] in "-.":
        return "begins with a hyphen or a dot"
    if name[-1] == ".":
        return "ends with a dot"
    if re.match(_RESERVED, name):
        return "is a name reserved by Windows"
    if len(name.encode("utf-8", "surrogatepass")) > MAX_SLUG:
        return f"is longer than {MAX_SLUG} bytes"
    bad = next((char for char in name if not _fits(char)), "")
    return f"has {bad!r}, but may only have letters, digits, hyphens, underscores and dots" if bad else ""


def _fits(char: str) -> bool:
    return char in "-_." or char.isalnum() or unicodedata.category(char) in ("Mn", "Mc")
