"""`watch.toml`: nothing in it is passed over, and what revtrack writes leaves all else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from revtrack.errors import InputError
from revtrack.watch import watch_file
from revtrack.watch.follows import Follow
from revtrack.watch.watchlist import Watchlist

WRITTEN = """# The desk's list
contact = "desk@paper.example"  # read every morning

# first the wire
[[follow]]
url = "https://wire.example/atom.xml"   # their feed
every = "30m"
kind = "feed"

[[follow]]
url = "https://news.example/terms"
name = "terms"
every = "1d"
"""


def test_a_file_is_read() -> None:
    found = watch_file.parse(WRITTEN, "watch.toml")
    wire = Follow("https://wire.example/atom.xml", "feed", 1800)
    assert found == Watchlist(
        "desk@paper.example", follows=(wire, Follow("https://news.example/terms", "page", 86400, "terms"))
    )


def test_no_file_is_an_empty_list(tmp_path: Path) -> None:
    assert watch_file.read(tmp_path / "watch.toml") == Watchlist()


def test_adding_and_removing_leave_the_rest(tmp_path: Path) -> None:
    """Comments, order and spacing stay; what was added and removed again leaves no trace."""
    path = tmp_path / "watch.toml"
    path.write_text(WRITTEN)
    new = Follow("https://other.example/feed", "feed", 900, "other")
    watch_file.add(path, [new])
    assert path.read_text().startswith(WRITTEN)
    assert watch_file.read(path).follows[-1] == new
    watch_file.remove(path, [new.url])
    assert path.read_text().strip() == WRITTEN.strip()
    watch_file.remove(path, [one.url for one in watch_file.read(path).follows])
    assert watch_file.read(path) == Watchlist("desk@paper.example")
    assert path.read_text().startswith("# The desk's list")


def test_a_new_file_asks_for_a_contact(tmp_path: Path) -> None:
    path = tmp_path / "watch.toml"
    watch_file.add(path, [Follow("https://news.example/feed", "feed", 900)])
    watch_file.set_contact(path, "desk@paper.example")
    assert watch_file.read(path) == Watchlist(
        "desk@paper.example", follows=(Follow("https://news.example/feed", "feed", 900),)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("contact = ", "watch.toml: not valid TOML"),
        (f"looks = {'[' * 20_000}", "watch.toml: lists or tables are nested too deep"),
        ('conctat = "a"', "watch.toml: unknown key 'conctat': did you mean 'contact'?"),
        ("allow-private = 1", "watch.toml: allow-private must be true or false"),
        ('looks = "1h"', "watch.toml: looks must be a list of ages"),
        ('delay = "fast"', "watch.toml: delay is 'fast', not an interval"),
        ("follow = 3", "watch.toml: follow must be a list of tables"),
        (
            '[[follow]]\nurl = "https://a.example/"\nevry = "1h"',
            "[[follow]] 1: unknown key 'evry': did you mean 'every'?",
        ),
        ('[[follow]]\nurl = "https://a.example/"\nkind = "fede"', "did you mean 'feed'?"),
        ('[[follow]]\nurl = "https://a.example/"\nevery = "5s"', "[[follow]] 1: every is less than a minute"),
        ('[[follow]]\nname = "a"', "[[follow]] 1: url is not http or https but nothing: write url"),
        ('[[follow]]\nurl = "https://a.example/"\n' * 2, "[[follow]] 2: https://a.example/ is followed already"),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        watch_file.parse(text, "watch.toml")
    assert message in str(caught.value)
