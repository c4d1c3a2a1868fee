"""Conditions on front matter."""

from __future__ import annotations

import pytest

from revtrack.gate.conditions import first, lies_ahead
from revtrack.text.front_matter.field_values import fields

NOW = "2024-10-31T12:00:00+00:00"


@pytest.mark.parametrize(
    ("condition", "front"),
    [
        ("draft: true", "draft: false"),
        ("draft: true", "title: draft"),
        ("draft: true", "  draft: true"),
        ("draft: true", ""),
        ("published", "published: false"),
        ("published", "published:"),
        ("published", "published: no # not yet"),
        ("published: <date>", "published: true"),
        ("published: <date>", "published: 2024-10-31T12:00:01Z"),
        ("published: <date>", "published: 2024-11-01"),
        ("status: live", "status: offline"),
    ],
)
def test_a_condition_that_does_not_hold(condition: str, front: str) -> None:
    """Nothing is taken for a yes that does not say so."""
    assert first([condition], fields(f"---\n{front}\n---\n\nText.\n"), NOW) is None


@pytest.mark.parametrize(
    ("condition", "front"),
    [
        ("draft: true", "draft: true"),
        ("draft: true", "Draft: TRUE # until Monday"),
        ("draft: true", "draft: 'true'"),
        ("draft: true", "draft: on"),
        ("draft: true", "draft: !!bool y"),
        ("published: false", "published: off"),
        ("draft: true", 'draft: "true" # until Monday'),
        ("published", "published: 2024-10-01"),
        ("published", "published: yes"),
        ("published: <date>", "published: 2024-10-31"),
        ("published: <date>", "published: 2024-10-31T13:30:00+02:00"),
        ("published: <date>", 'published: "2024-10-31 11:59"'),
        ("status: live", "status: Live"),
    ],
)
def test_a_condition_that_holds(condition: str, front: str) -> None:
    """In any letter case, with or without quotation marks, with a comment behind it."""
    assert first(["never: so", condition], fields(f"---\n{front}\n---\n\nText.\n"), NOW) == condition


@pytest.mark.parametrize("text", ["Text.\n", "---\ntitle: open\n\nText.\n", "", "draft: true\n\nText.\n"])
def test_a_text_without_front_matter_has_no_fields(text: str) -> None:
    """A line of copy that looks like a field is copy."""
    assert fields(text) == {}


def test_toml_front_matter_and_crlf_have_fields_too() -> None:
    """Hugo writes TOML between plus signs, Windows other line ends."""
    assert fields('+++\r\ndraft = true\r\ntitle = "Toll rises"\r\n+++\r\n\r\nText.') == {
        "draft": "true",
        "title": "Toll rises",
    }


@pytest.mark.parametrize(
    ("value", "ahead"),
    [
        ("2024-11-01", True),
        ("2024-10-31T12:00:00Z", False),
        ("2024-10-31t14:00:01+02:00", True),
        ("soon", False),
        ("", False),
    ],
)
def test_a_time_that_lies_ahead(value: str, ahead: bool) -> None:
    """What is no time holds nothing back."""
    assert lies_ahead(value, NOW) is ahead
