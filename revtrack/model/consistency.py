"""Whether what was read from JSON fits together: each place within its text, each index within its list.

The types alone do not say so, and whoever prints a saved diff relies on it. What is written by this program always
fits; a file that was cut or edited by hand may not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from revtrack.model.change import Diff, Mark
from revtrack.model.claim import Claims
from revtrack.model.serialisation import UnfitError
from revtrack.model.spans import Span, Spans

_PARTS = ("source", "cue", "spans", "content")


def check_claims(claims: Claims, place: str = "") -> None:
    """Raise UnfitError where the claims do not fit their text."""
    version, dot = _SavedVersion(claims), f"{place}." if place else ""
    version.check(claims.sentences, f"{dot}sentences")
    version.check(claims.claims, f"{dot}claims")
    version.check(claims.warnings, f"{dot}warnings")
    version.check(claims.blocks, f"{dot}blocks")
    covered = 0
    for index, block in enumerate(claims.blocks):
        if not covered == block.first <= block.last <= version.sentences:
            raise UnfitError("must have sentences of the text, each once", f"{dot}blocks[{index}]")
        covered = block.last
    if covered != version.sentences:
        raise UnfitError("must have sentences of the text, each once", f"{dot}blocks")


def check_diff(diff: Diff) -> None:
    """Raise UnfitError where a diff does not fit its two versions."""
    check_claims(diff.before, "before")
    check_claims(diff.after, "after")
    old, new = _SavedVersion(diff.before), _SavedVersion(diff.after)
    for index, op in enumerate(diff.sentences):
        place = f"sentences[{index}]"
        old.check_sentences(op.old, op.old_spans, place)
        new.check_sentences(op.new, op.new_spans, place)
        for mark in op.marks:
            _check_mark(mark, old, new, place)
    old.check_covered([index for op in diff.sentences for index in op.old])
    new.check_covered([index for op in diff.sentences for index in op.new])
    for name in ("changes", "furniture"):
        for index, change in enumerate(getattr(diff, name)):
            place = f"{name}[{index}]"
            if not change.labels:
                raise UnfitError("must have a label", place)
            for pair in (change, *change.also):
                if not pair.old and not pair.new:
                    raise UnfitError("must have an old or a new side", place)
                old.check(pair.old, place)
                new.check(pair.new, place)
    account = diff.words
    parts = account.claims, account.form, account.same_meaning, account.statements
    if min(parts) < 0 or sum(parts) != account.changed:
        raise UnfitError("must have parts that add up to what changed", "words")
    for index, notice in enumerate(diff.notices):
        place = f"notices[{index}]"
        (old if notice.side == "old" else new).check(notice, place)
        _check_indices(notice.changes, len(diff.changes), f"{place}.changes")


@dataclass(frozen=True, slots=True)
class _SavedVersion:
    """What places in one version must lie within."""

    claims: Claims

    @property
    def sentences(self) -> int:
        return len(self.claims.sentences)

    def check(self, value: Any, place: str) -> None:
        """A span, a value with a start and an end, or a tuple of these; and what it has of such parts."""
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                self.check(item, f"{place}[{index}]")
        elif value is not None:
            if not 0 <= value.start <= value.end <= len(self.claims.text):
                raise UnfitError("must lie within the text", place)
            if not 0 <= getattr(value, "sentence", 0) < max(self.sentences, 1):
                raise UnfitError("must name a sentence of the text", place)
            for name in _PARTS:
                self.check(getattr(value, name, None), f"{place}.{name}")

    def check_sentences(self, indices: tuple[int, ...], spans: Spans, place: str) -> None:
        """The sentences of one side of an operation."""
        _check_indices(indices, self.sentences, place)
        self.check(spans, place)
        if len(indices) != len(spans):
            raise UnfitError("must have a span for each sentence", place)

    def check_covered(self, indices: list[int]) -> None:
        """Every sentence has a part in exactly one operation."""
        if sorted(indices) != list(range(self.sentences)):
            raise UnfitError("must name each sentence of both versions once", "sentences")


def _check_mark(mark: Mark, old: _SavedVersion, new: _SavedVersion, place: str) -> None:
    old.check(Span(mark.old_start, mark.old_end), f"{place}.marks")
    new.check(Span(mark.new_start, mark.new_end), f"{place}.marks")


def _check_indices(indices: tuple[int, ...], count: int, place: str) -> None:
    if not all(0 <= index < count for index in indices):
        raise UnfitError("must be indices of what is there", place)
