"""The page on importing says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revtrack.archive import import_run
from revtrack.commands.importing import command
from revtrack.intake import limits, wikitext
from revtrack.intake.documents import document_limits
from revtrack.store import naming

PAGE = (Path(__file__).resolve().parents[2] / "docs/import.md").read_text(encoding="utf-8")


def test_every_source_and_option_is_there() -> None:
    """Each with an example, or in the table."""
    for name, source in command.commands.items():
        assert re.search(rf"revtrack import {name} |\b{name.upper()}\b", PAGE), name
        shown = {option for one in source.params for option in one.opts if option.startswith("--")}
        assert {option for option in shown - {"--store"} if f"`{option}" not in PAGE} == set()


def test_examples_are_those_of_the_help() -> None:
    """Which a test runs as they stand."""
    helps = "".join(source.help or "" for source in command.commands.values()) + (command.help or "")
    shown = set(re.findall(r"^    (revtrack import \w+ .+)$", PAGE, re.M))
    assert {line for line in shown if line not in helps} == {
        "revtrack import csv klaxon.csv --map source=url,time=created_at,html=html"  # what psql wrote
    }


@pytest.mark.parametrize(
    "words",
    [
        f"{limits.MAX_TEXT // 10**6} MB, as in `add`",
        f"{limits.MAX_LINE // 10**6} MB; {limits.MAX_FIELD // 10**6} MB",
        f"| {limits.MAX_FIELDS}, else",
        f"{limits.MAX_PAGE // 10**6} MB; {document_limits.MAX_NODES:,} elements",
        f"nested {document_limits.MAX_DEPTH} deep",
        f"{limits.MAX_STATED // 10**6} MB, {limits.MAX_VALUES:,} values",
        f"{limits.MAX_ADDRESS:,} characters",
        f"expansion by {limits.MAX_RATIO} beyond the first {limits.FREE // 10**6} MB",
        f"expansion by {limits.MAX_DUMP_RATIO:,} beyond the first {limits.FREE // 10**6} MB",
        f"{wikitext.MAX_TEXT / 10**6:g} million characters; templates and links {wikitext.MAX_DEPTH} deep",
        f"a tag of XML | {limits.MAX_UNBROKEN // 10**6} MB",
        f"{limits.MAX_UNBROKEN // 10**6} MB; the rest",
        f"{limits.MAX_WARC_RECORD // 10**9} GB; the rest",
        f"after every {import_run.PART:,} records",
        f"more than {naming.LONGEST} bytes",
    ],
)
def test_every_limit_is_there(words: str) -> None:
    """With its number."""
    assert words in PAGE
