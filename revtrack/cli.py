"""The `revtrack` command: finds the subcommand, and turns every error into one line and an exit code.

A subcommand NAME is `command` in `commands/NAME.py` (or what MODULES names) and is imported only when it is called:
`revtrack --help` needs no more than this table.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

import revtrack
from revtrack.errors import StoreError
from revtrack.shell import exit_codes, kept_expressions, output

COMMANDS = {
    "init": "Make a store for revisions.",
    "add": "Add the text of an article as its next revision.",
    "undo": "Take back what you added last, within the hour.",
    "rename": "Give an article another name; the old one keeps working.",
    "join": "Make two articles one.",
    "import": "Import the revisions of another archive.",
    "watch": "Watch feeds and pages, and keep every edit.",
    "list": "List the articles of the store.",
    "log": "List revisions and what changed in each.",
    "show": "Print the text of a revision, or its file as it was added.",
    "history": "Show what each claim was in all revisions.",
    "blame": "Show which revision introduced each claim.",
    "search": "Find changes of claims in all articles.",
    "stats": "Count changes of claims, and how many have a notice.",
    "digest": "Sum up what changed lately, silently and with a notice.",
    "sync": "Bring two copies of the store together.",
    "verify": "Check that every revision is as it was added.",
    "gc": "Pack the store as small as Git can.",
    "claims": "Print what an article claims.",
    "diff": "Show how claims changed between two revisions.",
    "compare": "Show how claims changed between two files.",
    "check": "Check what is about to be committed against the house rules.",
    "note": "Draft a correction notice for what changed in an article.",
    "rule": "Print what a rule of `revtrack check` is for.",
    "hook": "Install the gate in this repository.",
    "report": "Make a page of the history of an article.",
    "card": "Make a picture of one change, to share.",
    "site": "Write a static site of the whole archive.",
    "export": "Write revisions, claims or changes as a table.",
    "page": "Write a page that compares two versions in the browser.",
    "batch": "Write the changes of a whole corpus as Parquet.",
}
# A Python keyword cannot name a module, and the gate has a `page`.
MODULES = {"import": "importing", "page": "compare_page"}
HIDDEN = ("man",)
# With Python's threshold of 700 the collector runs a hundred times while modules load, and finds nothing.
NEW_OBJECTS = 200_000


class CommandGroup(click.Group):
    """The group of COMMANDS; the only place that turns errors into exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS and cmd_name not in HIDDEN:
            return None
        command: click.Command = import_module(f"revtrack.commands.{MODULES.get(cmd_name, cmd_name)}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from revtrack.shell import suggestions

            raise click.UsageError(suggestions.command(args[0], COMMANDS), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        # Click ends quietly with 1 on any broken pipe: also on Git's, and although 1 means "changes found".
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            if output.reader_left():
                return exit_codes.DONE
            raise StoreError("Git ended before it had heard everything: run the command again") from error

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command line and exit with one of `exit_codes`."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        gc.set_threshold(NEW_OBJECTS)
        output.prepare()
        try:
            with kept_expressions.in_use():
                code = super().main(args, prog_name or "revtrack", complete_var, standalone_mode=False, **extra)
        except Exception as error:
            if exit_codes.shows_traceback(error):
                raise
            code = exit_codes.after(error, sys.argv[1:] if args is None else args, COMMANDS)
        gc.freeze()  # nothing is left to collect, and looking for it would take longer than many commands
        sys.exit(code)


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version; with `-v` also what it runs on, which a report of a fault should name."""
    if not asked:
        return
    versions = revtrack.about() if ctx.params.get("verbose") else {"revtrack": revtrack.__version__}
    click.echo("\n".join(f"{name} {version}" for name, version in versions.items()))
    ctx.exit()


def _no_pager(_: click.Context, __: click.Parameter, asked: bool) -> None:
    from revtrack.shell import pager

    pager.use(not asked)


@click.group(cls=CommandGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-v", "--verbose", is_flag=True, is_eager=True, hidden=True, help="With --version: say more.")
@click.option("--version", is_flag=True, expose_value=False, callback=_show_version, help="Show the version and exit.")
@click.option("--store", metavar="DIR", envvar="REVTRACK_STORE", help="The store to use, instead of the nearest one.")
@click.option("--no-pager", is_flag=True, expose_value=False, callback=_no_pager, help="Print long output as it is.")
@click.pass_context
def main(ctx: click.Context, store: str | None, verbose: bool) -> int:
    """Track what news articles claim as they are revised.

    \b
    Examples:
      revtrack init
      revtrack add story.txt
      revtrack diff story
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return exit_codes.FAILED
    return exit_codes.DONE
