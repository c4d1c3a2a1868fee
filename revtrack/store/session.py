"""A store while its lock is held: everything that a writer needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from revtrack.git import Repository
from revtrack.git.lock import HeldLock
from revtrack.index import commit_manifest
from revtrack.index.commit_manifest import BRANCH
from revtrack.model.listings import Added
from revtrack.store import admission, branch, commits

if TYPE_CHECKING:
    from revtrack.index.revision_index import Index


@dataclass(frozen=True, slots=True)
class Session:
    """What a writer works on until it gives the lock back."""

    repository: Repository
    index: Index
    lock: HeldLock
    durability: str

    def tip(self) -> str:
        """The commit of the revision that was added last, empty if there is none; raises StoreError if it was lost."""
        return branch.tip(self.repository, self.index)

    def add(self, text: admission.Text, force: bool) -> Added:
        """Add one text; raises RefusedError, BusyError, StoreError."""
        tip = self.tip()
        state = self.index.article_state(tip, text.article, text.published)
        same = admission.same_text(text, state)
        if same:
            return Added(same, new=False)
        admission.check_length(text, state, force)
        path = state.path or admission.new_path(text, lambda day: self.index.is_crowded(tip, day, admission.MOST_A_DAY))
        draft = admission.draft(text, path, self.index.last_serial(tip) + 1)
        commit = commits.write(self.repository, BRANCH, draft, tip, self.lock, self.durability)
        self.index.add_commit(tip, commit, text.words, draft.serial)
        revision = commit_manifest.revision(commit, commit.files[0], text.words, state.number)
        return Added(replace(revision, article=state.name or revision.article), new=True)

    def record(self, told: commit_manifest.Trailers, by: str, note: str, now: str) -> str:
        """Record an act on articles, which changes no file; the commit that says so."""
        tip = self.tip()
        serial = self.index.last_serial(tip) + 1
        return commits.write_act(
            self.repository,
            BRANCH,
            commit_manifest.act_message({**told, "Captured": now}, note, serial),
            by,
            now,
            tip,
            self.lock,
            self.durability,
        )
