"""An article out of its parts: a headline that is read as one, and nothing said twice."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from revtrack.intake import article_text
from revtrack.text import fold, reading, roles

COPY = "At least 12 people died, police said.\n\nThe search goes on."


@pytest.mark.parametrize(
    ("title", "by", "text"),
    [
        ("", "", COPY),
        ("Toll rises", "", f"Toll rises\n\n{COPY}"),
        ("Toll  Rises", "Ann Lee", f"TOLL RISES\n\nBy Ann Lee\n\n{COPY}"),
        ("Toll rises", "by Ann Lee", f"World\n# Toll rises\nAnn Lee\n{COPY}"),
    ],
)
def test_what_the_copy_has_is_not_said_twice(title: str, by: str, text: str) -> None:
    """Whatever its capitals, and in whichever of the first lines."""
    assert article_text.article(title, by, text) == f"{text}\n"


@pytest.mark.parametrize("text", ["", "\n \n\t", "\r\n"])
def test_no_copy_is_no_article(text: str) -> None:
    """A headline alone says that the text was lost."""
    assert article_text.article("Toll rises", "Ann Lee", text) == ""


def test_parts_stand_in_the_order_of_a_page() -> None:
    """Headline, byline, copy; the byline goes below a headline that the copy has."""
    whole = f"Toll rises\n\nBy Ann Lee\n\n{COPY}\n"
    assert article_text.article("Toll rises", "Ann Lee", COPY) == whole
    assert article_text.article("Toll rises", "Ann Lee", f"\nToll rises\n{COPY}\n\n") == whole


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1, max_size=80))  # type: ignore[arg-type]
@example("Who was it?")
@example("By the river")
@example("1. One")
@example("PORT ALMERY -")
@example("He said: 'no.'")
@example("A U.S.")
@example("word " * 30)
def test_every_headline_is_read_as_one(title: str) -> None:
    """Unless it has the words of a notice or of furniture, which are that under any mark."""
    text = article_text.article(title, "", COPY)
    first = reading.read(text).blocks[0]
    plain = fold.plain(" ".join(title.split()))
    if plain and roles.of(f"# {plain}", opening=True) == "headline":
        assert first.role == "headline"
