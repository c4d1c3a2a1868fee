"""Numbers in digits and words: where they begin and end, and what they are worth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.text import numerals
from revtrack.text.numerals.numeral import words

NO_NUMBERS = [
    "",
    "the tension often rises",
    "a few hundred people",
    "several thousand and many million",
    "hundreds of thousands, dozens, millions",
    "the couple married",
    "a couple from Leeds",
    "Chapters II and XIV of Henry VIII",
    "version 2.0.1 at 10.0.0.1",
    "24/7 since 9/11, at odds of 7/2",
    "7" * 41,
    "an account 1234567890123",
    "the last half, the opening half-hour, half past",
    "quarters and thirds",
]

DIGITS = [
    ("1,234", "1,234", "1234"),
    ("1,234,567.89", "1,234,567.89", "1234567.89"),
    ("12,34,567", "12,34,567", "1234567"),
    ("1.234.567", "1.234.567", "1234567"),
    ("1.234.567,89", "1.234.567,89", "1234567.89"),
    ("10 000", "10 000", "10000"),
    ("10'000", "10'000", "10000"),
    ("3,5 percent", "3,5", "3.5"),
    ("€3,50", "3,50", "3.5"),
    ("R12,50", "12,50", "12.5"),
    ("13,5m across", "13,5m", "13500000"),
    ("it cost R4,4bn", "4,4bn", "4400000000"),
    ("seven (7) years", "seven (7)", "7"),
    ("12 (twelve) months", "12 (twelve)", "12"),
    ("seven (8) years", "seven", "7"),
    ("12 (12) months", "12", "12"),
    ("in 2016 500 came", "2016", "2016"),
    ("a fall of .5", ".5", "0.5"),
    ("3.", "3", "3"),
    ("3.2 million", "3.2 million", "3200000"),
    ("$112million", "112million", "112000000"),
    ("15-million", "15-million", "15000000"),
    ("2 hundred thousand", "2 hundred thousand", "200000"),
    ("4 thousand 3 hundred and 21", "4 thousand 3 hundred and 21", "4321"),
    ("2 crore 35 lakh", "2 crore 35 lakh", "23500000"),
    ("1.5 lakh crore", "1.5 lakh crore", "1500000000000"),
    ("4 million and 21 people", "4 million", "4000000"),
    ("3.2bn", "3.2bn", "3200000000"),
    ("5 mn", "5 mn", "5000000"),
    ("10k", "10k", "10000"),
    ("4m", "4m", "4000000"),
    ("21st", "21st", "21"),
    ("11th", "11th", "11"),
    ("12st", "12", "12"),
    ("10½", "10½", "10.5"),
    ("¾", "¾", "0.75"),
    ("10 1/2", "10 1/2", "10.5"),
    ("1/4", "1/4", "0.25"),
    ("1/40", "1/40", "0.025"),
    ("2 and a half million", "2 and a half million", "2500000"),
    ("10.000,50", "10.000,50", "10000.5"),
    ("2e10", "2e10", "20000000000"),
    ("1.5 x 10^8", "1.5 x 10^8", "150000000"),
    ("$5 K", "5 K", "5000"),
    ("10-12", "10", "10"),
]

WORDS = [
    ("twelve", "twelve", "12"),
    ("forty-two", "forty-two", "42"),
    ("Forty two", "Forty two", "42"),
    ("a twenty second delay", "twenty", "20"),
    ("one hundred and twelve", "one hundred and twelve", "112"),
    ("two hundred five", "two hundred five", "205"),
    ("twelve hundred", "twelve hundred", "1200"),
    ("one thousand and five hundred", "one thousand and five hundred", "1500"),
    ("two thousand, five hundred", "two thousand, five hundred", "2500"),
    ("four million three hundred thousand and six", "four million three hundred thousand and six", "4300006"),
    ("one hundred and five thousand", "one hundred and five thousand", "105000"),
    ("three lakh crore", "three lakh crore", "3000000000000"),
    ("a hundred", "hundred", "100"),
    ("the thousand, five of them", "thousand", "1000"),
    ("five hundred and six hundred", "five hundred", "500"),
    ("between one hundred and two thousand", "one hundred", "100"),
    ("two and a half", "two and a half", "2.5"),
    ("two and a half million", "two and a half million", "2500000"),
    ("two-and-a-half million", "two-and-a-half million", "2500000"),
    ("a million and a half", "million and a half", "1500000"),
    ("half-a-million", "half-a-million", "500000"),
    ("forty-two and a third", "forty-two and a third", "42.333333"),
    ("three and one fourth", "three and one fourth", "3.25"),
    ("two and three-quarters", "two and three-quarters", "2.75"),
    ("two and a third man", "two", "2"),
    ("five point five", "five point five", "5.5"),
    ("two hundred point zero three", "two hundred point zero three", "200.03"),
    ("one point five million", "one point five million", "1500000"),
    ("five points", "five", "5"),
    ("a dozen", "a dozen", "12"),
    ("three dozen", "three dozen", "36"),
    ("half a dozen", "half a dozen", "6"),
    ("half a million", "half a million", "500000"),
    ("a half-billion", "half-billion", "500000000"),
    ("a quarter of a million", "a quarter of a million", "250000"),
    ("two-thirds of a million", "two-thirds of a million", "666666.666667"),
    ("a couple of days", "a couple", "2"),
    ("a couple of hundred", "a couple of hundred", "200"),
    ("twice", "twice", "2"),
    ("threefold", "threefold", "3"),
    ("twenty-first", "twenty-first", "21"),
    ("one hundred and fifth", "one hundred and fifth", "105"),
    ("a third man", "third", "3"),
]

SHARES = [
    ("two-thirds", "two-thirds", "0.666667"),
    ("three fourths", "three fourths", "0.75"),
    ("nine tenths", "nine tenths", "0.9"),
    ("a third of them", "a third", "0.333333"),
    ("a third say so", "a third", "0.333333"),
    ("fell by a third.", "a third", "0.333333"),
    ("one-fifth", "one-fifth", "0.2"),
    ("one fifth of it", "one fifth", "0.2"),
    ("half of them", "half", "0.5"),
    ("the half of it", "half", "0.5"),
    ("half the town", "half", "0.5"),
    ("three quarters of them", "three quarters", "0.75"),
    ("the last three quarters", "three", "3"),
]


def found(text: str) -> list[tuple[str, Decimal]]:
    return [(text[one.start : one.end], one.value) for one in numerals.find(text, 0, len(text))]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "span", "value"), DIGITS + WORDS + SHARES)
def test_the_first_number_has_its_span_and_value(text: str, span: str, value: str) -> None:
    assert found(text)[0] == (span, Decimal(value))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("12", "digits"),
        ("10½", "digits"),
        ("twelve", "words"),
        ("21st", "ordinal"),
        ("first", "ordinal"),
        ("two-thirds", "fraction"),
        ("½", "fraction"),
        ("half a million", "words"),
    ],
)
def test_a_number_knows_its_form(text: str, form: str) -> None:
    assert [one.form for one in numerals.find(text, 0, len(text))] == [form]


@pytest.mark.parametrize(
    ("text", "scale"),
    [("40", 1), ("40 million", 10**6), ("3bn", 10**9), ("two thousand", 1000), ("half a million", 10**6)],
)
def test_a_number_knows_its_last_scale(text: str, scale: int) -> None:
    """A range gives it to its first number: "20 to 40 million"."""
    assert next(numerals.find(text, 0, len(text))).scale == scale


def test_a_letter_can_be_taken_back() -> None:
    """ "48m" is 48 million by itself; who knows better reads 48 metres."""
    number = next(numerals.find("48m", 0, 3))
    plain = number.without_letter()
    assert (number.value, plain.value, plain.end) == (48_000_000, 48, 2)  # type: ignore[comparison-overlap]


def test_only_the_given_stretch_is_read() -> None:
    text = "12 and 13 million"
    assert [one.value for one in numerals.find(text, 7, 9)] == [13]


PIECES = "1 7 12 000 , . - / ' % ½ one two twenty hundred thousand million and a half third of point k m st"
NUMBER_LIKE = st.lists(st.sampled_from([*PIECES.split(), " ", " ", " "])).map("".join)


@given(st.one_of(NUMBER_LIKE, st.text(alphabet="0123456789,. -'½aehlfndmqurtk")))
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    """Whatever is written, numbers do not overlap, and each is part of the text."""
    end = 0
    for number in numerals.find(text, 0, len(text)):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_separators_do_not_change_the_value(value: int) -> None:
    assert [one[1] for text in (f"{value:,}", str(value)) for one in found(text)] == [value, value]


def test_every_number_word_begins_with_a_letter_that_is_looked_for() -> None:
    for word in words():
        found = numerals._beginning(f"at {word.upper()}.", 0, 99)
        assert found is not None
        assert found[0] == word.upper()
