"""Findings as SARIF 2.1.0, for code scanning: one run, one result per finding, acknowledged findings as suppressed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal, Protocol
from zlib import crc32

from revtrack.finding import Finding
from revtrack.model import Severity
from revtrack.report.annotations import Outcome
from revtrack.report.escaping import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINK = re.compile(r"\[([^\[\]]*)\]\(")
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
RuleLevel = Severity | Literal["off"]
LEVELS: dict[RuleLevel, str] = {"high": "error", "medium": "warning", "low": "note", "off": "none"}


class RuleInfo(Protocol):
    """The parts of a rule that SARIF shows."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> RuleLevel: ...
    @property
    def title(self) -> str: ...


def document(outcome: Outcome, rules: Iterable[RuleInfo], version: str) -> dict[str, Any]:
    """A SARIF log of all findings, including the settled ones."""
    listed = list(rules)
    places = {rule.code: index for index, rule in enumerate(listed)}
    driver = {"name": "revtrack", "semanticVersion": version, "rules": [_rule(rule) for rule in listed]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places[finding.code]) for finding in outcome.findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "help": {"text": f"revtrack rule {rule.code}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Finding, place: int) -> dict[str, Any]:
    details = [f"old: {finding.old}"] if finding.old else []
    details += [f"new: {finding.new}"] if finding.new else []
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end[0],
        "endColumn": finding.end[1],
    }
    location = {"artifactLocation": {"uri": _uri(finding.path), "uriBaseId": "%SRCROOT%"}, "region": region}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": "note" if finding.advice else LEVELS[finding.severity],
        "message": {"text": "\n".join(map(_plain, [finding.message, *details, finding.action]))},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"claim/v1": _fingerprint(finding)},
    }
    if finding.settled:
        result["suppressions"] = [
            {
                "kind": "inSource" if finding.settled.by != "trailer" else "external",
                "justification": _plain(finding.settled.reason or finding.settled.by),
            }
        ]
    return result


def _plain(text: str) -> str:
    """A line as a viewer shows it: without control characters, and with no link in it (SARIF 2.1.0, 3.11.6)."""
    return _LINK.sub(r"\\[\1\\](", visible(text))


def _uri(path: str) -> str:
    """A path as a relative URI: `news/storm%20ulla.md`."""
    return "".join(chr(byte) if byte in _SAFE else f"%{byte:02X}" for byte in path.encode("utf-8", "surrogateescape"))


def _fingerprint(finding: Finding) -> str:
    """The same for the same change wherever it is, so that a result can be followed across commits."""
    parts = (finding.code, finding.path, finding.message, finding.old or "", finding.new or "")
    return f"{crc32(chr(31).join(parts).encode('utf-8', 'replace')):08x}"
