"""Fixtures for tests on real Git repositories, apart from the settings of the person who runs them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from revtrack.store import Store

Git = Callable[..., str]


@pytest.fixture(autouse=True)
def plain_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable and no setting of the machine's reaches a test."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = tmp_path_factory.mktemp("settings") / "gitconfig"
    settings.write_text("[user]\n\tname = Ann Editor\n\temail = ann@news.example\n[init]\n\tdefaultBranch = main\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def git() -> Git:
    """Run git as a person would, at a given time; what it printed."""

    def run(folder: Path, *arguments: str, at: str = "2024-10-31T10:00:00Z") -> str:
        dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], env=os.environ | dates, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    return run


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.init(tmp_path / "news")
