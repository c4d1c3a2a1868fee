"""An edit of a newsroom's repository held against its house rules: which files, which texts, which findings.

Each article is compared with what stands in every parent of the commit to be; in a merge a finding is one only if
it is one against each of them. Of files that are the same byte by byte, nothing is computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from revtrack import changes, claims
from revtrack.articles.plain_text import decode
from revtrack.errors import InputError, StoreError
from revtrack.gate import check, house

if TYPE_CHECKING:
    from revtrack.finding import Finding
    from revtrack.gate.house import House, Policy
    from revtrack.repositories.staged_edits import Edit, ParentEdits, StagedEdits


class Checked(NamedTuple):
    """One changed article: what applies to it, and what was found; `error` tells why it could not be read."""

    path: str
    policy: Policy
    findings: tuple[Finding, ...] = ()
    error: str = ""


class Check:
    """One run over the edits of a repository; `only` are the paths asked for, empty for all."""

    def __init__(
        self,
        desk: StagedEdits,
        house: House,
        now: str,
        branch: str | None = None,
        only: tuple[str, ...] = (),
        advise: bool = False,
    ) -> None:
        self.desk, self.house, self.now = desk, house, now
        self.branch, self.only, self.advise = branch, only, advise
        self._texts: dict[str, str] = {}

    def run(self, comparisons: list[ParentEdits]) -> list[Checked]:
        """The changed articles by path; in a merge, what is new against every parent."""
        # Rules that hold on some branches only were not held on the one that is merged in.
        parents = comparisons[:1] if self.house.branches else comparisons
        first, *others = ({edit.path: edit for edit in self._articles(one.edits)} for one in parents)
        checked = []
        for path, edit in first.items():
            edits = [edit, *(other[path] for other in others if path in other)]
            if len(edits) == len(parents):
                checked += [one for one in [self._checked(edits)] if one]
        return checked

    def _articles(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        for edit in edits:
            asked = not self.only or any(_lies_in(edit.path, path) for path in self.only)
            if asked and edit.old != edit.new and house.is_article(self.house, edit.origin or edit.path).holds:
                yield edit

    def _checked(self, edits: list[Edit]) -> Checked | None:
        self._texts.clear()  # one text may stand on several sides of a merge, but in one article
        try:
            found = [self._findings(edit) for edit in edits]
        except InputError as error:
            return Checked(edits[0].path, house.policy(self.house, edits[0].path, "", self.now), (), str(error))
        if None in found:
            return None
        policy, own = found[0]  # type: ignore[misc]
        for other in found[1:]:
            known = {_identity(finding) for finding in other[1]}  # type: ignore[index]
            own = [finding for finding in own if _identity(finding) in known]
        return Checked(edits[0].path, policy, tuple(check.without_idle_reminder(own)))

    def _findings(self, edit: Edit) -> tuple[Policy, list[Finding]] | None:
        """What applies to an edit and what is found in it, None where it does not concern the gate."""
        old, new = self._standing(edit), self._text(edit.new, edit.path)
        policy = house.policy(self.house, edit.path, old or new, self.now)
        published = old and house.is_published(self.house, old, self._branch, self.now).holds
        if not published:
            advised = self.advise and new
            return (policy, check.advice_on(claims.of(new), edit.path, policy)) if advised else None
        if not new:
            return policy, check.removed(edit.path, policy)
        if _lines(old) == _lines(new):
            return None
        before = claims.of(old)
        diff = changes.between(before, claims.of(new, known=before))
        return policy, check.findings(diff, edit.path, policy, advise=self.advise)

    def _standing(self, edit: Edit) -> str:
        """The text that stands; where it is no text nothing can be held against it, and a mended one must pass."""
        try:
            return self._text(edit.old, edit.origin)
        except InputError:
            return ""

    def _text(self, blob: str, path: str) -> str:
        """The text of a blob, empty for none; raises InputError where it is no text, StoreError where it is missing."""
        if blob and blob not in self._texts:
            data = self.desk.read(blob)
            if data is None:
                raise StoreError(f"{path}: its text {blob} is missing here: fetch it, in a shallow or partial clone")
            self._texts[blob] = decode(data, path) if data.strip() else ""
        return self._texts[blob] if blob else ""

    @cached_property
    def _branch(self) -> str:
        return self.desk.branch() if self.branch is None and self.house.branches else self.branch or ""


def _identity(finding: Finding) -> tuple[object, ...]:
    """What is the same of one finding against two parents: its rule and its place in the new version."""
    return finding.code, finding.line, finding.column, finding.new


def _lies_in(path: str, asked: str) -> bool:
    return asked in ("", path) or path.startswith(f"{asked}/")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")
