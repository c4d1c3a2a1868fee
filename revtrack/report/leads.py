"""What stands first: the gravest changes, each as a subject with what it was and what it is now.

    Payment to Mr Vance: £165,000 -> £135,000, corrected in a notice
    and the source: a person with knowledge of his contract -> the trust

One passage gives one of them, so that three say three things; an update of developing news comes behind a correction of
the same severity.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from revtrack.model import SEVERITIES, Severity
from revtrack.report import label_words, message_parts
from revtrack.report.change_rows import ChangeRow
from revtrack.report.marked_text import MarkedRun, Runs
from revtrack.report.passage_rows import PassageRow
from revtrack.versions import phrases

MOST = 3
HEADINGS = {1: "One thing to know", 2: "Two things to know", 3: "Three things to know"}
# Words of a quotation on either side of those that changed.
AROUND = 8
# What is told first of changes that are equally serious: facts and words that were put right before who said so.
_WEIGHTS = {"certainty": 1, "attribution": 2, "date": 3}
_SOURCE = frozenset(("source", "anonymized", "identified", "role"))


Places = dict[int, list[PassageRow]]  # the passages that each change stands in, by its number


class Lead(NamedTuple):
    """A change told at first sight; `old` or `new` is empty where it has one side, `second` is what goes with it.

    Without a subject, `old` begins with the words of the clause before the change, `new` ends with those behind it.
    """

    number: int
    anchor: str
    severity: Severity
    subject: str
    old: Runs
    new: Runs
    remark: str
    second: str
    standing: str


def of(passages: Sequence[PassageRow]) -> tuple[tuple[Lead, ...], tuple[Lead, ...]]:
    """The leads of what is told differently, and all else that is told differently in the same form."""
    places: Places = {}
    for passage in passages:
        for number in passage.numbers:
            places.setdefault(number, []).append(passage)
    rows = sorted((row for passage in passages for row in passage.changes if _is_telling(row)), key=_rank)
    chosen = _chosen(rows, places)
    taken = {row.number for row in chosen} | {source.number for source in _sources(chosen, places).values()}
    first = tuple(lead(row, _sources([row], places).get(row.number)) for row in chosen)
    return first, tuple(lead(row, None) for row in rows if row.number not in taken)


def _is_telling(row: ChangeRow) -> bool:
    return not row.rewording and (row.told_differently or row.severity != "low")


def _rank(row: ChangeRow) -> tuple[int, bool, bool, int, int]:
    one_sided = not (row.has_old and row.has_new)
    weight = _WEIGHTS.get(row.kind, 0)
    return SEVERITIES.index(row.severity), row.standing == label_words.UPDATE, one_sided, weight, row.number


def _chosen(rows: Sequence[ChangeRow], places: Places) -> list[ChangeRow]:
    """One change for each passage, of three kinds if they are equally serious; more of one passage only if serious."""
    chosen: list[ChangeRow] = []
    seen: set[int] = set()
    for severity, again in product(SEVERITIES, (False, True)):
        for row in rows:
            own = set(map(id, places[row.number]))
            told = any(row.kind == one.kind for one in chosen)
            if len(chosen) < MOST and row.severity == severity and seen.isdisjoint(own) and (again or not told):
                seen |= own
                chosen.append(row)
    for row in rows if len(chosen) < MOST else ():
        spoken_for = {source.number for source in _sources(chosen, places).values()}
        if len(chosen) < MOST and row.severity == "high" and row not in chosen and row.number not in spoken_for:
            chosen.append(row)
    return sorted(chosen, key=_rank)


def lead(row: ChangeRow, source: ChangeRow | None) -> Lead:
    """A change as a lead, with the change of the source that goes with it."""
    found = message_parts.parts(row.message, row.kind)
    subject, old, new = found.subject, _whole(found.old, "removed"), _whole(found.new, "added")
    before, gap, behind = subject.partition(message_parts.GAP)
    if gap and old and new:  # the clause is quoted with its change in it
        subject, old, new = "", (*_whole(before, "kept"), *old), (*new, *_whole(behind, "kept"))
    if row.requoted:
        speaker = row.requoted.speaker
        subject = f"{label_words.heading(speaker)}, quoted" if speaker else "Quotation"
        old, new = near(row.requoted.old, AROUND), near(row.requoted.new, AROUND)
    elif found.words:
        only = _whole(found.words, "removed" if not row.has_new or row.label in ("dropped", "removed") else "added")
        old, new = (only, ()) if only[0].state == "removed" else ((), only)
    return Lead(
        row.number,
        row.anchor,
        row.severity,
        subject,
        old,
        new,
        found.remark if found.remark.startswith("(") else "",
        "; ".join(_second(row, found.remark, source)),
        row.standing,
    )


def _second(row: ChangeRow, remark: str, source: ChangeRow | None) -> Iterable[str]:
    if source:
        told = message_parts.parts(source.message, source.kind)
        yield f"and the source: {told.old} -> {told.new}"
    if remark and not remark.startswith("("):
        yield remark
    if row.also:
        yield f"in {row.also + 1} places"


def _sources(rows: Iterable[ChangeRow], places: Places) -> dict[int, ChangeRow]:
    """The change of the source that goes with each change of what it says, by the number of that change."""
    found = {}
    for row in rows:
        others = (one for passage in places[row.number] for one in passage.changes)
        changed = (
            one for one in others if one.kind == "attribution" and one.label in _SOURCE and one.has_old and one.has_new
        )
        source = next(changed, None)
        if source and row.kind != "attribution":
            found[row.number] = source
    return found


def _whole(words: str, state: str) -> Runs:
    return (MarkedRun(words, state),) if words else ()  # type: ignore[arg-type]


def near(runs: Sequence[MarkedRun], around: int) -> Runs:
    """Runs without the kept words that are further than this from the changed ones."""
    if all(run.state == "kept" for run in runs):
        return tuple(runs)
    result = []
    for place, run in enumerate(runs):
        words = run.text.split(" ")
        first, last = place == 0, place == len(runs) - 1
        room = around * (1 if first or last else 2)
        if run.state != "kept" or len(words) <= room + 3:
            result.append(run)
            continue
        head = [] if first else words[:around]
        tail = [] if last else words[-around:]
        result.append(run._replace(text=" ".join([*head, phrases.ELLIPSIS, *tail])))
    return tuple(result)


def ranges(numbers: Sequence[int]) -> str:
    """Numbers with those that follow one another joined: "3, 7-9"."""
    stretches: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1] = stretches[-1][0], number
        else:
            stretches.append((number, number))
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in stretches)
