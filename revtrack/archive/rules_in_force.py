"""The house rules that apply to an article, and where each of them comes from: `check --show-config`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from revtrack.archive import texts
from revtrack.errors import InputError
from revtrack.gate import house as gate
from revtrack.gate.rules import rules

if TYPE_CHECKING:
    from revtrack.archive.check_run import CheckRun


def lines(run: CheckRun) -> Iterator[str]:
    """What applies to each path, or to the repository where none is named."""
    house = run.house
    yield f"configuration: {house.source}"
    yield f"accepts: {', '.join(house.accepts) or 'nothing'}"
    if not run.paths:
        yield f"articles: {', '.join(house.articles)}"
        yield f"exclude: {', '.join(house.exclude)}"
        yield from _rules(run, "", "")
        yield "name a PATH to see what applies to it"
    branch = run.scope.branch
    if branch is None and house.branches:
        branch = run.edits.branch()
    for path in run.paths:
        yield from ("", path, *_article(run, path, branch or ""))


def _article(run: CheckRun, path: str, branch: str) -> Iterator[str]:
    article = gate.is_article(run.house, path)
    yield f"  article: {_ruling(article)}"
    if not article.holds:
        return
    data = run.edits.read(f"HEAD:{path}")
    if data is None:
        yield "  published: no, it was never committed"
        text = _text(run.edits.read(f":{path}"), path)
    else:
        text = _text(data, path)
        yield f"  published: {_ruling(gate.is_published(run.house, text, branch, run.now))}"
    yield from (f"  {line}" for line in _rules(run, path, text))


def _rules(run: CheckRun, path: str, text: str) -> Iterator[str]:
    policy = gate.policy(run.house, path, text, run.now)
    fail_on, origin = policy.fail_on
    yield f"fail-on: {fail_on} ({origin})"
    for rule in rules().values():
        level, origin = policy.level(rule)
        yield f"{rule.code}  {level:6}  {rule.title} ({origin})"


def _ruling(ruling: gate.Ruling) -> str:
    return f"{'yes' if ruling.holds else 'no'}, {ruling.why}"


def _text(data: bytes | None, path: str) -> str:
    try:
        return texts.stored(data or b"", path)
    except InputError:
        return ""
