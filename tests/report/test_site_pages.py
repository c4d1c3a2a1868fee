"""The pages of a site above its articles: names of files, words to search, feeds, entries."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.errors import InputError
from revtrack.model import Step
from revtrack.report import entries, site_pages, week_chart
from revtrack.report.entries import ArticleEntry
from tests.report.outline import Outline
from tests.report.samples import EVERY_HISTORY, hostile_history, rising, shown

ATOM = "{http://www.w3.org/2005/Atom}"


def entry(made: list[Step], folder: str = "ferry") -> ArticleEntry:
    return entries.of(made, shown(made), folder=folder, fingerprint="f", waiting="")


@pytest.mark.parametrize("name", ["ferry", "ferry-2", "north-korea-troops"])
def test_a_plain_name_is_its_own_folder(name: str) -> None:
    assert site_pages.folder(name) == name


@given(st.text(min_size=1))
def test_any_name_makes_a_folder_that_is_safe(name: str) -> None:
    made = site_pages.folder(name)
    assert made.isascii()
    assert not set(made) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(made) <= 100


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "lpt9", "CON"])
def test_a_name_that_windows_keeps_for_itself_is_no_folder(name: str) -> None:
    """A newsroom's repository may have an article `aux.md`."""
    assert site_pages.folder(name).startswith(f"{name.lower()}-")
    assert site_pages.folder(f"{name.lower()}-story") == f"{name.lower()}-story"


def test_names_that_look_alike_have_folders_of_their_own() -> None:
    assert len({site_pages.folder(name) for name in ("a/b.md", "a-b.md", "A B md", "a b-md")}) == 4


@pytest.mark.parametrize("made", EVERY_HISTORY)
def test_an_entry_survives_its_file(made: object) -> None:
    known = entry(made())  # type: ignore[operator]
    assert ArticleEntry.from_dict(json.loads(json.dumps(known.to_dict()))) == known


@pytest.mark.parametrize("broken", [{}, {"schema": "revtrack.site/0"}, {"schema": ArticleEntry.schema, "turns": []}])
def test_what_is_no_entry_is_no_entry(broken: dict[str, object]) -> None:
    with pytest.raises(InputError, match=r"revtrack\.site/1"):
        ArticleEntry.from_dict(broken)


def test_words_are_found_without_accents_and_capitals() -> None:
    made = [replace(step, claims=step.claims) for step in rising()]
    known = replace(entry(made), title="Fähre SINKT")
    assert {"fahre", "sinkt", "people"} <= site_pages.words(known)


@given(st.text(min_size=2))
def test_every_word_has_a_file_with_a_safe_name(text: str) -> None:
    for word in site_pages.words(replace(entry(rising()), title=text)):
        assert not set(site_pages.shard(word)) - set("0123456789abcdef-")


def test_a_file_of_the_search_is_one_call_and_plain_ascii() -> None:
    made = "".join(site_pages.search_file("66-65", [("ferry</script>\u2028", ["ü"])]))
    assert made.isascii()
    assert json.loads(made.removeprefix('revtrack("66-65",').removesuffix(");\n")) == {"ferry</script>\u2028": ["ü"]}


@pytest.mark.parametrize(
    ("number", "pages", "shown"),
    [(1, 1, []), (1, 2, [1, 2]), (1, 9, [1, 2, 3, 9]), (5, 9, [1, 3, 4, 5, 6, 7, 9]), (900, 900, [1, 898, 899, 900])],
)
def test_a_page_of_a_list_leads_to_those_around_it(number: int, pages: int, shown: list[int]) -> None:
    """And to both ends, so that long lists do not grow with the square of their length."""
    made = site_pages.speakers([], number, pages).partition("<main")[2]
    assert [page for page in range(1, pages + 1) if f'href="speakers-{page}.html"' in made] == shown
    assert made.count("aria-current") == bool(shown)
    assert made.count("<span>…</span>") == sum(after - before > 1 for before, after in pairwise(shown))


def test_turns_without_a_change_are_not_listed() -> None:
    assert [(told.turn.old, told.turn.new) for told in site_pages.turns(entry(rising()))] == [(1, 2), (3, 4)]


def test_only_serious_changes_in_no_notice_are_unacknowledged() -> None:
    known = entry(rising())
    (first, *_) = known.turns
    owned = replace(first, changes=tuple(replace(one, acknowledged=True) for one in first.changes))
    small = replace(first, changes=tuple(replace(one, severity="low") for one in first.changes))
    assert [told.turn.new for told in site_pages.turns(known, silent=True)] == [2, 4]
    assert list(site_pages.turns(replace(known, turns=(owned, small)), silent=True)) == []


@pytest.mark.parametrize("made", [rising, hostile_history])
def test_a_feed_is_atom(made: object) -> None:
    known = entry(made())  # type: ignore[operator]
    text = site_pages.feed(
        "All <changes>", list(site_pages.turns(known)), address="feed.xml", base="https://a.example/", up=""
    )
    root = ElementTree.fromstring(text.encode())
    assert root.tag == f"{ATOM}feed"
    for part in ("title", "id", "updated"):
        assert root.findtext(f"{ATOM}{part}")
        assert all(one.findtext(f"{ATOM}{part}") for one in root.findall(f"{ATOM}entry"))
    links = [link.get("href") for one in root.findall(f"{ATOM}entry") for link in one.findall(f"{ATOM}link")]
    assert links == [
        f"https://a.example/a/ferry/r{told.turn.old}-{told.turn.new}.html" for told in site_pages.turns(known)
    ]


def test_an_empty_archive_has_a_front_page_and_feeds() -> None:
    assert "No claims have changed yet." in site_pages.front(site_pages.Totals(), [], [])
    assert "1970-01-01T00:00:00Z" in site_pages.feed("All", [], address="feed.xml", base="", up="")


def test_hostile_text_is_text() -> None:
    known = entry(hostile_history())
    told = list(site_pages.turns(known))
    grave = [site_pages.ListedChange(known, one.turn, change) for one in told for change in one.shown]
    text = site_pages.front(site_pages.Totals(1, 3, 2, 2), told, grave)
    assert not {"img", "svg"} & set(Outline(text).tags)
    assert Outline(text).tags.count("script") == 1
    assert not {"\u202e", "\x1b"} & set(text)


def test_the_week_is_the_seven_days_up_to_the_newest_change() -> None:
    counts = {"2024-10-20": (9, 9), "2024-10-25": (0, 1), "2024-10-31": (3, 1)}
    made = week_chart.of(counts)
    assert made
    assert made.title == "The week to 31 October 2024"
    assert [(day.weekday, day.day, day.silent, day.acknowledged) for day in made.days][:2] == [
        ("Fri", "25 October", 0, 1),
        ("Sat", "26 October", 0, 0),
    ]
    assert made.days[-1].silent_height + made.days[-1].acknowledged_height == week_chart.HEIGHT
    assert max(day.number for day in made.days) == 4
    assert week_chart.of({}) is week_chart.of({"unknown": (1, 0)}) is None


def test_the_name_of_the_publication_is_over_every_page() -> None:
    known = entry(rising())
    for text in (
        site_pages.front(site_pages.Totals(1, 4, 2, 2), [], [], None, "Arvo & Bay Times"),
        site_pages.articles([known], 1, 1, publication="Arvo & Bay Times"),
        site_pages.speakers([], 1, 1, publication="Arvo & Bay Times"),
    ):
        assert "· Arvo &amp; Bay Times</title>" in text
        assert "<b>Arvo &amp; Bay Times</b>" in text


def test_a_page_describes_itself_for_those_who_share_it() -> None:
    text = site_pages.front(site_pages.Totals(1, 4, 2, 2), [], [], None, 'The "Times"')
    assert '<meta property="og:title" content="What changed">' in text
    assert '<meta property="og:site_name" content="The &#34;Times&#34;">' in text
    described = "1 article, 2 claim changes, 2 of high or medium severity without a notice."
    assert f'<meta name="description" property="og:description" content="{described}">' in text


def test_no_page_lists_more_than_fifty() -> None:
    assert site_pages.LISTED <= 50
    assert site_pages.LATEST + site_pages.SERIOUS <= 50
