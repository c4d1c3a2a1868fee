"""Acts on articles, recorded as commits that change no file: a revision taken back, an article renamed or joined.

Nothing is rewritten and nothing is lost: the text that was taken back stays in Git and can be named by its commit, and
a name that an article had before leads to it for good.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from shlex import quote
from typing import TYPE_CHECKING

from revtrack.articles import slugs, times
from revtrack.errors import RefusedError, UnknownError
from revtrack.git import commit_log
from revtrack.index import commit_manifest
from revtrack.index.act_tables import CAPTURE, JOIN, RENAME, UNDO
from revtrack.index.rows import is_article, is_same_again
from revtrack.store import commits

if TYPE_CHECKING:
    from revtrack.index.commit_manifest import Trailers
    from revtrack.model.recorded_acts import RecordedAct
    from revtrack.store.revisions import Store
    from revtrack.store.session import Session

HOUR = 3600  # seconds for which an add can be taken back
MOST = 10_000  # commits looked through for it


def undo(store: Store, by: str, note: str, now: str) -> RecordedAct:
    """Take back what a person added, renamed or joined last; raises RefusedError where that is an hour ago."""

    def told(session: Session) -> Trailers:
        commit = _last(store, session.tip(), by, now)
        named = commit_manifest.read(commit.message)[1].get("Article", "")
        return {"Act": UNDO, "Of": commit.id, "Article": store.index.article_name(session.tip(), named) or named}

    return _recorded(store, told, by, note, now)


def rename(store: Store, article: str, name: str, by: str, note: str, now: str) -> RecordedAct:
    """Give an article another name; raises RefusedError where it is that of another article."""
    new = slugs.slug(name)

    def told(session: Session) -> Trailers:
        old = store.find_article(article)
        other = store.index.article_name(session.tip(), new)
        if other and other != old:
            raise RefusedError(
                f"{new}: is the name of another article: to make them one, `revtrack join {old} {other}`"
            )
        if new == old:
            raise RefusedError(f"{old}: has this name already: give another one")
        return {"Act": RENAME, "Article": old, "Name": new}

    return _recorded(store, told, by, note, now)


def join(store: Store, article: str, to: str, by: str, note: str, now: str) -> RecordedAct:
    """Make an article part of another one; raises RefusedError where both are one already."""

    def told(_: Session) -> Trailers:
        one, other = store.find_article(article), store.find_article(to)
        if one == other:
            raise RefusedError(f"{article} and {to} are one article already, {one}: name two")
        return {"Act": JOIN, "Article": one, "Name": other}

    return _recorded(store, told, by, note, now)


def capture(store: Store, article: str, commit: str, address: str, now: str) -> RecordedAct:
    """Record where others keep a copy of the page of a revision, once for each address; raises UnknownError."""
    revision = store.find_revision(store.find_article(article), commit)
    for known in store.index.acts(store.tip()):
        if (known.kind, known.of, known.name) == (CAPTURE, revision.commit, address):
            return known
    told = {"Act": CAPTURE, "Of": revision.commit, "Article": revision.article, "Name": " ".join(address.split())}
    return _recorded(store, lambda _: told, "", "", now)


def of(store: Store, article: str | None = None) -> list[RecordedAct]:
    """What was done to an article under any of its names, or to all."""
    tip = store.tip()
    found = store.index.acts(tip)
    if article is None or not found:
        return found
    names = {store.find_article(article)}
    names.update(old for old, now in store.index.aliases(tip) if now in names)
    about: dict[str, RecordedAct] = {}
    for act in found:
        if act.of in about or {act.article, act.name} & names:
            about[act.commit] = act
            names |= {act.article, act.name} if act.kind == RENAME else set()
    return list(about.values())


def _recorded(store: Store, told: Callable[[Session], Trailers], by: str, note: str, now: str) -> RecordedAct:
    with store.writing() as session:
        commit = store.retried(lambda: session.record(told(session), by, note, now))
    return next(one for one in store.index.acts(store.tip()) if one.commit == commit)


def _last(store: Store, tip: str, by: str, now: str) -> commit_log.Commit:
    """The last commit of a person, unless it is taken back already; raises RefusedError, UnknownError."""
    if not tip:
        raise UnknownError(f"{store.path}: has no revision yet: add one with `revtrack add FILE`")
    (name, email), since = commits.person(store.repository, by), times.to_seconds(now) - HOUR
    done = store.index.undone(tip)
    others = ""
    found = commit_log.read(store.repository, tip, "--topo-order", "--no-renames")
    for commit in islice(found, MOST):
        trailers = commit_manifest.read(commit.message)[1]
        acted = trailers.get("Act", "") if not commit.files else ""
        is_addition = is_same_again(commit) or (bool(trailers) and any(map(is_article, commit.files)))
        if commit.committed < since:
            break
        if commit.id in done or not (is_addition or acted in (RENAME, JOIN)):
            continue
        if commit.author == name and commit.email == (email if email or not by else commit.email):
            return commit
        others = others or commit_manifest.person(commit.author, commit.email)
    if others:
        advice = f"the last text is by {others}: take that back with `revtrack undo --by {quote(others)}`"
    else:
        advice = "to put an earlier text back, add it again"
    who = commit_manifest.person(name, email) or "somebody without a name"
    raise RefusedError(f"{store.path}: nothing was added by {who} within the hour: {advice}")
