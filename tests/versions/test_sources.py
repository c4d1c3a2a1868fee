"""When a source is another one, lost or gained its name, or has another rank."""

from __future__ import annotations

import pytest

from revtrack.model import Source
from revtrack.versions import sources


def source(text: str, name: str | None = None, *, anonymous: bool = False) -> Source:
    return Source(text, 0, len(text), (), name, None, anonymous)


LIND = source("Ida Lind", "Ida Lind")
OFFICIAL = source("a port official", anonymous=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LIND, source("Ms. Lind", "Ida Lind")),
        (LIND, source("Lind")),
        (LIND, source("LIND")),
        (LIND, source("she", "Ida Lind")),
        (LIND, source("she")),
        (LIND, source("harbour master Ida Lind", "Ida Lind")),
        (source("Gov. Ida Lind", "Ida Lind"), source("Governor Ida Lind", "Ida Lind")),
        (LIND, source("Ida Lnid", "Ida Lnid")),  # told as a change of the name
        (source("Two officials"), source("Three officials")),
        (source("Ida Lind, who lives in Orrin", "Ida Lind"), source("Ida Lind, who lives in Arvo", "Ida Lind")),
    ],
)
def test_one_source_in_other_words_is_no_change(old: Source, new: Source) -> None:
    assert sources.labels(old, new) == []
    assert sources.labels(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "label", "mirrored"),
    [
        (LIND, source("Olaf Berg", "Olaf Berg"), "source", "source"),
        (LIND, OFFICIAL, "anonymized", "identified"),
        (LIND, source("the aide"), "anonymized", "identified"),
        (source("Officials"), LIND, "identified", "anonymized"),
        (source("the port authority"), source("the union"), "source", "source"),
        (OFFICIAL, source("an email from Orrin Ferries"), "source", "source"),
        (source("Gen. Ida Lind", "Ida Lind"), source("Col. Ida Lind", "Ida Lind"), "role", "role"),
        (
            source("Ida Lind, mayor of Arvo", "Ida Lind"),
            source("Ida Lind, former mayor of Arvo", "Ida Lind"),
            "role",
            "role",
        ),
        (source("a spokesman for Orrin Ferries"), source("a lawyer for Orrin Ferries"), "role", "role"),
        (LIND, None, "source", "source"),
    ],
)
def test_another_source_has_its_label(old: Source, new: Source | None, label: str, mirrored: str) -> None:
    assert sources.labels(old, new) == [label]
    assert sources.labels(new, old) == [mirrored]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (source("police"), OFFICIAL, ["anonymized"]),
        (source("the union"), source("two members", anonymous=True), ["anonymized"]),
        (OFFICIAL, source("the port authority"), ["identified"]),
        (source("the union"), source("a union spokesman", anonymous=True), []),
        (source("the report"), OFFICIAL, ["source"]),
    ],
)
def test_a_body_and_somebody_without_a_name(old, new, found):
    assert sources.labels(old, new) == found
