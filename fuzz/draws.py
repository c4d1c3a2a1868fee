"""Choices read from bytes, so that whoever breeds bytes breeds articles, tables and commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from fuzz import pieces

Item = TypeVar("Item")


class Draws:
    """A source of choices. When the bytes run out every further choice is the first."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self, below: int) -> int:
        """A number from 0 to below `below`, of one byte, or of two where one does not suffice."""
        size = 1 if below <= 256 else 2
        taken = self.data[self.at : self.at + size]
        self.at += size
        return int.from_bytes(taken, "big") % below

    def one_of(self, items: Sequence[Item]) -> Item:
        return items[self.number(len(items))]

    def piece(self, name: str) -> str:
        """An item of a list of pieces.toml."""
        return self.one_of(pieces.of(name))

    def chance(self, times: int) -> bool:
        """True once in so many times, and never when the bytes have run out."""
        return self.number(times) == times - 1

    def text(self, most: int = 40) -> str:
        """A run of the bytes as they are."""
        size = self.number(most + 1)
        taken = self.data[self.at : self.at + size]
        self.at += size
        return taken.decode("utf-8", "replace")

    def rest(self) -> bytes:
        taken = self.data[self.at :]
        self.at = len(self.data)
        return taken

    @property
    def is_spent(self) -> bool:
        return self.at >= len(self.data)
