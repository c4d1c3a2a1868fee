"""Drafted notices: that the gate knows them again is what makes them worth drafting."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

import revtrack
from revtrack import changes, claims
from revtrack.gate import formulas
from revtrack.report import notice_draft

EDITS = [
    ("The flood killed 12 people in Lund.", "The flood killed at least 21 people in Lund."),
    ("The bridge cost $40 million.", "The bridge cost $45 million."),
    ("Unemployment rose to 5.1 percent.", "Unemployment rose to 5.3 percent."),
    ("The bridge is 40 miles long.", "The bridge is 40 kilometres long."),
    ("The flood injured 12 soldiers in Lund.", "The flood injured 12 students in Lund."),
    ("The court will hear the case on 3 June.", "The court will hear the case on 5 June."),
    ('"We may close the harbour for good," Ada Lind said.', '"We will close the harbour for good," Ada Lind said.'),
    ('Ada Lind said "we may close the harbour for good".', "Ada Lind said they may close the harbour for good."),
    ("The bridge is safe, police said on Monday.", "The bridge is safe, the builder said on Monday."),
    ("The bridge is safe, Ada Lind said on Monday.", "The bridge is safe, an official said on Monday."),
    ("The bridge is not safe, police said.", "The bridge is not safe."),
    ("The council met.\n\nThe bridge is not safe, police said.", "The council met."),
    ('The council met.\n\n"We will close the harbour for good," Ada Lind said.', "The council met."),
    ("The bridge is safe, mayor Ada Lind said.", "The bridge is safe, police chief Ada Lind said."),
    ("The bridge is safe, Ada Lind said on Monday.", "The bridge is safe, Ada Lind claimed on Monday."),
    ("Ada Lind said that the harbour would close soon.", "Ada Lind said that the harbour would stay open."),
    ("Ada Lind opened the bridge on Monday.", "Ada Lund opened the bridge on Monday."),
    ("The fire may have started in the engine room.", "The fire started in the engine room."),
    ("The harbour will close for the winter.", "The harbour will not close for the winter."),
    ("The court upheld the ban on fishing in the harbour.", "The court overturned the ban on fishing in the harbour."),
    ("Profit rose 5 percent to $3 million.", "Profit fell 5 percent to $3 million."),
    ("All residents of the quarter had left.", "Some residents of the quarter had left."),
    ("The council plans to close the harbour.", "The council has closed the harbour."),
    ("The captain was accused of negligence.", "The captain was accused of arson."),
    ("The harbour is closed to fishing boats.", "The harbour is closed."),
    ("The bridge is closed until Friday.", "The bridge is closed from Friday."),
]


def formula(style: str = "plain") -> notice_draft.Formula:
    return notice_draft.Formula(**formulas.formula(style, {}))


# Every style drafts from the same diffs.
compared = cache(revtrack.compare)


@pytest.mark.parametrize("style", formulas.styles())
@pytest.mark.parametrize("form", [notice_draft.text, notice_draft.markdown])
def test_a_drafted_notice_owns_up_to_what_it_was_drafted_from(form: object, style: str) -> None:
    """Whatever changed, in every style."""
    for old, new in EDITS:
        diff = compared(old, new)
        assert diff.changes, old
        drafted = form(diff, formula(style), "2024-05-03")  # type: ignore[operator]
        noted = claims.of(f"{new}\n\n{drafted}\n", known=diff.after)
        told = changes.between(diff.before, noted).changes
        assert [change.message for change in told if not change.acknowledged] == [], drafted


def test_a_statement_is_told_with_what_it_should_have_said() -> None:
    """In plain newsroom English; what was only reworded needs no notice."""
    diff = revtrack.compare("The court upheld the ban.", "The court overturned the ban.")
    assert notice_draft.text(diff, formula(), "2024-05-03") == (
        'An earlier version of this article said "The court upheld the ban"; it should have said "The court overturned'
        ' the ban".'
    )
    reworded = replace(diff, changes=(replace(diff.changes[0], labels=("reworded",), severity="low"),))
    assert notice_draft.text(reworded, formula(), "2024-05-03") == ""


def test_several_changes_make_one_notice() -> None:
    """In the order of their gravity."""
    old = "The flood killed 12 people in Lund.\n\nThe bridge cost $40 million.\n"
    new = old.replace("12", "21").replace("$40", "$45")
    assert notice_draft.text(revtrack.compare(old, new), formula(), "2024-05-03") == (
        "An earlier version of this article gave the number of people as 12. It is 21."
        " It also said that the bridge cost $40 million; the amount was $45 million."
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Ackland took payments of £46,000 from the firm, a court heard.",
            "Ackland took payments of £64,000 from the firm, a court heard.",
            "said that Ackland took payments of £46,000; the amount was £64,000.",
        ),
        (
            "The doors opened at 4:15 a.m. in Orrin.",
            "The doors opened at 5:15 a.m. in Orrin.",
            "said that the doors opened at 4:15 a.m.; the time was 5:15 a.m.",
        ),
        ("Open from 4:15 a.m.", "Open from 5:15 a.m.", "gave a time as 4:15 a.m. It is 5:15 a.m."),
        ("Lind, 34, left.", "Lind, 43, left.", 'said "Lind, 34, left"; it should have said "Lind, 43, left".'),
    ],
)
def test_a_value_is_given_in_its_clause(old: str, new: str, said: str) -> None:
    """As it can be printed."""
    drafted = notice_draft.text(revtrack.compare(old, new), formula(), "2024-05-03")
    assert drafted == f"An earlier version of this article {said}"


def test_what_is_new_or_noted_already_is_left_out() -> None:
    """And nothing at all gives nothing."""
    old = "The flood killed 12 people in Lund.\n"
    new = "The flood killed 21 people in Lund.\n\nIt ruined 300 houses.\n"
    noted = new + "\nAn earlier version of this article gave the number of people as 12. It is 21.\n"
    assert "300" not in notice_draft.text(revtrack.compare(old, new), formula(), "2024-05-03")
    for form in (notice_draft.text, notice_draft.markdown):
        assert form(revtrack.compare(old, noted), formula(), "2024-05-03") == ""
    assert "correction" not in notice_draft.json_ld(revtrack.compare(old, old), formula(), "2024-05-03")


def test_a_sentence_that_went_is_told_once() -> None:
    """Its quotation, its source and its figure went with it."""
    old = 'The council met.\n\n"We will build 40 houses for good," Ada Lind said.\n'
    drafted = notice_draft.text(revtrack.compare(old, "The council met.\n"), formula(), "2024-05-03")
    assert drafted.count("that has been removed") == 1


def test_who_became_anonymous_is_not_named_again() -> None:
    """The edit may protect a person."""
    diff = revtrack.compare("The bridge is safe, Ada Lind said.", "The bridge is safe, an official said.")
    assert "Lind" not in notice_draft.text(diff, formula(), "2024-05-03")


def test_the_text_of_an_article_cannot_write_markup() -> None:
    """Brackets and a backtick that mark up nothing are shown as they are."""
    diff = revtrack.compare('"We may [really] go` now," Ada Lind said.', '"We will [really] go` now," Ada Lind said.')
    assert "will \\[really\\] go\\` now" in notice_draft.markdown(diff, formula(), "2024-05-03")
