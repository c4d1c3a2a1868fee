"""An edit held against the rules of a house: breaches become findings, and those already acknowledged are settled.

    findings(diff, "news/ferry.md", policy)    ->  [Finding("F101", "high", ..., settled=Settlement("notice"))]

A notice settles the changes it names, a mark those of its paragraph that have its code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from revtrack.finding import Finding, Settlement
from revtrack.gate.breach import Breach, no_notice
from revtrack.gate.house import BUILT_IN, RANK, Policy
from revtrack.gate.line_places import LinePlaces, Lines, wording
from revtrack.gate.rules import Level, Rule, code_for, codes_of, rules
from revtrack.model import Change, Claims, Diff, Span
from revtrack.versions.phrases import shorten

if TYPE_CHECKING:
    from revtrack.gate.accept_marks import AcceptMark

LONGEST = 200


def findings(diff: Diff, path: str, policy: Policy, *, advise: bool = False) -> list[Finding]:
    """The findings of an edit of a published article, in text order."""
    ledger = _Ledger(_marks(diff), policy)
    report = _Report(diff.after, path, policy)
    for breach in (*of_changes(diff), *_of_notices(diff), *_of_headlines(diff)):
        report.add(breach, ledger.settled(breach))
    for breach in (*ledger.faults(), *(_advice(diff) if advise else ())):
        report.add(breach, None)
    return without_idle_reminder(report.in_order())


def without_idle_reminder(found: Iterable[Finding]) -> list[Finding]:
    """The findings; the reminder that a notice is missing goes once every serious change is settled."""
    kept, reminder = list(found), code_for("notice", "missing")
    if any(one.severity == "high" and not one.settled and one.code[0] not in "KH" for one in kept):
        return kept
    return [one for one in kept if one.code != reminder]


def advice_on(claims: Claims, path: str, policy: Policy) -> list[Finding]:
    """What an editor may want to look at in an article that is not published yet."""
    from revtrack.gate import advice

    report = _Report(claims, path, policy, advice=True)
    for breach in advice.of_new(claims):
        report.add(breach, None)
    return report.in_order()


def removed(path: str, policy: Policy) -> list[Finding]:
    """The finding for a published article that was taken out."""
    report = _Report(Claims("", "en", (), (), ()), path, policy)
    report.add(Breach((code_for("article", "removed"),), "the published article was removed", (Span(0, 0),)), None)
    return report.in_order()


def house_rules(path: str, policy: Policy) -> list[Finding]:
    """The finding for an edit of the house rules in a file."""
    report = _Report(Claims("", "en", (), (), ()), path, policy)
    message = "the house rules were edited: those before the edit hold for it"
    report.add(Breach((code_for("house rules", "edited"),), message, (Span(0, 0),)), None)
    return report.in_order()


def stopping(found: Iterable[Finding], policy: Policy) -> list[Finding]:
    """The findings that stop an edit."""
    return [one for one in found if not (one.settled or one.advice) and policy.stops(one.severity)]


def with_stops(found: Iterable[Finding], policy: Policy) -> Iterator[Finding]:
    """The findings, those marked that stop an edit."""
    kept = tuple(found)
    stops = set(map(id, stopping(kept, policy)))
    return (one._replace(blocks=True) if id(one) in stops else one for one in kept)


class _Ledger:
    """The marks of an article, and which of them accepted something."""

    def __init__(self, written: list[AcceptMark], policy: Policy) -> None:
        self._accepts = policy.accepts
        self._new = [mark for mark in written if not mark.spent] if "mark" in policy.accepts else []
        self._used: set[AcceptMark] = set()

    def settled(self, breach: Breach) -> Settlement | None:
        """How a breach was acknowledged: by a notice that names the change, or by a mark beside it."""
        if breach.change and breach.change.acknowledged and "notice" in self._accepts:
            return Settlement("notice")
        accepting = [mark for mark in self._new if covers(mark, breach)]
        self._used.update(accepting)
        return Settlement("mark", accepting[0].said.reason) if accepting else None

    def faults(self) -> Iterator[Breach]:
        """The marks that accept nothing."""
        for mark in self._new:
            codes = mark.said.written
            if mark.said.fault:
                yield Breach((code_for("acceptance", "unreadable"),), mark.said.fault, (mark.span,))
            elif mark not in self._used:
                message = f"nothing in its paragraph needs an acceptance of {codes}"
                yield Breach((code_for("acceptance", "unneeded"),), message, (mark.span,))


def covers(mark: AcceptMark, breach: Breach) -> bool:
    """Whether a mark accepts a breach: it is in its paragraph and names one of its codes."""
    near = any(mark.zone.start <= place.end and place.start <= mark.zone.end for place in breach.places)
    return near and not mark.said.fault and bool(set(mark.said.codes) & set(breach.codes))


# Most edits have no mark, no notice and no headline: what looks at them is not loaded, at every commit, for nothing.


def _marks(diff: Diff) -> list[AcceptMark]:
    if "revtrack:" not in diff.after.text:
        return []
    from revtrack.gate import accept_marks

    return accept_marks.find(diff.before, diff.after)


def _of_notices(diff: Diff) -> Iterator[Breach]:
    if not diff.notices:
        return iter([no_notice(diff)])
    from revtrack.gate import notice_rules

    return notice_rules.find(diff)


def _of_headlines(diff: Diff) -> Iterator[Breach]:
    if not any(block.role in ("headline", "field") for block in diff.after.blocks):
        return iter(())
    from revtrack.gate import headlines

    return headlines.find(diff.before, diff.after)


def _advice(diff: Diff) -> Iterator[Breach]:
    from revtrack.gate import advice

    return advice.of_edit(diff)


def of_changes(diff: Diff) -> Iterator[Breach]:
    """A breach for each change, in the order of the changes."""
    places = LinePlaces(diff)
    home = {index: place for place, passage in enumerate(diff.passages, 1) for index in passage.changes}
    for index, change in enumerate(diff.changes):
        old, new = change.old, change.new
        yield Breach(
            codes_of(change),
            change.message,
            places.of(change),
            wording(diff.before, old.span, old.sentence) if old else None,
            wording(diff.after, new.span, new.sentence) if new else None,
            change,
            index + 1,
            home.get(index, 0),
        )


class _Report:
    """The findings of one article as they are made."""

    def __init__(self, claims: Claims, path: str, policy: Policy, *, advice: bool = False) -> None:
        self._path, self._policy, self._advice = path, policy, advice
        self._lines = Lines(claims.text)
        self._found: list[tuple[int, Finding]] = []

    def add(self, breach: Breach, settled: Settlement | None) -> None:
        """Note a breach under the gravest of its codes, unless the house has switched them off."""
        code, level = min(
            ((code, self._level(code, breach.change)) for code in breach.codes), key=lambda one: RANK[one[1]]
        )
        if level == "off":
            return
        rule, (line, column) = rules()[code], self._lines.at(breach.place.start)
        finding = Finding(
            code,
            level,
            rule.title,
            self._path,
            line,
            column,
            self._lines.at(breach.place.end),
            " ".join(breach.message.split()),  # what it quotes may run over several lines
            remedies(rule, self._path, self._policy),
            breach.old and shorten(" ".join(breach.old.split()), LONGEST),
            breach.new and shorten(" ".join(breach.new.split()), LONGEST),
            settled,
            self._advice or rule.is_advice,
            breach.number,
            breach.passage,
        )
        self._found.append((breach.place.start, finding))

    def in_order(self) -> list[Finding]:
        return [finding for _, finding in sorted(self._found, key=lambda one: (one[0], one[1].code, one[1].message))]

    def _level(self, code: str, change: Change | None) -> Level:
        """How grave a code is; where the house says nothing, a change may be graver than its label."""
        level, origin = self._policy.level(rules()[code])
        if change and origin == BUILT_IN and level != "off":
            return min(level, change.severity, key=RANK.__getitem__)
        return level


def remedies(rule: Rule, path: str, policy: Policy) -> str:
    """What to do about a breach of a rule, by the ways that the house accepts."""
    if rule.is_advice or rule.about[0] == "acceptance":
        return rule.remedy
    ways = [rule.remedy] if rule.remedy else []
    if "notice" in policy.accepts and not rule.remedy:
        ways.append(f"say so in a notice (`revtrack note {operand(path)}` drafts it)")
    accept = []
    if "mark" in policy.accepts and rule.about[0] not in ("article", "house rules"):
        accept.append(f"<!-- revtrack: accept {rule.code} REASON --> in its paragraph")
    if "trailer" in policy.accepts:
        accept.append(f'"Accept-Change: {rule.code} REASON" in the commit message')
    ways += [f"accept it with {' or '.join(accept)}"] if accept else []
    return ", or ".join(ways)


def operand(path: str) -> str:
    """A path as it is typed into a command."""
    return f'"{path}"' if " " in path else path
