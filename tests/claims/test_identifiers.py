"""Digits that only label: lists, telephones, postcodes, accounts; and amounts that look like them."""

import pytest

from tests.claims.reading import figures

LABELS = [
    "It runs 24/7, as before 9/11.",
    "He cited Genesis 1:2 and 2 Timothy 3:1-5.",
    "Call 020 7946 0958, +44 20 7946 0958, (212) 555-0187 or 1-800-555-0142.",
    "Call 911 for help, or phone the Samaritans (116 123).",
    "Write to Lindley LN4 7QP or to Dover, DE 19901.",
    "1. Heat the oven. 2. Mix the flour.",
    "He gave reasons: 1) Cost and 2) Time.",
    "See CVE-2021-44228, agent 007 and account 1234567890123.",
    "Read 3D, 5G, 4x4, H1N1, CO2, MP3 and A4.",
    "It is at www.example.org/12/34 for a12@example.org.",
    "It is a 401(k) plan under 501(c)(3).",
]

AMOUNTS = [
    ("He has 12 (of 40) votes.", ["12", "40"]),
    ("She was there (aged 41).", ["41"]),
    ("It came to 10. Then it rose.", ["10"]),
    ("The odds were 3 to 1.", ["3 to 1"]),
    ("They sold 555 and 1,234 cars.", ["555", "1,234"]),
    ("Over 10,000 in New York", ["10,000"]),
    ("They numbered 19901 in DE.", ["19901"]),
]


@pytest.mark.parametrize("text", LABELS)
def test_a_label_is_no_figure(text: str) -> None:
    assert [figure.text for figure in figures(text)] == []


@pytest.mark.parametrize(("text", "spans"), AMOUNTS)
def test_an_amount_is_a_figure(text: str, spans: list[str]) -> None:
    assert [figure.text for figure in figures(text)] == spans
