"""`revtrack card`: one change as a picture to share, or as a fragment of HTML to embed."""

from __future__ import annotations

import os

import click

from revtrack.shell import completion, exit_codes, file_operands, options, output
from revtrack.versions import phrases

BY_SUFFIX = {".svg": "svg", ".png": "png", ".html": "html", ".htm": "html"}


@click.command("card")
@click.argument("article", shell_complete=completion.articles)
@click.argument("number", metavar="CHANGE", type=click.IntRange(min=1))
@click.argument("old", required=False, shell_complete=completion.revisions)
@click.argument("new", required=False, shell_complete=completion.revisions)
@click.option(
    "--format", "form", type=click.Choice(("svg", "png", "html")), help="[default: that of the file's suffix, or svg]"
)
@click.option("-o", "--output", "target", metavar="FILE", help="Write to FILE instead of standard output.")
@options.store
def command(
    article: str, number: int, old: str | None, new: str | None, form: str | None, target: str | None, store: str | None
) -> int:
    """Make a card of one change of ARTICLE: headline, old and new, notice, versions and times.

    CHANGE is its number in the diff of the last two revisions, or of OLD and NEW. SVG and PNG are pictures of 1200 by
    630 (PNG needs the extra "cards"); HTML is a fragment with its own styles for a page of any site.

    \b
    Examples:
      revtrack card story 1 -o card.svg
      revtrack card story 1 first latest -o card.html
      revtrack card story 1 -o card.png
      revtrack card story 1 --format svg > card.svg
    """
    suffix = os.path.splitext(target or "")[1].lower()
    if suffix and suffix not in BY_SUFFIX:
        raise click.UsageError(f"{target}: cards are SVG, PNG or HTML: name a file that ends in .svg, .png or .html")
    diff = file_operands.diff(article, old, new, store)
    if number > len(diff.changes):
        raise click.BadParameter(f"the diff has {phrases.count(len(diff.changes), 'change')}", param_hint="CHANGE")
    from revtrack.report import change_card

    card = change_card.of(diff, number)
    form = form or BY_SUFFIX.get(suffix, "svg")
    made = (change_card.html(card) if form == "html" else change_card.svg(card)).encode()
    if form == "png":
        from revtrack.site import card_picture

        made = card_picture.png(made.decode())
    if target:
        output.write_file(target, made)
    else:
        output.write_bytes(made)
    return exit_codes.DONE
