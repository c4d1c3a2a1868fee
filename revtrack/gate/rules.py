"""The rules of the gate by their codes: `F101` is "a figure changed", high unless the house says otherwise.

A code is stable. Its letter is its family; the hundreds tell what stops an edit (1) from advice (2).
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast

from revtrack import lexicon
from revtrack.errors import UnknownError
from revtrack.model import SEVERITIES, Change, Label

Level = Literal["high", "medium", "low", "off"]

FAMILIES = {
    "F": "Figures",
    "D": "Dates",
    "Q": "Quotes",
    "A": "Attributions",
    "N": "Names",
    "C": "Certainty",
    "S": "Statements",
    "K": "Corrections",
    "H": "Headlines",
}
LEVELS: tuple[Level, ...] = (*SEVERITIES, "off")


class Rule(NamedTuple):
    """One rule; `about` is kind and label of the change it is for, or the check that finds it; `remedy` what to do.

    A rule whose severity is "off" is for houses that name its code.
    """

    code: str
    severity: Level
    about: tuple[str, str]
    title: str
    remedy: str

    @property
    def is_advice(self) -> bool:
        return self.code[1] == "2"


@cache
def rules() -> dict[str, Rule]:
    """All rules by code, in the order of the families."""
    table = [
        Rule(code, cast(Level, level), (kind, label), title, "".join(remedy))
        for code, level, kind, label, title, *remedy in lexicon.table("rules")
    ]
    order = list(FAMILIES)
    return {rule.code: rule for rule in sorted(table, key=lambda rule: (order.index(rule.code[0]), rule.code))}


@cache
def code_for(kind: str, label: str) -> str:
    """The code of a kind and label, or of a check: `code_for("notice", "vague")` is K102."""
    return next(code for code, rule in rules().items() if rule.about == (kind, label))


def codes_of(change: Change) -> tuple[str, ...]:
    """A code for each label of a change."""
    return tuple(code_for(change.kind, _about(change, label)) for label in change.labels)


def find(code: str) -> Rule:
    """The rule of a code, in whatever case; raises UnknownError with the nearest code."""
    if code.upper() in rules():
        return rules()[code.upper()]
    raise UnknownError(f"{code}: no such rule: did you mean {nearest_code(code)}?")


def nearest_code(code: str) -> str:
    """The code most like one that is not known, of its own family where that is known."""
    code = code.upper()
    return nearest(code, [known for known in rules() if known[0] == code[:1]] or list(rules()))


def nearest(name: str, known: list[str]) -> str:
    """The known name most like one that is not known."""
    from difflib import get_close_matches

    return get_close_matches(name, known, n=1, cutoff=0.0)[0]


def _about(change: Change, label: Label) -> str:
    """A label as the rules have it: that a whole sentence came or went is told apart from words within one."""
    whole = change.is_rewording and label in ("added", "removed")
    return f"sentence {label}" if whole else label
