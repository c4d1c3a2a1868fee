"""Regions: what a stretch of one version became in the other."""

from __future__ import annotations

import pytest

from revtrack import claims
from revtrack.model import Side, Span
from revtrack.versions.align import align
from revtrack.versions.aligned import Aligned, sentences_in


def aligned(old: str, new: str) -> Aligned:
    before, after = claims.of(old), claims.of(new)
    return Aligned.of(before, after, align(before, after))


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


OLD = "At least 12 people died in Orrin on Monday."
NEW = "Officials said at least 21 people died in Orrin."


@pytest.mark.parametrize(("words", "image"), [("12", "21"), ("people died", "people died"), ("on Monday", "")])
def test_the_image_of_a_stretch(words: str, image: str) -> None:
    region = aligned(OLD, NEW).region("old", 0)
    assert region.image("old", span(OLD, words)).of(NEW).strip() == image


def test_a_stretch_that_did_not_change_is_not_touched() -> None:
    region = aligned(OLD, NEW).region("old", 0)
    assert region.touched("old", span(OLD, "people died in Orrin")) == ()
    assert region.touched("old", span(OLD, "12"))
    assert region.touched("new", span(NEW, "21"))


def test_an_equal_region_maps_by_its_place() -> None:
    text = "It rained.\n\n" + OLD
    found = aligned(OLD, text)
    region = found.region("old", 0)
    assert region.equal
    assert region.image("old", span(OLD, "12")) == span(text, "12")


def test_the_stretches_of_both_sides_meet() -> None:
    region = aligned(OLD, NEW).region("old", 0)
    assert region.meet(span(OLD, "12"), span(NEW, "21"))
    assert not region.meet(span(OLD, "12"), span(NEW, "Orrin"))


@pytest.mark.parametrize("side", ["old", "new"])
def test_every_touch_is_found_where_a_linear_search_finds_it(side: Side) -> None:
    region = aligned(OLD, NEW).region("old", 0)
    text = OLD if side == "old" else NEW
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            expected = tuple(
                mark
                for mark in region.changed
                for first, last in [(mark.old_start, mark.old_end) if side == "old" else (mark.new_start, mark.new_end)]
                if (start < first < end if first == last else first < end and start < last)
            )
            assert region.touched(side, Span(start, end)) == expected


def test_notices_and_lines_of_time_are_silent() -> None:
    text = f"Updated 3.15 pm\n\n{OLD}\n\nCorrection: An earlier version said 13 people died."
    found = aligned(OLD, text)
    assert found.silent["new"] == {2}
    assert sentences_in(found.after, "furniture") == {0}


@pytest.mark.parametrize(
    ("words", "kept"), [("people died", "people died"), ("12 people", "people"), ("on Monday", None)]
)
def test_words_that_are_gone_have_no_place_on_the_other_side(words: str, kept: str | None) -> None:
    image = aligned(OLD, NEW).region("old", 0).kept_image("old", span(OLD, words))
    assert image.of(NEW).endswith(kept) if image and kept else image is kept  # type: ignore[comparison-overlap]


@pytest.mark.parametrize(("words", "lands"), [("people died", True), ("12 people", True), ("12", False)])
def test_the_end_of_kept_words_lands_behind_them(words: str, lands: bool) -> None:
    landing = aligned(OLD, NEW).region("old", 0).landing("old", span(OLD, words))
    assert landing == (NEW.index(words.split()[-1]) + len(words.split()[-1]) if lands else None)
