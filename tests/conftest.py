"""What holds for every test: generated examples are the same in every run, none is timed, none finds a cache."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

settings.register_profile("revtrack", deadline=None, derandomize=True)
settings.load_profile("revtrack")


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder during a test: one of its own, which is not there yet."""
    folder = tmp_path_factory.getbasetemp() / f"cache-{uuid4()}"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder
