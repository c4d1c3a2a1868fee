"""The packages that watching needs beyond revtrack itself, and the error that names them where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from revtrack import installing
from revtrack.errors import InputError


def needed(module: str) -> Any:
    """A module of the extra `watch`; raises InputError without it."""
    try:
        return import_module(module)
    except ImportError:
        raise InputError(
            f"`revtrack watch` needs more than revtrack itself: add it with `{installing.command('watch')}`"
        ) from None
