"""A run of `revtrack check`: the house rules in force, the edits to check, and the trailers that accept findings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from revtrack.archive import files, house_file
from revtrack.archive.edit_check import CheckedArticle, EditCheck
from revtrack.errors import InputError, UnknownError
from revtrack.gate import review
from revtrack.gate.house import BUILT_IN, FILES, House, Policy
from revtrack.model.record import Frozen, record
from revtrack.repositories.staged_edits import StagedEdits

if TYPE_CHECKING:
    from revtrack.finding import Finding, Rewordings
    from revtrack.gate.house import FailOn
    from revtrack.gate.trailers import Trailer


@record
class CheckResult(Frozen):
    """What was found in how many changed articles; `stopping` of the findings block the edit.

    `errors` name articles that could not be read, `notes` what else the user should know, `rewordings` how many
    sentences of each article were reworded without a finding.
    """

    findings: tuple[Finding, ...]
    articles: int
    stopping: int
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rewordings: tuple[Rewordings, ...] = ()


@record
class Scope(Frozen):
    """What to check: the index against HEAD, or the commits from the merge base of `old` and `new` up to `new`.

    `paths` are files and folders as named from `start`, none for all. `amend` compares with the parent of HEAD,
    and so does `committing`, the process of a `git commit`, if that amends.
    `message` is the file of a commit message with trailers; `config` a file of house rules, instead of those of the
    version that is checked; `branch` the branch the edit is for, instead of the one checked out.
    """

    start: Path
    paths: Sequence[str] = ()
    old: str | None = None
    new: str | None = None
    amend: bool = False
    message: str | None = None
    fail_on: FailOn | None = None
    config: str | None = None
    branch: str | None = None
    committing: int | None = None


class CheckRun:
    """A check of what is about to be committed, or of commits; every method raises RevtrackError."""

    def __init__(self, scope: Scope) -> None:
        if scope.new and not scope.old:
            raise InputError("--to needs a commit to compare with: give --from as well")
        self.scope, self.notes = scope, list[str]()
        self._edited_rules = ""  # the file of house rules that the edit changes
        self.edits = StagedEdits(scope.start, os.environ.get("GIT_INDEX_FILE", ""))
        self.house = self._house()
        self.paths = tuple(_path(self.edits, name) for name in scope.paths)
        self.now = datetime.now(UTC).isoformat(timespec="seconds")

    def result(self, *, advice: bool = False) -> CheckResult:
        """The findings; with `advice` also quotations and sources without a name."""
        run = EditCheck(self.edits, self.house, self.now, self.scope.branch, self.paths, advice)
        if self.scope.old:
            checked = run.run([self.edits.between(self.scope.old, self.scope.new or "HEAD")])
        else:
            checked = run.run(self.edits.staged(amend=self._amends))
        articles = len(checked)
        checked = self._accepted([*self._of_rules(), *checked])
        return CheckResult(
            tuple(finding for one in checked for finding in review.with_stops(one.findings, one.policy)),
            articles,
            sum(len(review.stopping(one.findings, one.policy)) for one in checked),
            tuple(one.error for one in checked if one.error),
            tuple(self.notes),
            tuple(one.rewordings for one in checked if one.rewordings),
        )

    @cached_property
    def _amends(self) -> bool:
        return self.scope.amend or (self.scope.committing is not None and self.edits.are_amended(self.scope.committing))

    def _house(self) -> House:
        """The house rules in force: those of the version that the edit starts from, never those of the edit itself."""
        if self.scope.config:
            house = house_file.parse_file(files.read(self.scope.config), self.scope.config)
            if house is None:
                name = self.scope.config
                raise InputError(f"{name}: has no [tool.revtrack] table: add one, or name another file")
        else:
            edited = self._committed(self._edited())
            house = self._before(edited)
            if house != edited:
                self._edited_rules = next(one.source for one in (edited, house) if one.source != BUILT_IN)
            elif house.source == BUILT_IN and os.path.exists(self.edits.top / FILES[0]):
                self.notes.append(f"{FILES[0]} does not apply yet: commit it first")
        return house.with_fail_on(self.scope.fail_on) if self.scope.fail_on else house

    def _before(self, edited: House) -> House:
        """The house rules from before the edit; if they cannot be read, those that put them right."""
        try:
            return self._committed(self._base())
        except InputError as error:
            self.notes.append(f"{error}; this is committed, so the rules of this edit apply")
            return edited

    def _committed(self, side: str) -> House:
        """The house rules of a commit, or of the index for an empty name."""
        return house_file.parse(lambda name: self.edits.read(f"{side}:{name}"))

    def _base(self) -> str:
        """The commit that the edit starts from; where it starts from nothing, the one that it ends with."""
        scope = self.scope
        if scope.old:
            return self.edits.base(scope.old, scope.new or "HEAD") or self._edited()
        return "HEAD^" if self._amends else "HEAD"

    def _edited(self) -> str:
        return self.edits.commit(self.scope.new or "HEAD") if self.scope.old else ""

    def _of_rules(self) -> list[CheckedArticle]:
        """The finding for house rules that the edit changes, under the file they are in."""
        if not self._edited_rules:
            return []
        policy = Policy(self.house.layers, self.house.accepts)
        findings = tuple(review.house_rules(self._edited_rules, policy))
        return [CheckedArticle(self._edited_rules, policy, findings)]

    def _accepted(self, checked: list[CheckedArticle]) -> list[CheckedArticle]:
        """The articles with the findings that trailers accept settled, and last the message if a trailer is wrong."""
        scope = self.scope
        if "trailer" not in self.house.accepts or not (scope.message or scope.old):
            return checked
        from revtrack.gate import trailers  # loads the reader of marks, which few edits need

        found = self._trailers()
        settled = [
            one._replace(findings=tuple(review.without_idle_reminder(trailers.settled(one.findings, found))))
            for one in checked
        ]
        if scope.message and checked:
            own = trailers.faults((finding for one in checked for finding in one.findings), found, scope.message)
            settled.append(checked[0]._replace(path=scope.message, findings=tuple(own)))
        return settled

    def _trailers(self) -> list[Trailer]:
        from revtrack.gate import trailers

        if self.scope.message:
            return trailers.find(files.read(self.scope.message).decode("utf-8", "replace"))
        messages = self.edits.messages(self.scope.old or "", self.scope.new or "HEAD")
        return [trailer for message, paths in messages for trailer in trailers.find(message, paths)]


def _path(edits: StagedEdits, name: str) -> str:
    """A path asked for, from the top of the repository; raises UnknownError where there is no such file."""
    path = edits.path(name)
    if not os.path.lexists(edits.top / path) and not edits.tracks(path):
        raise UnknownError(f"{name}: no such file or folder: check the name")
    return path
