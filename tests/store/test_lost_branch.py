"""A store whose branch was lost never answers that it is empty, and what its error says restores it."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.errors import StoreError
from revtrack.index.commit_manifest import BRANCH
from revtrack.store import Store

NOW = "2024-11-05T12:00:00Z"
Lose = Callable[[Path], object]


@pytest.fixture
def filled(store: Store) -> Store:
    for day in (1, 2):
        store.add(f"Text of day {day}.\n".encode(), "storm", at=f"2024-10-0{day}", now=NOW)
    store.close()
    return store


LOSSES: dict[str, Lose] = {
    "emptied": lambda file: file.write_bytes(b""),
    "of zeros": lambda file: file.write_bytes(bytes(41)),
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:17]),
    "removed": lambda file: file.unlink(),
}
QUESTIONS: dict[str, Callable[[Store], object]] = {
    "articles": lambda store: store.articles(),
    "history": lambda store: store.history(),
    "revisions": lambda store: store.revisions("storm"),
    "find_article": lambda store: store.find_article("storm"),
    "by_article": lambda store: list(store.by_article()),
    "verify": lambda store: list(store.verify()),
    "add": lambda store: store.add(b"A third.\n", "storm", now=NOW),
}


def test_a_new_store_is_empty(store: Store) -> None:
    """Nothing was lost where nothing was added, also when the first index was made before the first add."""
    assert store.articles() == [] == store.articles()
    assert store.add(b"The first.\n", "storm", now=NOW).new


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("loss", LOSSES)
def test_every_question_to_a_store_that_lost_its_branch_is_an_error(filled: Store, loss: str, question: str) -> None:
    """Each names the last commit known; asking twice changes nothing."""
    tip = filled.tip()
    filled.close()
    LOSSES[loss](filled.path / BRANCH)
    for _ in range(2):
        with pytest.raises(StoreError, match=f"the last revision known is commit {tip}"):
            QUESTIONS[question](Store(filled.path))


@pytest.mark.parametrize("loss", LOSSES)
def test_what_the_error_says_restores_the_store(filled: Store, loss: str) -> None:
    """The command in the message is run as it stands."""
    tip = filled.tip()
    filled.close()
    LOSSES[loss](filled.path / BRANCH)
    with pytest.raises(StoreError) as caught:
        filled.articles()
    command = str(caught.value).split("`")[1]
    assert all(shlex.split(command))
    subprocess.run(command, shell=True, check=True)
    restored = Store(filled.path)
    assert restored.tip() == tip
    assert list(restored.verify()) == []


def test_a_damaged_branch_is_told_without_an_index_too(filled: Store) -> None:
    """A power cut may have taken both."""
    filled.close()
    (filled.path / "index.sqlite").unlink()
    (filled.path / BRANCH).write_bytes(b"")
    with pytest.raises(StoreError, match="so is the index: look for the last commit with"):
        Store(filled.path).articles()
