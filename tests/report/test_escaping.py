"""Text that could act on a screen is written out; everything else is left alone."""

import pytest

from revtrack.report.escaping import visible


@pytest.mark.parametrize(
    "text",
    ["", "Around 10,000 soldiers", "“Curly”, naïve, 北京, العربية", "می‌خواهم", "👩‍🚒", "50 %", "<b>&amp;</b>"],
)
def test_ordinary_text_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\r\n\tc", "a b c"),
        (" kept ends ", " kept ends "),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("\x9b31m", "<U+009B>31m"),
        ("bell\x07", "bell<U+0007>"),
        ("\u202etxt.exe", "<U+202E>txt.exe"),
        ("\u2066a\u2069", "<U+2066>a<U+2069>"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("\udc80", "<U+DC80>"),
    ],
)
def test_acting_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown
