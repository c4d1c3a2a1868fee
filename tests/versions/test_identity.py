"""When two claims are the same, alike, repeated in a notice, or back."""

from __future__ import annotations

import pytest

from revtrack import claims
from revtrack.model import Claims, Date, Figure, Kind
from revtrack.versions import identity, recurrence
from revtrack.versions.recurrence import Seen


def seen(text: str, kind: Kind = "figure") -> Seen:
    found: Claims = claims.of(text)
    return Seen(next(claim for claim in found.claims if claim.kind == kind), found)


@pytest.mark.parametrize(
    ("old", "new", "same", "alike"),
    [
        ("12 soldiers died.", "12 soldiers died.", True, True),
        ("12 soldiers died.", "Twelve nurses died.", True, False),
        ("12 soldiers died.", "14 soldiers died.", False, True),
        ("At least 12 soldiers died.", "12 soldiers died.", True, True),
        ("It weighs 12 tons.", "It weighs 12 pounds.", False, False),
    ],
)
def test_figures(old: str, new: str, same: bool, alike: bool) -> None:
    a, b = seen(old).claim, seen(new).claim
    assert isinstance(a, Figure)
    assert isinstance(b, Figure)
    assert identity.same_figure(a, b) is same
    assert identity.alike_figures(a, b) is alike


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("It opens on Jan. 5.", "It opens on January 5.", True),
        ("It opens in early May.", "It opens in late May.", False),
        ("It opens in early May.", "It opens in May.", False),
        ("It opened a week ago.", "It opened one week ago.", True),
    ],
)
def test_dates(old: str, new: str, same: bool) -> None:
    a, b = seen(old, "date").claim, seen(new, "date").claim
    assert isinstance(a, Date)
    assert isinstance(b, Date)
    assert identity.same_date(a, b) is same


@pytest.mark.parametrize(
    ("said", "claim", "repeated"),
    [("There were 21.", "At least 21 people died.", True), ("There were 21.", "12 people died.", False)],
)
def test_what_a_notice_repeats(said: str, claim: str, repeated: bool) -> None:
    assert identity.repeated(seen(said).claim, seen(claim).claim) is repeated


@pytest.mark.parametrize(
    ("old", "new", "kind", "back"),
    [
        ("It hurt 12 soldiers.", "It hurt 12 nurses.", "figure", False),
        ("It hurt 12 soldiers.", "It hurt twelve soldiers.", "figure", True),
        ("It hurt 12 soldiers.", "It hurt about 12 soldiers.", "figure", False),
        ("12 people were killed.", "12 people were injured.", "figure", False),
        ("50 workers left.", "50 contract workers left.", "figure", False),
        ("It opens in early May.", "It opens in late May.", "date", False),
        ("It took almost a week.", "It took more than a week.", "date", False),
        ('"We stay," said Ida Lind.', '"We stay," said Olaf Berg.', "quote", False),
        ('"We stay," said Ida Lind.', "\u201cWe stay,\u201d said Ida Lind.", "quote", True),
    ],
)
def test_a_claim_is_back_only_where_nothing_would_be_reported(old: str, new: str, kind: Kind, back: bool) -> None:
    assert recurrence.unchanged(seen(old, kind), seen(new, kind)) is back
