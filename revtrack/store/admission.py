"""Where a text that comes in belongs: whether it is known, whether it is whole, in which file it lies.

An article lies in the folder of the day of its first revision, `2024/10/31/storm-ulla.txt`; where a day has very many,
in one of 256 folders below it, `2024/10/31/a7/storm-ulla.txt`: Git rewrites the list of a folder at each add.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from revtrack import git
from revtrack.articles import paths, plain_text, slugs, times
from revtrack.errors import RefusedError
from revtrack.index.commit_manifest import Draft
from revtrack.model import Revision

if TYPE_CHECKING:
    from revtrack.index.tables import ArticleState

MOST_A_DAY = 256

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A text to be added, and what is said of it; `at` is when it was published.

    Of a document whose text only its reader knows, `words` is how many it has; plain text is counted here. `facts`
    are further trailers of its commit, names and values, such as how it was fetched.
    """

    content: bytes
    article: str
    suffix: str = ".txt"
    at: str | None = None
    by: str = ""
    note: str = ""
    source: str = ""
    words: int | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was read well: its article a slug, its times normalised, its words counted."""

    incoming: Incoming
    article: str
    published: str
    added: str
    words: int


def read(incoming: Incoming, now: str) -> Text:
    """A text decoded and checked; raises InputError."""
    words = incoming.words
    if words is None:
        words = len(plain_text.decode(incoming.content, incoming.article + incoming.suffix).split())
    name = slugs.slug(incoming.article)
    return Text(incoming, name, times.normalise(incoming.at) if incoming.at else now, now, words)


def same_text(text: Text, state: ArticleState) -> Revision | None:
    """The revision that has these bytes already, None if the text is new."""
    # Without a time of its own a text is held against the latest, even one dated ahead of now. One with a time may have
    # brothers of the same moment: each of them, and what stood before them all, is known when it comes again.
    others = (state.moment or (state.before,)) if text.incoming.at else (state.latest,)
    return next((one for one in others if one and one.blob == git.blob_id(text.incoming.content, one.blob)), None)


def check_length(text: Text, state: ArticleState, force: bool) -> None:
    """Raise RefusedError for a text that lost more than half the words of the one before it.

    Among brothers of one moment there is no before and after: the longest of them counts.
    """
    before = max(state.moment, key=lambda one: one.words, default=state.before)
    if before and text.words * 2 < before.words and not force:
        raise RefusedError(
            f"{before.article}: has {text.words:,} words, the revision before it {before.words:,}: if it was not cut"
            " off (a paywall, a broken download), add it with --force"
        )


def new_path(text: Text, is_crowded: Callable[[str], bool]) -> str:
    """The file of an article that has none yet; `is_crowded` tells of a day's folder that it is full."""
    day = text.published[:10].replace("-", "/")
    # By the name in small letters, as articles are told apart, so that any machine finds the same folder.
    folder = f"{hashlib.sha256(text.article.casefold().encode()).hexdigest()[:2]}/" if is_crowded(day) else ""
    return f"{day}/{folder}{text.article}{_kept(text.incoming.suffix)}"


def draft(text: Text, path: str, serial: int) -> Draft:
    """The revision to be written to a path."""
    incoming = text.incoming
    return Draft(
        paths.stem(path),
        path,
        incoming.content,
        text.published,
        text.added,
        incoming.by,
        incoming.note,
        incoming.source,
        text.words,
        serial,
        incoming.facts,
    )


def _kept(suffix: str) -> str:
    return suffix.lower() if _SUFFIX.fullmatch(suffix) else ".txt"
