"""Targets of house rules, front matter and tables."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from contextlib import suppress

from fuzz import copy, invariants
from fuzz.draws import Draws
from revtrack.articles import times
from revtrack.errors import RevtrackError
from revtrack.gate import configuration, house, publication
from revtrack.intake import jsonl, table
from revtrack.intake.records import Record, SetAside, Skipped
from revtrack.text import front_matter
from revtrack.text.front_matter import field_values

NOW = "2024-10-31T10:00:00Z"


def house_rules(data: bytes) -> None:
    """A configuration of tables and values, and what it says of a path."""
    draws = Draws(data)
    lines = []
    for _ in range(draws.number(9)):
        key = draws.piece("keys")
        lines.append(
            key if key.startswith("[") else f"{key} = {draws.piece('values') if draws.number(5) else draws.text()}"
        )
    with suppress(RevtrackError):
        made = configuration.parse("\n".join(lines), draws.one_of(house.FILES))
        if made:
            path = draws.one_of(("news/ferry.md", "a" * 40 + "/b.md", "x", draws.text()))
            house.is_article(made, path)
            house.is_published(made, "---\nlive: true\n---\nText.", "main", NOW)
            house.policy(made, path, "---\nlive: true\n---\nText.", NOW)


def fields(data: bytes) -> None:
    """Front matter: read without an error, silent in prose, and a plain `draft: true` always holds back."""
    draws = Draws(data)
    fence = draws.piece("fences")
    lines = [
        f"{draws.piece('fields')}{draws.one_of((': ', ' = ', ':', '='))}{draws.piece('meant')}\n"
        for _ in range(draws.number(6))
    ]
    end = fence if draws.number(4) else draws.piece("fences")
    text = fence + "".join(lines) + end + draws.one_of(copy.PLAIN)(draws)
    list(publication.held_until(text))
    assert 0 <= front_matter.end(text) <= len(text)
    field_values.fields(text)
    invariants.of_text(text)
    with_flag = "---\n" + "".join(line for line in lines if "\n" not in line[:-1]) + "draft: true\n---\n" + "Text."
    assert publication.NEVER in publication.held_until(with_flag), "a draft is not held back"


def json_lines(data: bytes) -> None:
    """Lines of JSON, whole and broken."""
    draws = Draws(data)
    lines = []
    for _ in range(1 + draws.number(4)):
        pairs = [(draws.piece("columns"), draws.piece("cells")) for _ in range(draws.number(6))]
        cells = ", ".join(f'"{column}": {cell}' for column, cell in pairs)
        lines.append("{" + cells + "}" if draws.number(5) else draws.text())
    _items(lambda: jsonl.read(io.BytesIO("\n".join(lines).encode()), "wire.jsonl", NOW))


def csv_rows(data: bytes) -> None:
    """A table with quotes that do not close, rows of any length, and odd columns."""
    draws = Draws(data)
    rows = [",".join(draws.piece("columns") for _ in range(1 + draws.number(5)))] if draws.number(8) else [draws.text()]
    for _ in range(draws.number(4)):
        rows.append(draws.one_of((",", ";", "\t")).join(draws.piece("cells") for _ in range(draws.number(7))))
    text = draws.one_of(("\n", "\r\n", "\r")).join(rows) + draws.text(10)
    _items(lambda: table.read(io.BytesIO(text.encode()), "wire.csv", draws.one_of((NOW, ""))))


def _items(read: Callable[[], Iterable[object]]) -> None:
    with suppress(RevtrackError):
        for item in read():
            assert isinstance(item, Record | Skipped | SetAside)
            if isinstance(item, Record):
                assert times.normalise(item.time) == item.time, "a time that is not in the usual form"
