"""Writes the index of the poles anew, which is to be done when a row of a table of poles has changed.

$ python -m training.poles.index
"""

from __future__ import annotations

from pathlib import Path

from revtrack import lexicon
from revtrack.changes.statements import pole_table

HEAD = """\
# Each word and phrase of poles.txt and antonyms.txt, and the phrases of pole_idioms.txt, with its poles as
# changes/statements/pole_table.py numbers them. Made by training/poles/index.py: change the tables, not this.
"""


def text() -> str:
    """The index of the tables as they are."""
    return HEAD + "".join(f"{line}\n" for line in pole_table.index())


def main() -> None:
    """Write the index."""
    path = Path(lexicon.__file__).with_name(f"{pole_table.INDEX}.txt")
    path.write_bytes(text().encode())


if __name__ == "__main__":
    main()
