"""One thing, one name: no two classes and no two modules of the package share one, and no module waits for another."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "revtrack"


@cache
def modules() -> dict[str, ast.Module]:
    """The tree of every module by its full name; a package is the name of its root."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ("revtrack", *path.relative_to(PACKAGE).with_suffix("").parts)
        found[".".join(parts).removesuffix(".__init__")] = ast.parse(path.read_bytes())
    return found


def shared(names: Iterator[tuple[str, str]]) -> list[str]:
    """The names that stand for more than one thing, each with its places."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in names:
        places[name].append(place)
    return [f"{name}: {', '.join(where)}" for name, where in sorted(places.items()) if len(where) > 1]


def imported(tree: ast.Module) -> set[str]:
    """The modules of the package that a module loads when it is loaded itself."""
    found = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names} & modules().keys()
            found |= names or {node.module}
    return found & modules().keys()


def circles() -> list[list[str]]:
    """The modules that wait for each other, by following imports from each of them."""
    edges = {name: imported(tree) - {name} for name, tree in modules().items()}
    return [[name] for name in edges if name in _reached(edges, name)]


def _reached(edges: dict[str, set[str]], start: str) -> set[str]:
    reached: set[str] = set()
    waiting = list(edges[start])
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += edges[name]
    return reached


def test_no_two_classes_share_a_name() -> None:
    """A class can be talked about by its name alone."""
    classes = (
        (node.name, name)
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )
    assert shared(classes) == []


def test_no_two_modules_share_a_name() -> None:
    """A module can be talked about by its name alone; a command may be called as the package that it opens."""
    roots = {name for name in modules() if (PACKAGE / Path(*name.split(".")[1:]) / "__init__.py").exists()}
    names = ((name.rpartition(".")[2], name) for name in modules() if name not in roots and "__main__" not in name)
    assert shared(names) == []


def test_no_module_waits_for_itself() -> None:
    """Imports make no circle."""
    assert circles() == []
