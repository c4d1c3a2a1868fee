"""Quality against gold data: runs each scorer over revtrack and over the peers, and keeps the rows that matter.

Most gold data lies beside the project, in ../shared/gold; its texts belong to their publishers, so a clone may lack it.
What the project wrote itself is in fixtures/gold, and is measured everywhere.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"


@dataclass(frozen=True)
class Exam:
    """A scorer with its data; `peers` maps a peer's name to what the scorer is told to run instead of revtrack.

    Without data it is a module of this package, and its data come with the project.
    """

    scorer: str
    data: str
    option: str = "--module"
    candidate: str = "revtrack"
    peers: dict[str, str] = field(default_factory=dict)

    @property
    def at_hand(self) -> bool:
        return not self.data or GOLD.is_dir()

    def command(self, candidate: str) -> list[str]:
        if not self.data:
            return [sys.executable, "-m", f"bench.{self.scorer}", self.option, candidate, "--json"]
        data = str(GOLD / self.data)
        named = ["--data", data] if self.scorer in ("alignment", "worddiff") else [data]
        once = ["--repeat", "1"] if self.scorer == "worddiff" else []
        return [sys.executable, str(GOLD / f"score_{self.scorer}.py"), *named, self.option, candidate, *once, "--json"]


@dataclass(frozen=True)
class Row:
    """One figure of an exam: its name in floors.toml and in the tables, and where the scorer's JSON holds it.

    `complement`: the scorer counts what is wrong, the row what is right, so that more is always better.
    """

    key: str
    exam: str
    title: str
    path: tuple[str, ...]
    complement: bool = False


# Peers that are packages are measured where they are installed: the extra `bench` brings them.
PACKAGES = {"quantulum3": "bench.quantulum"} if find_spec("quantulum3") else {}
SCRIPTS = {"naive script": "bench.naive", "word diff": "bench.worddiff"}
EXAMS = {
    "own": Exam("own_gold", "", peers=SCRIPTS),
    "revisions": Exam("diff", "revisions-dev.jsonl", peers=SCRIPTS),
    "real": Exam("diff", "real-pairs-dev.jsonl", peers=SCRIPTS),
    "more_real": Exam("diff", "real-pairs-dev-2.jsonl", peers=SCRIPTS),
    "statements": Exam("statements", "statements-dev.jsonl"),
    "cases": Exam("cases", "cases-dev.jsonl"),
    "figures": Exam("figures", "figures-dev.jsonl", peers={"naive script": "bench.naive"} | PACKAGES),
    "short": Exam("figures", "figures-short-dev.jsonl", peers={"naive script": "bench.naive"} | PACKAGES),
    "external": Exam("external", "external-dev.jsonl"),
    "attribution": Exam("attribution", "attribution-dev.jsonl"),
    "alignment": Exam("alignment", "alignment-dev.jsonl"),
    "marks": Exam(
        "worddiff",
        "worddiff-dev.jsonl",
        "--call",
        "revtrack:words",
        {"difflib": "bench.worddiff:marks", "diff-match-patch": "bench.worddiff:characters"},
    ),
}
ROWS = [
    Row(
        "own_labelled", "own", "Changes in [300 pairs of our own](fixtures/gold/README.md), labelled F1", ("labelled",)
    ),
    Row("own_detected", "own", "– found under any label", ("detected",)),
    Row("own_grave", "own", "– graded as severely as they are", ("grave",)),
    Row("own_macro", "own", "– recall, mean over labels", ("macro",)),
    Row("own_form_silent", "own", "– edits of form that say nothing", ("harmless", "form")),
    Row("own_same_quiet", "own", "– of the same meaning, low at most", ("harmless", "same")),
    Row("own_noise_silent", "own", "– pairs of noise alone that raise no alarm", ("silent", "noise")),
    Row("revisions_labelled", "revisions", "Changes in 400 made revisions, labelled F1", ("overall", "labelled_f1")),
    Row("revisions_own", "revisions", "– recall of the very label", ("overall", "own_r")),
    Row("revisions_macro", "revisions", "– F1, mean over labels", ("macro_f1",)),
    Row("revisions_detected", "revisions", "– found under any label", ("overall", "detection_r")),
    Row("revisions_identical", "revisions", "– identical pairs that come back empty", ("quiet", "identical")),
    Row("revisions_noise", "revisions", "– pairs with form-only edits that come back empty", ("quiet", "noise")),
    Row("real_labelled", "real", "Changes in 26 pairs that people revised, labelled F1", ("overall", "labelled_f1")),
    Row("real_detected", "real", "– found under any label", ("overall", "detection_r")),
    Row("more_real_labelled", "more_real", "Changes in 57 more such pairs, labelled F1", ("overall", "labelled_f1")),
    Row("more_real_detected", "more_real", "– found under any label", ("overall", "detection_r")),
    Row("statement_seen", "statements", "356 facts changed in plain words, seen", ("facts", "seen")),
    Row("statement_labelled", "statements", "– with the right label", ("facts", "labelled")),
    Row("statement_grave", "statements", "– graded as severely as they are", ("facts", "grave")),
    Row("statement_precise", "statements", "– changes above low that are one of them", ("precision", "above_low")),
    Row("statement_precise_high", "statements", "– high ones that are", ("precision", "high")),
    Row("statement_account", "statements", "– pairs whose every changed word is accounted for", ("account",)),
    Row("form_silent", "statements", "33 edits of form that say nothing", ("harmless", "form", "alarm"), True),
    Row(
        "same_quiet",
        "statements",
        "114 of the same meaning, low at most",
        ("harmless", "same_meaning", "above_low"),
        True,
    ),
    Row("same_not_high", "statements", "– not high", ("harmless", "same_meaning", "high"), True),
    Row("cases_passed", "cases", "263 small faults from public reports that pass", ("passed",)),
    Row("cases_controls", "cases", "– 62 that were right and stay so", ("controls_passed",)),
    Row("figure_span", "figures", "Figures in news copy, span F1", ("figures", "span", "f1")),
    Row("figure_value", "figures", "– span and value F1", ("figures", "span_value", "f1")),
    Row("date_span", "figures", "Dates in news copy, span F1", ("dates", "span", "f1")),
    Row("short_figure_span", "short", "Figures in short sentences, span F1", ("figures", "span", "f1")),
    Row("external_date_strict", "external", "Dates as others marked them, span F1", ("dates", "all", "strict", "f1")),
    Row("external_date_relaxed", "external", "– spans that overlap, F1", ("dates", "all", "relaxed", "f1")),
    Row("external_figure_core", "external", "Figures as others marked them, F1", ("figures", "all", "core", "f1")),
    Row("external_figure_overlap", "external", "– spans that overlap, F1", ("figures", "all", "overlap", "f1")),
    Row("external_name_exact", "external", "Names as others marked them, span F1", ("names", "all", "exact", "f1")),
    Row("external_name_typed", "external", "– span and type F1", ("names", "all", "typed", "f1")),
    Row(
        "speech_triple",
        "attribution",
        "Reported speech, source + cue + content, F1",
        ("scores", "speech/triple relaxed", "f1"),
    ),
    Row("quote_piece", "attribution", "Quotations, exact F1", ("scores", "quotes/piece exact", "f1")),
    Row("quote_speaker", "attribution", "– with the right speaker", ("scores", "quotes/piece and speaker", "f1")),
    Row("alignment_changed", "alignment", "Sentences that changed, paired right, F1", ("changed",)),
    Row("sentences", "alignment", "Sentence spans, F1", ("sentences",)),
    Row("mark_block", "marks", "Word marks against people's, block F1", ("block", "f1")),
]

Scores = dict[str, dict[str, float]]
"""Row key -> who -> value between 0 and 1; "revtrack" is one of them."""


class ScorerError(Exception):
    """A scorer ended with an error; the text is what it said."""


def measure(peers: bool = True) -> Scores:
    """Every row of every exam whose data are at hand, the exams run side by side; raises ScorerError."""
    exams = {name: exam for name, exam in EXAMS.items() if exam.at_hand}
    jobs = [(name, who, candidate) for name, exam in exams.items() for who, candidate in _candidates(exam, peers)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        reports = list(pool.map(lambda job: _run(EXAMS[job[0]], job[2]), jobs))
    scores: Scores = {row.key: {} for row in ROWS if row.exam in exams}
    for (name, who, _), report in zip(jobs, reports, strict=True):
        for row in ROWS:
            value = _at(report, row.path) if row.exam == name else None
            if value is not None:
                scores[row.key][who] = round(1 - value, 3) if row.complement else value
    return scores


def _candidates(exam: Exam, peers: bool) -> list[tuple[str, str]]:
    return [("revtrack", exam.candidate), *(exam.peers.items() if peers else ())]


def _run(exam: Exam, candidate: str) -> dict[str, Any]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(exam.command(candidate), cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise ScorerError(f"{exam.scorer} on {exam.data or 'fixtures/gold'} with {candidate}:\n{done.stderr}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _at(report: Any, path: tuple[str, ...]) -> float | None:
    """The figure at a path; None where the scorer left the row out, or the candidate gives nothing of the kind."""
    for key in path:
        report = report.get(key) if isinstance(report, dict) else None
    return None if report is None else float(report)
