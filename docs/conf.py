"""The documentation site, built from these pages, the help of every command and the docstrings: `make docs`.

Sphinx, because it is well kept, reads the Markdown of this folder as it is (with MyST), takes the reference from
docstrings, and writes pages that request nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import revtrack
from revtrack.cli import main

ROOT = Path(__file__).resolve().parent.parent
# Pages of the repository's top folder that the site shows too, by the name they have there.
TOP_PAGES = {"changelog": "CHANGELOG.md", "contributing": "CONTRIBUTING.md", "security": "SECURITY.md"}
HELP_WIDTH = 100

project = "revtrack"
author = "the revtrack authors"
project_copyright = f"2026, {author}"
version = release = revtrack.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
source_suffix = {".md": "markdown"}
myst_heading_anchors = 3
# Links to files of the repository that are no page of the site (`../fixtures/`, `../training/README.md`).
suppress_warnings = ["myst.xref_missing"]
copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True

default_role = "code"  # `name` in a docstring is code, as in Markdown
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
add_module_names = False

html_theme = "furo"
html_title = f"revtrack {version}"
html_show_sphinx = False


def setup(app: Any) -> None:
    """Sphinx calls this when it starts."""
    app.connect("builder-inited", write_generated_pages)


def write_generated_pages(app: Any) -> None:
    """Write the pages that are made from something else, for this build; Git ignores them."""
    folder = Path(app.srcdir)
    _write(folder / "reference" / "commands.md", "\n".join(_help_pages()))
    for name, file in TOP_PAGES.items():
        if (ROOT / file).exists():
            text = (ROOT / file).read_text(encoding="utf-8")
            _write(folder / "project" / f"{name}.md", text.replace("](docs/", "](../"))


def _write(page: Path, text: str) -> None:
    """A page that is already so keeps its time, so that Sphinx need not read it again."""
    page.parent.mkdir(exist_ok=True)
    if not page.exists() or page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8")


def _help_pages() -> Iterator[str]:
    yield "# Commands\n\nWhat `revtrack COMMAND --help` prints. `revtrack man` has it all as a manual page.\n"
    root = click.Context(main, info_name="revtrack", max_content_width=HELP_WIDTH, terminal_width=HELP_WIDTH)
    yield f"```text\n{main.get_help(root)}\n```\n"
    yield from _help_of(main, root, "revtrack")


def _help_of(group: click.Group, ctx: click.Context, path: str) -> Iterator[str]:
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        below = click.Context(command, info_name=name, parent=ctx)
        yield f"## {path} {name}\n\n```text\n{command.get_help(below)}\n```\n"
        if isinstance(command, click.Group):
            yield from _help_of(command, below, f"{path} {name}")
