"""`revtrack note`: the notice that owns up to an edit."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from revtrack.cli import main
from tests.commands.newsdesk import FIRST, Desk
from tests.commands.newsroom import FERRY, Newsroom

PLAIN = "An earlier version of this article gave the number of people as at least 12. It is at least 21.\n"


def note(*args: str) -> Result:
    return CliRunner().invoke(main, ["note", *args])


def test_the_last_two_revisions_of_a_store_are_compared(desk: Desk) -> None:
    """As `revtrack diff` does."""
    assert desk.ok("note", "ferry", "1", "2") == PLAIN
    assert desk.ok("note", "ferry", "1").startswith(PLAIN.strip())


def test_one_change_is_chosen_by_its_number(empty: Desk) -> None:
    """As `revtrack diff` lists them."""
    assert empty.ok("note", "first.txt", "second.txt", "--change", "1") == PLAIN
    result = note("first.txt", "second.txt", "--change", "99")
    assert result.exit_code == 2
    assert "the diff has" in result.output


def test_two_files_are_compared(empty: Desk) -> None:
    """Without a store."""
    assert empty.ok("note", "first.txt", "second.txt") == PLAIN


def test_an_uncommitted_edit_is_compared_with_the_last_commit(room: Newsroom) -> None:
    """Before the commit is when the notice is wanted; what it drafts, the gate takes."""
    changed = FERRY.replace("12 people", "21 people").replace("may raise", "will raise")
    room.write("news/ferry.md", changed)
    drafted = note("news/ferry.md").stdout
    assert drafted.startswith(PLAIN.strip())
    room.stage("news/ferry.md", f"{changed}\n{drafted}")
    assert room.codes("--fail-on", "low", code=0) == []
    assert "nothing to correct" in note("news/ferry.md").stderr


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("ap", "This story has been corrected to show that the number of people is at least 21, not at least 12."),
        ("bbc", "Correction 3 May 2024: An earlier version of this article gave the number of people as at least 12."),
        ("guardian", "This article was amended on 3 May 2024. An earlier version gave the number of people as"),
        ("nyt", "Correction: May 3, 2024. An earlier version of this article misstated the number of people."),
        ("reuters", "(Corrects the number of people to at least 21 from at least 12)"),
    ],
)
def test_the_styles_of_five_houses_are_built_in(style: str, words: str, empty: Desk) -> None:
    """With the day of the correction where they give it."""
    assert words in empty.ok("note", "first.txt", "second.txt", "--style", style, "--date", "2024-05-03")


def test_a_house_words_it_its_own_way(room: Newsroom) -> None:
    """In its configuration; an option goes before it."""
    room.write("news/ferry.md", FERRY.replace("12 people", "21 people"))
    room.write("revtrack.toml", '[notice]\nlead = "Correction: {changes} We are sorry."\neach = "Not {old}, {new}."\n')
    assert note("news/ferry.md").stdout == "Correction: Not at least 12, at least 21. We are sorry.\n"
    assert note("news/ferry.md", "--style", "plain").stdout == PLAIN
    room.write("revtrack.toml", "[notice]\nlead = 3\n")
    assert note("news/ferry.md").exit_code == 2


def test_markdown_and_json_ld(empty: Desk) -> None:
    """A paragraph in italics, and what search engines read."""
    assert empty.ok("note", "first.txt", "second.txt", "--format", "markdown") == f"*{PLAIN.strip()}*\n"
    document = json.loads(
        empty.ok("note", "first.txt", "second.txt", "--format", "json-ld", "--date", "2024-05-03T23:00-04:00")
    )
    assert document == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry toll rises",
        "dateModified": "2024-05-04",
        "correction": {"@type": "CorrectionComment", "text": PLAIN.strip(), "datePublished": "2024-05-04"},
    }


def test_what_is_new_is_nothing_to_own_up_to(empty: Desk) -> None:
    """One line on standard error, nothing on standard output, no failure."""
    empty.write("more.txt", FIRST + "\nThe ferry carried 300 people.\n")
    result = empty.run("note", "first.txt", "more.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("nothing to correct")


@pytest.mark.parametrize("args", [["nothing"], ["first.txt", "no.txt"], ["first.txt", "third.txt", "--date", "May"]])
def test_bad_operands_end_with_2(args: list[str], empty: Desk) -> None:
    """In one line."""
    assert empty.fails("note", *args)
