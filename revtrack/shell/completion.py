"""Names of articles, revisions and files, for the completion of a shell.

A shell completes nothing rather than showing an error: what goes wrong here is silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    import revtrack

MOST = 200  # articles that a shell is given


def articles(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Articles that begin with what is typed, their revisions behind `@`; else those that contain it, and files."""
    from click.shell_completion import CompletionItem

    import revtrack
    from revtrack.errors import RevtrackError

    name, at, _ = incomplete.rpartition("@")
    try:
        archive = revtrack.open(_store(ctx))
        if at:
            return _revisions(archive, name, incomplete)
        listings = archive.articles()
    except (RevtrackError, OSError):
        return [CompletionItem(incomplete, type="file")]
    begun = [one for one in listings if one.article.startswith(incomplete)]
    found = begun or [one for one in listings if incomplete in one.article]
    items = [CompletionItem(one.article, help=f"{one.revisions} versions") for one in found[:MOST]]
    return items or [CompletionItem(incomplete, type="file")]


def revisions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The revisions of the article that is named before, or files where two files are compared."""
    from click.shell_completion import CompletionItem

    import revtrack
    from revtrack.errors import RevtrackError

    try:
        found = _revisions(revtrack.open(_store(ctx)), ctx.params.get("article") or "", incomplete)
    except (RevtrackError, OSError):
        found = []
    return found or [CompletionItem(incomplete, type="file")]


def _store(ctx: click.Context) -> str | None:
    store: str | None = ctx.params.get("store") or ctx.find_root().params.get("store")
    return store


def _revisions(archive: revtrack.Archive, name: str, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    latest = archive.revision(name)
    own = archive.source.revisions(latest.article)[::-1]
    prefix = f"{name}@" if incomplete.startswith(f"{name}@") else ""
    named = [("latest", latest.time), ("first", own[-1].time), *((str(one.number), one.time) for one in own)]
    return [
        CompletionItem(prefix + operand, help=time)
        for operand, time in named
        if (prefix + operand).startswith(incomplete)
    ]
