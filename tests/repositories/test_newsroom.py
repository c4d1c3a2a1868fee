"""A newsroom's own repository: its history is read, its programs are not run, and nothing is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.archive.discovery import find
from revtrack.errors import RefusedError, StoreError, UnknownError
from revtrack.repositories.newsroom import Newsroom

Git = Callable[..., str]
LINES = [f"Sentence {number} of the article stands in this line.\n" for number in range(20)]


def article(*changed: int) -> str:
    return "".join(line.replace("stands", "stood") if place in changed else line for place, line in enumerate(LINES))


def write(top: Path, name: str, text: str) -> None:
    path = top / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


@pytest.fixture
def top(tmp_path: Path, git: Git) -> Path:
    """Three commits: the article, its change under a new name, another article."""
    top = tmp_path / "newsroom"
    top.mkdir()
    git(top, "init", "--quiet")
    for name in ("README.md", "docs/guide.md", ".github/issue.md", "LICENSE.txt", "notes.rst", "CHANGELOG"):
        write(top, name, "No article.\n")
    write(top, "storm.md", article())
    git(top, "add", ".")
    git(top, "commit", "--quiet", "-m", "First alert", at="2024-10-31T10:00:00Z")
    (top / "politics").mkdir()
    git(top, "mv", "storm.md", "politics/storm-ulla.md")
    write(top, "politics/storm-ulla.md", article(3))
    git(top, "commit", "--quiet", "-am", "Corrects line 3\n\nAsked by the desk.", at="2024-10-31T11:00:00+01:00")
    write(top, "court.txt", "The court ruled.\r\n")
    git(top, "add", ".")
    git(top, "commit", "--quiet", "-m", "Court", "--author", "Bo Writer <bo@x.example>", at="2024-10-31T12:00:00Z")
    return top


@pytest.fixture
def newsroom(top: Path) -> Newsroom:
    return Newsroom(top)


def test_the_history_follows_an_article_through_its_names(newsroom: Newsroom) -> None:
    """What a file was called then, its revisions are the article's; a commit's facts are theirs."""
    first, second = newsroom.revisions("politics/storm-ulla.md")
    assert [(one.number, one.article, one.time, one.by) for one in (first, second)] == [
        (1, "politics/storm-ulla.md", "2024-10-31T10:00:00Z", "Ann Editor"),
        (2, "politics/storm-ulla.md", "2024-10-31T10:00:00Z", "Ann Editor"),
    ]
    assert (first.note, second.note, second.source) == ("First alert", "Corrects line 3\n\nAsked by the desk.", "")
    assert list(newsroom.read_many([second, first])) == [article(3).encode(), article().encode()]
    assert first.words == len(article().split())


def test_all_articles_have_one_history(newsroom: Newsroom) -> None:
    """READMEs, documentation and dot-folders are no articles."""
    assert [(one.article, one.revisions) for one in newsroom.articles()] == [
        ("court.txt", 1),
        ("politics/storm-ulla.md", 2),
    ]
    assert [(one.article, one.number) for one in newsroom.history()] == [
        ("politics/storm-ulla.md", 1),
        ("politics/storm-ulla.md", 2),
        ("court.txt", 1),
    ]
    assert newsroom.history()[:2] == newsroom.revisions("storm")
    assert newsroom.read(newsroom.history()[2]) == b"The court ruled.\r\n"
    assert newsroom.history()[2].by == "Bo Writer"


def test_articles_come_one_after_another_by_name(newsroom: Newsroom) -> None:
    """With the revisions that each has when it is asked for alone."""
    names = [one.article for one in newsroom.articles()]
    assert list(newsroom.by_article()) == [newsroom.revisions(name) for name in names]


def test_a_file_that_only_moved_is_no_new_revision(newsroom: Newsroom, top: Path, git: Git) -> None:
    """A new name or a new mode is no new text."""
    git(top, "mv", "court.txt", "ruling.txt")
    git(top, "commit", "--quiet", "-m", "Rename")
    git(top, "update-index", "--chmod=+x", "ruling.txt")
    git(top, "commit", "--quiet", "-m", "Mode")
    assert [one.note for one in newsroom.revisions("ruling.txt")] == ["Court"]
    assert [one.revisions for one in newsroom.articles()] == [2, 1]


def test_a_text_made_in_a_merge_is_a_revision(newsroom: Newsroom, top: Path, git: Git) -> None:
    """What neither parent had came into being in the merge itself."""
    git(top, "checkout", "--quiet", "-b", "desk")
    write(top, "politics/storm-ulla.md", article(3, 8))
    git(top, "commit", "--quiet", "-am", "Desk", at="2024-11-01T10:00:00Z")
    git(top, "checkout", "--quiet", "main")
    write(top, "politics/storm-ulla.md", article(3, 15))
    git(top, "commit", "--quiet", "-am", "Main", at="2024-11-01T11:00:00Z")
    git(top, "merge", "--quiet", "desk", "-m", "Merged", at="2024-11-01T12:00:00Z")
    assert [one.note for one in newsroom.revisions("storm")][2:] == ["Desk", "Main", "Merged"]
    assert newsroom.history()[-1].note == "Merged"
    assert newsroom.read(newsroom.find_revision("storm", "latest")) == article(3, 8, 15).encode()


@pytest.mark.parametrize(
    ("folder", "name", "found"),
    [
        (".", "politics/storm-ulla.md", "politics/storm-ulla.md"),
        ("politics", "storm-ulla.md", "politics/storm-ulla.md"),
        ("politics", "politics/storm-ulla.md", "politics/storm-ulla.md"),
        ("politics", "../court.txt", "court.txt"),
        (".", "court", "court.txt"),
        (".", "ulla", "politics/storm-ulla.md"),
        (".", "README.md", "README.md"),
    ],
)
def test_an_article_is_named_as_files_are(top: Path, folder: str, name: str, found: str) -> None:
    """From the folder one is in, from the top, or by a part; a file named outright need not look like an article."""
    assert Newsroom(top, top / folder).find_article(name) == found


@pytest.mark.parametrize("name", ["guide", "../../etc/passwd", "/etc/passwd", "", "politics", "nothing"])
def test_other_names_are_unknown(top: Path, newsroom: Newsroom, name: str) -> None:
    """Folders are parts of names; what lies outside is nobody's article."""
    if name == "politics":
        assert newsroom.find_article(name) == "politics/storm-ulla.md"
    else:
        with pytest.raises(UnknownError):
            newsroom.find_article(name)


def test_without_changes_the_last_two_are_compared(newsroom: Newsroom) -> None:
    """A clean work tree adds nothing."""
    assert [one.number for one in newsroom.default_pair("storm")] == [1, 2]
    with pytest.raises(UnknownError, match="one revision"):
        newsroom.default_pair("court")


def test_a_changed_file_is_compared_with_head(newsroom: Newsroom, top: Path) -> None:
    """What is in the work tree is a revision, read from the file."""
    write(top, "court.txt", "The court ruled on Monday.\n")
    old, new = newsroom.default_pair("court")
    assert (old.note, new.commit, new.number, new.by) == ("Court", "worktree", 2, "")
    assert newsroom.read(new) == b"The court ruled on Monday.\n"
    assert list(newsroom.read_many([new, old])) == [b"The court ruled on Monday.\n", b"The court ruled.\r\n"]


def test_line_ends_that_git_changed_are_no_change(newsroom: Newsroom, top: Path) -> None:
    """Git for Windows writes CRLF into a work tree; that is no work of anyone's."""
    write(top, "politics/storm-ulla.md", article(3).replace("\n", "\r\n"))
    assert [one.number for one in newsroom.default_pair("storm")] == [1, 2]


def test_staged_and_worktree_are_revisions(newsroom: Newsroom, top: Path, git: Git) -> None:
    """What would be committed, and what lies there, are told apart."""
    write(top, "court.txt", "Staged text.\n")
    git(top, "add", "court.txt")
    write(top, "court.txt", "Later text.\n")
    staged, worktree = (newsroom.find_revision("court", operand) for operand in ("staged", "worktree"))
    assert (newsroom.read(staged), newsroom.read(worktree)) == (b"Staged text.\n", b"Later text.\n")
    assert staged.blob == git(top, "rev-parse", ":court.txt").strip()
    assert worktree.blob == git(top, "hash-object", "--no-filters", "court.txt").strip()
    assert (staged.words, worktree.number) == (2, 2)


def test_a_file_that_was_never_committed_is_known_when_staged(newsroom: Newsroom, top: Path, git: Git) -> None:
    """Its staged text can be read; a history it has not."""
    write(top, "new.md", "Fresh.\n")
    git(top, "add", "new.md")
    assert newsroom.find_revision("new", "staged").number == 1
    with pytest.raises(UnknownError, match="never committed"):
        newsroom.revisions("new")


def test_an_empty_repository_has_no_articles(tmp_path: Path, git: Git) -> None:
    """No commit yet is no error."""
    git(tmp_path, "init", "--quiet")
    newsroom = Newsroom(tmp_path)
    assert (newsroom.articles(), newsroom.history()) == ([], [])
    write(tmp_path, "new.md", "Fresh.\n")
    git(tmp_path, "add", "new.md")
    assert newsroom.read(newsroom.find_revision("new", "staged")) == b"Fresh.\n"


def test_links_and_gone_files_are_not_read(newsroom: Newsroom, top: Path, tmp_path: Path) -> None:
    """A link in a work tree may point at anything on this machine."""
    (top / "court.txt").unlink()
    with pytest.raises(UnknownError, match="work tree"):
        newsroom.find_revision("court", "worktree")
    (tmp_path / "secret").write_text("Secret.")
    (top / "court.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(UnknownError, match="work tree"):
        newsroom.find_revision("court", "worktree")
    outside = tmp_path / "outside"
    (top / "politics").rename(outside)
    (top / "politics").symlink_to(outside)
    with pytest.raises(UnknownError, match="work tree"):
        newsroom.find_revision("storm", "worktree")


def test_add_refuses_and_says_what_to_use(newsroom: Newsroom) -> None:
    """A newsroom's repository is written with git, or a store is made."""
    with pytest.raises(RefusedError, match=r"`git add` and `git commit`.*`revtrack init`"):
        newsroom.add(b"Text.", "storm", now="2024-10-31T10:00:00Z")


def test_reading_runs_no_program_and_writes_nothing(top: Path, tmp_path: Path, git: Git) -> None:
    """Settings, hooks, filters and attributes that name programs are switched off; no byte changes."""
    fired = tmp_path / "fired"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {fired}\ncat\n")
    program.chmod(0o755)
    for hook in ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        write(top / ".git", f"hooks/{hook}", program.read_text())
        (top / f".git/hooks/{hook}").chmod(0o755)
    write(top, ".git/info/attributes", "* diff=evil filter=evil\n")
    for key in (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "gpg.program",
        "credential.helper",
        "alias.log",
        "alias.ls-files",
        "alias.cat-file",
    ):
        git(top, "config", key, f"!{program}" if key.startswith("alias") else str(program))
    git(top, "config", "log.showSignature", "true")
    git(top, "config", "log.showRoot", "false")
    git(top, "config", "log.follow", "true")
    os.utime(top / "court.txt", (0, 0))
    fired.unlink(missing_ok=True)
    before = {path: path.read_bytes() for path in top.rglob("*") if path.is_file()}
    newsroom = find(top / "politics")
    assert [one.article for one in newsroom.articles()] == ["court.txt", "politics/storm-ulla.md"]
    assert len(newsroom.revisions("storm")) == 2
    newsroom.default_pair("storm")
    for operand in ("staged", "worktree"):
        newsroom.read(newsroom.find_revision("court", operand))
    assert not fired.exists()
    assert {path: path.read_bytes() for path in top.rglob("*") if path.is_file()} == before
    git(top, "status")
    assert fired.exists(), "the trap works: git itself springs it"


def test_messages_and_names_from_foreign_hands_stay_what_they_are(newsroom: Newsroom, top: Path, git: Git) -> None:
    """A message cannot pass for another commit, nor paint on the screen; a file with such a name is left out."""
    write(top, "court.txt", "Again.\n")
    write(top, "esc\x1b[31m.md", "Painted.\n")
    write(top, "two\nlines.md", "Broken.\n")
    git(top, "add", ".")
    message = ":100644 100644 a b M\n\x1b[2JCleared\n" + "0" * 40
    git(top, "commit", "--quiet", "-m", message, at="2024-11-01T10:00:00Z")
    assert [one.article for one in newsroom.articles()] == ["court.txt", "politics/storm-ulla.md"]
    assert newsroom.revisions("court")[-1].note == message.replace("\x1b", "")


@pytest.mark.parametrize(
    "name", ["*.md", "a[bc]d.md", ":(top)x.md", "-- weird.md", "--help.md", "ünï çödé.md", '"q".md']
)
def test_names_that_mean_something_to_git_are_names(newsroom: Newsroom, top: Path, git: Git, name: str) -> None:
    """Stars, brackets, quotes, colons and hyphens stand for themselves."""
    write(top, name, "Odd name.\n")
    git(top, "add", ".")
    git(top, "commit", "--quiet", "-m", "Odd", at="2024-11-01T10:00:00Z")
    write(top, name, "Odd name, changed.\n")
    git(top, "add", ".")
    assert [one.note for one in newsroom.revisions(name)] == ["Odd"]
    assert newsroom.read(newsroom.find_revision(name, "staged")) == b"Odd name, changed.\n"
    assert newsroom.default_pair(name)[1].commit == "worktree"


def test_a_repository_of_another_user_is_left_to_git(top: Path, newsroom: Newsroom) -> None:
    """Git's own check of ownership is not set aside, and its way out is named."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    for path in (top, top / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(StoreError, match=r"dubious ownership.*safe\.directory"):
        newsroom.articles()
