"""Findings as an editor reads them: by story and passage, the words of a passage once, and one advice at the end.

    news/ferry.md:7:10: high F101 #1 people who died: at least 12 -> at least 21 (+75%)
    news/ferry.md:7:52: high A101 #2 source: police -> an official
        old: At least 12 people died, police said.
        new: At least 21 people died, an official said.

`#1` is the number of the change in `revtrack diff`. An edit with many findings has a line for each that blocks it, and
counts the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from revtrack.finding import Finding, Way
from revtrack.model import SEVERITIES
from revtrack.report.escaping import visible
from revtrack.versions import phrases

WAYS: dict[Way, str] = {
    "notice": "acknowledged in a notice",
    "mark": "accepted in the text",
    "trailer": "accepted in the commit message",
}
# Up to this many findings are shown with their words; of more, this many lines are listed in all.
FEW, MOST = 12, 42
# Characters of a message on such a line.
LONGEST = 160


def lines(found: Sequence[Finding], *, every: bool) -> Iterator[str]:
    """The lines of findings in text order; `every` lists all of them, however many there are."""
    if every or len(found) <= FEW:
        for _, group in groupby(found, key=_passage):
            yield from [*_in_full(list(group)), ""]
        return
    stories = [list(group) for _, group in groupby(found, key=lambda finding: finding.path)]
    for story in stories:
        yield from [*_in_short(story, max(1, MOST // len(stories))), ""]


def advice(found: Iterable[Finding]) -> Iterator[str]:
    """What to do about open findings, said once for all that have the same remedy; the only one needs no codes."""
    remedies: dict[str, list[Finding]] = {}
    shown = [finding for finding in found if not finding.settled and finding.action]
    several = len({finding.path for finding in shown}) > 1
    for finding in shown:
        remedies.setdefault(_general(finding, several), []).append(finding)
    for general, group in remedies.items():
        codes = ", ".join(dict.fromkeys(finding.code for finding in group))
        own = {finding.action for finding in group}
        yield f"{f'{codes}: ' if len(remedies) > 1 else ''}{visible(own.pop() if len(own) == 1 else general)}"


def _general(finding: Finding, several: bool) -> str:
    """A remedy without the code that it is for, and without the article where there are several."""
    path = f'"{finding.path}"' if " " in finding.path else finding.path
    general = finding.action.replace(finding.code, "CODE")
    return general.replace(f"revtrack note {path}`", "revtrack note ARTICLE`") if several else general


def _passage(finding: Finding) -> tuple[str, int, int]:
    """What findings have in common that are shown together; one without a passage stands alone."""
    return finding.path, finding.passage, 0 if finding.passage else id(finding)


def _in_full(group: list[Finding]) -> Iterator[str]:
    for finding in group:
        yield _line(finding)
        if finding.settled:
            reason = f": {visible(finding.settled.reason)}" if finding.settled.reason else ""
            yield f"    {WAYS[finding.settled.by]}{reason}"
    for name in ("old", "new"):
        # The words around each finding of a passage are nearly the same: the longest hold most of the others.
        words = max((getattr(finding, name) or "" for finding in group), key=len)
        if words:
            yield f"    {name}: {visible(words)}"


def _in_short(story: list[Finding], most: int) -> Iterator[str]:
    """The findings of a story that block the edit, a line each, and how many there are besides."""
    blocking = [finding for finding in story if finding.blocks]
    listed = blocking[:most]
    yield from (phrases.shorten(_line(finding), LONGEST) for finding in listed)
    more, others = len(blocking) - len(listed), len(story) - len(blocking)
    counts = Counter(finding.severity for finding in story if not finding.blocks)
    levels = ", ".join(f"{counts[level]} {level}" for level in SEVERITIES if counts[level])
    told = [f"{more} more that block"] if more else []
    told += [f"{others} that do not block ({levels})"] if others else []
    if told:
        yield f"{visible(story[0].path)}: {' and '.join(told)}"


def _line(finding: Finding) -> str:
    level = "advice" if finding.advice else finding.severity
    number = f"#{finding.change} " if finding.change else ""
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    return f"{place}: {level} {finding.code} {number}{visible(finding.message)}"
