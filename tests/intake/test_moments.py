"""Times of archives: one form for all of them, and no guess where there is none."""

from __future__ import annotations

import pytest

from revtrack.intake import moments

GOOD = {
    "2024-10-31T15:04:00Z": "2024-10-31T15:04:00Z",
    "2024-10-31T15:04:00+00:00": "2024-10-31T15:04:00Z",
    "2024-02-29T15:04:00Z": "2024-02-29T15:04:00Z",
    "20241031": "2024-10-31T00:00:00Z",
    " 2024-10-31 ": "2024-10-31T00:00:00Z",
    "2024-10-31 15:04+01:00": "2024-10-31T14:04:00Z",
    "2015-03-04 12:34:56.789": "2015-03-04T12:34:56Z",
    "2015-03-04 12:34:56.789+00": "2015-03-04T12:34:56Z",
    "2015-03-04T12:34:56-05:00": "2015-03-04T17:34:56Z",
    "20150304123456": "2015-03-04T12:34:56Z",
    "Wed, 04 Mar 2015 12:34:56 GMT": "2015-03-04T12:34:56Z",
    "2015-03-04 12:34:56 UTC": "2015-03-04T12:34:56Z",
    "2015-03-04 12:34:56.789 UTC": "2015-03-04T12:34:56Z",
    "Wed Mar 04 2015 14:34:56 GMT+0200 (CEST)": "2015-03-04T12:34:56Z",
    "Wed Mar 04 2015 12:34:56 GMT+0000 (Coordinated Universal Time)": "2015-03-04T12:34:56Z",
    1425472496: "2015-03-04T12:34:56Z",
    "1425472496": "2015-03-04T12:34:56Z",
    1425472496789: "2015-03-04T12:34:56Z",
    1425472496.7: "2015-03-04T12:34:56Z",
}
BAD = [
    "",
    "2024",
    2024,
    0,
    -1,
    "yesterday",
    "2024-13-01",
    "2024-02-30T10:00:00Z",
    "0000-01-01T00:00:00Z",
    True,
    None,
    [],
    {},
    "9" * 400,
    float("nan"),
    float("inf"),
    "0001-01-01T00:00:00+23:00",
    "x" * 10_000,
]


@pytest.mark.parametrize("value", BAD, ids=lambda value: str(value)[:20])
def test_what_is_no_time_is_told(value: object) -> None:
    """With what was there, cut short, and how to write one."""
    with pytest.raises(ValueError, match="is not a date or time: write it like") as error:
        moments.read(value)
    assert len(str(error.value)) < 200
    assert moments.found(value) == ""


@pytest.mark.parametrize(("value", "time"), GOOD.items())
def test_times_of_every_form(value: object, time: str) -> None:
    """All are ISO 8601 in UTC, to the second."""
    assert moments.read(value) == time
