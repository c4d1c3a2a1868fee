"""Tables in Markdown, HTML and tabs: cells are sentences of their own, rows keep their place, numbers their subject."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from types import FrameType

import pytest

import revtrack

PIPES = """# Crime falls

Police published figures on Monday.

| Crime | 2022 | 2023 |
| --- | ---: | ---: |
| Murder | 12 | 14 |
| Robbery | 140 | 133 |
| Theft | 1,400 | 14 |

The chief said more was needed.
"""


def _rows(text: str) -> list[list[str]]:
    lines = [line for line in text.split("\n") if line.startswith("|") and "---" not in line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _html(text: str) -> str:
    rows = ("\n".join(f'    <td class="n">{cell}</td>' for cell in row) for row in _rows(text))
    body = "\n".join(f"  <tr>\n{cells}\n  </tr>" for cells in rows)
    before, after = text[: text.index("| Crime")], text[text.index("The chief") :]
    return f"{before}<table>\n<tbody>\n{body}\n</tbody>\n</table>\n\n{after}"


def _on_one_line(text: str) -> str:
    return re.sub(r">\s+<", "><", _html(text))


def _without_ends(text: str) -> str:
    return _on_one_line(text).replace("</td>", "").replace("</tr>", "")


def _tabs(text: str) -> str:
    before, after = text[: text.index("| Crime")], text[text.index("The chief") :]
    return before + "\n".join("\t".join(row) for row in _rows(text)) + "\n\n" + after


def _grid(text: str) -> str:
    ruled = re.sub(r"(?m)^\| ---.*$", "+=======+=====+=====+", text)
    return re.sub(r"(?m)^(?=\| (?!Crime))", "+-------+-----+-----+\n", ruled)


FORMS: dict[str, Callable[[str], str]] = {
    "pipes": lambda text: text,
    "no outer pipes": lambda text: re.sub(r"(?m)^\| (.*) \|$", r"\1", text),
    "one dash": lambda text: re.sub(r"(?m)^\| ---.*$", "|-|-|-|", text),
    "org": lambda text: re.sub(r"(?m)^\| ---.*$", "|----+----+----|", text),
    "asciidoc": lambda text: re.sub(r"(?m)^\| ---.*\n", "", text).replace("| Crime", "|===\n| Crime"),
    "grid": _grid,
    "bold and linked": lambda text: text.replace("| 14 |", "| **14** |").replace("Theft", "[Theft](http://a.b?c=1|2)"),
    "html": _html,
    "html on one line": _on_one_line,
    "html without end tags": _without_ends,
    "tabs": _tabs,
}
EDITS: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "a cell": (lambda text: text.replace("| 12 | 14 |", "| 12 | 15 |"), ["Murder, 2023: 14 -> 15 (+7%)"]),
    "the same number in two rows": (
        lambda text: text.replace("| 14 |", "| 15 |"),
        ["Murder, 2023: 14 -> 15 (+7%)", "Theft, 2023: 14 -> 15 (+7%)"],
    ),
    "two cells changed round": (
        lambda text: text.replace("| 12 | 14 |", "| 14 | 12 |"),
        ["Murder, 2022: 12 -> 14 (+17%)", "Murder, 2023: 14 -> 12 (-14%)"],
    ),
    "a number moved to another row": (
        lambda text: text.replace("| 12 | 14 |", "| - | 14 |").replace("1,400", "12"),
        ["Theft, 2022: 1,400 -> 12 (a factor of 117)", "figure removed: 12, in Murder, 2022"],
    ),
    "a row added": (
        lambda text: text.replace("| Robbery", "| Arson | 3 | 14 |\n| Robbery"),
        ["figure added: 3, in Arson, 2022", "figure added: 14, in Arson, 2023"],
    ),
    "a row taken out": (
        lambda text: text.replace("| Murder | 12 | 14 |\n", ""),
        ["figure removed: 12, in Murder, 2022", "figure removed: 14, in Murder, 2023"],
    ),
    "rows in another order": (
        lambda text: text.replace("| Murder | 12 | 14 |\n", "").replace("\n\nThe", "\n| Murder | 12 | 14 |\n\nThe"),
        [],
    ),
    "a row renamed": (lambda text: text.replace("Murder", "Homicide"), []),
    "a row renamed and a cell": (
        lambda text: text.replace("Murder | 12", "Homicide | 13"),
        ["Homicide, 2022: 12 -> 13 (+8%)"],
    ),
    "a column added and a cell": (
        lambda text: (
            text.replace("| 2022", "| 2021 | 2022")
            .replace("--- |", "--- | --- |", 1)
            .replace("| 12 |", "| 11 | 13 |")
            .replace("| 140", "| 150 | 140")
            .replace("| 1,400", "| 1,500 | 1,400")
        ),
        [
            "Murder, 2022: 12 -> 13 (+8%)",
            "date added: 2021, in the column headings",
            "figure added: 11, in Murder, 2021",
            "figure added: 150, in Robbery, 2021",
            "figure added: 1,500, in Theft, 2021",
        ],
    ),
    "a column taken out": (
        lambda text: re.sub(r"(?m)^(\| [^|]+) \|[^|]+\|", r"\1 |", text),
        [
            "date removed: 2022, in the column headings",
            "figure removed: 12, in Murder, 2022",
            "figure removed: 140, in Robbery, 2022",
            "figure removed: 1,400, in Theft, 2022",
        ],
    ),
}


def messages(old: str, new: str) -> list[str]:
    return [change.message for change in revtrack.compare(old, new).changes]


def values(old: str, new: str) -> list[str]:
    """The messages about figures and dates; the words of a heading that changed are told apart from them."""
    return sorted(change.message for change in revtrack.compare(old, new).changes if change.kind in ("figure", "date"))


@pytest.mark.parametrize("form", FORMS)
def test_the_form_of_a_table_is_no_change(form: str) -> None:
    other = FORMS[form](PIPES)
    assert messages(PIPES, other) == messages(other, PIPES) == []


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("form", FORMS)
def test_an_edit_of_a_table_is_told_by_row_and_column(form: str, edit: str) -> None:
    change, expected = EDITS[edit]
    assert values(FORMS[form](PIPES), FORMS[form](change(PIPES))) == sorted(expected)


@pytest.mark.parametrize("form", FORMS)
def test_rows_in_another_order_and_a_row_renamed(form: str) -> None:
    moved = EDITS["rows in another order"][0]
    assert messages(FORMS[form](PIPES), FORMS[form](moved(PIPES))) == []
    assert messages(FORMS[form](PIPES), FORMS[form](PIPES.replace("Murder", "Homicide"))) != []


@pytest.mark.parametrize("form", FORMS)
def test_cells_are_sentences_and_rows_blocks(form: str) -> None:
    claims = revtrack.extract(FORMS[form](PIPES))
    rows = [block for block in claims.blocks if block.role == "row"]
    assert [block.last - block.first for block in rows] == [3, 3, 3, 3]
    first = [re.sub(r"[*\[]", "", claims.sentences[block.first].of(claims.text)) for block in rows]
    assert first == ["Crime", "Murder", "Robbery", "Theft"] or form == "bold and linked"


@pytest.mark.parametrize(
    "line",
    ["| C102 | stated it was full | 7 |", "C102\tstated it was full\t7\nC103\tstated it was closed\t9"],
)
def test_a_cell_never_says_anything_to_another(line: str) -> None:
    kinds = {claim.kind for claim in revtrack.extract(f"The hall.\n\n{line}\n").claims}
    assert "attribution" not in kinds


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Lee | Almery Post | 3 May\n\nThe dam holds.\n",
        "MAYOR LIND:\tWe will go on.\nMAYOR ROE:\tWe will not.\n",
        "1.\tNorway won.\n2.\tSweden lost.\n",
        "The dam holds.\tIt is old.\n",
        "<table><tr><td><p>The dam holds.</p><p>It is old.</p></td></tr></table>\n",
        "The share of a | b is 3.\n",
    ],
)
def test_other_lines_with_pipes_and_tabs_are_no_table(text: str) -> None:
    assert "row" not in {block.role for block in revtrack.extract(text).blocks}


def test_two_tables_in_a_text_keep_their_cells_apart() -> None:
    text = (
        "| Killed | 2023 |\n| --- | --- |\n| Norway | 3 |\n\nAnd:\n\n| Hurt | 2023 |\n| --- | --- |\n| Norway | 3 |\n"
    )
    head, _, tail = text.rpartition("| Norway | 3 |")
    assert messages(text, f"{head}| Norway | 4 |{tail}") == ["Norway, 2023: 3 -> 4 (+33%)"]
    assert messages(text, text.replace("3 |\n\n", "5 |\n\n")) == ["Norway, 2023: 3 -> 5 (+67%)"]


def test_a_heading_over_two_columns_keeps_the_columns_in_place() -> None:
    text = (
        '<table><tr><th>Town</th><th colspan="2">Votes</th><th>Share</th></tr>\n'
        "<tr><td>Orrin</td><td>12</td><td>14</td><td>3%</td></tr></table>\n"
    )
    assert messages(text, text.replace("3%", "4%")) == ["Orrin, Share: 3% -> 4% (+1 point)"]


def test_what_a_cell_counts_is_told_with_it() -> None:
    text = "| Place | Toll |\n|---|---|\n| Orrin | 12 people |\n| Almery | 3 people |\n"
    assert messages(text, text.replace("12", "13")) == ["Orrin, Toll, people: 12 -> 13 (+8%)"]


def test_a_large_table_takes_work_in_proportion() -> None:
    """Four times the rows make at most five times the calls."""

    def calls(rows: int) -> int:
        lines = "".join(f"| Town{n} | {n * 7 % 900} | {n * 3} |\n" for n in range(rows))
        old = f"| Town | 2022 | 2023 |\n|---|---|---|\n{lines}"
        new = old.replace("| Town9 |", "| New | 1 | 1 |\n| Town9 |").replace("3 |\n", "4 |\n")
        count = 0

        def counted(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal count
            count += event == "call"

        before = sys.getprofile()
        sys.setprofile(counted)
        try:
            revtrack.compare(old, new)
        finally:
            sys.setprofile(before)
        return count

    calls(50)
    assert calls(800) < 5 * calls(200)
