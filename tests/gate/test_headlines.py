"""Headline and dek against the body."""

from __future__ import annotations

import pytest

import revtrack
from revtrack import claims
from revtrack.gate import headlines

BODY = "The flood killed 21 people in Lund on Monday.\n\nIt ruined 3,187 houses and a bridge worth $3.2bn.\n"


def codes(headline: str, body: str = BODY) -> list[str]:
    return [breach.codes[0] for breach in headlines.find(None, claims.of(f"{headline}\n\n{body}"))]


@pytest.mark.parametrize(
    "headline",
    [
        "# Flood kills 21 in Lund",
        "# Flood kills twenty-one people in Lund",
        "# Flood kills more than 20 people",
        "# Flood kills about 20 people",
        "# Flood ruins 3,000 houses",
        "# Flood ruins bridge worth $3bn",
        "# The 1st flood of the year",
        "Flood kills 21",
        "---\ntitle: Flood kills 21\nauthor: Omar Keller\nsection: 7\n---",
        "---\ntitle: Lund's flood\ndek: >\n  Water killed 21 people\n  in Lund\n---",
        "# Police count the dead",
    ],
)
def test_a_headline_that_the_body_bears_out(headline: str) -> None:
    """Rounded, in words, with a bound, without the noun; and what is no headline."""
    assert codes(headline) == []


@pytest.mark.parametrize(
    ("headline", "code"),
    [
        ("# Flood kills 23 people in Lund", "H102"),
        ("# Flood kills more than 30 people", "H102"),
        ("---\ntitle: Flood kills 23 people\n---", "H102"),
        ("---\ntitle: Flood\ndek: >\n  Water killed\n  23 people\n---", "H102"),
        ("# Flood costs $5bn", "H101"),
        ("# Flood ruins 14 bridges", "H101"),
        ("# Omar Keller blamed for flood", "H103"),
    ],
)
def test_a_headline_that_the_body_does_not_bear_out(headline: str, code: str) -> None:
    """Another number of the same, a number or a name that is nowhere."""
    assert codes(headline) == [code]


def test_only_what_the_edit_brought_about_is_told() -> None:
    """A headline that never fitted is no business of this edit; one that the edit left behind is."""
    misfit = "# Flood kills 23 people in Lund\n\n" + BODY
    assert list(headlines.find(claims.of(misfit), claims.of(misfit.replace("ruined", "destroyed")))) == []
    diff = revtrack.compare(misfit.replace("23", "21"), misfit.replace("23", "21").replace("killed 21", "killed 22"))
    [breach] = headlines.find(diff.before, diff.after)
    assert breach.codes == ("H102",)
    assert breach.message == "headline says 21 people, the body 22"


def test_an_article_without_headline_has_no_misfit() -> None:
    """There is nothing to hold against the body."""
    assert list(headlines.find(None, claims.of(BODY))) == []
