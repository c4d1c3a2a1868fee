"""The edits of a repository checked against its house rules: which files, which texts, which findings.

Each article is compared with the version in every parent of the commit to be; in a merge only what is a finding
against each of them is one. Files that are equal byte for byte are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from revtrack import changes, claims
from revtrack.archive import texts
from revtrack.errors import InputError, StoreError
from revtrack.gate import house, review, rewordings

if TYPE_CHECKING:
    from revtrack.finding import Finding, Rewordings
    from revtrack.gate.house import House, Policy
    from revtrack.repositories.staged_edits import Edit, ParentEdits, StagedEdits

_LFS_POINTER = b"version https://git-lfs.github.com/spec/"


class CheckedArticle(NamedTuple):
    """A changed article: what applies to it, and what was found; `error` says why it could not be read."""

    path: str
    policy: Policy
    findings: tuple[Finding, ...] = ()
    error: str = ""
    rewordings: Rewordings | None = None


class _EditFindings(NamedTuple):
    """What applies to an edit and what was found in it, against one parent."""

    policy: Policy
    findings: list[Finding]
    rewordings: Rewordings | None = None


class EditCheck:
    """A check of edits by the rules of a house; `only` are the paths asked for, empty for all."""

    def __init__(
        self,
        edits: StagedEdits,
        house: House,
        now: str,
        branch: str | None = None,
        only: tuple[str, ...] = (),
        advise: bool = False,
    ) -> None:
        self.edits, self.house, self.now = edits, house, now
        self.branch, self.only, self.advise = branch, only, advise
        self._texts: dict[str, str] = {}
        self._commits: tuple[str, str] | None = None

    def run(self, comparisons: list[ParentEdits]) -> list[CheckedArticle]:
        """The changed articles by path; in a merge, those that differ from every parent."""
        # Rules for some branches only were not checked on the branch that is merged in.
        parents = comparisons[:1] if self.house.branches else comparisons
        self._commits = parents[0].commits
        first, *others = ({edit.path: edit for edit in self._articles(one.edits)} for one in parents)
        checked = []
        for path, edit in first.items():
            edits = [edit, *(other[path] for other in others if path in other)]
            if len(edits) == len(parents):
                checked += [one for one in [self._checked(edits)] if one]
        return checked

    def _articles(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        for edit in edits:
            asked = not self.only or any(_is_in(edit.path, path) for path in self.only)
            if asked and edit.old != edit.new and house.is_article(self.house, edit.origin or edit.path).holds:
                yield edit

    def _checked(self, edits: list[Edit]) -> CheckedArticle | None:
        """What is found in an article against each parent, None where one of them does not concern the gate."""
        edits = [self._with_deleted(edit) for edit in edits]
        self._texts.clear()  # a text may occur on several sides of a merge, but in one article
        results: list[_EditFindings] = []
        try:
            for edit in edits:
                found = self._findings(edit)
                if found is not None:
                    results.append(found)
        except InputError as error:
            policy = house.policy(self.house, edits[0].path, "", self.now)
            return CheckedArticle(edits[0].path, policy, (), str(error))
        if len(results) < len(edits):
            return None
        (policy, findings, reworded), *others = results
        for other in others:
            known = {_identity(finding) for finding in other.findings}
            findings = [finding for finding in findings if _identity(finding) in known]
        if findings and texts.is_document(self.edits.read(edits[0].new) or b""):
            # The lines of its text are not lines of the file.
            findings = [finding._replace(line=1, column=1, end=(1, 1)) for finding in findings]
        kept = tuple(review.without_idle_reminder(findings))
        return CheckedArticle(edits[0].path, policy, kept, rewordings=reworded)

    def _with_deleted(self, edit: Edit) -> Edit:
        """A new file with what stood in its place, if it was deleted a short time ago: it was published then."""
        old = "" if edit.old or not edit.new else self.edits.deleted(edit.path, self._base)
        return edit._replace(origin=edit.path, old=old) if old else edit

    @property
    def _base(self) -> str:
        return self._commits[0] if self._commits else "HEAD"

    def _findings(self, edit: Edit) -> _EditFindings | None:
        """What applies to an edit and what is found in it, None where it does not concern the gate."""
        old, new = self._old_text(edit), self._text(edit.new, edit.path)
        policy = house.policy(self.house, edit.path, old or new, self.now)
        published = old and house.is_published(self.house, old, self._branch, self.now).holds
        if not published:
            advised = self.advise and new
            return _EditFindings(policy, review.advice_on(claims.of(new), edit.path, policy)) if advised else None
        if not new:
            return _EditFindings(policy, review.removed(edit.path, policy))
        if _unix_lines(old) == _unix_lines(new):
            return None
        before = claims.of(old)
        diff = changes.between(before, claims.of(new, known=before))
        found = review.findings(diff, edit.path, policy, advise=self.advise)
        return _EditFindings(policy, found, rewordings.of(diff, edit.path, policy, self._commits))

    def _old_text(self, edit: Edit) -> str:
        """The published text, empty where its bytes are not one: a repaired file must pass."""
        try:
            return self._text(edit.old, edit.origin)
        except InputError:
            return ""

    def _text(self, blob: str, path: str) -> str:
        """The text of a blob, empty for none; raises InputError where it is not a text, StoreError where missing."""
        if blob and blob not in self._texts:
            data = self.edits.read(blob)
            if data is None:
                raise StoreError(f"{path}: its text {blob} is missing here: fetch it, in a shallow or partial clone")
            if data.startswith(_LFS_POINTER):
                raise InputError(
                    f"{path}: its text is in Git LFS, where it cannot be checked: keep articles in Git itself, or"
                    " exclude this one in the house rules"
                )
            self._texts[blob] = texts.stored(data, path) if data.strip() else ""
        return self._texts[blob] if blob else ""

    @cached_property
    def _branch(self) -> str:
        return self.edits.branch() if self.branch is None and self.house.branches else self.branch or ""


def _identity(finding: Finding) -> tuple[object, ...]:
    """What makes a finding the same against two parents: its rule and its place in the new version."""
    return finding.code, finding.line, finding.column, finding.new


def _is_in(path: str, folder: str) -> bool:
    return folder in ("", path) or path.startswith(f"{folder}/")


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n")
