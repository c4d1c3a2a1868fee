"""`revtrack hook`: the gate as a hook of Git's where there is no pre-commit framework, and claims in `git diff`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from revtrack.errors import InputError, RefusedError
from revtrack.git.hooks import STAGES, Hook, Hooks
from revtrack.repositories.staged_edits import StagedEdits
from revtrack.shell import exit_codes, output

STATES = {
    "missing": "not installed",
    "ours": "installed",
    "changed": "installed, changed by hand",
    "foreign": "another program's",
}
NOTHING = os.devnull
NO_FILES = ("/dev/null", "nul")


@click.command("hook")
@click.argument("action", type=click.Choice(("install", "uninstall", "status", "diff")))
@click.argument("sides", nargs=-1, metavar="")
@click.option(
    "--stage",
    type=click.Choice((*STAGES, "none")),
    default="commit-msg",
    show_default=True,
    help="When to check: after the commit message, which can accept a change, or before it.",
)
@click.option("--diff-driver", is_flag=True, help="Also let `git diff` show the claims of Markdown files.")
@click.option("--everywhere", is_flag=True, help="Install even if core.hooksPath is shared by all repositories.")
def command(action: str, sides: tuple[str, ...], stage: str, diff_driver: bool, everywhere: bool) -> int:
    """Install the gate in this repository, remove it, or show what is installed.

    An existing hook is kept and run first. `git commit --no-verify` skips every hook. The action diff is for Git,
    which calls it with two files where the diff driver is installed.

    \b
    Examples:
      revtrack hook install
      revtrack hook install --diff-driver
      revtrack hook status
      revtrack hook uninstall
    """
    if action == "diff":
        return _diff(sides)
    if sides:
        raise InputError(f"{sides[0]}: `revtrack hook {action}` takes no further words: see `revtrack hook --help`")
    hooks = Hooks(StagedEdits(Path.cwd()).top)
    if action == "install":
        _install(hooks, stage, diff_driver, everywhere)
    elif action == "uninstall":
        hooks.stop_driving_diffs()
        removed = hooks.uninstall()
        output.write("".join(f"{hook.path}: removed\n" for hook in removed) or "no revtrack hook installed here\n")
    else:
        output.write("".join(map(_state, hooks.all())))
        output.write(f"git diff: {'shows claims' if hooks.drives_diffs else 'as usual'}\n")
    return exit_codes.DONE


def _install(hooks: Hooks, stage: str, diff_driver: bool, everywhere: bool) -> None:
    if hooks.shared and stage != "none" and not everywhere:
        raise RefusedError(
            f"{hooks.folder}: is shared by all your repositories (core.hooksPath): give this repository its own"
            " with `git config core.hooksPath .git/hooks`, or install with --everywhere"
        )
    if stage != "none":
        output.write("".join(map(_state, hooks.install(stage, sys.executable))))  # type: ignore[arg-type]
    if diff_driver:
        hooks.drive_diffs(sys.executable)
        output.write("git diff: shows claims of Markdown files; `git diff --no-ext-diff` shows the words\n")


def _state(hook: Hook) -> str:
    earlier = f", runs {hook.earlier.name} first" if hook.state == "ours" and hook.chains else ""
    return f"{hook.name}: {STATES[hook.state]} ({hook.path}){earlier}\n"


def _diff(sides: tuple[str, ...]) -> int:
    """Show the claims of one file as Git's external diff: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE."""
    import revtrack
    from revtrack.archive import files
    from revtrack.report.escaping import visible
    from revtrack.shell.display import Display, show

    if len(sides) == 1:
        output.write(f"revtrack: {visible(sides[0])}: not merged yet\n")
        return exit_codes.DONE
    if len(sides) not in (7, 9):
        raise InputError(
            "diff is for Git, which calls it with two files: install it with `revtrack hook install --diff-driver`"
        )
    path, old, new = sides[0], sides[1], sides[4]
    output.write(f"revtrack: {visible(path)}{f' -> {visible(sides[7])}' if len(sides) == 9 else ''}\n")
    if NOTHING in (old, new) or {old, new} & set(NO_FILES):
        output.write("a new article\n" if old in (NOTHING, *NO_FILES) else "the article was removed\n")
        return exit_codes.DONE
    try:
        return show(revtrack.compare(files.text(old), files.text(new)), Display())
    except InputError as error:  # Git stops at the first file whose diff fails
        output.write(f"not compared: {visible(str(error))}\n")
        return exit_codes.DONE
