"""The architecture, held: who may import whom, and which layer may touch files, Git, the clock or the screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from revtrack.cli import COMMANDS, HIDDEN, MODULES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "revtrack"

# `face` is revtrack/__init__.py. A layer may always import itself.
MAY_IMPORT: dict[str, set[str]] = {
    "model": {"errors"},
    "errors": set(),
    "version": set(),
    "installing": set(),
    "workers": set(),
    "lexicon": set(),
    "finding": {"model"},
    "articles": {"model", "errors"},
    "text": {"lexicon", "model", "errors"},
    "claims": {"text", "lexicon", "model"},
    "versions": {"text", "lexicon", "model"},
    "changes": {"versions", "text", "lexicon", "model"},
    "history": {"versions", "model"},
    "rows": {"model"},
    "sheets": {"rows", "errors", "installing"},
    "gate": {"articles", "versions", "finding", "text", "lexicon", "model", "errors"},
    "report": {"versions", "finding", "model"},
    "git": {"errors"},
    "index": {"git", "articles", "model", "errors", "version"},
    "ledger": {"index", "articles", "model", "errors"},
    "store": {"git", "articles", "index", "model", "errors", "installing"},
    "repositories": {"git", "articles", "index", "model", "errors"},
    "intake": {"text", "lexicon", "errors", "installing"},
    "archive": {
        "articles",
        "claims",
        "changes",
        "versions",
        "history",
        "gate",
        "report",
        "rows",
        "git",
        "store",
        "index",
        "ledger",
        "repositories",
        "lexicon",
        "intake",
        "finding",
        "model",
        "errors",
        "workers",
    },
    "watch": {
        "archive",
        "ledger",
        "report",
        "sheets",
        "store",
        "git",
        "intake",
        "articles",
        "text",
        "versions",
        "model",
        "errors",
        "version",
        "installing",
    },
    "browser": {"archive", "face", "gate", "report", "model", "errors", "version"},
    "site": {
        "browser",
        "gate",
        "articles",
        "archive",
        "report",
        "sheets",
        "lexicon",
        "model",
        "errors",
        "face",
        "installing",
    },
    "corpus": {
        "archive",
        "git",
        "articles",
        "index",
        "claims",
        "changes",
        "rows",
        "sheets",
        "store",
        "lexicon",
        "model",
        "errors",
        "version",
        "installing",
        "workers",
    },
    "face": {"claims", "changes", "versions", "archive", "model", "errors", "version"},
    "shell": {
        "face",
        "archive",
        "index",
        "intake",
        "sheets",
        "report",
        "text",
        "model",
        "errors",
        "installing",
        "workers",
    },
    "commands": {
        "lexicon",
        "watch",
        "face",
        "shell",
        "archive",
        "browser",
        "site",
        "articles",
        "gate",
        "git",
        "repositories",
        "versions",
        "intake",
        "report",
        "sheets",
        "corpus",
        "model",
        "errors",
        "workers",
    },
    "cli": {"face", "commands", "shell", "errors"},
    "__main__": {"cli"},
}
CORE = {
    "model",
    "finding",
    "articles",
    "lexicon",
    "text",
    "claims",
    "versions",
    "changes",
    "history",
    "gate",
    "report",
    "rows",
}
OUTSIDE_WORLD = {
    "asyncio",
    "click",
    "ctypes",
    "git",
    "glob",
    "io",
    "locale",
    "multiprocessing",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
STARTS_PROCESSES = {"subprocess", "multiprocessing", "pty"}
MAY_START = {
    "browser/started.py": {"subprocess"},
    "git/repository.py": STARTS_PROCESSES,
    "shell/pager.py": {"subprocess"},
    "workers.py": {"multiprocessing"},
}
OS_STARTERS = {"system", "popen", "fork", "forkpty", "posix_spawn", "posix_spawnp", "execv", "execvp", "spawnv"}
CLOCK = {"now", "utcnow", "today"}
MAY_PRINT = {"commands", "shell", "cli", "__main__"}
MAY_PARSE_COMMAND_LINES = {"commands", "shell", "cli"}
READS_PACKAGE_DATA = {
    "archive/kept_reports.py",
    "browser/page_folder.py",
    "browser/started.py",
    "lexicon/__init__.py",
    "report/html_document.py",
    "watch/chat_payload.py",
}


@cache
def modules() -> list[tuple[str, ast.Module]]:
    """Every module of the package: its path and its tree."""
    return [
        (path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_bytes())) for path in sorted(PACKAGE.rglob("*.py"))
    ]


def layer(name: str) -> str:
    first = name.split("/")[0].removesuffix(".py")
    return "face" if first == "__init__" else first


@cache
def nodes(tree: ast.AST) -> list[ast.AST]:
    """A tree and all that is in it."""
    return list(ast.walk(tree))


def imports(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Every (module, imported name) of a tree, also inside functions; the name is empty for `import module`."""
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name the whole path: from revtrack.model import Span"
            yield from ((node.module or "", alias.name) for alias in node.names)


def outside(tree: ast.AST) -> set[str]:
    """The top-level packages a tree imports."""
    return {module.split(".")[0] for module, _ in imports(tree)}


def layers_imported(tree: ast.AST) -> set[str]:
    """The layers of revtrack a tree imports: `from revtrack import claims` is `claims`, `compare` is `face`."""
    found = set()
    for module, name in imports(tree):
        parts = [*module.split("."), name]
        if parts[0] == "revtrack":
            found.add(parts[1] if parts[1] in MAY_IMPORT else "face")
    return found


@cache
def attributes(tree: ast.AST) -> set[str]:
    """Every dotted use such as `os.system`, `datetime.now`, `click.echo`."""
    dotted = (node for node in nodes(tree) if isinstance(node, ast.Attribute))
    return {ast.unparse(node) for node in dotted if isinstance(node.value, ast.Name | ast.Attribute)}


@cache
def calls(tree: ast.AST) -> set[str]:
    return {ast.unparse(node.func) for node in nodes(tree) if isinstance(node, ast.Call)}


def listed(offenders: dict[str, set[str]]) -> list[str]:
    """One line a module that uses what it may not, such as `report/page.py: store`."""
    return [f"{name}: {', '.join(sorted(uses))}" for name, uses in offenders.items() if uses]


def test_every_module_belongs_to_a_known_layer() -> None:
    """A new layer has to be given its place in the table above, and in docs/architecture.md."""
    assert [name for name, _ in modules() if layer(name) not in MAY_IMPORT] == []


def test_layers_import_one_way() -> None:
    """No module imports a layer above it or beside it."""
    offenders = {}
    for name, tree in modules():
        here = layer(name)
        offenders[name] = layers_imported(tree) - {here} - MAY_IMPORT[here]
    assert listed(offenders) == []


def test_the_core_knows_only_values() -> None:
    """No file, Git, clock, environment or screen where text is read, compared and reported."""
    offenders = {}
    for name, tree in modules():
        if layer(name) in CORE:
            opened = calls(tree) & {"open", "input", "exec", "eval", "__import__"}
            timed = {use for use in attributes(tree) if use.split(".")[-1] in CLOCK}
            offenders[name] = outside(tree) & OUTSIDE_WORLD | opened | timed
    assert listed(offenders) == []


def test_one_module_starts_programs_and_one_workers() -> None:
    """Git is run by git/repository.py alone, which cleans the environment and names the repository.

    The pager of a terminal is run by shell/pager.py.
    Node.js is run by browser/started.py, when the page for browsers is made.
    Workers are Python processes, which workers.py alone starts.
    """
    offenders = {}
    for name, tree in modules():
        starters = {use for use in attributes(tree) if use.startswith("os.") and use[3:] in OS_STARTERS}
        offenders[name] = (starters | outside(tree) & STARTS_PROCESSES) - MAY_START.get(name, set())
    assert listed(offenders) == []


def test_only_the_commands_print() -> None:
    """Other layers return their results; the commands alone write to a screen or end the program."""
    offenders = {}
    for name, tree in modules():
        if layer(name) not in MAY_PRINT:
            printed = calls(tree) & {"print", "click.echo", "click.secho", "sys.exit", "exit", "quit"}
            streams = {use for use in attributes(tree) if use in {"sys.stdout", "sys.stderr", "sys.exit"}}
            offenders[name] = printed | streams
    assert listed(offenders) == []


def test_only_the_command_line_knows_click() -> None:
    """Whatever a command can do, a program can do with the library."""
    offenders = {name: outside(tree) & {"click"} for name, tree in modules()}
    assert listed({name: used for name, used in offenders.items() if layer(name) not in MAY_PARSE_COMMAND_LINES}) == []


def test_commands_hold_one_module_a_subcommand() -> None:
    """What subcommands share is in shell/; `importing` is `import`, which Python cannot import."""
    names = {name.split("/")[1].removesuffix(".py") for name, _ in modules() if layer(name) == "commands"}
    assert names - {"__init__"} == {MODULES.get(name, name) for name in (*COMMANDS, *HIDDEN)}


def test_package_data_has_one_reader() -> None:
    """Word tables are read by lexicon, templates by report/html_document.py, the page by browser/page_folder.py.

    `archive/kept_reports.py` asks only when files were last changed.
    """
    offenders = {}
    for name, tree in modules():
        if name not in READS_PACKAGE_DATA:
            readers = {module for module, _ in imports(tree) if module.startswith(("importlib.resources", "pkgutil"))}
            files = {node.id for node in nodes(tree) if isinstance(node, ast.Name)} & {"__file__"}
            offenders[name] = readers | files
    assert listed(offenders) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from revtrack import claims", {"claims"}),
        ("from revtrack import compare", {"face"}),
        ("import revtrack", {"face"}),
        ("import revtrack.git", {"git"}),
        ("def late():\n    from revtrack.versions.words import marks", {"versions"}),
        ("import json", set()),
    ],
)
def test_imports_are_seen(source: str, found: set[str]) -> None:
    """The reader of imports sees them in every form, also inside a function."""
    assert layers_imported(ast.parse(source)) == found


@pytest.mark.parametrize(
    ("source", "use"), [("datetime.now(UTC)", "datetime.now"), ("datetime.date.today()", "datetime.date.today")]
)
def test_the_clock_is_seen(source: str, use: str) -> None:
    """A look at the clock is found under whatever name the module goes."""
    assert use in attributes(ast.parse(source))
