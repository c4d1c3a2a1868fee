"""Uses of the library with the types that its users see; `mypy --strict` checks them, nothing runs them."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

import revtrack
from revtrack.archive.check_run import CheckResult
from revtrack.model import Claims, Diff, Revision
from revtrack.model.archive_answers import Blame, History, ImportCounts, Log, Verification
from revtrack.model.listings import Added, Listing
from revtrack.model.queries import Answer
from revtrack.model.statistics import Statistics


def texts(old: str, new: str) -> None:
    assert_type(revtrack.extract(new), Claims)
    assert_type(revtrack.compare(old, new), Diff)
    assert_type(revtrack.words(old, new), list[tuple[str, int, int, int, int]])
    assert_type(revtrack.Diff.from_dict(revtrack.compare(old, new).to_dict()), Diff)
    assert_type(revtrack.Claims.from_dict(revtrack.extract(new).to_dict()), Claims)


def archives(folder: Path) -> None:
    archive = revtrack.open(folder)
    assert_type(archive, revtrack.Archive)
    assert_type(revtrack.open(), revtrack.Archive)
    assert_type(revtrack.Archive.create(str(folder)), revtrack.Archive)
    assert_type(archive.add("text", "storm", at="2024-10-31"), Added)
    assert_type(archive.add(b"text", "storm", by="A. Editor", force=True), Added)
    assert_type(archive.articles(), list[Listing])
    assert_type(archive.revision("storm@2"), Revision)
    assert_type(archive.log(since="2024-10-31"), Log)
    assert_type(archive.show("storm", -1), bytes)
    assert_type(archive.claims(archive.revision("storm")), Claims)
    assert_type(archive.diff("storm", 1, "latest"), Diff)
    assert_type(archive.diff("storm", "staged", archive.revision("storm")), Diff)
    assert_type(archive.history("storm", kinds=["figure"], match="people"), History)
    assert_type(archive.blame("storm", "first"), Blame)
    assert_type(archive.search("toll", min_severity="medium", labels=("value",), acknowledged=False), Answer)
    assert_type(archive.stats(articles=["storm"]), Statistics)
    assert_type(archive.check(["news"], fail_on="medium"), CheckResult)
    assert_type(archive.verify("storm"), Verification)
    assert_type(archive.import_records([], limit=10), ImportCounts)


def mistakes(archive: revtrack.Archive) -> None:
    archive.search(min_severity="grave")  # type: ignore[arg-type]
    archive.history("storm", kinds=["certitude"])  # type: ignore[list-item]
    archive.add(12, "storm")  # type: ignore[arg-type]
    archive.search(order="newest")  # type: ignore[arg-type]
