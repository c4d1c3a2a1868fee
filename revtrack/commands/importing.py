"""`revtrack import`: archives of others become revisions, the same ones however often they are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from revtrack.archive import import_run
from revtrack.archive.import_run import Wishes
from revtrack.errors import InputError
from revtrack.shell import inputs, options

if TYPE_CHECKING:
    from revtrack.intake.records import Item

NO_SOURCE = 2
Command = TypeVar("Command", bound=Callable[..., Any])

_AT = click.option("--at", metavar="TIME", default="", help="When those were published that have no time of their own.")


def _shared(command: Command) -> Command:
    """The options of every source."""
    for option in (
        options.store,
        options.formats("terminal", "json"),
        click.option("--quiet", is_flag=True, help="Show no progress."),
        click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Read the first N records only."),
        click.option("--prefix", default="", metavar="TEXT", help="Put this before the name of every article."),
        click.option("--force", is_flag=True, help="Take texts that lost more than half the words of the one before."),
        click.option("--strict", is_flag=True, help="Stop at the first bad record, and add nothing."),
    ):
        command = option(command)
    return command


@click.group("import", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """Take in the revisions of another archive.

    A record that cannot be read is named and skipped, and the exit code is then 1. What was imported before is known
    again: an import that was stopped is run again as it was.

    \b
    Examples:
      revtrack import jsonl wire.jsonl
      revtrack import git newsroom "news/*.md"
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return NO_SOURCE
    return import_run.DONE


@command.command("jsonl")
@click.argument("file", metavar="FILE|-")
@_AT
@_shared
def jsonl(file: str, at: str, **given: Any) -> int:
    """Take in a file of JSON lines, or standard input (-).

    A line is an object with "article" or "source", "text" or "html", "time", and where known "title", "by", "note".

    \b
    Examples:
      revtrack import jsonl wire.jsonl
      revtrack import jsonl - --at 2024-10-31 < wire.jsonl
    """
    from revtrack.intake import jsonl

    with inputs.opened(file) as stream:
        return import_run.arrive(jsonl.read(stream, _shown(file), _time(at)), Wishes(**given))


@command.command("csv")
@click.argument("file", metavar="FILE|-")
@_AT
@_shared
def csv(file: str, at: str, **given: Any) -> int:
    """Take in a table, whose first row names its columns as `import jsonl` names fields.

    \b
    Examples:
      revtrack import csv wire.csv
      revtrack import csv wire.csv --prefix wire- --strict
    """
    from revtrack.intake import table

    with inputs.opened(file) as stream:
        return import_run.arrive(table.read(stream, _shown(file), _time(at)), Wishes(**given))


@command.command("newsedits")
@click.argument("database", metavar="DB")
@_shared
def newsedits(database: str, **given: Any) -> int:
    """Take in a database of NewsEdits or NewsSniffer: SQLite with a table `entryversion`.

    \b
    Examples:
      revtrack import newsedits newsniffer.db
      revtrack import newsedits newsniffer.db --limit 1000
    """
    from revtrack.intake import newsedits

    with inputs.opened(database):
        pass  # says what is wrong with the file better than SQLite does
    return import_run.arrive(newsedits.read(database, database), Wishes(**given))


@command.command("git")
@click.argument("repo")
@click.argument("pathspecs", nargs=-1, metavar="[PATHSPEC]...")
@_shared
def git(repo: str, pathspecs: tuple[str, ...], **given: Any) -> int:
    """Take in the history of articles that are files in the Git repository REPO.

    Imports the files that are articles by the house rules of REPO at HEAD (by default .md, .markdown and .txt files
    except README and the like), or the files that PATHSPEC names, as in `git log`.

    \b
    Examples:
      revtrack import git newsroom
      revtrack import git newsroom "news/*.md" "blog/*.html"
    """
    return import_run.arrive(_committed(repo, pathspecs), Wishes(**given))


@command.command("newsdiffs")
@click.argument("folder", metavar="DIR")
@_shared
def newsdiffs(folder: str, **given: Any) -> int:
    """Take in an archive of NewsDiffs: a Git repository, or a folder of them, with addresses as paths.

    \b
    Examples:
      revtrack import newsdiffs articles
      revtrack import newsdiffs articles --format json
    """
    return import_run.arrive(_archived(folder), Wishes(**given))


@command.command("web")
@click.argument("path", metavar="DIR|FILE")
@_AT
@_shared
def web(path: str, at: str, **given: Any) -> int:
    """Take in pages of the web: WARC files and saved HTML, one file or all below DIR.

    Needs `pip install 'revtrack[html,archives]'`. An article is told by the address its pages give as their own.

    \b
    Examples:
      revtrack import web captures
      revtrack import web captures/crawl.warc.gz
    """
    from revtrack.intake import captures
    from revtrack.intake import web as archive

    if not os.path.isdir(path):
        with inputs.opened(path):
            pass  # says in the usual words what is wrong with the file
    return import_run.arrive(archive.read(path, _time(at)), Wishes(**given), captures.dated)


def _shown(file: str) -> str:
    return "standard input" if file == inputs.STDIN else file


def _time(at: str) -> str:
    """The time of `--at`; raises InputError."""
    from revtrack.intake import moments

    try:
        return moments.read(at) if at else ""
    except ValueError as error:
        raise InputError(str(error)) from None


def _committed(repo: str, pathspecs: tuple[str, ...]) -> Iterator[Item]:
    """The versions of the articles of a repository; raises StoreError, InputError."""
    from revtrack.archive import house_file
    from revtrack.articles import times
    from revtrack.gate.house import House
    from revtrack.intake import committed
    from revtrack.repositories import git_history

    repository = git_history.opened(Path(repo))
    # A PATHSPEC is asked for by the person at hand, whatever the house rules of that repository say.
    house = House() if pathspecs else house_file.parse(lambda name: git_history.file_of(repository, name))
    for version in git_history.articles_of(repository, house.files, pathspecs):
        commit = version.commit
        yield committed.record(
            version.content,
            version.path,
            version.first,
            times.of_seconds(commit.authored),
            f"{commit.author} <{commit.email}>",
            commit.message,
            f"{repo}:{commit.id[:10]}:{version.path}",
        )


def _archived(folder: str) -> Iterator[Item]:
    """The versions in one repository of NewsDiffs, or in those of a folder; raises InputError, StoreError."""
    from revtrack.articles import times
    from revtrack.intake import newsdiffs
    from revtrack.intake.records import Skipped
    from revtrack.repositories import git_history

    for path in _repositories(Path(folder)):
        for version in git_history.files_of(git_history.opened(path)):
            commit = version.commit
            place = f"{path}:{commit.id[:10]}:{version.path}"
            if version.content is None:
                yield Skipped(place, "its text is missing: check the repository with `git fsck`")
                continue
            time = times.of_seconds(commit.authored)
            item = newsdiffs.record(version.content, version.path, time, commit.message, place)
            if item:
                yield item


def _repositories(folder: Path) -> list[Path]:
    from revtrack.repositories import git_history

    if git_history.is_repository(folder):
        return [folder]
    try:
        found = sorted(path for path in folder.iterdir() if path.name[0] != "." and git_history.is_repository(path))
    except OSError as error:
        raise InputError(f"{folder}: cannot be read: {error.strerror}: name the folder of the archive") from None
    if not found:
        raise InputError(f"{folder}: holds no Git repository: name the archive's folder, which holds .git")
    return found
