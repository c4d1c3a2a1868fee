"""What is folded, and what is set together."""

from __future__ import annotations

from revtrack import compare
from revtrack.report import marked_article
from revtrack.report.side_by_side import Stretch, of
from tests.report.samples import typeset


def stretches(old: str, new: str) -> list[Stretch]:
    return list(of(marked_article.paragraphs(compare(old, new), ()), frozenset()))


def table(*ships: int) -> str:
    rows = "".join(f"| Day {day} | {number} |\n" for day, number in enumerate(ships, 1))
    return f"# Ships in port\n\n| Day | Ships |\n| --- | --- |\n{rows}"


def test_the_rows_of_a_short_table_stay_together() -> None:
    (_, shown) = stretches(table(12, 14, 15), table(12, 16, 15))
    assert [(part.form, len(part.lines), part.width) for part in shown.parts] == [("row", 4, 2)]
    assert not shown.folded


def test_the_unchanged_rows_of_a_long_table_are_folded() -> None:
    days = [*range(10, 60)]
    shown = stretches(table(*days), table(*days[:20], 99, *days[21:]))
    assert [part.folded for part in shown] == [True, False, True]


def test_the_items_of_a_list_stay_together() -> None:
    found = [
        [part.form for part in stretch.parts]
        for stretch in of(marked_article.paragraphs(typeset(), ()), frozenset())
        if any(part.form == "item" for part in stretch.parts)
    ]
    assert [forms.count("item") for forms in found] == [1, 1]


def test_a_cell_that_is_empty_keeps_its_place() -> None:
    shown = of(marked_article.paragraphs(typeset(), ()), frozenset())
    (rows,) = (part for stretch in shown for part in stretch.parts if part.form == "row")
    assert [len(line.cells) for line in rows.lines] == [3, 2, 3]
