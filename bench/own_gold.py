"""Scores the pairs of fixtures/gold, which anyone may have: no data beside the project is needed.

    python -m bench.own_gold [--module revtrack] [--json] [--errors N] [--genre courts]

How it counts
* A reported change matches a labelled one when they share a kind and label (`labels_ok` included) and their words
  overlap on every side where both have some; one to one, the very label and the best overlap first. One report also
  answers a second item by another of its labels, or an item inside its quotation, attribution or statement.
* Any other report is
    extra     once more what a matched item said: free
    optional  on an optional item, or a rewording on changed words: free
    double    on the words of a matched item under another label: free here
    mislabel  on the words of an unmatched item under another label: wrong, but the item is detected
    quiet     of low severity, on an edit that keeps the meaning: free
    false     on none of these, on an edit of form, or on nothing at all: wrong
* labelled precision = matched / (matched + mislabel + false); recall = items matched / items; grave = detected items
  that were called at least as serious as the label says; harmless = edits of form, and of the same meaning, that no
  false report touches; a noise pair is silent when nothing in it is false.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from collections import Counter, defaultdict
from typing import Any, NamedTuple

from bench import gold_pairs
from bench.gold_pairs import SIDES, Row

RANK = {"low": 0, "medium": 1, "high": 2}
BEFORE = re.compile(r"(?:[\w-]+[ \xa0]){0,3}$")
WIDE = {"quote", "attribution", "certainty", "statement"}


class Report(NamedTuple):
    """One reported change: its kind with each of its labels, and the places of it, old and new span each."""

    labels: set[tuple[str, str]]
    severity: str
    places: list[dict[str, list[int] | None]]
    name: str

    @property
    def reworded(self) -> bool:
        return self.labels == {("statement", "reworded")}


class Verdicts(NamedTuple):
    """What each report is worth, and for each item the report that answers it and the rank it was given, if any."""

    verdicts: list[str]
    answers: list[int | None]
    ranks: list[int | None]


def reports(diff: dict[str, Any], row: Row) -> list[Report]:
    """The changes of a diff of this pair."""
    found = []
    for change in diff["changes"]:
        place = {side: _place(change, side, row[side]) if change.get(side) else None for side in SIDES}
        labels = list(change["labels"])
        if change["kind"] == "name" and "replaced" in labels:
            labels.append("spelling")  # whether another person or another spelling is meant, only the desk knows
        severity = change.get("severity") or "high"
        name = f"{change['kind']}/{'+'.join(change['labels'])} {severity}"
        also = [{side: other.get(side) for side in SIDES} for other in change.get("also") or []]
        keyed = {(change["kind"], label) for label in labels}
        found.append(Report(keyed, severity, [place, *also], name))
    return found


def _place(change: dict[str, Any], side: str, text: str) -> list[int]:
    """Where a claim stands, with what its label speaks of: the words before it that tell a bound, the noun counted."""
    start, end = change[side]["start"], change[side]["end"]
    if change["kind"] in ("figure", "date") and "bound" in change["labels"]:
        start -= len(BEFORE.search(text[max(0, start - 60) : start])[0])  # type: ignore[index]  # it matches nothing too
    noun = change[side].get("noun")
    if "noun" in change["labels"] and noun:
        at = text.find(noun, end, end + 60 + len(noun))
        end = at + len(noun) if at >= 0 else end
    return [start, end]


def judged(row: Row, found: list[Report]) -> Verdicts:
    """Matches reports and items of one pair."""
    items = row["changes"]
    edges = []
    for n, report in enumerate(found):
        for m, item in enumerate(items):
            common = _labels(item) & report.labels
            size = _common(report, item) if common else 0
            if size:
                length = sum(span[1] - span[0] for span in report.places[0].values() if span)
                edges.append(((item["kind"], item["label"]) not in common, -size / (1 + length), n, m))
    answers: list[int | None] = [None] * len(items)
    taken: dict[int, int] = {}
    for _, _, n, m in sorted(edges):
        if answers[m] is None and n not in taken:
            answers[m], taken[n] = n, m
    for _, _, n, m in sorted(edges):
        if answers[m] is None and (found[n].labels - _labels(items[taken[n]]) or _holds(found[n], items[m])):
            answers[m] = n
    near = {n for _, _, n, _ in edges}
    verdicts = [
        "matched" if n in taken else "extra" if n in near else _other(row, report, answers)
        for n, report in enumerate(found)
    ]
    return Verdicts(verdicts, answers, [_rank(item, found) for item in items])


def _rank(item: Row, found: list[Report]) -> int | None:
    """How serious the gravest report on an item is; None where none but a rewording touches it."""
    on = [RANK[report.severity] for report in found if not report.reworded and _common(report, item)]
    return max(on, default=None)


def _other(row: Row, report: Report, answers: list[int | None]) -> str:
    items = row["changes"]
    touched = [m for m, item in enumerate(items) if _common(report, item)]
    if any(_common(report, item) for item in row["optional"]):
        return "optional"
    if touched:
        return (
            "optional" if report.reworded else "double" if any(answers[m] is not None for m in touched) else "mislabel"
        )
    noise = {noise["type"] for noise in row["noise_spans"] for spans in noise["spans"] if _common(report, spans)}
    return "quiet" if "same" in noise and report.severity == "low" else "false"


def _labels(item: Row) -> set[tuple[str, str]]:
    return {(kind, label) for kind, label in [(item["kind"], item["label"]), *item.get("labels_ok", [])]}


def _common(report: Report, item: Row) -> int:
    """How many characters a report shares with an item; 0 where they do not meet on a side that both have."""
    return max(_shared(place, item) for place in report.places)


def _shared(place: dict[str, list[int] | None], item: Row) -> int:
    total = 0
    for side in SIDES:
        ours = place[side]
        theirs = [span for span in [item[side], *item.get(f"{side}_more", [])] if span]
        if ours and theirs:
            best = max(min(ours[1], end) - max(ours[0], start) for start, end in theirs)
            if best <= 0:
                return 0
            total += best
    return total


def _holds(report: Report, item: Row) -> bool:
    """Whether the words of an item lie inside a report of a claim that has room for several."""
    place = report.places[0]
    inside = all(
        span[0] <= item[side][0] and item[side][1] <= span[1] for side in SIDES if (span := place[side]) and item[side]
    )
    return inside and any(kind in WIDE for kind, _ in report.labels)


def score(rows: list[Row], module: Any, errors: int = 0) -> dict[str, Any]:
    """The figures over all pairs; the first `errors` faults go to standard error."""
    verdicts, modes, silent, total = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    genres: dict[str, Counter[str]] = defaultdict(Counter)
    harmless: dict[str, Counter[str]] = defaultdict(Counter)
    faults = []
    for row in rows:
        found = reports(module.compare(row["old"], row["new"]).to_dict(), row)
        judgement = judged(row, found)
        verdicts.update(judgement.verdicts)
        wrong = [n for n, verdict in enumerate(judgement.verdicts) if verdict in ("false", "mislabel")]
        modes[row["mode"]] += 1
        silent[row["mode"]] += not wrong
        faults += [_told(row, judgement.verdicts[n].upper(), found[n].name, found[n].places[0]) for n in wrong]
        alarms = [found[n] for n, verdict in enumerate(judgement.verdicts) if verdict == "false"]
        for noise in row["noise_spans"]:
            alarm = any(_common(report, spans) for report in alarms for spans in noise["spans"])
            harmless[noise["type"]].update(edits=1, silent=not alarm)
        for item, answer, rank in zip(row["changes"], judgement.answers, judgement.ranks, strict=True):
            mark = Counter[str](items=1, matched=answer is not None, detected=rank is not None)
            mark["grave"] += rank is not None and rank >= RANK[item["severity"]]
            mark["own"] += answer is not None and (item["kind"], item["label"]) in found[answer].labels
            for table in (labels[f"{item['kind']}/{item['label']}"], genres[row["genre"]], total):
                table.update(mark)
            if answer is None:
                what = "MISSED" if rank is None else "OTHERWISE"
                faults.append(_told(row, what, f"{item['kind']}/{item['label']}", item))
    for fault in faults[:errors]:
        print(fault, file=sys.stderr)
    precision = verdicts["matched"] / max(1, sum(verdicts[name] for name in ("matched", "mislabel", "false")))
    recall = total["matched"] / max(1, total["items"])
    return {
        "pairs": len(rows),
        "items": total["items"],
        "precision": _three(precision),
        "labelled": _three(2 * precision * recall / max(1e-9, precision + recall)),
        **{name: _three(total[name] / max(1, total["items"])) for name in ("matched", "own", "detected", "grave")},
        "macro": _three(sum(mark["matched"] / mark["items"] for mark in labels.values()) / max(1, len(labels))),
        "harmless": {kind: _three(mark["silent"] / mark["edits"]) for kind, mark in sorted(harmless.items())},
        "silent": {mode: _three(silent[mode] / modes[mode]) for mode in modes},
        "verdicts": dict(verdicts),
        "labels": {name: dict(mark) for name, mark in sorted(labels.items())},
        "genres": {name: dict(mark) for name, mark in sorted(genres.items())},
    }


def _told(row: Row, what: str, name: str, place: Row) -> str:
    lines = [f"{what}  {row['genre']}/{row['id']}  {name}"]
    for side in SIDES:
        if place[side]:
            start, end = place[side]
            text = f"{row[side][max(0, start - 50) : start]}[{row[side][start:end]}]{row[side][end : end + 50]}"
            lines.append(f"   {side}: {text}".replace("\n", " / "))
    return "\n".join(lines)


def _three(value: float) -> float:
    return round(value, 3)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.own_gold", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--module", default="revtrack", help="whose compare is scored")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, help="tell the first N faults")
    parser.add_argument("--genre", help="only the pairs of one file")
    given = parser.parse_args()
    rows = [row for row in gold_pairs.read() if given.genre in (None, row["genre"])]
    result = score(rows, importlib.import_module(given.module), given.errors)
    if given.json:
        print(json.dumps(result, indent=1))
        return 0
    for name, value in result.items():
        if name in ("labels", "genres"):
            for label, mark in value.items():
                counts = "  ".join(f"{key} {mark[key]}" for key in ("items", "matched", "detected", "grave"))
                print(f"{label:24} {counts}")
        else:
            print(f"{name:12} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
