"""`revtrack import`: the revisions of other archives; importing them twice adds them once."""

from __future__ import annotations

from typing import Any

import click

from revtrack.archive import files, import_sources
from revtrack.shell import exit_codes, import_options
from revtrack.shell.import_options import imported, shared


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


@command.command("jsonl", short_help="JSON lines.")
@click.argument("file", metavar="FILE|-")
@import_options.at
@shared
def jsonl(file: str, at: str, **given: Any) -> int:
    """Import a file of JSON lines, or standard input (-).

    Each line is an object with "article" or "source", "text" or "html", "time", and optionally "title", "by", "note".

    \b
    Examples:
      revtrack import jsonl wire.jsonl
      revtrack import jsonl - --at 2024-10-31 < wire.jsonl
    """
    with files.opened(file) as stream:
        return imported(import_sources.jsonl(stream, _shown(file), at), **given)


@command.command("csv", short_help="CSV and other tables, columns mapped.")
@click.argument("file", metavar="FILE|-")
@import_options.columns
@import_options.time_format
@click.option("--encoding", default="", metavar="NAME", help="Encoding of a file that is not UTF-8: windows-1252.")
@import_options.at
@shared
def csv(file: str, columns: tuple[str, ...], time_format: str, encoding: str, at: str, **given: Any) -> int:
    """Import a table whose first row names the columns: CSV with commas, semicolons or tabs.

    Columns named as the fields of `import jsonl` are found by themselves; --map says which are the others.

    \b
    Examples:
      revtrack import csv wire.csv
      revtrack import csv scraped.csv --map article=url,time=captured_at,text=body
      revtrack import csv excel.csv --encoding windows-1252 --time-format "%d.%m.%Y %H:%M"
    """
    with files.opened(file) as stream:
        records = import_sources.csv(stream, _shown(file), at, columns, time_format, encoding)
        return imported(records, **given)


@command.command("sqlite", short_help="A table in an SQLite database, columns mapped.")
@click.argument("database", metavar="DB")
@click.option("--table", default="", metavar="NAME", help="The table to read. [default: the only one]")
@import_options.columns
@import_options.time_format
@import_options.at
@shared
def sqlite(database: str, table: str, columns: tuple[str, ...], time_format: str, at: str, **given: Any) -> int:
    """Import a table of any layout from an SQLite database; its columns are mapped as those of `import csv`.

    \b
    Examples:
      revtrack import sqlite scraped.db --map article=url,time=captured_at,text=body
      revtrack import sqlite scraped.db --table snapshots --map article=url,time=captured_at,html=page
    """
    return imported(import_sources.sqlite(database, table, at, columns, time_format), **given)


@command.command("newsedits", short_help="A database of NewsEdits or NewsSniffer.")
@click.argument("database", metavar="DB")
@shared
def newsedits(database: str, **given: Any) -> int:
    """Import a database of NewsEdits or NewsSniffer: SQLite with a table `entryversion`.

    \b
    Examples:
      revtrack import newsedits newsniffer.db
      revtrack import newsedits newsniffer.db --limit 1000
    """
    return imported(import_sources.newsedits(database), **given)


@command.command("diffengine", short_help="The database of diffengine.")
@click.argument("path", metavar="DIR|DB")
@shared
def diffengine(path: str, **given: Any) -> int:
    """Import the database of diffengine: its home folder, or diffengine.db itself.

    \b
    Examples:
      revtrack import diffengine diffengine-home
      revtrack import diffengine diffengine-home/diffengine.db
    """
    return imported(import_sources.diffengine(path), **given)


@command.command("changedetection", short_help="The data folder of changedetection.io.")
@click.argument("folder", metavar="DIR")
@shared
def changedetection(folder: str, **given: Any) -> int:
    """Import the data folder of changedetection.io: every snapshot of what it watches.

    Compressed snapshots (.br) need `pip install 'revtrack[archives]'`.

    \b
    Examples:
      revtrack import changedetection datastore
      revtrack import changedetection datastore --prefix watched-
    """
    return imported(import_sources.changedetection(folder), **given)


@command.command("openterms", short_help="A repository of Open Terms Archive.")
@click.argument("repo")
@shared
def openterms(repo: str, **given: Any) -> int:
    """Import a repository of Open Terms Archive, of versions or of snapshots.

    \b
    Examples:
      revtrack import openterms contrib-versions
      revtrack import openterms contrib-versions --limit 1000
    """
    return imported(import_sources.openterms(repo), **given)


@command.command("mediawiki", short_help="An XML dump of MediaWiki, such as Wikinews.")
@click.argument("file", metavar="DUMP|-")
@shared
def mediawiki(file: str, **given: Any) -> int:
    """Import an XML dump of MediaWiki, such as Wikinews: every revision of every article.

    The dump may be packed (.bz2, .gz, .xz); pipe in a .7z file: 7z x -so DUMP.7z | revtrack import mediawiki -

    \b
    Examples:
      revtrack import mediawiki wikinews.xml.bz2
      revtrack import mediawiki - < wikinews.xml
    """
    with files.opened(file) as stream:
        return imported(import_sources.mediawiki(stream, _shown(file)), **given)


@command.command("wordpress", short_help="What the REST API of WordPress answers.")
@click.argument("path", metavar="DIR|FILE")
@shared
def wordpress(path: str, **given: Any) -> int:
    """Import the revisions of a WordPress site: what its REST API answers, as JSON files.

    The files hold posts, their revisions and the users, each as /wp-json/wp/v2 gives them.

    \b
    Examples:
      revtrack import wordpress wordpress
      revtrack import wordpress wordpress/posts.json
    """
    return imported(import_sources.wordpress(path), **given)


@command.command("git", short_help="Articles as files in a Git repository.")
@click.argument("repo")
@click.argument("pathspecs", nargs=-1, metavar="[PATHSPEC]...")
@shared
def git(repo: str, pathspecs: tuple[str, ...], **given: Any) -> int:
    """Import the history of articles that are files in the Git repository REPO.

    Imports the files that are articles by the house rules of REPO at HEAD (by default .md, .markdown and .txt files
    except README and the like), or the files that PATHSPEC names, as in `git log`.

    \b
    Examples:
      revtrack import git newsroom
      revtrack import git newsroom "news/*.md" "blog/*.html"
    """
    return imported(import_sources.git(repo, pathspecs), **given)


@command.command("newsdiffs", short_help="An archive of NewsDiffs.")
@click.argument("folder", metavar="DIR")
@shared
def newsdiffs(folder: str, **given: Any) -> int:
    """Import an archive of NewsDiffs: a Git repository, or a folder of them, with addresses as paths.

    \b
    Examples:
      revtrack import newsdiffs articles
      revtrack import newsdiffs articles --format json
    """
    return imported(import_sources.newsdiffs(folder), **given)


@command.command("web", short_help="WARC files and saved web pages.")
@click.argument("path", metavar="DIR|FILE")
@import_options.at
@shared
def web(path: str, at: str, **given: Any) -> int:
    """Import web pages: WARC files and saved HTML, one file or all below DIR.

    WARC files need `pip install 'revtrack[archives]'`. Articles are told apart by the canonical address of their pages.

    \b
    Examples:
      revtrack import web captures
      revtrack import web captures/crawl.warc.gz
    """
    from revtrack.intake import captures

    return imported(import_sources.web(path, at), dating=captures.dated, **given)


@command.command("cdx", short_help="Captures of a CDX list, from WARC files.")
@click.argument("file", metavar="LIST|-")
@click.argument("path", metavar="DIR|FILE")
@shared
def cdx(file: str, path: str, **given: Any) -> int:
    """Import the captures of a CDX list, as the Wayback Machine gives it, from WARC files: one file or all below DIR.

    Needs `pip install 'revtrack[archives]'`.

    \b
    Examples:
      revtrack import cdx captures.cdx captures
      revtrack import cdx captures.json captures/crawl.warc.gz
    """
    from revtrack.intake import captures

    with files.opened(file) as stream:
        return imported(import_sources.cdx(stream, _shown(file), path), dating=captures.dated, **given)
