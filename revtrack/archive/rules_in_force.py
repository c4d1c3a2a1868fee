"""What `check --show-config` says: which rules apply to an article, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from revtrack.errors import InputError
from revtrack.gate import house as gate
from revtrack.gate.rules import rules
from revtrack.shell import output

if TYPE_CHECKING:
    from revtrack.gate.house import House
    from revtrack.repositories.staged_edits import StagedEdits


def show(desk: StagedEdits, house: House, paths: tuple[str, ...], branch: str | None, now: str) -> int:
    """Print what applies to each path, or to the repository where none is named."""
    lines = [f"configuration: {house.source}", f"accepts: {', '.join(house.accepts) or 'nothing'}"]
    if not paths:
        lines += [
            f"articles: {', '.join(house.articles)}",
            f"exclude: {', '.join(house.exclude)}",
            *_rules(house, "", "", now),
            "name a PATH to see what applies to it",
        ]
    on = desk.branch() if branch is None and house.branches else branch or ""
    for path in paths:
        lines += ["", path, *_article(desk, house, path, on, now)]
    output.write("\n".join(lines) + "\n")
    return 0


def _article(desk: StagedEdits, house: House, path: str, branch: str, now: str) -> Iterator[str]:
    article = gate.is_article(house, path)
    yield f"  article: {_told(article)}"
    if not article.holds:
        return
    data = desk.read(f"HEAD:{path}")
    if data is None:
        yield "  published: no, it was never committed"
        text = _text(desk.read(f":{path}"), path)
    else:
        text = _text(data, path)
        yield f"  published: {_told(gate.is_published(house, text, branch, now))}"
    yield from (f"  {line}" for line in _rules(house, path, text, now))


def _rules(house: House, path: str, text: str, now: str) -> Iterable[str]:
    policy = gate.policy(house, path, text, now)
    fail_on, origin = policy.fail_on
    yield f"fail-on: {fail_on} ({origin})"
    for rule in rules().values():
        level, origin = policy.level(rule)
        yield f"{rule.code}  {level:6}  {rule.title} ({origin})"


def _told(verdict: gate.Verdict) -> str:
    return f"{'yes' if verdict.holds else 'no'}, {verdict.why}"


def _text(data: bytes | None, path: str) -> str:
    from revtrack.articles.plain_text import decode

    try:
        return decode(data or b"", path)
    except InputError:
        return ""
