"""`revtrack site`: a static site of the whole archive; only what changed is written."""

from __future__ import annotations

from typing import Any

import click

import revtrack
from revtrack.shell import exit_codes, output, progress_bar
from revtrack.shell import options as shared
from revtrack.versions import phrases


@click.command("site")
@click.argument("folder")
@click.option("--title", default="", metavar="NAME", help="The name of the publication, over every page.")
@click.option("--include-drafts", "drafts", is_flag=True, help="Also show drafts and embargoed versions.")
@click.option("--base-url", "base", default="", metavar="URL", help="Where the site will be, for the links of feeds.")
@click.option("--rebuild", is_flag=True, help="Make every page again, also of unchanged articles.")
@click.option("--prune-all", is_flag=True, help="Remove every page if no article is left to publish.")
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="How many processes to make pages with."
)
@click.option(
    "--with-page", "with_page", is_flag=True, help="Add the page that compares any two versions of an article."
)
@click.option(
    "--runtime",
    metavar="FILE",
    default="",
    help="The Python for browsers of that page: see `revtrack page`. [default: in the current folder]",
)
@shared.store
def command(folder: str, jobs: int, store: str | None, with_page: bool, runtime: str, **options: Any) -> int:
    """Write a static site of the archive to FOLDER: front page, articles, speakers, search, feeds.

    A second run writes only what changed. Drafts and embargoed versions are left out: what is
    dated in the future, and what its front matter or the house rules do not leave surely public.

    \b
    Examples:
      revtrack site public
      revtrack site public --title "The Arvo Bay Times" --base-url https://changes.example/
      revtrack site public --jobs 2
      revtrack site public --with-page --runtime pyodide-314.0.7.tgz
    """
    from revtrack.browser.runtime import ARCHIVE
    from revtrack.site.builder import SiteOptions, build

    if with_page or runtime:
        options["runtime"] = runtime or ARCHIVE
    with progress_bar.shown(least=progress_bar.MANY) as report:
        made = build(revtrack.open(store), SiteOptions(folder, **options), jobs=jobs, progress=report)
    output.write(
        f"{folder}: {phrases.count(made.articles, 'article')}; files: {made.written:,} written,"
        f" {made.unchanged:,} unchanged, {made.removed:,} removed"
    )
    return exit_codes.DONE
