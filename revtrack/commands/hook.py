"""`revtrack hook`: the gate as a hook of Git's where there is no pre-commit framework, and claims in `git diff`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from revtrack.errors import InputError, RefusedError
from revtrack.git.hooks import STAGES, Hook, Hooks
from revtrack.repositories.staged_edits import StagedEdits
from revtrack.shell import output

STATES = {
    "missing": "not installed",
    "ours": "installed",
    "changed": "installed, and changed by hand",
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
    help="When to check: where the commit message can accept a change, or before it is written.",
)
@click.option("--diff-driver", is_flag=True, help="Let `git diff` show claims of Markdown files as well.")
@click.option("--everywhere", is_flag=True, help="Install even where core.hooksPath is that of all repositories.")
def command(action: str, sides: tuple[str, ...], stage: str, diff_driver: bool, everywhere: bool) -> int:
    """Install the gate in this repository, take it out, or say what is installed.

    A hook that is there already is kept and run first. `git commit --no-verify` passes by every hook. The action
    diff is for Git, which calls it with two files where the diff driver is installed.

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
        raise InputError(f"{sides[0]}: `revtrack hook {action}` takes no such word: see `revtrack hook --help`")
    hooks = Hooks(StagedEdits(Path.cwd()).top)
    if action == "install":
        _install(hooks, stage, diff_driver, everywhere)
    elif action == "uninstall":
        hooks.stop_driving_diffs()
        taken_out = hooks.uninstall()
        output.write("".join(f"{hook.path}: taken out\n" for hook in taken_out) or "no hook of revtrack's here\n")
    else:
        output.write("".join(map(_told, hooks.all())))
        output.write(f"git diff: {'shows claims' if hooks.drives_diffs else 'as usual'}\n")
    return 0


def _install(hooks: Hooks, stage: str, diff_driver: bool, everywhere: bool) -> None:
    if hooks.shared and stage != "none" and not everywhere:
        raise RefusedError(
            f"{hooks.folder}: is the hooks folder of all your repositories (core.hooksPath): give this one its own"
            " with `git config core.hooksPath .git/hooks`, or install with --everywhere"
        )
    if stage != "none":
        output.write("".join(map(_told, hooks.install(stage, sys.executable))))  # type: ignore[arg-type]
    if diff_driver:
        hooks.drive_diffs(sys.executable)
        output.write("git diff: shows claims of Markdown files; `git diff --no-ext-diff` shows the words\n")


def _told(hook: Hook) -> str:
    earlier = f", runs {hook.earlier.name} first" if hook.state == "ours" and hook.chains else ""
    return f"{hook.name}: {STATES[hook.state]} ({hook.path}){earlier}\n"


def _diff(sides: tuple[str, ...]) -> int:
    """Show the claims of one file as Git's external diff: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE."""
    import revtrack
    from revtrack.report.escaping import visible
    from revtrack.shell import inputs
    from revtrack.shell.display import Display, show

    if len(sides) == 1:
        output.write(f"revtrack: {visible(sides[0])}: not merged yet\n")
        return 0
    if len(sides) not in (7, 9):
        raise InputError("diff: is called by Git with two files: install it with `revtrack hook install --diff-driver`")
    path, old, new = sides[0], sides[1], sides[4]
    output.write(f"revtrack: {visible(path)}{f' -> {visible(sides[7])}' if len(sides) == 9 else ''}\n")
    if NOTHING in (old, new) or {old, new} & set(NO_FILES):
        output.write("a new article\n" if old in (NOTHING, *NO_FILES) else "the article was taken out\n")
        return 0
    try:
        return show(revtrack.compare(inputs.text(old), inputs.text(new)), Display())
    except InputError as error:  # Git stops at the first file whose diff fails
        output.write(f"not compared: {visible(str(error))}\n")
        return 0
