"""What an edit does to the files of a real repository: pairs of old and new text from Git alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.errors import StoreError, UnknownError
from revtrack.repositories.staged_edits import ParentEdits, StagedEdits

Git = Callable[..., str]
TEXT = "".join(f"Sentence {number} of the article stands in this line.\n" for number in range(20))


@pytest.fixture
def top(tmp_path: Path, git: Git) -> Path:
    """One commit of two articles."""
    top = tmp_path / "newsroom"
    top.mkdir()
    git(top, "init", "--quiet")
    write(top, "news/ferry.md", TEXT)
    write(top, "court.txt", "The court ruled.\n")
    git(top, "add", ".")
    git(top, "commit", "--quiet", "-m", "First")
    return top


def write(top: Path, name: str, text: str) -> None:
    path = top / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def texts(desk: StagedEdits, comparison: ParentEdits) -> dict[str, tuple[str, str, str]]:
    """By path: the old path, the old text and the new one."""

    def text(blob: str) -> str:
        return (desk.read(blob) or b"?").decode() if blob else ""

    return {edit.path: (edit.origin, text(edit.old), text(edit.new)) for edit in comparison.edits}


def staged(top: Path, **options: bool) -> dict[str, tuple[str, str, str]]:
    desk = StagedEdits(top)
    [comparison] = desk.staged(**options)
    return texts(desk, comparison)


def test_nothing_staged_is_no_edit(top: Path) -> None:
    """What lies in the work tree is nobody's business yet."""
    write(top, "court.txt", "The court has not ruled.\n")
    write(top, "new.md", "New.\n")
    assert staged(top) == {}


def test_both_sides_come_from_git(top: Path, git: Git) -> None:
    """A file that is staged in part has its staged text, whatever was written after."""
    write(top, "court.txt", "The court will rule.\n")
    git(top, "add", ".")
    write(top, "court.txt", "Not yet staged.\n")
    assert staged(top) == {"court.txt": ("court.txt", "The court ruled.\n", "The court will rule.\n")}


def test_new_gone_and_renamed_files(top: Path, git: Git) -> None:
    """A rename with an edit is one pair, whatever the reader's settings say."""
    git(top, "config", "diff.renames", "false")
    git(top, "config", "diff.relative", "true")
    git(top, "mv", "news/ferry.md", "news/ferry-toll.md")
    write(top, "news/ferry-toll.md", TEXT.replace("Sentence 3", "Line 3"))
    write(top, "new.md", "New.\n")
    git(top, "rm", "--quiet", "court.txt")
    git(top, "add", ".")
    desk = StagedEdits(top / "news")
    [comparison] = desk.staged()
    assert texts(desk, comparison) == {
        "court.txt": ("court.txt", "The court ruled.\n", ""),
        "new.md": ("", "", "New.\n"),
        "news/ferry-toll.md": ("news/ferry.md", TEXT, TEXT.replace("Sentence 3", "Line 3")),
    }


def test_before_the_first_commit_all_is_new(tmp_path: Path, git: Git) -> None:
    """There is no HEAD to compare with."""
    git(tmp_path, "init", "--quiet")
    write(tmp_path, "a.md", "New.\n")
    git(tmp_path, "add", ".")
    assert staged(tmp_path) == {"a.md": ("", "", "New.\n")}
    assert staged(tmp_path, amend=True) == {"a.md": ("", "", "New.\n")}


def test_an_amended_commit_is_compared_with_the_one_before_it(top: Path, git: Git) -> None:
    """What the amended commit said is taken back with it; the first commit has nothing before it."""
    assert staged(top, amend=True)["court.txt"] == ("", "", "The court ruled.\n")
    write(top, "court.txt", "The court will rule.\n")
    git(top, "commit", "--quiet", "-am", "Second")
    write(top, "court.txt", "The court may rule.\n")
    git(top, "add", ".")
    assert staged(top)["court.txt"][1:] == ("The court will rule.\n", "The court may rule.\n")
    assert staged(top, amend=True)["court.txt"][1:] == ("The court ruled.\n", "The court may rule.\n")


def diverge(top: Path, git: Git) -> None:
    """Two branches that changed one line each, at some distance."""
    git(top, "checkout", "--quiet", "-b", "desk")
    write(top, "news/ferry.md", TEXT.replace("Sentence 3", "Desk 3"))
    git(top, "commit", "--quiet", "-am", "Desk")
    git(top, "checkout", "--quiet", "main")
    write(top, "news/ferry.md", TEXT.replace("Sentence 15", "Main 15"))
    git(top, "commit", "--quiet", "-am", "Main")


def test_a_merge_is_compared_with_each_parent(top: Path, git: Git) -> None:
    """One comparison each, the checked-out side first."""
    diverge(top, git)
    git(top, "merge", "--quiet", "--no-commit", "--no-ff", "desk")
    desk = StagedEdits(top)
    ours, theirs = desk.staged()
    merged = TEXT.replace("Sentence 3", "Desk 3").replace("Sentence 15", "Main 15")
    assert texts(desk, ours)["news/ferry.md"][1:] == (TEXT.replace("Sentence 15", "Main 15"), merged)
    assert texts(desk, theirs)["news/ferry.md"][1:] == (TEXT.replace("Sentence 3", "Desk 3"), merged)


def test_before_a_merge_commit_its_heads_are_told_by_variables(
    top: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git runs the hook pre-merge-commit before it writes MERGE_HEAD."""
    diverge(top, git)
    tip = git(top, "rev-parse", "desk").strip()
    git(top, "merge", "--quiet", "--no-commit", "--no-ff", "desk")
    (top / ".git" / "MERGE_HEAD").unlink()
    assert len(StagedEdits(top).staged()) == 1
    monkeypatch.setenv(f"GITHEAD_{tip}", "desk")
    assert [one.name for one in StagedEdits(top).staged()] == ["HEAD", tip]


def test_a_linked_work_tree_has_its_own_index_and_merge(top: Path, git: Git) -> None:
    """Its .git is a file that names a folder elsewhere."""
    diverge(top, git)
    git(top, "worktree", "add", "--quiet", "--detach", "../second", "main")
    second = top.parent / "second"
    git(second, "merge", "--quiet", "--no-commit", "--no-ff", "desk")
    assert len(StagedEdits(second).staged()) == 2
    assert [len(one.edits) for one in StagedEdits(top).staged()] == [0]


def test_two_commits_are_compared_from_where_they_parted(top: Path, git: Git) -> None:
    """What others did on the target branch meanwhile is not this edit's."""
    diverge(top, git)
    desk = StagedEdits(top)
    assert texts(desk, desk.between("main", "desk"))["news/ferry.md"][1:] == (
        TEXT,
        TEXT.replace("Sentence 3", "Desk 3"),
    )
    assert desk.between("desk", "desk").edits == ()
    assert len(desk.between("0" * 40, "main").edits) == 2


def test_commits_without_a_common_ancestor_are_compared_as_they_are(top: Path, git: Git) -> None:
    """A shallow clone may not hold the commit where they parted."""
    git(top, "checkout", "--quiet", "--orphan", "apart")
    write(top, "court.txt", "The court will rule.\n")
    git(top, "add", ".")
    git(top, "commit", "--quiet", "-m", "Apart")
    desk = StagedEdits(top)
    apart = texts(desk, desk.between("main", "apart"))
    assert apart["court.txt"][1:] == ("The court ruled.\n", "The court will rule.\n")


@pytest.mark.parametrize("name", ["nowhere", "--all", "HEAD~99", ""])
def test_a_commit_that_is_none_is_unknown(top: Path, name: str) -> None:
    """What looks like an option is no commit."""
    with pytest.raises(UnknownError, match="no such commit"):
        StagedEdits(top).between("HEAD", name)


def test_messages_come_with_the_files_of_their_commits(top: Path, git: Git) -> None:
    """For the trailers of a range."""
    diverge(top, git)
    assert list(StagedEdits(top).messages("main", "desk")) == [("Desk\n", frozenset({"news/ferry.md"}))]


def test_an_index_handed_to_a_hook_is_the_one_that_counts(top: Path, git: Git) -> None:
    """`git commit court.txt` commits less than is staged."""
    write(top, "court.txt", "The court will rule.\n")
    write(top, "news/ferry.md", "Gone.\n")
    git(top, "add", "court.txt")
    shutil.copy(top / ".git" / "index", top / ".git" / "next-index.lock")
    git(top, "add", ".")
    [comparison] = StagedEdits(top, ".git/next-index.lock").staged()
    assert [edit.path for edit in comparison.edits] == ["court.txt"]
    assert len(StagedEdits(top).staged()[0].edits) == 2


@pytest.mark.parametrize("name", ["ünï çödé.md", '"q".md', "*.md", ":(top)x.md", "-- weird.md"])
def test_odd_names_are_names(top: Path, git: Git, name: str) -> None:
    """Nothing comes back quoted."""
    write(top, name, "New.\n")
    git(top, "add", ".")
    assert set(staged(top)) == {name}
    assert StagedEdits(top).tracks(name)


def test_links_and_modes_are_no_text(top: Path, git: Git) -> None:
    """A link may point anywhere; a mode alone changes no word."""
    (top / "link.md").symlink_to("/etc/passwd")
    git(top, "update-index", "--chmod=+x", "court.txt")
    git(top, "add", "link.md")
    assert [edit for edit in StagedEdits(top).staged()[0].edits if edit.old != edit.new] == []


def test_paths_are_those_of_the_folder_one_is_in(top: Path) -> None:
    """And stay inside the repository."""
    desk = StagedEdits(top / "news")
    assert [desk.path(name) for name in ("ferry.md", "../court.txt", "..", ".")] == [
        "news/ferry.md",
        "court.txt",
        "",
        "news",
    ]
    for name in ("../../elsewhere.md", str(top) + "2/a.md"):
        with pytest.raises(UnknownError, match="is outside"):
            desk.path(name)


def test_a_path_through_a_link_is_one_of_the_repository(top: Path, tmp_path: Path) -> None:
    """A temporary folder, or a home, is often a link."""
    (tmp_path / "link").symlink_to(top)
    assert StagedEdits(top).path(str(tmp_path / "link" / "news" / "ferry.md")) == "news/ferry.md"


def test_outside_a_repository_the_way_in_is_named(tmp_path: Path) -> None:
    """No traceback, and no search upwards past the root."""
    with pytest.raises(StoreError, match="no Git repository here or above"):
        StagedEdits(tmp_path)


def test_the_branch_is_known_unless_there_is_none(top: Path, git: Git) -> None:
    """In CI a commit is checked out, not a branch."""
    assert StagedEdits(top).branch() == "main"
    git(top, "checkout", "--quiet", "--detach")
    assert StagedEdits(top).branch() == ""


def test_reading_runs_no_program(top: Path, tmp_path: Path, git: Git) -> None:
    """Filters, external diffs and hooks that a repository names are not run."""
    fired = tmp_path / "fired"
    write(top, ".git/info/attributes", "* diff=evil filter=evil\n")
    for key in ("diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.smudge", "core.fsmonitor"):
        git(top, "config", key, f"touch {fired};")
    write(top, "court.txt", "The court will rule.\n")
    git(top, "-c", "core.fsmonitor=false", "add", "court.txt")
    fired.unlink(missing_ok=True)
    assert len(staged(top)) == 1
    assert not fired.exists()
    assert os.environ.get("GIT_INDEX_FILE") is None
