"""Articles and their revisions in Git, knowing nothing of claims.

    >>> from revtrack.store import Store
    >>> store = Store.init(folder)
    >>> store.add(b"At least 12 people died.", "storm-ulla", now="2024-10-31T15:04:00Z").revision.number
    1

Modules are loaded on first use: a program that only names the package pays for neither Git nor SQLite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from revtrack.store.admission import Incoming
    from revtrack.store.revisions import Store

__all__ = ["Incoming", "Store"]

_HOMES = {"Incoming": "admission", "Store": "revisions"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"revtrack.store.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'revtrack.store' has no attribute {name!r}")
