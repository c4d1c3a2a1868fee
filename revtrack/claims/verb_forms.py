"""Verbs known by their form alone: a word of the past, as a clause has one."""

from __future__ import annotations

from functools import cache

from revtrack import lexicon

_SHORTEST = 4
_PLURALS = ("men", "a", "i", "es", "ren", "eet", "eeth", "eese", "ice", "ople")


def is_past(word: str) -> bool:
    """Whether a word in lower case has the form of a past: "failed", "knew"; "need" and "seed" have not."""
    return (word.endswith("ed") and not word.endswith("eed") and len(word) >= _SHORTEST) or word in _irregular()


@cache
def _irregular() -> frozenset[str]:
    """The irregular forms of verbs; the others of the table are plurals."""
    forms = (form for _, others in lexicon.table("irregular_forms") for form in others.split())
    return frozenset(form for form in forms if not form.endswith(_PLURALS))
