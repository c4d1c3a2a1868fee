"""The one module that runs git: what it passes on, and how it fails."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from revtrack.errors import StoreError
from revtrack.git import Repository, blob_id, environment, require
from revtrack.git import repository as git_module
from revtrack.store import Store


@pytest.fixture(autouse=True)
def _ask_again() -> Iterator[None]:
    require.cache_clear()
    yield
    require.cache_clear()


def test_no_variable_of_a_repository_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that git itself calls local to a repository is left out, and what runs programs."""
    listed = subprocess.run(["git", "rev-parse", "--local-env-vars"], capture_output=True, text=True).stdout.split()
    for name in [*listed, "GIT_CONFIG_KEY_0", "GIT_CONFIG_VALUE_0", "GIT_EXTERNAL_DIFF", "GIT_SSH_COMMAND"]:
        monkeypatch.setenv(name, "x")
        assert environment().get(name) != "x"
    monkeypatch.setenv("GIT_EXEC_PATH", "/opt/git")
    assert environment()["GIT_EXEC_PATH"] == "/opt/git"


def test_nothing_is_fetched_or_asked() -> None:
    """A partial clone cannot call its remote, and no prompt waits for an answer."""
    fixed = environment()
    assert (fixed["GIT_ALLOW_PROTOCOL"], fixed["GIT_NO_LAZY_FETCH"], fixed["GIT_TERMINAL_PROMPT"]) == ("", "1", "0")


def test_without_git_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback where git is not on the PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"not installed.*install Git 2\.36"):
        Store.init(tmp_path / "news")


@pytest.mark.parametrize(
    ("answer", "said"),
    [("git version 2.35.9", "too old"), ("git version 1.8.3.1", "too old"), ("no git", "asked for its version")],
)
def test_an_old_git_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, said: str) -> None:
    """The version is asked before anything is done."""
    fake = tmp_path / "git"
    fake.write_text(f"#!/bin/sh\necho '{answer}'\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreError, match=said):
        Repository(tmp_path).run("status")


def test_the_version_is_asked_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process more in a run, not one more for every call."""
    asked: list[list[str]] = []
    start: Callable[..., subprocess.Popen[bytes]] = git_module._start
    require.cache_clear()
    monkeypatch.setattr(git_module, "_start", lambda words, *given: asked.append(words) or start(words, *given))
    store.history()
    store.history()
    assert asked.count(["version"]) == 1


def test_a_failing_command_says_where_and_why(tmp_path: Path) -> None:
    """The path and Git's own reason come in one line."""
    with pytest.raises(StoreError, match="is not a Git repository") as failed:
        Repository(tmp_path).run("for-each-ref")
    assert "\n" not in str(failed.value)


def test_reading_from_what_is_no_repository_says_so(tmp_path: Path) -> None:
    """The reader of many texts fails as plainly as the rest."""
    with pytest.raises(StoreError):
        list(Repository(tmp_path).blobs(["0" * 40] * 3))


def test_many_texts_come_in_the_order_asked(store: Store) -> None:
    """Thousands of questions to one process do not stall; a limit cuts a text, not the next one."""
    blobs = [
        store.add(text, "storm", at=f"2024-10-0{day}", now="2024-10-31T10:00:00Z", force=True).revision.blob
        for day, text in enumerate((b"x" * 200_000, b"one\n", b"two\n\n"), 1)
    ]
    repository = Repository(store.path)
    assert [len(text) for text in repository.blobs(blobs * 700)] == [200_000, 4, 5] * 700
    assert list(repository.blobs(blobs, limit=3)) == [b"xxx", b"one", b"two"]


def test_a_reader_who_stops_early_leaves_no_process(store: Store) -> None:
    """The texts not wanted any more are not waited for."""
    blob = store.add(b"One.\n", "storm", now="2024-10-31T10:00:00Z").revision.blob
    texts = Repository(store.path).blobs([blob, blob])
    assert next(texts) == b"One.\n"
    texts.close()  # type: ignore[attr-defined]
    assert list(texts) == []


@pytest.mark.parametrize("length", [40, 64])
def test_a_text_has_the_id_git_would_give_it(tmp_path: Path, length: int) -> None:
    """Both kinds of repositories are known."""
    kind = {40: "sha1", 64: "sha256"}[length]
    subprocess.run(["git", "init", "-q", f"--object-format={kind}", str(tmp_path)], check=True)
    hashed = subprocess.run(
        ["git", "-C", str(tmp_path), "hash-object", "--stdin"], input=b"One.\r\n", capture_output=True, check=True
    )
    assert blob_id(b"One.\r\n", "0" * length) == hashed.stdout.decode().strip()
