"""Which files are articles is said once, in the house rules, for every command that reads a repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from revtrack.cli import main
from tests.commands.newsdesk import FIRST, SECOND, Desk
from tests.commands.newsroom import Newsroom

HOUSE = 'articles = ["*.rst", "*.md"]\nextend-exclude = ["wire/"]\n'


def revtrack(*args: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, [*args])
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.fixture
def house(bare_room: Newsroom) -> Newsroom:
    """Two revisions of `news/a.rst`, one of `news/b.md`, and files that are not articles by the house rules."""
    bare_room.stage("revtrack.toml", HOUSE)
    for name in ("news/b.md", "news/c.txt", "news/wire/d.md", "README.md"):
        bare_room.stage(name, FIRST)
    bare_room.publish("news/a.rst", FIRST)
    bare_room.publish("news/a.rst", SECOND)
    return bare_room


def listed() -> list[str]:
    return [line.split()[0] for line in revtrack("list").splitlines()]


def test_list_and_log(house: Newsroom) -> None:
    """Every article that `check` guards is listed with its revisions, and no other file."""
    assert listed() == ["news/a.rst", "news/b.md"]
    assert len(json.loads(revtrack("log", "a", "--format", "json"))["revisions"]) == 2
    assert {one["article"] for one in json.loads(revtrack("log", "--format", "json"))["revisions"]} == set(listed())
    assert "no such article" in CliRunner().invoke(main, ["log", "c"]).stderr


def test_search(house: Newsroom) -> None:
    """Changes of all articles are found."""
    found = json.loads(revtrack("search", "people", "--format", "json"))["results"]
    assert {one["article"] for one in found} == {"news/a.rst"}


def test_site(house: Newsroom, tmp_path: Path) -> None:
    """There are pages of every article."""
    revtrack("site", str(tmp_path / "site"))
    pages = "".join(path.as_posix() for path in (tmp_path / "site").rglob("*.html"))
    assert "a.rst" in pages or "a-rst" in pages
    assert "c.txt" not in pages
    assert "c-txt" not in pages


def test_check_guards_the_same_files(house: Newsroom) -> None:
    """A changed figure of `news/a.rst` is a finding, one of `news/c.txt` is not."""
    for name in ("news/a.rst", "news/c.txt"):
        house.stage(name, FIRST.replace("12", "30"))
    assert "news/a.rst" in house.check().stdout
    assert "news/c.txt" not in house.check().stdout


def test_check_reads_the_version_that_is_checked_and_list_the_work_tree(house: Newsroom) -> None:
    """A configuration that is not staged applies to what is read, not yet to what is guarded."""
    house.write("revtrack.toml", 'articles = ["*.txt"]\n')
    assert listed() == ["news/c.txt"]
    house.stage("news/a.rst", FIRST.replace("12", "30"))
    assert "news/a.rst" in house.check().stdout


def test_patterns_that_name_folders(house: Newsroom) -> None:
    """Where names do not tell an article, its folder may."""
    house.write("revtrack.toml", 'articles = ["/news/wire/", "/news/?.rst"]\nexclude = []\n')
    assert listed() == ["news/a.rst", "news/wire/d.md"]


def test_a_table_of_pyproject_counts_and_one_of_others_does_not(house: Newsroom) -> None:
    """As for `check`: revtrack.toml comes first, and without a table of its own the defaults hold."""
    (house.top / "revtrack.toml").unlink()
    house.write("pyproject.toml", "[project]\nname = 'news'\n")
    assert listed() == ["news/b.md", "news/c.txt", "news/wire/d.md"]
    house.write("pyproject.toml", '[tool.revtrack]\narticles = ["*.rst"]\n')
    assert listed() == ["news/a.rst"]


def test_a_configuration_with_a_mistake_is_reported(house: Newsroom) -> None:
    """Nothing is listed by guesswork; a file that is named is read all the same."""
    house.write("revtrack.toml", "artcles = []\n")
    assert "did you mean 'articles'?" in CliRunner().invoke(main, ["list"]).stderr
    assert revtrack("show", "news/a.rst@1") == FIRST


def imported(source: Path, desk: Desk, *pathspecs: str) -> list[str]:
    desk.ok("import", "git", str(source), *pathspecs)
    return [line.split()[0] for line in desk.ok("list").splitlines()]


def test_import_reads_the_house_rules_of_the_imported_commit(
    house: Newsroom, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of HEAD, not of the work tree; a PATHSPEC wins over them."""
    house.write("revtrack.toml", 'articles = ["*.txt"]\n')
    for pathspecs, names in (
        ((), ["news__a.rst", "news__b"]),
        (("news/c.txt",), ["news__c.txt"]),
        (("news/wire",), ["news__wire__d"]),
        (("*.rst",), ["news__a.rst"]),
    ):
        desk = Desk(tmp_path_factory.mktemp("desk"))
        monkeypatch.chdir(desk.folder)
        desk.ok("init")
        assert imported(house.top, desk, *pathspecs) == names
