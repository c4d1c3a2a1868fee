"""Changed cues, hedges and figures that give way to what turned round: "granted" -> "denied bail" is one change."""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.changes import hedges
from revtrack.changes.statements.edited import EditedSentence, EditedWord
from revtrack.changes.statements.ownership import SAYS_MORE
from revtrack.changes.statements.verdict import Verdict
from revtrack.model import AnyClaim, Attribution, Change, Figure, Passage, Side, Span, Spans
from revtrack.text.expressions import expression
from revtrack.versions.stretches import joined, meet
from revtrack.versions.way import SIDES

# A figure that far behind a word, in code points, is told with it: "rose by 5%", "was up some 5%".
FIGURE_REACH = 12

_THAT = expression(r"^\s*that\b")


class Yielding:
    """The words reported as changed statements, and the changed hedges that give way to them."""

    def __init__(self) -> None:
        self._turned: list[tuple[int, int]] = []
        self._told: dict[Side, list[Span]] = {side: [] for side in SIDES}
        self._hedges: dict[Side, list[Span]] = {side: [] for side in SIDES}
        self._joined: tuple[dict[Side, Spans], dict[Side, Spans]] | None = None

    def enter(self, sentence: EditedSentence, judged: Verdict) -> None:
        """Take in the verdict on a sentence."""
        for finding in judged.findings:
            if finding.label == "reversed" and finding.old and finding.new:
                self._turned.append((sentence.old[finding.old[-1]].end, sentence.new[finding.new[-1]].end))
        self._enter("old", sentence.old, sentence.changed.old, judged)
        self._enter("new", sentence.new, sentence.changed.new, judged)

    def _goes_with(self, old: Figure, new: Figure) -> bool:
        """Whether two figures stand right behind words that turned round: "rose 5%" -> "fell 6%" is one change."""
        return any(_is_behind(old, end) and _is_behind(new, new_end) for end, new_end in self._turned)

    def _enter(self, side: Side, row: Sequence[EditedWord], changed: frozenset[int], judged: Verdict) -> None:
        stated = judged.indices(side)
        for index in changed:
            span = Span(row[index].start, row[index].end)
            if index in stated:
                self._told[side].append(span)
            if hedges.is_hedge(row[index].key) and (index not in stated or row[index].key not in SAYS_MORE):
                self._hedges[side].append(span)

    def gives_way(self, change: Change) -> bool:
        """Whether a changed cue, hedge or figure is told as a statement; a hedge that is not keeps its change."""
        if isinstance(change.old, Figure) and isinstance(change.new, Figure):
            return change.labels == ("value",) and not change.also and self._goes_with(change.old, change.new)
        if self._joined is None:
            told, left = ({side: joined(spans[side]) for side in SIDES} for spans in (self._told, self._hedges))
            self._joined = told, left
        told, left = self._joined
        if _reports_speech(change.old) and _reports_speech(change.new):
            return False
        old, new = _parts(change, change.old), _parts(change, change.new)
        if change.kind == "certainty" and (_any_meets(left["old"], old) or _any_meets(left["new"], new)):
            return False
        return _any_meets(told["old"], old) and _any_meets(told["new"], new)


def _reports_speech(claim: AnyClaim | Passage | None) -> bool:
    """Whether a cue is followed by what was said, not by what was done: "denied that", "denied bail"."""
    if not isinstance(claim, Attribution) or not claim.content:
        return False
    return claim.mode != "indirect" or _THAT.search(claim.text[claim.cue.end - claim.start :]) is not None


def _is_behind(figure: Figure, end: int) -> bool:
    return 0 <= figure.start - end <= FIGURE_REACH


def _any_meets(stretches: Spans, spans: Spans) -> bool:
    return any(meet(stretches, span) for span in spans)


def _parts(change: Change, claim: AnyClaim | Passage | None) -> Spans:
    """The words of one side that may give way."""
    if claim is None or (change.kind != "certainty" and change.labels != ("cue",)):
        return ()
    return claim.cue.spans if isinstance(claim, Attribution) else (claim.span,)
