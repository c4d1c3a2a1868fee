"""Regular expressions that are compiled when they are first used.

Most pages ask for half of them, and compiling all takes longer than reading a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    expression = re.compile
else:

    class expression:  # noqa: N801 (it stands for re.compile)
        """What `re.compile` gives, as far as its methods go."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self._written = pattern, flags

        def __getattr__(self, name: str) -> object:
            found = getattr(re.compile(*self._written), name)
            setattr(self, name, found)  # the next use finds it here
            return found
