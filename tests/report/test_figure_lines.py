"""The figures of a history on true time: which is large, where its points are, and what is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

import revtrack
from revtrack.archive.history_page import HistoryPage
from revtrack.report.figure_lines import WIDTH, LeadFigure

DAY = "2024-06-03T"


def page(folder: Path, *texts: str, hours: tuple[int, ...] = (4, 5, 6, 8, 20)) -> HistoryPage:
    archive = revtrack.Archive.create(folder)
    for hour, text in zip(hours, texts, strict=False):
        archive.add(text, "quake", at=f"{DAY}{hour:02}:00:00Z", force=True)
    return archive.history_page("quake")


def quake(killed: str, injured: int, source: str = "police") -> str:
    return (
        f"Quake in Sarena\n\nSARENA - {killed} people were killed and {injured} were injured when an earthquake struck"
        f" on Monday, {source} said.\n\n“We ran,” said Anna Bresk, a teacher.\n"
    )


def lead(made: HistoryPage) -> LeadFigure:
    assert made.page.lead
    return made.page.lead


def test_figures_that_stay_are_not_drawn(tmp_path: Path) -> None:
    made = page(tmp_path, quake("At least 3", 20), quake("At least 3", 20).replace("a teacher", "a nurse"))
    assert made.page.lead is None
    assert made.page.figures == ()


def test_killed_and_injured_are_two_lines_on_true_time(tmp_path: Path) -> None:
    made = page(
        tmp_path, quake("At least 3", 20), quake("At least 8", 40), quake("14", 60), quake("14", 80), quake("21", 90)
    )
    found = lead(made)
    assert (found.line.first, found.line.last, found.bounded) == ("at least 3", "21", True)
    assert [point.number for point in found.line.points] == [1, 2, 3, 5]
    assert [point.exact for point in found.line.points] == [False, False, True, True]
    assert [point.x for point in found.line.points] == pytest.approx([0, WIDTH / 16, WIDTH / 8, WIDTH], abs=0.1)
    heights = [point.y for point in found.line.points]
    assert heights == sorted(heights, reverse=True)
    assert [(one.first, one.last) for one in made.page.figures] == [("20", "90")]
    assert made.page.figures[0].subject != found.line.subject
    assert found.sentence == "It rose 3 times, from at least 3 to 21."
    assert next(label for _, label in found.values) == "0"


def test_a_fall_and_a_correction_are_marked(tmp_path: Path) -> None:
    notice = "\nCorrection: An earlier version said 12 people had been killed. It is 9.\n"
    texts = [quake("3", 20), quake("7", 20), quake("12", 20), quake("9", 20) + notice, quake("15", 20) + notice]
    found = lead(page(tmp_path, *texts))
    [mark] = found.corrections
    assert mark.words == "12 → 9 corrected, 08:00"
    assert found.sentence == "It rose 3 times, from 3 to 15, and fell once (12 to 9, corrected in a notice)."


def test_a_figure_that_is_taken_out_is_a_broken_line(tmp_path: Path) -> None:
    without = "Quake in Sarena\n\nSARENA - The number of dead was not known, police said.\n"
    made = page(tmp_path, quake("3", 20), quake("7", 20), without)
    lines = [lead(made).line, *made.page.figures]
    assert all(line.broken and not line.present for line in lines)


def test_sources_and_words_are_bands(tmp_path: Path) -> None:
    texts = [quake("3", 20), quake("3", 20, "an official"), quake("3", 20, "mayor Marta Olivar")]
    made = page(tmp_path, *texts)
    [row] = [row for row in made.page.bands if row.noun == "attribution"]
    assert [band.number for band in row.bands][-1] == 3
    assert any(band.unnamed for band in row.bands)
    assert all(band.x >= 0 and band.x + band.width <= 792 for band in row.bands)
    assert "Marta Olivar" in row.bands[-1].title


@pytest.mark.parametrize("value", ["1e400", "9" * 200, "0.000001"])
def test_any_number_can_be_drawn(value: str, tmp_path: Path) -> None:
    made = page(tmp_path, quake("3", 20), quake(value, 20), quake("5", 20))
    assert made.page.title
