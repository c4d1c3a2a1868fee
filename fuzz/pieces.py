"""The words, signs and values that inputs are put together from: lists of pieces.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


def of(name: str) -> tuple[str, ...]:
    """A list by its name."""
    return _lists()[name]


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    text = Path(__file__).with_name("pieces.toml").read_text(encoding="utf-8")
    return {name: tuple(items) for name, items in tomllib.loads(text).items()}
