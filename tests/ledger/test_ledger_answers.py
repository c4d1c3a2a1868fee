"""Questions to the ledger find exactly the changes that fit them, whatever is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from revtrack.index.memory import in_memory
from revtrack.ledger import answers
from revtrack.ledger.ledger import Ledger
from revtrack.model import AnyClaim, Attribution, Change, Cue, Figure, Quote, Revision, Source
from revtrack.model.queries import Answer, Question, Turn


def figure(text: str, value: int | None = None, noun: str | None = None) -> Figure:
    number = None if value is None else Decimal(value)
    return Figure("c1", 0, len(text), text, 0, number, None, None, noun=noun)


def quote(words: str, speaker: str | None = None) -> Quote:
    return Quote("c1", 0, len(words), words, 0, words, (), "direct", speaker)


def attribution(content: str, source: str, name: str | None = None) -> Attribution:
    told = Source(source, 0, 1, (), name, None, name is None)
    return Attribution("c1", 0, len(content), content, 0, told, Cue("said", 0, 1, (), "say"), (), "indirect")


def change(
    message: str,
    old: AnyClaim | None = None,
    new: AnyClaim | None = None,
    kind: str = "figure",
    labels: tuple[str, ...] = ("value",),
    severity: str = "high",
    acknowledged: bool = False,
) -> Change:
    return Change(kind, labels, severity, old, new, message, acknowledged=acknowledged)  # type: ignore[arg-type]


def ledger_of(*revised: tuple[str, Sequence[Sequence[Change]]]) -> Ledger:
    """A ledger of articles and the changes in each of their revisions but the first, a day apart."""
    revisions = [
        Revision(name, 0, f"{name}-{day}", "blob", f"2024-10-{day:02}T00:00:00Z", "", "", "", "", 1)
        for name, turns in revised
        for day in range(1, len(turns) + 2)
    ]
    ledger = Ledger(in_memory(revisions), "one")
    told = dict(revised)
    for folded in ledger.due():
        work = ledger.work(folded)
        pairs = zip([None, *work.revisions], work.revisions, [(), *told[folded]], strict=False)
        ledger.learn([(work, [Turn(new, old, tuple(changes)) for old, new, changes in pairs])])
    return ledger


def asked(ledger: Ledger, words: str = "", **narrowed: Any) -> list[str]:
    """The messages of what is found."""
    return [one.change["message"] for one in answer(ledger, words, **narrowed).results]


def answer(ledger: Ledger, words: str = "", **narrowed: Any) -> Answer:
    found = ledger.answer(Question(words, **narrowed))
    assert found
    return found


@cache
def small() -> Ledger:
    return ledger_of(
        (
            "ferry",
            [
                [
                    change("toll: 1,200 -> 2,100", figure("1,200", 1200, "people"), figure("2,100", 2100, "people")),
                    change("cost: $3.2 million -> $3.5 million", figure("$3.2 million", 3200000)),
                    change(
                        "Ada Lind's words changed",
                        quote("Wir waren früh dort", "Ada Lind"),
                        kind="quote",
                        labels=("words",),
                        severity="medium",
                        acknowledged=True,
                    ),
                ]
            ],
        ),
        (
            "court-case",
            [
                [
                    change(
                        "officials made anonymous",
                        attribution("The ship was late", "Mr Lind", "Ole Lind"),
                        attribution("The ship was late", "two officials"),
                        "attribution",
                        ("anonymized", "content"),
                        "low",
                    ),
                    change("in 2024 300 people", figure("2024 300")),
                ]
            ],
        ),
    )


TOLL, COST, WORDS = "toll: 1,200 -> 2,100", "cost: $3.2 million -> $3.5 million", "Ada Lind's words changed"
SOURCE, YEAR = "officials made anonymous", "in 2024 300 people"


@pytest.mark.parametrize(
    "words",
    [
        "1",
        "200",
        "2",
        "5 million 3",
        '"lind\'s ada"',
        "tolls",
        "2024300",
        '"people in"',
        '"1,200 2,100 people toll"',
        "peo",
        '"million cost"',
        "-toll OR ferry",
        "1,2",
        "anonymous NOT officials",
        "3.2.5",
        "12*00",
    ],
)
def test_words_that_are_not_there_find_nothing(words: str) -> None:
    assert asked(small(), words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("toll", [TOLL]),
        ("TOLL", [TOLL]),
        ("1,200", [TOLL]),
        ("1200", [TOLL]),
        ("1'200", [TOLL]),
        ("12*", [TOLL]),
        ('"1,200 people"', [TOLL]),
        ("3.2", [COST]),
        ("$3.2", [COST]),
        ('"$3.2 million"', [COST]),
        ("3,200,000", [COST]),
        ("fruh", [WORDS]),
        ("FRÜH", [WORDS]),
        ('"waren früh"', [WORDS]),
        ("“waren früh”", [WORDS]),
        ("wor*", [WORDS]),
        ("ferry", [TOLL, COST, WORDS]),
        ("court-case", [SOURCE, YEAR]),
        ("ole", [SOURCE]),
        ("officials ship", [SOURCE]),
        ("lind", [WORDS, SOURCE]),
        ("— toll !", [TOLL]),
        ("300", [YEAR]),
        ("peop*", [TOLL, YEAR]),
        ('"waren frü*"', [WORDS]),
    ],
)
def test_words_find_what_has_all_of_them(words: str, found: list[str]) -> None:
    """Of both versions, message, value, article and speaker, in any spelling of numbers, capitals and accents."""
    assert sorted(asked(small(), words)) == sorted(found)


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"speakers": ("lind",)}, [WORDS, SOURCE]),
        ({"speakers": ("LIND ada",)}, [WORDS]),
        ({"speakers": ("lin",)}, []),
        ({"speakers": ("—",)}, []),
        ({"speakers": ("toll",)}, []),
        ({"speakers": ("ada", "officials")}, [WORDS, SOURCE]),
        ({"kinds": ("quote",)}, [WORDS]),
        ({"kinds": ("quote", "attribution")}, [WORDS, SOURCE]),
        ({"kinds": ("quote",), "labels": ("value",)}, []),
        ({"labels": ("content",)}, [SOURCE]),
        ({"labels": ("content", "words")}, [WORDS, SOURCE]),
        ({"severities": ("low", "medium")}, [WORDS, SOURCE]),
        ({"acknowledged": True}, [WORDS]),
        ({"acknowledged": False, "kinds": ("figure",), "severities": ("high",)}, [TOLL, COST, YEAR]),
        ({"articles": ("court-case",)}, [SOURCE, YEAR]),
        ({"articles": ("court-case", "ferry"), "kinds": ("figure",)}, [TOLL, COST, YEAR]),
        ({"articles": ("nowhere",)}, []),
        ({"since": "2024-10-03T00:00:00Z"}, []),
        ({"since": "2024-10-02T00:00:00Z", "until": "2024-10-02T00:00:00Z", "labels": ("words",)}, [WORDS]),
        ({"until": "2024-10-01T23:59:59Z"}, []),
    ],
)
def test_a_question_can_be_narrowed_down(narrowed: dict[str, Any], found: list[str]) -> None:
    assert sorted(asked(small(), **narrowed)) == sorted(found)


def test_the_newest_or_the_most_serious_come_first() -> None:
    ledger = ledger_of(
        (
            "a",
            [
                [change("1", severity="medium")],
                [change("2", severity="low")],
                [change("3"), change("4", severity="medium")],
            ],
        )
    )
    assert asked(ledger) == ["3", "4", "2", "1"]
    assert asked(ledger, order="severity") == ["3", "4", "1", "2"]
    assert asked(ledger, order="severity", severities=("low", "medium")) == ["4", "1", "2"]


def test_more_than_are_shown_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to a number; beyond it is only said that there are more."""
    grades = ("low", "medium", "high", "low")
    ledger = ledger_of(("a", [[change(f"toll {n}{m}", severity=grades[n]) for m in range(3)] for n in range(4)]))
    for order, first in (("time", "toll 30"), ("severity", "toll 20")):
        assert asked(ledger, "toll", order=order, limit=5)[0] == first
        found = answer(ledger, "toll", order=order, limit=5)
        assert (len(found.results), found.total, found.more) == (5, 12, False)
        everything = answer(ledger, "toll", order=order, limit=0)
        monkeypatch.setattr(answers, "COUNTED", 7)
        few = answer(ledger, "toll", order=order, limit=5)
        assert (few.results, few.total, few.more) == (everything.results[:5], 7, True)
        many = answer(ledger, "toll", order=order, limit=9)
        assert (many.results, many.total, many.more) == (everything.results[:9], 9, True)
        assert answer(ledger, "toll", order=order, limit=0) == everything
        monkeypatch.undo()


def test_a_beginning_of_very_many_words_finds_them_all() -> None:
    """One by one up to a number, beyond that as FTS5 does."""
    ledger = ledger_of(("a", [[change(f"word{n:04}") for n in range(250)]]))
    assert len(asked(ledger, "word*", limit=0)) == 250
    assert len(asked(ledger, "word01* a", limit=0)) == 100
    assert len(asked(ledger, "WORD00* a*", limit=0)) == 100


@given(st.text(), st.text(), st.sampled_from(["time", "severity"]))
@example('"', "'", "time")
@example('" OR change_words', "NEAR(", "time")
@example("words: toll*", "\0\ud800", "severity")
@example("^toll + (", "{a b} : c", "time")
@settings(deadline=None)
def test_whatever_is_typed_is_only_ever_words(words: str, speaker: str, order: str) -> None:
    """No operator, no quotation mark and no broken character reaches FTS5 as such."""
    answer(small(), words, order=order)
    answer(small(), words, speakers=(speaker,), articles=(words,))


LETTERS = st.text("aäb1,. -*\"“'\ue001\0é", max_size=8)
CHANGES = st.builds(
    change,
    LETTERS,
    st.none() | LETTERS.map(figure),
    st.none() | st.builds(quote, LETTERS, st.sampled_from(["Ada Lind", "Ole", None])),
    st.sampled_from(["figure", "quote", "name"]),
    st.lists(st.sampled_from(["added", "value", "words"]), min_size=1, max_size=2, unique=True).map(tuple),
    st.sampled_from(["high", "medium", "low"]),
    st.booleans(),
)
QUESTIONS = st.fixed_dictionaries(
    {
        "speakers": st.sampled_from([(), ("lind",), ("ole", "ada")]),
        "kinds": st.sampled_from([(), ("figure",), ("quote", "name")]),
        "labels": st.sampled_from([(), ("added",), ("value", "words")]),
        "severities": st.sampled_from([(), ("high",), ("low", "medium")]),
        "acknowledged": st.sampled_from([None, True, False]),
        "order": st.sampled_from(["time", "severity"]),
    }
)


@dataclass(frozen=True)
class Expected:
    """A question answered by looking at every change."""

    question: dict[str, Any]

    def fits(self, one: Change) -> bool:
        asked = self.question
        spoke = {
            word
            for side in (one.old, one.new)
            if isinstance(side, Quote) and side.speaker
            for word in side.speaker.casefold().split()
        }
        return (
            (not asked["speakers"] or bool(spoke & set(asked["speakers"])))
            and (not asked["kinds"] or one.kind in asked["kinds"])
            and (not asked["labels"] or bool(set(one.labels) & set(asked["labels"])))
            and (not asked["severities"] or one.severity in asked["severities"])
            and asked["acknowledged"] in (None, one.acknowledged)
        )


@given(st.lists(st.lists(CHANGES, max_size=3), min_size=1, max_size=3), QUESTIONS)
@settings(max_examples=settings().max_examples)
def test_what_fits_is_what_a_look_at_every_change_finds(turns: list[list[Change]], question: dict[str, Any]) -> None:
    ledger = ledger_of(("a", turns))
    expected = [one.to_dict() for turn in reversed(turns) for one in turn if Expected(question).fits(one)]
    if question["order"] == "severity":
        expected.sort(key=lambda one: ("high", "medium", "low").index(one["severity"]))
    assert [one.change for one in answer(ledger, **question).results] == expected


@given(CHANGES)
@settings(deadline=None)
def test_a_change_is_found_by_every_word_of_its_message(one: Change) -> None:
    ledger = ledger_of(("a", [[one]]))
    for word in re.findall(r"[^\W_]+(?:[.,][^\W_]+)*", one.message.replace("\ue001", " ")):
        if "." not in word or re.fullmatch(r"[\d.]+", word):
            assert asked(ledger, word) == [one.message], word
