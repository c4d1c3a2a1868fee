"""A dateline stands before the copy of a paragraph; a sentence that opens in capitals has none."""

import pytest

from revtrack.text import datelines


@pytest.mark.parametrize(
    "text",
    [
        "The port said it would open.",
        "GOP - the party of the owners - lost.",
        "NATO said it would open.",
        "MDA-led talks went on.",
        "",
    ],
)
def test_no_dateline(text):
    assert datelines.end(text, 0) == 0


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ANSEL, Norvale, March 4 (Meridian) - ",
        "PORT ANSEL (AP) \u2014 ",
        "PORT ANSEL -- ",
        "LONDON, Oct. 31 -- ",
        "ST. PAUL, Minn. \u2014 ",
    ],
)
def test_datelines(dateline):
    text = dateline + "The port said it would open."
    assert datelines.end(text, 0) == len(dateline)
