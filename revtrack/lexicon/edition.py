"""The edition of the reading: what was read of a text or found between two is kept under it, and found under no other.

Whoever changes what is read raises the number; `tests/test_edition.py` fails until that is done, and says how.
A change that leaves every output as it is, such as a comment, leaves the number as it is too.
"""

from __future__ import annotations

import unicodedata

READING = 12


def edition() -> str:
    """The edition of this installation: the reading, and the Unicode tables of Python by which letters are letters."""
    return f"{READING}-{unicodedata.unidata_version}"
