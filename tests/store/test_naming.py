"""Names of articles: the same for the same address, never the same for two, safe on every system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.articles import slugs
from revtrack.store import naming

NAME = st.text(max_size=60) | st.text("abAB/._-?=& é", max_size=12)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://news.example/2024/storm-ulla", "news.example__2024__storm-ulla"),
        ("http://News.Example:80/2024/storm-ulla/#top", "news.example__2024__storm-ulla"),
        ("https://news.example/2024/storm-ulla?utm_source=x&fbclid=1", "news.example__2024__storm-ulla"),
        ("https://news.example/a.html", "news.example__a.html"),
    ],
)
def test_addresses_are_written_out(address: str, name: str) -> None:
    """Where nothing is lost by it; scheme, tracking and the place on the page do not count."""
    assert naming.of_address(address) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example/a?id=1", "https://news.example/a?id=2"),
        ("https://news.example/a/b", "https://news.example/a__b"),
        ("https://news.example/A", "https://news.example/a"),
        ("https://news.example/a", "https://www.news.example/a"),
        ("https://news.example/a", "https://news.example:8080/a"),
        ("https://news.example/a%2Fb", "https://news.example/a/b"),
        ("https://news.example/caf\u00e9", "https://news.example/cafe\u0301"),
        ("https://news.example/" + "a" * 200, "https://news.example/" + "a" * 201),
    ],
)
def test_other_addresses_are_other_articles(one: str, other: str) -> None:
    """Although much of them is the same."""
    assert naming.of_address(one).casefold() != naming.of_address(other).casefold()


def test_the_order_of_a_query_does_not_count() -> None:
    """What counts is what is asked for."""
    one, other = "https://news.example/a?b=2&a=1", "https://news.example/a?a=1&b=2#x"
    assert naming.of_address(one) == naming.of_address(other)


@pytest.mark.parametrize(
    ("path", "name"),
    [("news/storm.md", "news__storm"), ("storm_ulla.md", "storm_ulla"), ("news/storm.txt", "news__storm.txt")],
)
def test_paths_are_written_out(path: str, name: str) -> None:
    """Only the commonest suffix is left out: two files never share a name."""
    assert naming.of_path(path) == name


@pytest.mark.parametrize("name", ["storm", "Storm Ulla", "a__b", "2024-10-31"])
def test_a_name_that_can_stand_stands(name: str) -> None:
    """As `add` would have it."""
    assert naming.of_name(name) == slugs.slug(name)


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "con", "Who was it?", "", "\u202e", "x" * 300, "a\0b", "\ud800", ".git"]
)
def test_a_name_that_cannot_stand_gets_a_hash(name: str) -> None:
    """And is safe then."""
    assert "___" in naming.of_name(name)


@given(NAME)
def test_every_name_can_stand(name: str) -> None:
    """The store takes each of them as it is, and no second naming changes it."""
    for made in (naming.of_name(name), naming.of_path(name), naming.of_address(name)):
        assert slugs.slug(made) == made
        assert "/" not in made
        assert len(made.encode()) <= 200


@given(NAME, NAME)
def test_two_paths_never_share_a_name(one: str, other: str) -> None:
    """Not even on a file system that knows no capitals."""
    same = naming.of_path(one).casefold() == naming.of_path(other).casefold()
    assert same == (one.removesuffix(".md") == other.removesuffix(".md") or one == other)


@given(
    st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=3),
    st.sampled_from(["", "utm_source=a", "gclid=1"]),
)
def test_an_address_is_known_again(parts: list[str], tracking: str) -> None:
    """By whatever way the reader came."""
    plain = "https://news.example/" + "/".join(parts)
    assert naming.of_address(f"http://NEWS.example/{'/'.join(parts)}/?{tracking}#x") == naming.of_address(plain)
