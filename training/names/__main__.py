"""Writes the tables that names are known by, and fits the weights of their clues.

$ python -m training.names tables SOURCES                     the gazetteers; README.md tells where they come from
$ python -m training.names clues articles.jsonl:1 other.jsonl:3   the weights; each file with how often it counts
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.names import fit, tables

LEXICON = Path(__file__).parents[2] / "revtrack" / "lexicon"
CLUES = (
    "# What clues say for a person, an organisation, a place and another thing, fitted by training/names: a clue in",
    '# the name ("last:river") or around it ("before:in") as claims/names/clues.py has it, and four weights.',
)


def main() -> None:
    """Write the tables, or the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.names", description=__doc__)
    parser.add_argument("what", choices=("tables", "clues"))
    parser.add_argument("files", nargs="+", help="the folder of sources, or files of articles with their weight")
    arguments = parser.parse_args()
    if arguments.what == "tables":
        for name, lines in tables.written(Path(arguments.files[0])):
            _write(name, lines)
        return
    known = []
    for number, file in enumerate(arguments.files):
        path, _, times = file.partition(":")
        for example in fit.examples(_articles(Path(path))):
            known.append((example._replace(article=number * 1_000_000 + example.article), int(times or 1)))
    rows = ("\t".join((clue, *map(str, row))) for clue, row in fit.weights(known).items())
    _write("name_clues", [*CLUES, *rows])


def _articles(path: Path) -> Iterator[tuple[str, fit.Labels]]:
    """Texts with their names: {"text": ..., "names": [{"start": 0, "end": 8, "type": "person"}]}, one a line."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], {(name["start"], name["end"]): name["type"] for name in row["names"]}


def _write(name: str, lines: Iterable[str]) -> None:
    (LEXICON / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
