"""What a place that keeps articles can do, whether it is a store of revtrack's or a newsroom's own repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from revtrack.model import Revision
from revtrack.model.listings import Added, Listing

if TYPE_CHECKING:
    from revtrack.index.database import Ask


class RevisionFiles(Protocol):
    """The bytes of revisions, and what was read from them before."""

    def read_many(self, revisions: Iterable[Revision]) -> Iterator[bytes]:
        """The bytes of several revisions, in their order, from one process."""

    def kept(self, edition: str, key: str) -> bytes | None:
        """What was kept under a key, None where nothing is."""

    def keep(self, edition: str, values: Mapping[str, bytes]) -> None:
        """Keep values for later, for as long as that is convenient; those of other editions go."""


class RevisionSource(RevisionFiles, Protocol):
    """Articles and their revisions; every method raises StoreError where Git fails."""

    path: Path

    def add(
        self,
        content: bytes,
        article: str,
        *,
        suffix: str = ".txt",
        at: str | None = None,
        by: str = "",
        note: str = "",
        source: str = "",
        words: int | None = None,
        now: str,
        force: bool = False,
    ) -> Added:
        """Keep a text as a revision; raises InputError, RefusedError."""

    def tidy(self) -> bool:
        """Do the upkeep that is due, if any; whether it was done."""

    def articles(self) -> list[Listing]:
        """All articles by name."""

    def revisions(self, article: str) -> list[Revision]:
        """The revisions of an article, oldest first, numbered from 1; raises UnknownError."""

    def by_article(self) -> Iterator[list[Revision]]:
        """The revisions of one article after another, by name, as `revisions` gives them."""

    def history(self) -> list[Revision]:
        """The revisions of all articles, oldest first."""

    def find_article(self, name: str) -> str:
        """The article that a name, a path or a unique part of either stands for; raises UnknownError."""

    def find_revision(self, article: str, operand: str) -> Revision:
        """The revision a number, `first`, `latest`, a time or a commit id stands for; raises UnknownError."""

    def default_pair(self, article: str) -> tuple[Revision, Revision]:
        """The two revisions to compare when none are named; raises UnknownError."""

    def read(self, revision: Revision) -> bytes:
        """The bytes of a revision as they were added."""

    def cut_off(self) -> frozenset[str]:
        """The commits of a shallow clone before which there are others that are not here."""

    def tables(self) -> Ask:
        """A way to query SQLite tables of the revisions, for the ledger of changes beside them."""
