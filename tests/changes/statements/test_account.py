"""The account of words: every changed word once, nothing left over, and nothing told where nothing changed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

import revtrack
from revtrack.model import Diff, WordAccount
from tests.changes.newsroom import told
from tests.changes.test_properties import ARTICLES

ROOT = Path(__file__).resolve().parents[3]
HISTORIES = sorted(path.parent for top in ("fixtures", "seeds") for path in (ROOT / top).glob("*/expected.json"))


def assert_accounts(diff: Diff) -> None:
    words = diff.words
    parts = words.claims, words.form, words.same_meaning, words.statements
    stated = [c for c in diff.changes if c.kind == "statement" and c.labels != ("reworded",)]
    assert min(parts) >= 0
    assert words.changed == sum(parts)
    assert bool(words.statements) == bool(stated), diff.changes
    assert bool(words.changed) == (diff.before.text != diff.after.text)


@pytest.mark.parametrize("folder", HISTORIES, ids=lambda folder: folder.name)
def test_every_changed_word_of_the_fixtures_is_accounted_for(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.suffix != ".json"]
    for old, new in pairwise(texts):
        assert_accounts(revtrack.compare(old, new))
        assert_accounts(revtrack.compare(new, old))


@given(ARTICLES, ARTICLES)
def test_every_changed_word_of_two_articles_is_accounted_for(old: str, new: str) -> None:
    assert_accounts(revtrack.compare(old, new))


@pytest.mark.parametrize(
    ("old", "new", "account"),
    [
        ("The port is shut.", "The port is shut.", WordAccount()),
        ("The port is shut.", "The port  is shut.", WordAccount(changed=1, form=1)),
        ("The **port** is shut.", "The port is shut.", WordAccount(changed=1, form=1)),
        ("The port took 12 boats.", "The port took 13 boats.", WordAccount(changed=2, claims=2)),
        ("The port took 12 old boats.", "The port took 12 new boats.", WordAccount(changed=2, claims=2)),
        ("The port sells herring.", "The port sells salmon.", WordAccount(changed=2, statements=2)),
        ("The port is shut.", "The port is shut. Herring is scarce.", WordAccount(changed=3, statements=3)),
        ("The port is shut.", "The port is shut. It took 12 boats.", WordAccount(changed=4, claims=4)),
    ],
)
def test_each_changed_word_counts_where_it_belongs(old: str, new: str, account: WordAccount) -> None:
    assert revtrack.compare(old, new).words == account
    assert revtrack.compare(new, old).words == account


def test_words_of_a_notice_and_of_times_of_publication_are_no_statements() -> None:
    old = "Ferry sinks\n\nUpdated 10:15\n\nThe ferry sank off Arvo."
    new = f"{old.replace('10:15', '11:40')}\n\nCorrection: An earlier version of this article said it sank off Orrin."
    assert revtrack.compare(old, new).words.statements == 0


def test_the_same_word_changed_in_two_places_is_one_change() -> None:
    old = "Crew of herring boat rescued\n\nThe herring boat lost its rudder on Friday. Its crew is well."
    (change,) = revtrack.compare(old, old.replace("herring", "salmon")).changes
    assert (change.kind, change.labels, len(change.also)) == ("statement", ("word",), 1)


def test_a_sentence_that_makes_no_other_claim_is_told_at_low_severity() -> None:
    old, new = "The port is shut.", "The port is shut. Herring is scarce in winter."
    assert told(old, new) == [("statement/added", "low")]
    assert told(new, old) == [("statement/removed", "low")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He spoke with dry humour.", "He spoke with his dry humour."),
        ("UPDATE 1-Port shut by storm", "UPDATE 2-Port shut by storm"),
        ("The ferry left Arvo and sank before dawn.", "The ferry left Arvo. It sank before dawn."),
    ],
)
def test_what_only_joins_or_owns_is_not_told_above_low(old: str, new: str) -> None:
    for there, back in ((old, new), (new, old)):
        assert all(severity == "low" for _, severity in told(there, back)), told(there, back)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("She left for Arvo, where the strike began.", "She left for Arvo, when the strike began."),
        ("They met at the inn where he sang.", "They met at the inn when he sang."),
        ("He was held until she paid.", "He was held until he paid."),
    ],
)
def test_another_place_time_or_person_between_two_clauses_is_told(old: str, new: str) -> None:
    for there, back in ((old, new), (new, old)):
        assert told(there, back) == [("statement/word", "medium")]


def test_words_that_came_in_at_several_places_are_one_change() -> None:
    old = "The budget for 2019 was spent.\n\nThe budget for 2020 was not.\n\nIn all of 2021 none was left."
    new = old.replace("20", "the lean year 20", 1).replace("for 2020", "for the lean year 2020")
    new = new.replace("of 2021", "of the lean year 2021")
    (change,) = revtrack.compare(old, new).changes
    assert (change.labels, len(change.also)) == (("added",), 2)
