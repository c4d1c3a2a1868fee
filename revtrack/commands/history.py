"""`revtrack history`: each claim of an article over all its revisions."""

from __future__ import annotations

from typing import get_args

import click

import revtrack
from revtrack.model import AnyClaim, Kind
from revtrack.shell import completion, exit_codes, options, output, progress_bar


@click.command("history")
@click.argument("article", shell_complete=completion.articles)
@options.kinds(*(claim.kind for claim in get_args(AnyClaim)), "statement")
@click.option("--match", metavar="WORDS", default="", help="Only claims with these words, in any order.")
@click.option("--all", "show_all", is_flag=True, help="Also show claims that never changed.")
@options.formats("terminal", "json", "markdown")
@options.store
def command(article: str, kinds: tuple[Kind, ...], match: str, show_all: bool, form: str, store: str | None) -> int:
    """Show what each claim of ARTICLE was in all its revisions; r1 is the first.

    Claims that never changed are only counted, unless --all or --match is given.

    \b
    Examples:
      revtrack history story
      revtrack history story --kind figure --match people
      revtrack history story --format json
    """
    with progress_bar.shown(least=progress_bar.MANY) as report:
        found = revtrack.open(store).history(article, kinds=kinds, match=match, progress=report)
    output.note_left_out(found.left_out)
    if found.taken_back:
        from revtrack.versions import phrases

        count = phrases.count(len(found.taken_back), "revision")
        output.note(f"{count} taken back and not shown: see `revtrack log {found.article}`")
    if form == "json":
        output.write(output.json_text(found.to_dict()))
        return exit_codes.DONE
    from revtrack.report import history_text

    shown = [life for life in found.lives if life.changed or show_all or match.strip()]
    unchanged = len(found.lives) - len(shown)
    if form == "markdown":
        output.write_bytes(history_text.markdown(shown, found.revisions, unchanged=unchanged).encode())
    else:
        colour, width = output.has_colours(), output.width()
        output.write_paged(
            history_text.terminal(shown, found.revisions, colour=colour, width=width, unchanged=unchanged)
        )
    return exit_codes.DONE
