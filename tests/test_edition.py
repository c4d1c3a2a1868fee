"""No output changes under the same edition of the reading: kept readings and new ones would be mixed.

python tests/test_edition.py        store the outputs of a new edition
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import revtrack
from revtrack.intake import documents
from revtrack.lexicon import edition
from revtrack.model import Diff
from revtrack.rows import change_table as changes
from revtrack.rows import claim_table as claims
from revtrack.rows import sentence_table as sentences
from revtrack.rows.columns import Versions

ROOT = Path(__file__).resolve().parent.parent
STORED = ROOT / "tests" / "edition.json"
RULE = "raise READING in revtrack/lexicon/edition.py from {} to {} and run `python tests/test_edition.py`"


def outputs() -> dict[str, str]:
    """A digest of all that is read of each article under fixtures/ and seeds/, by its folder, and of each document."""
    paths = sorted(path.parent for top in ("fixtures", "seeds") for path in (ROOT / top).glob("*/expected.json"))
    return {path.relative_to(ROOT).as_posix(): digest(path) for path in paths} | document_outputs()


def document_outputs() -> dict[str, str]:
    """A digest of the texts of all documents of a format, and of saved pages: their texts are cached, too."""
    from tests.intake.documents import page_designs, writers

    articles = [path.read_text("utf-8") for path in sorted((ROOT / "tests/intake/documents/articles").glob("*.md"))]
    made = {form: [write(text) for text in articles] for form, write in writers.FORMATS.items()}
    made["designs"] = [design.page.encode() for design in page_designs.DESIGNS.values()]
    texts = {form: "".join(documents.read(one, form).text for one in files) for form, files in made.items()}
    return {f"documents/{form}": hashlib.sha256(text.encode()).hexdigest()[:16] for form, text in texts.items()}


def digest(folder: Path) -> str:
    texts = [path.read_bytes().decode("utf-8-sig") for path in sorted(folder.glob("[0-9]*.*"))]
    found = hashlib.sha256()
    for value in read(texts):
        found.update(json.dumps(value, default=str).encode())
    return found.hexdigest()[:16]


def read(texts: list[str]) -> Iterator[Any]:
    """The JSON of each version and of each two that follow one another, either way, and the rows of these."""
    for text in texts:
        yield revtrack.extract(text).to_dict()
    for number, (old, new) in enumerate(pairwise(texts), 1):
        diff = revtrack.compare(old, new)
        yield diff.to_dict()
        yield revtrack.compare(new, old).to_dict()
        yield from rows(diff, number)


def rows(diff: Diff, number: int) -> Iterator[Any]:
    versions = Versions("article", number, number + 1)
    yield [[column.name for column in table.TABLE.columns] for table in (changes, claims)]
    yield from changes.of(diff, versions)
    yield from claims.of(diff.after, "article", number, None)
    yield from sentences.matched(diff, versions)


def test_outputs_change_only_with_the_edition() -> None:
    known = json.loads(STORED.read_text(encoding="utf-8"))
    assert known["reading"] == edition.READING, "the number was changed: run `python tests/test_edition.py`"
    now = outputs()
    assert now.keys() == known["outputs"].keys(), "the fixtures are others: run `python tests/test_edition.py`"
    changed = [name for name, value in now.items() if value != known["outputs"][name]]
    assert not changed, f"what is read of {', '.join(changed)} is not what it was: if that is meant, " + RULE.format(
        edition.READING, edition.READING + 1
    )


def test_the_edition_is_known_without_reading_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the number and nothing that a comment changes."""
    assert edition.edition().startswith(f"{edition.READING}-")
    before = edition.edition()
    monkeypatch.setattr(edition, "READING", edition.READING + 1)
    assert edition.edition() != before


def store() -> str | None:
    """Store the outputs of this edition; what is wrong where they are those of another."""
    known = json.loads(STORED.read_text(encoding="utf-8")) if STORED.exists() else {}
    now = outputs()
    common = {name: value for name, value in known.get("outputs", {}).items() if name in now}
    if known.get("reading") == edition.READING and any(now[name] != common[name] for name in common):
        return RULE.format(edition.READING, edition.READING + 1)
    STORED.write_text(json.dumps({"reading": edition.READING, "outputs": now}, indent=1) + "\n", encoding="utf-8")
    return None


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # where `tests` is
    sys.exit(store())
