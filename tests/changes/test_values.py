"""Figures and dates, beyond tests/cases: paired in their place, else found again where they are now."""

from __future__ import annotations

from tests.changes.newsroom import compared, told


def test_a_value_that_went_to_another_sentence_is_no_change() -> None:
    old = "The ferry sank with 12 boats in tow. Its crew of nine was saved by a trawler."
    new = "The ferry sank. Its crew of nine was saved by a trawler, as were 12 boats."
    assert told(old, new, "figure") == []


def test_two_values_of_a_sentence_keep_their_places() -> None:
    old, new = "12 boats and 30 cars were lost.", "13 boats and 31 cars were lost."
    assert pairs(old, new) == [("12", "13"), ("30", "31")]


def test_a_value_among_new_ones_is_kept() -> None:
    assert told("Of 300 jobs 12 were lost.", "Of 300 jobs 12 were lost and 40 were cut.") == [("figure/added", "low")]


def test_a_list_keeps_to_its_items() -> None:
    old = "The audit found 2 High, 1 Medium, 7 Low and 3 Informational faults."
    new = "The audit found 3 High, 1 Medium and 4 Informational faults."
    assert pairs(old, new) == [("2", "3"), ("7", None), ("3", "4")]


def test_a_list_of_one_measure_keeps_its_order() -> None:
    old = "The largest shares went to the docks ($24 million), the yard ($6 million) and the quay ($5 million)."
    new = "The docks, the yard and the quay had the largest shares, about $28 million, $8 million and $7 million."
    assert pairs(old, new) == [
        ("$24 million", "$28 million"),
        ("$6 million", "$8 million"),
        ("$5 million", "$7 million"),
    ]


def test_in_a_rewritten_stretch_the_words_beside_a_value_tell() -> None:
    old = "Gale live: amber alert for Arvo as 4,000 lose water"
    new = "Gale live: three missing as 11,000 lose water"
    assert ("4,000", "11,000") in pairs(old, new)
    assert ("4,000", "three") not in pairs(old, new)


def test_a_value_of_another_measure_is_another_value() -> None:
    old = "Lind was held over two thefts that the police say she and others planned in the spring."
    new = "Lind was ordered to pay $500,000 to the owners of the boats that were taken from the harbour."
    assert pairs(old, new) == [("two", None), (None, "$500,000")]


def test_a_value_is_the_same_in_another_sentence_where_it_is_a_rate() -> None:
    old = "A pint could cost £4.50. Berg is unhappy. The price of the house lager is £2.80."
    new = "Drinkers now pay £2.80 a pint for lager. A pint could cost £4.50. Berg is unhappy."
    assert told(old, new, "figure") == []


def pairs(old: str, new: str) -> list[tuple[str | None, str | None]]:
    """What became of what, in the order of the text."""
    changes = sorted(compared(old, new, "figure"), key=lambda one: (one.new or one.old).start)  # type: ignore[union-attr]
    return [(one.old.text if one.old else None, one.new.text if one.new else None) for one in changes]


def test_a_rate_that_went_behind_another_figure_stays() -> None:
    old = "The office can send 10 million letters a year for free, and 25,000 parcels."
    new = "The office can send 10 million letters and 25,000 parcels a year for free."
    assert told(old, new, "figure") == []
    assert told("The office sends 100 letters to Arvo.", "The office sends 100 letters a day to Arvo.", "figure")


def test_a_rate_that_another_figure_got_anew_is_no_move() -> None:
    old = "The fee is 9 euros a year and 7 euros for boats."
    new = "The fee is 9 euros and 7 euros a month for boats."
    assert told(old, new) == [("figure/unit", "high"), ("figure/unit", "high")]


def test_two_lists_that_were_told_in_another_order_pair_by_it() -> None:
    old = "The shares went to the docks ($24 million), the yard ($6 million) and the quay."
    new = "About $28 million went to the quay, $8 million to the yard of the docks."
    assert pairs(old, new) == [("$24 million", "$28 million"), ("$6 million", "$8 million")]


def test_a_length_that_the_new_bound_excludes_is_another_value() -> None:
    old = "The talks lasted almost a week."
    assert told(old, old.replace("almost", "more than")) == [("date/value,bound", "medium")]
