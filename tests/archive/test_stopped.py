"""Long work tells how far it has come, can be stopped, and goes on where it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import revtrack
from revtrack import changes
from revtrack.site.builder import SiteOptions, build

COUNT, STOP = 6, 3
Told = list[tuple[str, int, int | None]]
Work = Callable[[revtrack.Archive, Callable[[str, int, int | None], None]], object]

WORKS: dict[str, Work] = {
    "search": lambda archive, progress: archive.search("people", progress=progress),
    "stats": lambda archive, progress: archive.stats(progress=progress),
    "export": lambda archive, progress: list(archive.export(progress=progress)),
    "history": lambda archive, progress: archive.history("story-0", progress=progress),
    "site": lambda archive, progress: build(archive, SiteOptions(str(archive.path / "site")), progress=progress),
}


@pytest.fixture
def archive(tmp_path: Path) -> revtrack.Archive:
    """Six articles of two revisions; of the first one six."""
    made = revtrack.Archive.create(tmp_path)
    for number in range(COUNT):
        for day in range(1, (COUNT if number == 0 else 2) + 1):
            text = f"At least {12 + day} people died in story {number}, police said.\n"
            made.add(text, f"story-{number}", at=f"2024-10-0{day}", now="2024-11-01T00:00:00Z")
    return made


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were compared with the one before."""
    texts: list[str] = []
    between = changes.between

    def noted(before: revtrack.Claims, after: revtrack.Claims) -> revtrack.Diff:
        texts.append(after.text)
        return between(before, after)

    monkeypatch.setattr(changes, "between", noted)
    return texts


@pytest.mark.parametrize("name", WORKS)
def test_progress_is_told_up_to_the_end(name: str, archive: revtrack.Archive) -> None:
    told: Told = []
    WORKS[name](archive, lambda *one: told.append(one))
    assert [done for _, done, _ in told] == list(range(COUNT + 1))
    assert {total for _, _, total in told} == {COUNT}


@pytest.mark.parametrize("name", WORKS)
def test_stopped_work_goes_on_where_it_was(name: str, archive: revtrack.Archive, compared: list[str]) -> None:
    def stop(_: str, done: int, __: int | None) -> None:
        if done == STOP:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        WORKS[name](archive, stop)
    before = set(compared)
    assert before
    compared.clear()
    WORKS[name](archive, lambda *_: None)
    again = before & set(compared)
    # The comparison of a site's first and last version is part of no cache, nor is the page that was being made.
    assert len(again) <= (1 if name == "site" else 0)
    assert compared
