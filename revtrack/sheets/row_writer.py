"""What every kind of sheet can do: take rows, one after another."""

from __future__ import annotations

from typing import Protocol

from revtrack.rows.columns import Row


class Sheet(Protocol):
    """Takes the rows of one table."""

    def add(self, row: Row) -> None:
        """Write a row."""
