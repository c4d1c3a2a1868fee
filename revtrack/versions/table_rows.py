"""Tables of a version as rows and columns: what each cell is under, and which cell of another version it became.

Rows belong together by their words, by their headings, or by what stands beside them; columns by their headings or
their values. So a new row or column leaves all other cells where they were.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from revtrack.model import Block, Claims
from revtrack.model.named_tuple import NamedTuple
from revtrack.model.record import Frozen, record
from revtrack.text.cells import EDGE
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.versions.anchors import FREE, Pairing, same

# Between two tables; a rule inside one leaves an edge on its line.
_EMPTY_LINE = expression(r"\n[^\S\n\x1f]*\r?\n|\r[^\S\r\n\x1f]*\r")
_VALUE = expression(r"[^\w\s]*\s?\d[\d\s.,:/\u2009\u202f-]*\s?(?:%|[a-z]{1,3}\.?)?[^\w\s]*|[^\w]+|n/?a", re.IGNORECASE)
_YEAR = expression(r"(?:19|20)\d\d(?:[-/\u2013]\d\d(?:\d\d)?)?")
# The most cells at the left of a row that serve as its heading, where fewer do not tell it from the other rows.
LONGEST_HEADING = 3
# What a heading of a column is under.
HEADINGS = "the column headings"


class RowCells(NamedTuple):
    """A row: the texts of its cells that are not empty, and their sentences, by column."""

    texts: dict[int, str]
    cells: dict[int, int]

    @property
    def lead(self) -> list[str]:
        """The words at the left that tell what the row is about: its first cells up to a value."""
        found: list[str] = []
        for text in self.texts.values():
            if _is_value(text):
                if found:
                    break
                continue
            found.append(text)
            if len(found) == LONGEST_HEADING:
                break
        return found or list(self.texts.values())[:1]


class CellTable:
    """The rows of a table; `head` is its first row where that names the columns."""

    __slots__ = ("columns", "head", "leads", "rows")

    def __init__(self) -> None:
        self.rows: list[RowCells] = []
        self.head: RowCells | None = None
        self.columns: tuple[int, ...] = ()
        self.leads: Counter[tuple[str, ...]] = Counter()

    def close(self) -> None:
        """Find out what the rows and columns are called."""
        first = self.rows[0]
        if len(self.rows) > 1 and not any(
            _is_value(text) and not _YEAR.fullmatch(text) for n, text in enumerate(first.texts.values()) if n
        ):
            self.head = first
        self.columns = tuple(sorted({column for row in self.rows for column in row.texts}))
        for row in self.rows:
            lead = row.lead
            self.leads.update({tuple(lead[:length]) for length in range(1, len(lead) + 1)})

    def heading(self, row: RowCells, column: int) -> str:
        """What a cell is under: "Murder, 2023"."""
        if row is self.head:
            return HEADINGS
        own = row.texts.get(column, "")
        lead = row.lead
        length = next((n for n in range(1, len(lead)) if self.leads[tuple(lead[:n])] == 1), len(lead))
        parts = [part for part in lead[:length] if part != own]
        if self.head and column in self.head.texts:
            parts.append(self.head.texts[column])
        return ", ".join(parts)


@record
class CellPlace(Frozen):
    """Where a cell is."""

    table: CellTable
    row: RowCells
    column: int

    @property
    def heading(self) -> str:
        return self.table.heading(self.row, self.column)


def tables(claims: Claims) -> list[CellTable]:
    """The tables of a text, in order."""
    found: list[CellTable] = []
    above = 0
    for place, block in enumerate(claims.blocks):
        if block.role != "row":
            continue
        gap = claims.text[above : block.start]
        beside = place > 0 and claims.blocks[place - 1].role == "row"
        if not found or not beside or _EMPTY_LINE.search(gap):
            found.append(CellTable())
        found[-1].rows.append(_row(claims, block, above))
        above = block.end
    for table in found:
        table.close()
    return found


def places(claims: Claims) -> dict[int, CellPlace]:
    """Where each cell is, by its sentence."""
    return {
        sentence: CellPlace(table, row, column)
        for table in tables(claims)
        for row in table.rows
        for column, sentence in row.cells.items()
    }


def _row(claims: Claims, block: Block, above: int) -> RowCells:
    text = claims.text
    position = max(above, *(text.rfind(sign, above, block.start) + 1 for sign in "\n\r"))
    column = 0
    row = RowCells({}, {})
    for number in range(block.first, block.last):
        cell = claims.sentences[number]
        column += text.count(EDGE, position, cell.start)
        position = cell.end
        row.texts[column] = fold(cell.of(text))
        row.cells[column] = number
    return row


def _is_value(text: str) -> bool:
    return bool(_VALUE.fullmatch(text))


def tie(pairing: Pairing, old: Sequence[CellTable], new: Sequence[CellTable]) -> None:
    """Pair the cells that became one another."""
    rows = _paired_rows(old, new)
    together: dict[tuple[int, int], list[tuple[RowCells, RowCells]]] = {}
    for (i, before), (j, after) in rows:
        together.setdefault((i, j), []).append((before, after))
    for (i, j), pairs in together.items():
        columns = _columns(old[i], new[j], pairs)
        for before, after in pairs:
            for column, sentence in before.cells.items():
                other = after.cells.get(columns.get(column, FREE))
                if other is not None:
                    pairing.tie(sentence, other)


_Placed = tuple[int, RowCells]


def _paired_rows(old: Sequence[CellTable], new: Sequence[CellTable]) -> list[tuple[_Placed, _Placed]]:
    """The rows that became one another, each with the number of its table."""
    before = [(n, row) for n, table in enumerate(old) for row in table.rows]
    after = [(n, row) for n, table in enumerate(new) for row in table.rows]
    pairing = Pairing(len(before), len(after))
    for key in (_whole, _two_words, _one_word, _values):
        _tie_same(pairing, before, after, key)
    _tie_gaps(pairing, before, after)
    tables = Counter((before[i][0], after[j][0]) for i, j in pairing.pairs())
    first_old, first_new = _firsts(before), _firsts(after)
    for (i, j), _ in tables.most_common():
        if pairing.can_tie(first_old[i], first_new[j]):
            pairing.tie(first_old[i], first_new[j])
    return [(before[i], after[j]) for i, j in pairing.pairs()]


def _firsts(rows: Sequence[_Placed]) -> dict[int, int]:
    """The place of the first row of each table."""
    found: dict[int, int] = {}
    for place, (table, _) in enumerate(rows):
        found.setdefault(table, place)
    return found


def _whole(row: RowCells) -> str:
    return EDGE.join(row.texts.values())


def _two_words(row: RowCells) -> str:
    return EDGE.join(row.lead[:2])


def _one_word(row: RowCells) -> str:
    return row.lead[0] if row.lead else ""


def _values(row: RowCells) -> str:
    """The cells but for the heading; nothing where there is only one."""
    rest = list(row.texts.values())[1:]
    return EDGE.join(rest) if len(rest) > 1 else ""


def _tie_same(
    pairing: Pairing, before: Sequence[_Placed], after: Sequence[_Placed], key: Callable[[RowCells], str]
) -> None:
    olds = [i for i in pairing.free_old() if key(before[i][1])]
    news = [j for j in pairing.free_new() if key(after[j][1])]
    found = same([key(before[i][1]) for i in olds], [key(after[j][1]) for j in news])
    for i, j in found.pairs():
        pairing.tie(olds[i], news[j])


def _tie_gaps(pairing: Pairing, before: Sequence[_Placed], after: Sequence[_Placed]) -> None:
    """Pair the rows between two pairs where they are as many on both sides and share a cell."""
    for olds, news in _gaps(pairing):
        if len(olds) != len(news):
            continue
        for i, j in zip(olds, news, strict=True):
            if pairing.can_tie(i, j) and set(before[i][1].texts.values()) & set(after[j][1].texts.values()):
                pairing.tie(i, j)


def _gaps(pairing: Pairing) -> Iterator[tuple[range, range]]:
    """What is between neighbouring pairs on both sides, as long as these keep their order."""
    i = j = 0
    for old, new in [*pairing.pairs(), (len(pairing.old_to_new), len(pairing.new_to_old))]:
        if i < old and j < new:
            yield range(i, old), range(j, new)
        i, j = old + 1, new + 1


def _columns(old: CellTable, new: CellTable, pairs: Sequence[tuple[RowCells, RowCells]]) -> dict[int, int]:
    """Which column became which: by the headings, then by what the columns hold, then by their order."""
    pairing = Pairing(len(old.columns), len(new.columns))
    titled = old.head is not None and new.head is not None
    if old.head and new.head:
        _tie_columns(pairing, _titles(old, old.head), _titles(new, new.head))
    if titled or len(old.columns) != len(new.columns):
        before, after = zip(*pairs, strict=True)
        _tie_columns(pairing, _held(old, before), _held(new, after))
    for olds, news in _gaps(pairing):
        for i, j in zip(olds, news, strict=False):
            if pairing.can_tie(i, j):
                pairing.tie(i, j)
    return {old.columns[i]: new.columns[j] for i, j in pairing.pairs()}


def _held(table: CellTable, rows: Sequence[RowCells]) -> list[str]:
    """What each column holds in some rows."""
    return [EDGE.join(row.texts.get(column, "") for row in rows) for column in table.columns]


def _titles(table: CellTable, head: RowCells) -> list[str]:
    return [head.texts.get(column, "") for column in table.columns]


def _tie_columns(pairing: Pairing, old: Sequence[str], new: Sequence[str]) -> None:
    """Pair the free columns of equal words."""
    olds = [i for i in pairing.free_old() if old[i].strip(EDGE)]
    news = [j for j in pairing.free_new() if new[j].strip(EDGE)]
    for i, j in same([old[i] for i in olds], [new[j] for j in news]).pairs():
        pairing.tie(olds[i], news[j])
