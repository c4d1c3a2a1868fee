"""A store from foreign hands: none of its settings runs a program, and no name leads out of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.archive.discovery import find
from revtrack.articles.slugs import slug
from revtrack.errors import InputError
from revtrack.store import Incoming, Store, upkeep

NOW = "2024-11-05T12:00:00Z"
Git = Callable[..., str]

HOOKS = [
    "reference-transaction",
    "post-index-change",
    "pre-receive",
    "update",
    "post-receive",
    "post-update",
    "pre-auto-gc",
    "fsmonitor-watchman",
    "pre-commit",
    "commit-msg",
    "post-commit",
    "post-rewrite",
    "proc-receive",
    "pre-push",
]
SETTINGS = [
    "core.fsmonitor",
    "core.pager",
    "pager.log",
    "core.editor",
    "core.sshCommand",
    "core.askPass",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "diff.external",
    "diff.evil.textconv",
    "diff.evil.command",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "merge.evil.driver",
    "gpg.program",
    "gpg.ssh.program",
    "credential.helper",
    "uploadpack.packObjectsHook",
    "gc.recentObjectsHook",
    "sequence.editor",
    "trailer.evil.command",
    "interactive.diffFilter",
    "alias.cat-file",
    "alias.log",
    "alias.fast-import",
    "alias.update-ref",
    "alias.rev-parse",
    "alias.repack",
    "alias.fsck",
]


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A program that leaves a file beside it when it is run."""
    program = tmp_path / "canary"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / 'fired'}\ncat\n")
    program.chmod(0o755)
    return program


def use(store: Store) -> None:
    """What one does with a store day by day."""
    store.add(b"At least 21 people died.\n", "storm", note="Second", now=NOW)
    store.path.joinpath("index.sqlite").unlink()
    assert len(store.revisions("storm")) == 2
    assert store.read(store.find_revision("storm", "latest")) == b"At least 21 people died.\n"


def use_all(store: Store) -> None:
    """Everything that can be done with a store."""
    use(store)
    store.add_many([Incoming(b"At least 34 people died.\n", "storm")], now=NOW)
    assert find(store.path.parent).articles()
    assert list(store.verify()) == []
    store.gc()
    upkeep.tidy(store.repository)
    assert len(Store(store.path).history()) == 3


def fired(canary: Path) -> bool:
    return (canary.parent / "fired").exists()


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(b"At least 12 people died.\n", "storm", now=NOW)
    (store.path / "info").mkdir(exist_ok=True)
    (store.path / "info/attributes").write_text("* diff=evil filter=evil merge=evil\n")
    return store


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("included", [False, True], ids=["own", "included"])
def test_no_setting_of_a_store_runs_a_program(
    filled: Store, canary: Path, git: Git, setting: str, included: bool
) -> None:
    """Neither from the store's own configuration nor from a file that one includes."""
    value = f"!{canary}" if setting.startswith("alias") else str(canary)
    if included:
        other = canary.parent / "included"
        git(filled.path, "config", "--file", str(other), setting, value)
        git(filled.path, "config", "include.path", str(other))
    else:
        git(filled.path, "config", setting, value)
    use(filled)
    assert not fired(canary)


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("where", ["hooks", "elsewhere"])
def test_no_hook_of_a_store_is_run(filled: Store, canary: Path, git: Git, hook: str, where: str) -> None:
    """Neither from its own folder nor from one that its configuration names."""
    folder = filled.path / where
    folder.mkdir(exist_ok=True)
    (folder / hook).write_bytes(canary.read_bytes())
    (folder / hook).chmod(0o755)
    if where == "elsewhere":
        git(filled.path, "config", "core.hooksPath", str(folder))
    use(filled)
    assert not fired(canary)


def test_nothing_runs_a_program_whatever_is_done(
    filled: Store, canary: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All settings and hooks at once, and all that a store can do."""
    monkeypatch.setattr(upkeep, "MOST_LOOSE", -1)
    (filled.path / "objects/17").mkdir(exist_ok=True)
    for setting in SETTINGS:
        git(filled.path, "config", setting, f"!{canary}" if setting.startswith("alias") else str(canary))
    for hook in HOOKS:
        (filled.path / "hooks").mkdir(exist_ok=True)
        (filled.path / "hooks" / hook).write_bytes(canary.read_bytes())
        (filled.path / "hooks" / hook).chmod(0o755)
    (canary.parent / "fired").unlink(missing_ok=True)
    use_all(filled)
    assert not fired(canary)


def test_the_canary_sings(filled: Store, canary: Path, git: Git) -> None:
    """The trap works: git itself springs it."""
    (filled.path / "hooks").mkdir(exist_ok=True)
    (filled.path / "hooks/reference-transaction").write_bytes(canary.read_bytes())
    (filled.path / "hooks/reference-transaction").chmod(0o755)
    git(filled.path, "update-ref", "refs/heads/other", "revisions")
    assert fired(canary)


def test_what_git_replaced_is_read_as_it_was(filled: Store, git: Git) -> None:
    """`git replace` puts another text in the place of one; what was added is what is read."""
    [revision] = filled.history()
    other = subprocess.run(
        ["git", "-C", str(filled.path), "hash-object", "-w", "--stdin"], input=b"Nobody died.\n", capture_output=True
    )
    git(filled.path, "replace", revision.blob, other.stdout.decode().strip())
    assert filled.read(revision) == b"At least 12 people died.\n"


def test_a_store_whose_configuration_names_a_work_tree_writes_none(filled: Store, git: Git, tmp_path: Path) -> None:
    """No file appears anywhere outside of the store."""
    (tmp_path / "elsewhere").mkdir()
    git(filled.path, "config", "core.bare", "false")
    git(filled.path, "config", "core.worktree", str(tmp_path / "elsewhere"))
    use_all(filled)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "a/../../b",
        "/etc/passwd",
        "C:story",
        "C:\\story",
        "\\\\host\\share",
        ".git",
        ".GIT",
        "git~1",
        "aux",
        "AUX.txt",
        "com1",
        "COM¹",
        "conin$",
        "a\u2215b",
        "a\u2044b",
        "a\uff0fb",
        "a\u29f8b",
        "a\uff3cb",
        "a\u2216b",
        "\uff0e\uff0e",
        "\u2024\u2024",
        ".\u200cgit",
        "a\u202eb",
        "a\ufeffb",
        "a\x00b",
        "a\x1bb",
        "a\x84b",
        "a\u2028/b",
        "-rf",
        "--upload-pack=x",
        "@{1}",
        "HEAD^",
        "a:b",
        "a*",
        "a?",
        "a|b",
        '"',
        "a\ud800",
    ],
)
def test_no_name_leaves_the_store(filled: Store, name: str, git: Git) -> None:
    """Nothing is written for a name that means something to a file system, to Git, or to the eye."""
    before = git(filled.path, "rev-parse", "revisions")
    with pytest.raises(InputError, match="--as"):
        filled.add(b"Text.\n", name, now=NOW)
    assert git(filled.path, "rev-parse", "revisions") == before


def test_white_space_of_any_kind_is_a_hyphen() -> None:
    """Lines and paragraphs cannot be ended by a name either."""
    assert slug("a\u2028b\u3000c\nd") == "a-b-c-d"


@pytest.mark.parametrize("operand", ["--output=x", "-p", "--all", "-1 --output=x", "HEAD", "@{1}", "revisions~1"])
def test_no_revision_is_read_as_an_option(filled: Store, operand: str, tmp_path: Path) -> None:
    """What is no number, word, time or commit id of the article is unknown, and Git never hears of it."""
    with pytest.raises(Exception, match=r"no revision|no date"):
        filled.find_revision("storm", operand)
    assert not (tmp_path / "x").exists()
