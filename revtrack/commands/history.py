"""`revtrack history`: each claim of an article as a line of life over all its revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from revtrack import history
from revtrack.archive import revision_steps
from revtrack.model import AnyClaim
from revtrack.shell import operands, options, output

if TYPE_CHECKING:
    from revtrack.model import Revision
    from revtrack.model.lives import Life


@click.command("history")
@click.argument("article")
@options.kinds(*(claim.kind for claim in get_args(AnyClaim)))
@click.option("--match", metavar="WORDS", default="", help="Only claims with these words, in any order.")
@click.option("--all", "show_all", is_flag=True, help="Show claims that never changed as well.")
@options.formats("terminal", "json", "markdown")
@options.store
def command(article: str, kinds: tuple[str, ...], match: str, show_all: bool, form: str, store: str | None) -> int:
    """Show what each claim of ARTICLE was in all its revisions, r1 being the first.

    One that never changed is only counted, unless --all or --match asks for it.

    \b
    Examples:
      revtrack history story
      revtrack history story --kind figure --match people
      revtrack history story --format json
    """
    archive = operands.archive(store)
    revisions = archive.revisions(operands.article(archive, article))
    taken = revision_steps.told(archive, revisions)
    wanted = match.casefold().split()
    lives = [life for life in history.lives(taken) if _fits(life, kinds, wanted)]
    _print(lives, [revision for revision, _ in taken], show_all or bool(wanted), form)
    return 0


def _print(lives: list[Life], revisions: list[Revision], show_all: bool, form: str) -> None:
    if form == "json":
        output.write(output.json_text(_document(lives, revisions)))
        return
    from revtrack.report import history_text as report

    shown = [life for life in lives if life.changed or show_all]
    unchanged = len(lives) - len(shown)
    if form == "markdown":
        output.write_bytes(report.markdown(shown, revisions, unchanged=unchanged).encode())
    else:
        colour, width = output.has_colours(), output.width()
        output.write(report.terminal(shown, revisions, colour=colour, width=width, unchanged=unchanged))


def _fits(life: Life, kinds: tuple[str, ...], words: list[str]) -> bool:
    """Whether a life is of a kind and has the words asked for."""
    said = " ".join([life.subject, *(value for stage in life.stages for value in stage.values)]).casefold()
    return (not kinds or life.kind in kinds) and all(word in said for word in words)


def _document(lives: list[Life], revisions: list[Revision]) -> dict[str, Any]:
    return {
        "schema": "revtrack.history/1",
        "article": revisions[-1].article,
        "revisions": [revision.to_dict() for revision in revisions],
        "lives": [life.to_dict() for life in lives],
    }
