"""Fuzzing in small: what once failed, a few inputs for each target, and findings that are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import engines, growth, invariants, kept_inputs
from fuzz.targets import TARGETS

KEPT = list(kept_inputs.kept())
SLOW = {"growing"}  # minutes for a hundred inputs


@pytest.mark.parametrize(("target", "path"), KEPT, ids=lambda part: getattr(part, "name", part))
def test_what_once_failed_holds(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", sorted(set(TARGETS) - SLOW))
@given(data=st.binary(max_size=engines.LARGEST))
@settings(max_examples=15)
def test_any_input_holds(target: str, data: bytes) -> None:
    TARGETS[target](data)


def test_the_names_of_targets_are_read_without_loading_them() -> None:
    assert kept_inputs.targets() == list(TARGETS)


def test_a_finding_is_kept_once_and_as_small_as_it_was_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(data: bytes) -> None:
        assert len(data) < 3, "three bytes"

    monkeypatch.setitem(TARGETS, "texts", fails)
    run = engines.Run("texts", tmp_path / "findings", tmp_path / "tally.json")
    for data in (b"12", b"12345", b"123", b"1234"):
        run.once(data)
    run.note()
    assert [path.read_bytes() for path in (tmp_path / "findings" / "texts").iterdir()] == [b"123"]
    assert engines.read_tally(tmp_path / "tally.json") == {"texts": 4}


def test_work_that_grows_with_the_square_of_a_text_is_found() -> None:
    def quadratic(text: str) -> int:
        return sum(len(letter) for letter in text[::25] for _ in text[::25])

    growth.check(lambda text: [letter.upper() for letter in text], "a")
    with pytest.raises(AssertionError, match="steps"):
        growth.check(quadratic, "a" * 60)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The mayor said 5 to 7 shares were lost in 44 BC across Asia. A spokeswoman told reporters no since 2019."
            " Lind denied that.",
            "“We told reporters first hostages,” said Lind. Lind denied that.",
        ),
        (
            "Dr Berg said she was worried about the port talks, which have caused some harbour staff to return to their"
            " home towns in the north.",
            "Dr Berg said she was worried about the port talks, which have caused some harbour staff who had moved to"
            " Orrin from the north to return.",
        ),
        (
            "On a poll on the Orrin Herald's feed, 70 % of readers said that they thought night ferries were safe.",
            "According to the Orrin Herald's polling, 70 % of readers thought night ferries were safe.",
        ),
        (
            "More than 78 % (101 of 128) of village post offices providing mail for pick up or delivery to farm boxes.",
            "Mail pick-up or delivery to farm boxes at all 128 post offices including Halden and Tisby.",
        ),
        (
            "92 % (13 of 14) of deep-water harbours are fully open or open with limits.",
            "100 % of town-kept harbours are open or open with limits.",
        ),
    ],
)
def test_a_sentence_that_was_rewritten_is_mirrored(old: str, new: str) -> None:
    """Which words belong together, and which opposites face each other, does not depend on what came first."""
    invariants.of_mirror(old, new)
