"""What was removed from an archive for good: the ids named in the texts of the article `removals`.

Nobody can be stopped from keeping an old copy; but no old copy is merged, or sent, that has one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from revtrack.articles import plain_text
from revtrack.articles.paths import stem
from revtrack.errors import UnknownError
from revtrack.index.rows import is_article

if TYPE_CHECKING:
    from revtrack.git import Repository
    from revtrack.git.commit_log import Commit
    from revtrack.store.revisions import Store

ARTICLE = "removals"
_ID = re.compile(rb"\b(?:[0-9a-f]{64}|[0-9a-f]{40})\b")


def named(store: Store, quarantine: Repository, incoming: Iterable[Commit]) -> set[str]:
    """The ids of texts and commits that the notes of removals name, on both sides."""
    try:
        own = [revision.blob for revision in store.revisions(ARTICLE)]
    except UnknownError:
        own = []
    theirs = [
        file.blob
        for commit in incoming
        for file in commit.files
        if is_article(file) and stem(file.path).lower() == ARTICLE
    ]
    texts = quarantine.blobs([*own, *theirs], plain_text.MAX_BYTES)
    return {found.decode() for text in texts for found in _ID.findall(text)}


def is_among(commit: Commit, removed: set[str]) -> bool:
    """Whether a commit, or a text in it, was removed."""
    return commit.id in removed or any(file.blob in removed for file in commit.files)
