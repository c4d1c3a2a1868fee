"""What is taken back, renamed and joined: recorded, never rewritten, and known under every name it had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.errors import InputError, RefusedError, UnknownError
from revtrack.model import Revision
from revtrack.store import Incoming, Store

Git = Callable[..., str]


def at(minute: int) -> str:
    return f"2024-11-05T12:{minute:02}:00Z"


@pytest.fixture
def filled(store: Store) -> Store:
    """Two revisions of `storm` and one of `gale`, a minute apart."""
    store.add(b"Twelve people died.\n", "storm", now=at(0))
    store.add(b"The wind reached the coast.\n", "gale", now=at(1))
    store.add(b"Twenty people died.\n", "storm", now=at(2))
    return store


def texts(store: Store, article: str) -> list[str]:
    return [data.decode().strip() for data in store.read_many(store.revisions(article))]


def anew(store: Store) -> Store:
    """The same store with an index made anew, which has to say the same."""
    store.close()
    for file in store.path.glob("index.sqlite*"):
        file.unlink()
    return Store(store.path)


def state(store: Store) -> tuple[list[Revision], list[object], list[tuple[str, str]], list[str]]:
    listed = [(one.article, one.revisions) for one in store.articles()]
    return store.history(), [*listed, *store.acts()], store.aliases(), [one.what for one in store.verify()]


def test_the_last_add_is_taken_back(filled: Store) -> None:
    """The article reads as before, nothing is lost, and the archive says what happened."""
    before = filled.revisions("storm")
    act = filled.undo(note="Wrong file", now=at(5))
    assert texts(filled, "storm") == ["Twelve people died."]
    assert act.revision
    assert (act.kind, act.article, act.note, act.revision.blob) == ("undo", "storm", "Wrong file", before[1].blob)
    assert filled.read(filled.find_revision("storm", before[1].commit[:10])) == b"Twenty people died.\n"
    assert state(filled) == state(anew(filled))
    assert state(filled)[-1] == []


def test_it_goes_on_with_the_add_before(filled: Store) -> None:
    """Each call takes one back; an article with none left is gone, and comes back in its own file."""
    assert [filled.undo(now=at(5)).article for _ in range(3)] == ["storm", "gale", "storm"]
    assert filled.articles() == []
    with pytest.raises(UnknownError):
        filled.find_article("gale")
    with pytest.raises(RefusedError, match="nothing was added by Ann Editor within the hour"):
        filled.undo(now=at(6))
    filled.add(b"The wind reached the coast again.\n", "gale", now=at(7))
    assert [one.article for one in filled.articles()] == ["gale"]
    assert state(filled) == state(anew(filled))
    assert state(filled)[-1] == []


def test_only_what_this_person_added_within_the_hour(filled: Store) -> None:
    """Somebody else's add, and one of yesterday, stay."""
    filled.add(b"Thirty people died.\n", "storm", by="Bo Lind", now=at(3))
    assert filled.undo(now=at(4)).revision == filled.find_revision("storm", filled.acts()[0].revision.commit)  # type: ignore[union-attr]
    assert texts(filled, "storm") == ["Twelve people died.", "Thirty people died."]
    with pytest.raises(RefusedError, match=r"the last text is by Bo Lind: .*--by 'Bo Lind'"):
        Store(filled.path).undo(by="Cy Moss", now=at(5))
    assert filled.undo(by="Bo Lind", now=at(5)).by == "Bo Lind"
    with pytest.raises(RefusedError, match="add it again"):
        filled.undo(now="2024-11-05T13:30:00Z")


def test_nothing_to_take_back(store: Store) -> None:
    """An empty store says what to do."""
    with pytest.raises(UnknownError, match="no revision yet"):
        store.undo(now=at(0))


def test_an_import_does_not_bring_back_what_was_taken_back(filled: Store) -> None:
    """It resumes by what it finds there, while a person who adds the text again means it."""
    text = Incoming(b"Forty people died.\n", "storm", at=at(4), by="Ann Editor <ann@news.example>")
    filled.add_many([text], now=at(5))
    filled.undo(now=at(6))
    assert filled.add_many([text], now=at(7)).known == 1
    assert len(filled.revisions("storm")) == 2
    assert filled.add(text.content, "storm", at=at(4), now=at(8)).new


def test_a_renamed_article_goes_by_both_names(filled: Store) -> None:
    """For reading, adding and importing; its file and its commits stay as they were."""
    tip = filled.tip()
    filled.rename("storm", "Storm-Ulla", note="It has a name now", now=at(3))
    assert [one.article for one in filled.articles()] == ["gale", "Storm-Ulla"]
    assert filled.revisions("storm") == filled.revisions("storm-ulla")
    added = filled.add(b"Thirty people died.\n", "storm", now=at(4))
    assert (added.revision.article, added.revision.number) == ("Storm-Ulla", 3)
    same = filled.add_many([Incoming(b"Twelve people died.\n", "STORM", at=at(0))], now=at(5))
    assert (same.added, same.known) == (0, 1)
    assert tip in filled.repository.run("rev-list", filled.tip()).decode()
    assert {path.split("/")[-1] for path in filled.index.paths(filled.tip()).values()} == {"storm.txt", "gale.txt"}
    assert list(filled.verify("storm")) == []
    assert state(filled) == state(anew(filled))


def test_a_name_may_change_again_and_back(filled: Store) -> None:
    """Every name on the way leads to the article; none of them is free for another."""
    for minute, (old, new) in enumerate((("storm", "ulla"), ("ulla", "storm-ulla"), ("storm-ulla", "storm")), 3):
        filled.rename(old, new, now=at(minute))
    assert dict(filled.aliases()) == {"ulla": "storm", "storm-ulla": "storm"}
    assert filled.add(b"Thirty people died.\n", "ulla", now=at(8)).revision.number == 3
    assert state(filled) == state(anew(filled))
    with pytest.raises(RefusedError, match="revtrack join storm gale"):
        filled.rename("ulla", "gale", now=at(9))
    with pytest.raises(RefusedError, match="has this name already"):
        filled.rename("ulla", "storm", now=at(9))
    with pytest.raises(InputError, match="cannot name an article"):
        filled.rename("ulla", "../storm", now=at(9))


def test_two_articles_become_one(filled: Store) -> None:
    """Their revisions are numbered by time; both names lead to it, and it is checked in both its files."""
    filled.join("gale", "storm", note="One story", now=at(3))
    assert texts(filled, "gale") == ["Twelve people died.", "The wind reached the coast.", "Twenty people died."]
    assert [one.number for one in filled.revisions("storm")] == [1, 2, 3]
    assert list(filled.verify("storm")) == list(filled.verify()) == []
    assert state(filled) == state(anew(filled))
    with pytest.raises(RefusedError, match="one article already"):
        filled.join("gale", "storm", now=at(4))
    filled.rename("storm", "ulla", now=at(5))
    assert len(filled.revisions("gale")) == 3
    assert state(filled) == state(anew(filled))


def test_a_joining_and_a_name_are_taken_back_too(filled: Store) -> None:
    """By the same command; then all is as it was."""
    before = filled.history(), filled.articles()
    filled.rename("gale", "wind", now=at(3))
    filled.join("wind", "storm", now=at(4))
    assert [filled.undo(now=at(5)).article for _ in range(2)] == ["storm", "wind"]
    assert (filled.history(), filled.articles()) == before
    assert filled.aliases() == []
    assert state(filled) == state(anew(filled))
    assert [one.kind for one in filled.acts("gale")] == ["rename", "join", "undo", "undo"]


def test_what_no_person_wrote_changes_nothing(filled: Store, git: Git, tmp_path: Path) -> None:
    """Acts of a hostile copy: of articles and commits that are not there, of kinds that are not known."""
    before = filled.history()
    for number, told in enumerate(
        (
            "Act: rename\nArticle: nowhere\nName: storm",
            "Act: rename\nArticle: storm\nName: storm",
            "Act: join\nArticle: storm\nName: ../../etc",
            "Act: undo\nOf: " + "a" * 40,
            "Act: explode\nArticle: storm",
            "Act: undo",
        )
    ):
        tree = git(filled.path, "rev-parse", "revisions^{tree}").strip()
        message = f"By hand\n\n{told}\nRevtrack-Format: 1\n"
        made = git(filled.path, "commit-tree", tree, "-p", "revisions", "-m", message, at=at(10 + number)).strip()
        git(filled.path, "update-ref", "refs/heads/revisions", made)
        assert state(filled) == state(anew(filled))
    assert [one.commit for one in filled.history()] == [one.commit for one in before]
