"""What the index has as read from revisions is held against a new reading."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import revtrack
from revtrack.archive import cache
from revtrack.lexicon.edition import edition
from revtrack.model import Claims, Diff


def test_readings_that_were_altered_are_found(tmp_path: Path) -> None:
    """Of a text and of a difference; both as they were are silent, and so are values that cannot be read at all."""
    archive = revtrack.Archive.create(tmp_path)
    for day, toll in enumerate((12, 21, 30), 1):
        archive.add(f"At least {toll} people died, police said.\n", "storm", at=f"2024-10-0{day}")
    archive.log("storm")
    assert archive.verify().findings == ()
    first, second, third = archive.source.revisions("storm")
    claims, diff = first.blob, cache.key_of_diff(second, third)
    kept = {key: archive.source.kept(edition(), key) for key in (claims, diff)}
    read = cache.decoded(Claims, kept[claims] or b"")
    changed = cache.decoded(Diff, kept[diff] or b"")
    assert read
    assert changed
    archive.source.keep(edition(), {claims: cache.encoded(replace(read, claims=read.claims[1:]))})
    archive.source.keep(edition(), {diff: cache.encoded(replace(changed, changes=()))})
    found = archive.verify().findings
    assert {(one.article, one.commit) for one in found} == {("storm", first.commit), ("storm", third.commit)}
    assert all("delete index.sqlite" in one.what for one in found)
    with closing(sqlite3.connect(archive.path / "index.sqlite")) as db, db:
        db.execute("UPDATE reading SET value = x'00' WHERE key = ?", (claims,))
    assert {one.commit for one in archive.verify().findings} == {third.commit}


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE change SET severity = 2",
        "UPDATE change SET became = 7",
        "DELETE FROM change",
        "DELETE FROM change_text",
        "UPDATE change_text SET value = (SELECT value FROM change_text AS other WHERE other.turn <> change_text.turn)",
    ],
)
def test_rows_of_the_ledger_that_were_altered_are_found(harm: str, tmp_path: Path) -> None:
    """What `search` and `stats` answer from; an archive never searched has none of them."""
    archive = revtrack.Archive.create(tmp_path)
    for day, toll in enumerate((12, 21, 30), 1):
        archive.add(f"At least {toll} people died, police said.\n", "storm", at=f"2024-10-0{day}")
    assert archive.verify().findings == ()
    archive.search("died")
    assert archive.verify().findings == ()
    last = archive.source.revisions("storm")[-1].commit
    with closing(sqlite3.connect(archive.path / "index.sqlite")) as db, db:
        which = f"(SELECT number FROM turn WHERE key LIKE '{last}%')"
        db.execute(f"{harm} WHERE turn = {which}")
    assert [(one.article, one.commit) for one in archive.verify().findings] == [("storm", last)]
