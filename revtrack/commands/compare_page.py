"""`revtrack page`: a static page that compares two pasted versions in the reader's browser."""

from __future__ import annotations

from pathlib import Path

import click

from revtrack.shell import exit_codes, output


@click.command("page")
@click.argument("folder")
@click.option(
    "--runtime",
    metavar="FILE",
    default="",
    help="The Python for browsers that the page runs, as `npm pack` fetches it. [default: in the current folder]",
)
def command(folder: str, runtime: str) -> int:
    """Write a page to FOLDER on which two versions are pasted or dropped, and compared in the browser.

    Put the folder on an intranet or any static host: it needs no server program, requests nothing from
    elsewhere, and no text leaves the reader's machine. `npm pack pyodide@314.0.7` fetches the Python for
    browsers that it runs; what was fetched is checked.

    \b
    Examples:
      revtrack page public/compare
      revtrack page public/compare --runtime pyodide-314.0.7.tgz
    """
    from revtrack.browser import page_folder
    from revtrack.browser.runtime import ARCHIVE

    size = page_folder.write(Path(folder), Path(runtime or ARCHIVE))
    output.write(f"{folder}: the page is written ({size / 1e6:.1f} MB); serve the folder over HTTP, from any path")
    return exit_codes.DONE
