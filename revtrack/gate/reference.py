"""The pages of the rules in Markdown: one for `revtrack rule Q101`, all of them for docs/rules.md."""

from __future__ import annotations

import re

from revtrack.gate.check import remedies
from revtrack.gate.house import WAYS, Policy
from revtrack.gate.pages import page_of
from revtrack.gate.rules import FAMILIES, Rule, rules

INTRODUCTION = """\
# Rules of revtrack check

Written by `revtrack rule --all`. A code is stable. Its letter is its family; codes from 201 on are advice, which
`--advice` lists and which stops nothing. The severity can be set in the house's configuration, by code or by family
([gate.md](gate.md)).
"""


def document() -> str:
    """The reference of all rules."""
    table = ["| code | severity | what it finds |", "| --- | --- | --- |"]
    table += [f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity} | {rule.title} |" for rule in rules().values()]
    parts = [INTRODUCTION, "\n".join(table) + "\n"]
    for letter, family in FAMILIES.items():
        parts += [f"## {family}\n", *(page(rule, "### ") for rule in rules().values() if rule.code[0] == letter)]
    return "\n".join(parts)


def page(rule: Rule, heading: str = "# ") -> str:
    """The page of one rule."""
    told = page_of(rule.code)
    parts = [
        f"{heading}{rule.code}",
        f"**{rule.title[0].upper()}{rule.title[1:]}.** Severity: {rule.severity}.",
        told.what,
        told.why,
        "For example:",
        _example(told.old, told.new),
        f"What to do: {_shown(remedies(rule, 'ARTICLE', Policy((), WAYS)))}.",
    ]
    return "\n\n".join(parts) + "\n"


def _shown(action: str) -> str:
    """An action with what is to be typed as code; Markdown would hide a mark."""
    return re.sub(r"<!-- .*? -->|(?<=\")Accept-Change[^\"]*", r"`\g<0>`", action)


def _example(old: str, new: str) -> str:
    """The two versions as a diff of lines."""
    before, after = old.split("\n"), new.split("\n")
    lines = [f"- {line}" for line in before if line and line not in after]
    lines += [f"  {line}" for line in before if line and line in after]
    lines += [f"+ {line}" for line in after if line and line not in before]
    return "\n".join(["```diff", *lines, "```"])
