"""`revtrack import`: the revisions of other archives; importing them twice adds them once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

import revtrack
from revtrack.archive import files, import_sources
from revtrack.shell import exit_codes, options, output, progress_bar
from revtrack.versions import phrases

if TYPE_CHECKING:
    from revtrack.archive.import_run import Dating
    from revtrack.intake.records import Item

Command = TypeVar("Command", bound=Callable[..., Any])

_AT = click.option("--at", metavar="TIME", default="", help="Publication time for records without one.")


def _shared(command: Command) -> Command:
    """The options of every source."""
    for option in (
        options.store,
        options.formats("terminal", "json"),
        click.option("--quiet", is_flag=True, help="Show no progress."),
        click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read only the first N records."),
        click.option("--prefix", default="", metavar="TEXT", help="Put this before the name of every article."),
        click.option("--force", is_flag=True, help="Accept texts less than half as long as the previous revision."),
        click.option("--strict", is_flag=True, help="Stop at the first bad record, and add nothing."),
    ):
        command = option(command)
    return command


def _imported(
    records: Iterable[Item], store: str | None, form: str, quiet: bool, dating: Dating | None = None, **given: Any
) -> int:
    """Add records to the store, print how many there were, and give the exit code."""
    archive = revtrack.open(store)
    with progress_bar.shown(quiet=quiet) as report:
        counts = archive.import_records(records, dating=dating, report=output.note, progress=report, **given)
    output.warn_of_divergence(archive)
    if form == "json":
        output.write(output.json_text(counts.to_dict()))
    else:
        output.write(
            f"{phrases.count(counts.records, 'record')}: {counts.added:,} added, {counts.known:,} already known,"
            f" {counts.set_aside:,} set aside, {counts.skipped:,} skipped"
        )
    return exit_codes.FOUND if counts.skipped else exit_codes.DONE


def _shown(file: str) -> str:
    return "standard input" if file == files.STDIN else file


@click.group("import", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """Import the revisions of another archive.

    A record that cannot be read is reported and skipped; the exit code is then 1. Imports are idempotent: rerun the
    same command to resume.

    \b
    Examples:
      revtrack import jsonl wire.jsonl
      revtrack import git newsroom "news/*.md"
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return exit_codes.FAILED
    return exit_codes.DONE


@command.command("jsonl")
@click.argument("file", metavar="FILE|-")
@_AT
@_shared
def jsonl(file: str, at: str, **given: Any) -> int:
    """Import a file of JSON lines, or standard input (-).

    Each line is an object with "article" or "source", "text" or "html", "time", and optionally "title", "by", "note".

    \b
    Examples:
      revtrack import jsonl wire.jsonl
      revtrack import jsonl - --at 2024-10-31 < wire.jsonl
    """
    with files.opened(file) as stream:
        return _imported(import_sources.jsonl(stream, _shown(file), at), **given)


@command.command("csv")
@click.argument("file", metavar="FILE|-")
@_AT
@_shared
def csv(file: str, at: str, **given: Any) -> int:
    """Import a CSV table; its first row names the columns, which are the fields of `import jsonl`.

    \b
    Examples:
      revtrack import csv wire.csv
      revtrack import csv wire.csv --prefix wire- --strict
    """
    with files.opened(file) as stream:
        return _imported(import_sources.csv(stream, _shown(file), at), **given)


@command.command("newsedits")
@click.argument("database", metavar="DB")
@_shared
def newsedits(database: str, **given: Any) -> int:
    """Import a database of NewsEdits or NewsSniffer: SQLite with a table `entryversion`.

    \b
    Examples:
      revtrack import newsedits newsniffer.db
      revtrack import newsedits newsniffer.db --limit 1000
    """
    return _imported(import_sources.newsedits(database), **given)


@command.command("git")
@click.argument("repo")
@click.argument("pathspecs", nargs=-1, metavar="[PATHSPEC]...")
@_shared
def git(repo: str, pathspecs: tuple[str, ...], **given: Any) -> int:
    """Import the history of articles that are files in the Git repository REPO.

    Imports the files that are articles by the house rules of REPO at HEAD (by default .md, .markdown and .txt files
    except README and the like), or the files that PATHSPEC names, as in `git log`.

    \b
    Examples:
      revtrack import git newsroom
      revtrack import git newsroom "news/*.md" "blog/*.html"
    """
    return _imported(import_sources.git(repo, pathspecs), **given)


@command.command("newsdiffs")
@click.argument("folder", metavar="DIR")
@_shared
def newsdiffs(folder: str, **given: Any) -> int:
    """Import an archive of NewsDiffs: a Git repository, or a folder of them, with addresses as paths.

    \b
    Examples:
      revtrack import newsdiffs articles
      revtrack import newsdiffs articles --format json
    """
    return _imported(import_sources.newsdiffs(folder), **given)


@command.command("web")
@click.argument("path", metavar="DIR|FILE")
@_AT
@_shared
def web(path: str, at: str, **given: Any) -> int:
    """Import web pages: WARC files and saved HTML, one file or all below DIR.

    WARC files need `pip install 'revtrack[archives]'`. Articles are told apart by the canonical address of their pages.

    \b
    Examples:
      revtrack import web captures
      revtrack import web captures/crawl.warc.gz
    """
    from revtrack.intake import captures

    return _imported(import_sources.web(path, at), dating=captures.dated, **given)
