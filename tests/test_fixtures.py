"""Between any two versions under fixtures/ and seeds/, the program reports what an editor sees, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import revtrack
from revtrack.model import Change, Diff, Spans
from revtrack.text.fold import fold

ROOT = Path(__file__).parent.parent
HISTORIES = sorted(path.parent for top in ("fixtures", "seeds") for path in (ROOT / top).glob("*/expected.json"))
LABELS = {
    "figure": {"added", "removed", "value", "unit", "bound", "noun"},
    "date": {"added", "removed", "value", "bound"},
    "quote": {"added", "removed", "words", "speaker", "paraphrased", "quoted"},
    "attribution": {
        "added",
        "removed",
        "source",
        "anonymized",
        "identified",
        "role",
        "cue",
        "dropped",
        "attributed",
        "content",
    },
    "name": {"spelling", "replaced"},
    "certainty": {"stronger", "weaker", "negated"},
    "statement": {"reversed", "swapped", "scope", "status", "word", "added", "removed", "reworded"},
}
Expected = dict[str, Any]


def expected(history: Path) -> list[Expected]:
    pairs: list[Expected] = json.loads((history / "expected.json").read_text(encoding="utf-8"))["pairs"]
    return pairs


PAIRS = [
    pytest.param(history, pair, id=f"{history.name}-{pair['old']}-{pair['new']}")
    for history in HISTORIES
    for pair in expected(history)
]


def article(history: Path, name: str) -> str:
    return (history / name).read_bytes().decode("utf-8-sig")


@cache
def compared(history: Path, old: str, new: str) -> Diff:
    return revtrack.compare(article(history, old), article(history, new))


def folded(text: str) -> str:
    return " ".join(text.split())


def within(part: str, whole: str) -> bool:
    """Whether `part` stands in `whole` as whole words: "5" is not in "45"."""
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None


def same_words(wanted: str | None, found: str | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return within(folded(wanted), folded(found)) or within(folded(found), folded(wanted))


def fits(change: Change, wanted: Expected) -> bool:
    return (
        change.kind == wanted["kind"]
        and not set(wanted["labels"]).isdisjoint(change.labels)
        and same_words(wanted["old"], change.old.text if change.old else None)
        and same_words(wanted["new"], change.new.text if change.new else None)
    )


def matched(changes: Sequence[Change], wanted: Sequence[Expected]) -> dict[int, int]:
    """The largest one-to-one matching: index into `wanted` -> index into `changes`."""
    taken: dict[int, int] = {}

    def place(want: int, tried: set[int]) -> bool:
        for index, change in enumerate(changes):
            if index in tried or not fits(change, wanted[want]):
                continue
            tried.add(index)
            if index not in taken or place(taken[index], tried):
                taken[index] = want
                return True
        return False

    for want in range(len(wanted)):
        place(want, set())
    return {want: index for index, want in taken.items()}


def told(wanted: Expected) -> str:
    return f"{wanted['kind']}/{','.join(wanted['labels'])}: {wanted['old']!r} -> {wanted['new']!r} ({wanted['why']})"


def reported(change: Change) -> str:
    old, new = (folded(claim.text) if claim else None for claim in (change.old, change.new))
    return f"{change.kind}/{','.join(change.labels)}: {old!r} -> {new!r} [{change.message}]"


def complaints(changes: Sequence[Change], pair: Expected) -> list[str]:
    wanted, allowed = pair["changes"], pair.get("extra_ok", [])
    found = matched(changes, [*wanted, *allowed])
    left = [change for index, change in enumerate(changes) if index not in found.values()]
    lines = [f"missing     {told(want)}" for index, want in enumerate(wanted) if index not in found]
    return lines + [f"unexpected  {reported(change)}" for change in left]


def words_of(spans: Spans, text: str) -> list[str]:
    return [folded(span.of(text)) for span in spans]


@pytest.mark.parametrize(("history", "pair"), PAIRS)
def test_an_editors_changes_are_reported_and_no_others(history: Path, pair: Expected) -> None:
    lines = complaints(compared(history, pair["old"], pair["new"]).changes, pair)
    assert not lines, "\n" + "\n".join(lines)


@pytest.mark.parametrize(("history", "pair"), PAIRS)
def test_a_change_is_acknowledged_where_a_notice_owns_up_to_it(history: Path, pair: Expected) -> None:
    changes = compared(history, pair["old"], pair["new"]).changes
    found = matched(changes, pair["changes"])
    wrong = [
        told(pair["changes"][want])
        for want, index in found.items()
        if changes[index].acknowledged is not pair["changes"][want]["acknowledged"]
    ]
    owned = [want for want, wanted in enumerate(pair["changes"]) if wanted["acknowledged"]]
    assert not wrong, "\n" + "\n".join(wrong)
    assert set(owned) <= set(found), "an acknowledged change was not found at all"


@pytest.mark.parametrize(("history", "pair"), PAIRS)
def test_sentences_that_only_stand_elsewhere_are_moves(history: Path, pair: Expected) -> None:
    diff = compared(history, pair["old"], pair["new"])
    moves = [
        sentence
        for op in diff.sentences
        if op.op == "move" and words_of(op.old_spans, diff.before.text) == words_of(op.new_spans, diff.after.text)
        for sentence in words_of(op.new_spans, diff.after.text)
    ]
    assert len(moves) == pair.get("moves", 0), moves


@pytest.mark.parametrize(("history", "pair"), PAIRS)
def test_split_and_merged_sentences_are_recognised(history: Path, pair: Expected) -> None:
    ops = [op.op for op in compared(history, pair["old"], pair["new"]).sentences]
    assert (ops.count("split"), ops.count("merge")) == (pair.get("splits", 0), pair.get("merges", 0))


@pytest.mark.parametrize(("history", "pair"), PAIRS)
def test_notices_that_the_new_version_gained_are_read(history: Path, pair: Expected) -> None:
    old, new = article(history, pair["old"]), article(history, pair["new"])
    notices = [notice for notice in compared(history, pair["old"], pair["new"]).notices if notice.side == "new"]
    gained = [notice.type for notice in notices if fold(new[notice.start : notice.end]) not in fold(old)]
    assert gained == pair.get("notices", [])


@pytest.mark.parametrize(("history", "pair"), PAIRS)
def test_expected_words_stand_in_the_versions_they_are_expected_of(history: Path, pair: Expected) -> None:
    for side in ("old", "new"):
        text = folded(article(history, pair[side]))
        for wanted in pair["changes"] + pair.get("extra_ok", []):
            assert wanted[side] is None or within(folded(wanted[side]), text), told(wanted)


def test_the_histories_cover_every_label() -> None:
    seen: dict[str, set[str]] = {kind: set() for kind in LABELS}
    for history in HISTORIES:
        for pair in expected(history):
            for wanted in pair["changes"]:
                seen[wanted["kind"]].update(wanted["labels"])
    assert seen == LABELS


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.name)
def test_each_version_is_paired_with_the_next(history: Path) -> None:
    versions = sorted(path.name for path in history.iterdir() if path.stem.isdigit())
    assert [(pair["old"], pair["new"]) for pair in expected(history)] == list(pairwise(versions))


def test_the_seeds_versions_are_dated_in_order() -> None:
    for table in (ROOT / "seeds").glob("*/revisions.tsv"):
        header, *rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
        assert header == ["file", "time", "by", "note", "source"]
        assert [row[0] for row in rows] == sorted(path.name for path in table.parent.glob("*.txt"))
        assert all(earlier[1] < later[1] for earlier, later in pairwise(rows))
