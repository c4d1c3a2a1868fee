"""Findings as text, JSON, GitHub annotations and a Markdown summary; `finding_groups` lays out the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from revtrack.finding import Finding, Rewordings
from revtrack.model import SEVERITIES, Severity
from revtrack.report import finding_groups
from revtrack.report.escaping import visible
from revtrack.report.finding_groups import WAYS
from revtrack.versions import phrases

LEVELS: dict[Severity, str] = {"high": "error", "medium": "warning", "low": "notice"}
# Articles of which it is said one by one what was reworded.
LISTED = 10
# A command in a line for a person, whose operand may have backticks of its own, and a mark of the house.
_CODE = re.compile(r"`(revtrack .*?)`(?=[ .,;:)]|$)|(<!-- revtrack: .*? -->)")


class Outcome(NamedTuple):
    """Findings, the number of articles checked, how many findings block; `show_all` lists settled ones too.

    `rewordings` are the articles with sentences that were reworded without a finding.
    """

    findings: tuple[Finding, ...]
    articles: int
    blocking: int
    show_all: bool = False
    rewordings: tuple[Rewordings, ...] = ()

    @property
    def shown(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if self.show_all or not finding.settled)

    @property
    def open(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if not (finding.settled or finding.advice))


def text(outcome: Outcome) -> str:
    """The findings for a terminal, by story and passage, what to do about them, and last the outcome."""
    found = outcome.shown
    every = outcome.show_all or len(found) <= finding_groups.FEW
    lines = list(finding_groups.lines(found, every=every))
    advice = list(finding_groups.advice(found))
    lines += ["What to do:", *(f"    {line}" for line in advice), ""] if advice else []
    lines += [sentence(outcome), *reworded(outcome)]
    if not every:
        lines.append("`revtrack check --all` lists every finding with its words.")
    return "\n".join(lines) + "\n"


def reworded(outcome: Outcome) -> Iterator[str]:
    """What is below the findings: how many sentences were reworded, article by article, and how to see them."""
    for one in outcome.rewordings[:LISTED]:
        yield visible(f"{one.path}: {_counted(one)}; see `{one.command}`")
    more = outcome.rewordings[LISTED:]
    if more:
        number = sum(one.reworded + one.added + one.removed for one in more)
        yield f"{phrases.count(number, 'more sentence')} in {phrases.count(len(more), 'other article')}"


def _counted(one: Rewordings) -> str:
    """ "2 sentences reworded, 1 added and 1 removed"."""
    counts = [(one.reworded, "reworded"), (one.added, "added"), (one.removed, "removed")]
    (number, became), *others = [(number, became) for number, became in counts if number]
    first = f"{phrases.count(number, 'sentence')} {became}"
    return phrases.listing([first, *(f"{number:,} {became}" for number, became in others)])


def sentence(outcome: Outcome) -> str:
    """The outcome: "2 findings in 1 changed article (1 high, 1 low); 1 blocks this edit; 1 acknowledged"."""
    checked = phrases.count(outcome.articles, "changed article")
    if not outcome.findings:
        but = ", but sentences were reworded, added or removed:" if outcome.rewordings else "."
        return f"{checked} checked, no findings{but}" if outcome.articles else "No changed articles to check."
    counts = Counter(finding.severity for finding in outcome.open)
    levels = ", ".join(f"{counts[level]} {level}" for level in SEVERITIES if counts[level])
    parts = [f"{phrases.count(len(outcome.open), 'finding')} in {checked}" + (f" ({levels})" if levels else "")]
    if outcome.open:
        parts.append(f"{outcome.blocking or 'none'} block{'s' * (outcome.blocking <= 1)} this edit")
    settled = sum(finding.settled is not None for finding in outcome.findings)
    parts += [f"{settled} acknowledged"] if settled else []
    advice = sum(finding.advice for finding in outcome.findings)
    parts += [f"{phrases.count(advice, 'piece')} of advice"] if advice else []
    return "; ".join(parts) + "."


def document(outcome: Outcome) -> dict[str, Any]:
    """The findings as JSON, including the settled ones."""
    return {
        "schema": "revtrack.check/1",
        "articles": outcome.articles,
        "stopping": outcome.blocking,
        "findings": [finding.to_dict() for finding in outcome.findings],
        "rewordings": [one.to_dict() for one in outcome.rewordings],
    }


def github(outcome: Outcome) -> str:
    """The findings as workflow commands, which GitHub shows beside the lines of a pull request, then a summary."""
    return "\n".join([*map(_command, outcome.shown), sentence(outcome), *reworded(outcome)]) + "\n"


def markdown(outcome: Outcome) -> str:
    """The summary for a pull request: a sentence, then a table of findings for each article."""
    from revtrack.report.markdown import escaped

    lines = ["## Claims changed in published articles", "", escaped(sentence(outcome))]
    listed = [f"- {_with_code(line)}" for line in reworded(outcome)]
    lines += ["", *listed] if listed else []
    path = None
    told: set[tuple[str, int]] = set()
    for finding in outcome.findings:
        if finding.path != path:
            path = finding.path
            lines += [
                "",
                f"### {escaped(visible(path))}",
                "",
                "| line | change | severity | rule | what changed |",
                "| ---: | ---: | --- | --- | --- |",
            ]
        what = _cell(finding.message)
        passage = finding.path, finding.passage
        for name, words in (("old", finding.old), ("new", finding.new)):
            # The words of a passage stand once, with the first finding in it.
            what += f"<br>{name}: {_cell(words)}" if words and (passage not in told or not finding.passage) else ""
        told.add(passage)
        settled = f"<br>*{WAYS[finding.settled.by]}*" if finding.settled else ""
        reason = f": {_cell(finding.settled.reason)}" if finding.settled and finding.settled.reason else ""
        level = "settled" if finding.settled else "advice" if finding.advice else finding.severity
        number = finding.change or ""
        lines.append(f"| {finding.line} | {number} | {level} | {finding.code} | {what}{settled}{reason} |")
    advice = [f"- {_with_code(line)}" for line in finding_groups.advice(outcome.shown)]
    lines += ["", "What to do:", "", *advice] if advice else []
    return "\n".join(lines) + "\n"


def _command(finding: Finding) -> str:
    """One workflow command, with the characters that delimit it escaped as GitHub requires."""
    level = "notice" if finding.settled or finding.advice else LEVELS[finding.severity]
    place = {
        "file": finding.path,
        "line": finding.line,
        "endLine": finding.end[0],
        "col": finding.column,
        "title": f"{finding.code} {finding.title}",
    }
    escaped = {key: _data(str(value)).replace(":", "%3A").replace(",", "%2C") for key, value in place.items()}
    properties = ",".join(f"{key}={value}" for key, value in escaped.items())
    details = [f"old: {finding.old}"] if finding.old else []
    details += [f"new: {finding.new}"] if finding.new else []
    number = f"change {finding.change}: " if finding.change else ""
    return f"::{level} {properties}::{_data(chr(10).join([number + finding.message, *details, finding.action]))}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _cell(words: str) -> str:
    from revtrack.report.markdown import escaped

    return escaped(visible(words)).replace("|", "\\|")


def _with_code(line: str) -> str:
    """A line with the commands and marks in it as code, so that they can be copied as they are."""
    parts, at = [], 0
    for found in _CODE.finditer(line):
        parts += [_cell(line[at : found.start()]), _code(found[1] or found[2])]
        at = found.end()
    return "".join([*parts, _cell(line[at:])])


def _code(words: str) -> str:
    shown = visible(words)
    ticks = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    room = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{room}{shown}{room}{ticks}"
