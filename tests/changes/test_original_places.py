"""Marks in the file: they cover each edited sentence, also where markup stands in front of what was added or cut."""

from __future__ import annotations

import pytest

import revtrack
from fuzz.invariants import of_versions


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\\|Toll rises\n", "\\|Toll rises again\n"),
        ("The plan by Friday. The port may close.", "The pl{{< note >}}an by Friday."),
        ("The **port** may close it was said.", "The **port** may close."),
        ("<b>Boats</b> left", "<b>Boats</b> left Orrin"),
    ],
)
def test_words_added_or_cut_at_the_end(old: str, new: str) -> None:
    of_versions(old, new)
    of_versions(new, old)
    [edit] = [op for op in revtrack.compare(old, new).sentences if op.op != "equal"][:1]
    assert edit.marks[-1].old_end == edit.old_spans[-1].end
