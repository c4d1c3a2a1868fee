"""Trailers of a commit message that accept changes: `Accept-Change: Q101 typo of the sub-editor`.

`Accept-Change: F* developing toll` accepts every code of figures, `Accept-Change: all REASON` every code. A trailer
covers every article of its commit. What Git leaves out of a message, comments and what is below the
scissors, accepts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple, cast

from revtrack.finding import Finding, Settlement
from revtrack.gate.accept_marks import MOST, Acceptance, read
from revtrack.gate.rules import code_for, rules
from revtrack.model import Severity

_TRAILER = re.compile(r"accept-change:[ \t]*(.*)", re.IGNORECASE)
_SCISSORS = re.compile(r". -+ >8 -+")


class Trailer(NamedTuple):
    """What a trailer says, where it is in the message, and the files it is for; None for all."""

    said: Acceptance
    line: int
    files: Set[str] | None = None

    def covers(self, finding: Finding) -> bool:
        here = self.files is None or finding.path in self.files
        return here and not self.said.fault and finding.code in self.said.codes and not finding.advice


def find(message: str, files: Set[str] | None = None) -> list[Trailer]:
    """The trailers of a commit message."""
    found = []
    for number, line in enumerate(message.splitlines(), 1):
        if _SCISSORS.fullmatch(line.strip()):
            break
        match = _TRAILER.fullmatch(line.strip())
        if match:
            found.append(Trailer(read(f"accept {match[1]}"), number, files))
    return found[:MOST]


def settled(findings: Iterable[Finding], trailers: list[Trailer]) -> list[Finding]:
    """The findings, those that a trailer accepts settled by it."""
    return [_settled(finding, trailers) for finding in findings]


def faults(findings: Iterable[Finding], trailers: list[Trailer], path: str) -> Iterator[Finding]:
    """A finding for each trailer of a message that accepts nothing; `path` is the file of the message."""
    reported = list(findings)
    for trailer in trailers:
        if trailer.said.fault:
            yield _fault("unreadable", trailer.said.fault, trailer, path)
        elif not any(trailer.covers(finding) for finding in reported):
            yield _fault("unneeded", f"nothing needs an acceptance of {trailer.said.written}", trailer, path)


def _settled(finding: Finding, trailers: list[Trailer]) -> Finding:
    trailer = next((trailer for trailer in trailers if trailer.covers(finding)), None)
    if finding.settled or trailer is None:
        return finding
    return finding._replace(settled=Settlement("trailer", trailer.said.reason))


def _fault(label: str, message: str, trailer: Trailer, path: str) -> Finding:
    rule = rules()[code_for("acceptance", label)]
    grave = cast(Severity, rule.severity)  # no rule of acceptances is off of itself
    return Finding(rule.code, grave, rule.title, path, trailer.line, 1, (trailer.line, 1), message, rule.remedy)
