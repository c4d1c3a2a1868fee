"""Paragraphs that stand in two versions are read once, with the same result."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from revtrack import claims
from revtrack.claims.known_paragraphs import KnownParagraphs
from revtrack.model import Claims, Date, Figure
from revtrack.text import read

PARAGRAPHS = (
    "At least 12 people died in Lund on Monday, 3 June 2024, and $3.2 million was lost.",
    "LUND, June 3 - The toll rose to 21 from 12 in two days. A third of the town was shut.",
    "# Toll rises to 21",
    "- 7 percent of 1,200 homes, 16- to 24-year-olds first",
    "Updated 3.15 pm",
    "The team won 34-27 on *Tuesday night*, after 3½ hours.",
    "No figure stands here.",
    "Ann Roe, the mayor of Lund, said the port would close. The mayor warned of more.",
    "Lee Roe told reporters on Tuesday that he was glad.",
    "She said it would open in May, according to the MDA.",
    "The Marine Development Authority said so, and Roe denied it.",
    '"We wait," said an official who asked not to be named. "We all do."',
)


def _paragraphs(known: Claims) -> KnownParagraphs:
    values = [claim for claim in known.claims if isinstance(claim, Date | Figure)]
    return KnownParagraphs(known.text, known.blocks, values)


def test_a_new_paragraph_is_not_known() -> None:
    """Also where it differs in form alone, or is of another role."""
    known = _paragraphs(claims.of("Twelve people died.\n\nThe end came on Monday."))
    for text in ("12 people died.", "Twelve people died!", "# Twelve people died."):
        reading = read(text)
        assert known.claims(Figure, reading, reading.blocks[0]) is None


def test_the_claims_of_a_known_paragraph_move_with_it() -> None:
    known = _paragraphs(claims.of("A word first.\n\nTwelve people died on Monday."))
    reading = read("One more sentence. And another.\n\nTwelve people died on Monday.")
    [figure] = known.claims(Figure, reading, reading.blocks[1]) or []
    [date] = known.claims(Date, reading, reading.blocks[1]) or []
    assert [reading.text[claim.start : claim.end] for claim in (figure, date)] == ["Twelve", "Monday"]
    assert (figure.sentence, date.sentence) == (2, 2)


@given(
    st.lists(st.sampled_from(PARAGRAPHS), max_size=8),
    st.lists(st.sampled_from(PARAGRAPHS), max_size=8),
    st.sampled_from(("\n\n", "\n")),
)
def test_what_is_known_changes_nothing(before: list[str], after: list[str], gap: str) -> None:
    old, new = gap.join(before), gap.join(after)
    assert claims.of(new, known=claims.of(old)) == claims.of(new)


def test_a_headline_that_names_who_speaks_is_known_too() -> None:
    headline = "Lunds: Ferry brings 'misery'"
    old, new = (f"{headline}\n\nThe mayor said the ferry would {end}." for end in ("stop", "sail on"))
    read_anew = claims.of(new)
    assert next(claim.text for claim in read_anew.claims if claim.kind == "attribution") == headline
    assert claims.of(new, known=claims.of(old)) == read_anew


def test_the_same_text_is_not_read_again() -> None:
    text = "At least 12 people died on Monday.\n\nThe mayor said so on Tuesday."
    known = claims.of(text)
    assert claims.of(text, known=known) is known
    assert claims.of(f"{text} ", known=known) is not known


def test_paragraphs_read_before_are_told_where_they_stand_now() -> None:
    """Also of another article, in another place, and as the last block of all."""
    for text in ("Ann Roe of Port Ansel met Flight 370.", 'A fan of "A Quiet Lie" met Senator Lee Roe\'s aide.'):
        first = [(claim.start, claim.text) for claim in claims.of(text).claims if claim.kind == "name"]
        moved = claims.of(f"Rain fell.\n\n{text}\n\n{text}\n\nIt fell again.")
        found = [(claim.start, claim.text) for claim in moved.claims if claim.kind == "name"]
        at = moved.text.index(text), moved.text.rindex(text)
        assert found == [(start + place, words) for place in at for start, words in first]
