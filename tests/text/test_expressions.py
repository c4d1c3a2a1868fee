"""Expressions that wait for their first use do what compiled ones do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import revtrack
from revtrack.text.expressions import expression


def test_nothing_is_compiled_before_use() -> None:
    faulty = expression("(never closed")
    with pytest.raises(re.error, match="unterminated"):
        faulty.search("a text")


def test_it_does_what_a_compiled_one_does() -> None:
    year = expression(r"\b(?P<year>FY\d{2})\b", re.IGNORECASE)
    for _ in range(2):
        assert [found["year"] for found in year.finditer("fy19 and FY20")] == ["fy19", "FY20"]
        assert year.sub("?", "in FY21.") == "in ?."
        assert year.fullmatch("FY1") is None
    assert year.groupindex == {"year": 1}


@pytest.mark.parametrize("layer", ["text", "claims", "versions", "changes"])
def test_no_module_of_the_reading_compiles_at_import(layer: str) -> None:
    root = Path(revtrack.__file__).parent / layer
    compiling = {
        f"{path.relative_to(root)}:{line}"
        for path in root.rglob("*.py")
        for line in _uses_at_import(ast.parse(path.read_text("utf-8")))
    }
    assert compiling == set(), "write expression(...), or compile in a function that is cached"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("def f():\n    return re.compile('a')", []),
        ("A = expression('a')\nB = re.IGNORECASE", []),
        ("A = lambda: re.compile('a')", []),
        ("A = re.compile('a')", [1]),
        ("A = (\n    {w for w in re.findall('a', B)},\n)", [2]),
        ("class A:\n    b = re.compile('a')\n\n    def c(self):\n        return re.match('a', '')", [2]),
        ("@cache\ndef f(a=re.compile('a')): ...", [2]),
    ],
)
def test_uses_at_import_are_seen(source: str, lines: list[int]) -> None:
    assert list(_uses_at_import(ast.parse(source))) == lines


def _uses_at_import(tree: ast.AST) -> Iterator[int]:
    """The lines in which importing a module calls a function of `re`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield node.lineno
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _uses_at_import(ast.Module([ast.Expr(one) for one in node.decorator_list], []))
            yield from _uses_at_import(node.args)
        elif not isinstance(node, ast.Lambda):
            yield from _uses_at_import(node)
