"""The sentences of an edit that are no finding and yet say something in other words: `check` never passes over them."""

from __future__ import annotations

from collections import Counter

from revtrack.finding import Rewordings
from revtrack.gate.house import Policy
from revtrack.gate.review import operand
from revtrack.gate.rules import codes_of, rules
from revtrack.model import Diff


def of(diff: Diff, path: str, policy: Policy, commits: tuple[str, str] | None = None) -> Rewordings | None:
    """What an edit reworded without a finding, None for nothing; `commits` are those compared, if not the index."""
    counts: Counter[str] = Counter()
    for change in diff.changes:
        if change.is_rewording and all(policy.level(rules()[code])[0] == "off" for code in codes_of(change)):
            counts[next((label for label in change.labels if label in ("added", "removed")), "reworded")] += 1
    if not counts:
        return None
    versions = "".join(f" {commit[:10]}" for commit in commits or ())
    command = f"revtrack diff {operand(path)}{versions} --all"
    return Rewordings(path, counts["reworded"], counts["added"], counts["removed"], command)
