"""What a block is set as, and the words that a reader sees of it."""

from __future__ import annotations

import pytest

from revtrack import extract
from revtrack.versions.typeset import TypesetText


def typeset(text: str) -> list[tuple[str, str]]:
    """The form of each block with what stands in it, cells parted by a bar."""
    claims = extract(text)
    made = TypesetText(claims)
    blocks = zip(claims.blocks, made.settings, strict=True)
    return [
        (setting.form, " | ".join(made.seen(claims.sentences[n]) for n in range(block.first, block.last)))
        for block, setting in blocks
    ]


@pytest.mark.parametrize(
    "words", ["It cost 5 * 3 crowns, she said.", "They met at 3 - 4 p.m. on the quay.", "He wrote [sic] beside it."]
)
def test_prose_stays_as_it_is(words: str) -> None:
    assert typeset(f"# Talks stall\n\n{words}")[1] == ("paragraph", words)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("They asked for [a rise of 7%](https://a.example/terms).", ("paragraph", "They asked for a rise of 7%.")),
        ("The port **refused** &mdash; &quot;twice&quot;.", ("paragraph", 'The port refused — "twice".')),
        ("## The terms", ("heading", "The terms")),
        ("<h2>The <i>terms</i></h2>", ("heading", "The terms")),
        ("- 12 **ships** wait", ("item", "12 ships wait")),
        ("<ul><li>12 ships wait</li></ul>", ("item", "12 ships wait")),
        ("> We will not sign.", ("quotation", "We will not sign.")),
        ("<blockquote>We will not sign.</blockquote>", ("quotation", "We will not sign.")),
    ],
)
def test_markup_is_set(source: str, shown: tuple[str, str]) -> None:
    assert typeset(f"# Talks stall\n\nThe talks stalled on Monday night.\n\n{source}")[2] == shown


def test_items_know_their_number_and_how_deep_they_stand() -> None:
    claims = extract("# Talks stall\n\nThe talks stalled.\n\n- One ship\n  1. First berth\n  2. Next berth\n- 2 ships")
    items = [setting for setting in TypesetText(claims).settings if setting.form == "item"]
    assert [(item.depth, item.number) for item in items] == [(0, ""), (1, "1."), (1, "2."), (0, "")]


@pytest.mark.parametrize(
    "table",
    [
        "| Day | Ships | Note |\n| --- | --- | --- |\n| Monday |  | none |\n| Tuesday | 15 | more |",
        "<table><tr><th>Day</th><th>Ships</th><th>Note</th></tr><tr><td>Monday</td><td></td><td>none</td></tr>"
        "<tr><td>Tuesday</td><td>15</td><td>more</td></tr></table>",
    ],
)
def test_cells_stand_in_their_columns_below_the_heading(table: str) -> None:
    claims = extract(f"# Talks stall\n\nThe talks stalled on Monday night.\n\n{table}")
    rows = [setting for setting in TypesetText(claims).settings if setting.form == "row"]
    assert [row.columns for row in rows] == [(0, 1, 2), (0, 2), (0, 1, 2)]
    assert [row.heads for row in rows] == [True, False, False]
    assert {row.table for row in rows} == {1}


def test_a_table_without_a_rule_has_no_heading() -> None:
    claims = extract("# Scores\n\nThe scores of the day were these.\n\nNorth\t3\nSouth\t1\nEast\t2")
    assert not any(setting.heads for setting in TypesetText(claims).settings)
