"""Regular expressions that are compiled when they are first used.

Most pages ask for half of them, and compiling all takes longer than reading a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

compiled: Callable[[str, int], re.Pattern[str]] = re.compile
"""What compiles them; the command line sets one that remembers what it compiled in earlier runs."""

if TYPE_CHECKING:
    expression = re.compile
else:

    class expression:  # noqa: N801 (it stands for re.compile)
        """What `re.compile` gives, as far as its methods go; never of a pattern that quotes an article."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self._written = pattern, flags

        def __getattr__(self, name: str) -> object:
            kept = self.__dict__
            if "_pattern" not in kept:
                self._pattern = compiled(*self._written)
            found = kept[name] = getattr(self._pattern, name)  # the next use finds it here
            return found
