"""The pairs of fixtures/gold: their form and kinds, that no two are alike; and the scorer that reads them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from types import SimpleNamespace
from typing import Any

import pytest

import revtrack
from bench import gold_pairs, own_gold
from bench.gold_pairs import SIDES, GoldError, Row

ROWS = gold_pairs.read()
COMMON_WORDS = 0.2  # of the runs of three words in an article; two of one skeleton share a third and more


def stand_in(answer: Any) -> Any:
    """A module whose diff of a pair is what `answer` makes of its labels."""
    rows = {(row["old"], row["new"]): row for row in ROWS}

    def compare(old: str, new: str) -> Any:
        return SimpleNamespace(to_dict=lambda: {"changes": answer(rows[old, new])})

    return SimpleNamespace(compare=compare)


def told(row: Row) -> list[dict[str, Any]]:
    """What a program reports that is always right."""
    return [change(item["kind"], item["label"], item["severity"], item) for item in row["changes"]]


def change(kind: str, label: str, severity: str, spans: Row) -> dict[str, Any]:
    sides = {side: {"start": spans[side][0], "end": spans[side][1]} if spans[side] else None for side in SIDES}
    return {"kind": kind, "labels": [label], "severity": severity, **sides}


def test_there_are_three_hundred_pairs_of_twelve_genres() -> None:
    """At least ninety change nothing that is claimed, and half are not American."""
    assert len(ROWS) == 300
    assert len({row["genre"] for row in ROWS}) == 12
    assert min(Counter(row["genre"] for row in ROWS).values()) >= 20
    assert sum(row["mode"] == "noise" for row in ROWS) >= 90
    varieties = Counter(row["variety"] for row in ROWS)
    assert set(varieties) == {"American", "British", "Indian", "Australian", "African", "Irish"}
    assert varieties["American"] <= 150


def test_every_kind_of_change_is_there() -> None:
    """All labels but quote/speaker, which stands only where nobody is named: a new speaker is a new attribution."""
    found = {f"{item['kind']}/{item['label']}" for row in ROWS for item in row["changes"]}
    assert found == set(gold_pairs.SEVERITIES) - {"quote/speaker"}


def test_every_label_speaks_of_the_words_it_names() -> None:
    """Offsets count code points of the very version; a change has words, and so has each other place of it."""
    for row in ROWS:
        assert row["old"] != row["new"], row["id"]
        for item in row["changes"] + row["optional"]:
            for side in SIDES:
                assert (item[side] is None) == (item[f"{side}_text"] is None), row["id"]
                if item[side]:
                    assert row[side][slice(*item[side])] == item[f"{side}_text"].strip() != "", (row["id"], item)
        assert bool(row["changes"]) == (row["mode"] == "mixed"), row["id"]


def test_no_pair_stands_twice_or_is_cut_after_another() -> None:
    """Two articles of one skeleton would share long runs of words."""
    assert max(Counter(row["id"] for row in ROWS).values()) == 1
    runs = {row["id"]: _runs(row["new"]) for row in ROWS}
    alike = [
        pair
        for pair in combinations(runs, 2)
        if len(runs[pair[0]] & runs[pair[1]]) > COMMON_WORDS * min(len(runs[name]) for name in pair)
    ]
    assert not alike


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def test_the_lines_for_other_scorers_are_those_of_the_pages() -> None:
    """`python -m bench.gold_pairs` was run after the last edit."""
    assert gold_pairs.JSONL.read_text(encoding="utf-8") == gold_pairs.jsonl(ROWS)


@pytest.mark.parametrize(
    "text",
    ["It is {12=>19|figure/valu} now.", "It is {12=>19} now.", "It is {12=>19|figure/value `20`} now."],
    ids=["no such label", "no label", "other words"],
)
def test_what_cannot_be_read_names_the_pair(text: str) -> None:
    """A slip of the pen is no silent change of the gold."""
    with pytest.raises(GoldError, match="ferry"):
        gold_pairs.pair("ferry", text)


def test_an_edit_holds_both_versions() -> None:
    """White space belongs to the edit; words in backticks narrow a label to a part of it."""
    row = gold_pairs.pair("ferry", "It sank{=> on Monday with two dogs|date/added `Monday`; figure/added `two`}.")
    assert (row["old"], row["new"]) == ("It sank.\n", "It sank on Monday with two dogs.\n")
    assert [(item["label"], item["new"], item["new_text"]) for item in row["changes"]] == [
        ("added", [11, 17], "Monday"),
        ("added", [23, 26], "two"),
    ]


def test_who_is_right_has_every_point() -> None:
    """The labels, given back as they are."""
    score = own_gold.score(ROWS, stand_in(told))
    assert [score[name] for name in ("labelled", "own", "detected", "grave", "macro")] == [1.0] * 5
    assert score["harmless"] == {"form": 1.0, "same": 1.0}
    assert score["silent"] == {"mixed": 1.0, "noise": 1.0}


def test_who_says_nothing_finds_nothing() -> None:
    """Silence is no alarm, and no answer."""
    score = own_gold.score(ROWS, stand_in(lambda row: []))
    assert score["labelled"] == score["detected"] == score["grave"] == 0.0
    assert score["silent"]["noise"] == 1.0


def test_another_label_is_seen_but_wrong() -> None:
    """It touches the words, so the change is detected; it does not say what changed."""
    score = own_gold.score(ROWS, stand_in(lambda row: [each | {"labels": ["other"]} for each in told(row)]))
    assert score["labelled"] == 0.0
    assert score["detected"] == 1.0


def test_an_alarm_on_what_is_harmless_counts() -> None:
    """A low one is fair on the same meaning in other words, and never on form."""
    alarms = stand_in(
        lambda row: (
            told(row)
            + [change("statement", "word", "low", spans) for noise in row["noise_spans"] for spans in noise["spans"]]
        )
    )
    score = own_gold.score(ROWS, alarms)
    assert score["detected"] == 1.0
    assert score["harmless"]["form"] < 0.1
    assert score["harmless"]["same"] == 1.0
    assert score["silent"]["noise"] < 0.2


def test_a_bound_reaches_to_the_word_that_tells_it() -> None:
    """The span of a figure leaves out the word before it: "at least" is no part of "19"."""
    row = gold_pairs.pair("ferry", "It carried {at least=>about|figure/bound} 19 people.")
    places = {side: {"start": row[side].index("19"), "end": row[side].index("19") + 2} for side in SIDES}
    diff = {"changes": [{"kind": "figure", "labels": ["bound"], "severity": "medium", **places}]}
    assert own_gold.judged(row, own_gold.reports(diff, row)).verdicts == ["matched"]


def test_revtrack_sees_what_changed_in_one_genre() -> None:
    """A spot check; `python -m bench.floors` scores them all."""
    score = own_gold.score([row for row in ROWS if row["genre"] == "culture"], revtrack)
    assert score["detected"] >= 0.9
