"""Edits of markup alone are no change; with one claim changed inside them, that claim and no other is one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import revtrack
from revtrack import changes, claims
from revtrack.model import Claims, Diff
from tests.markup.kinds import KINDS

ARTICLES = Path(__file__).with_name("articles.md").read_text(encoding="utf-8").split("\n---\n\n")
TITLES = [article.split("\n")[0].removeprefix("# ") for article in ARTICLES]


def _raised(text: str) -> str:
    """The last figure of an article one higher, wherever the markup is."""
    *_, last = re.finditer(r"(?<![\w#./&])\d[\d,]*(?![\w;])", text)
    number = str(int(last[0].replace(",", "")) + 1)
    return text[: last.start()] + number + text[last.end() :]


def test_there_are_forty_kinds_and_twenty_articles() -> None:
    """As many as the page on inputs says."""
    assert (len(KINDS), len(ARTICLES)) == (40, 20)


# A quarter of the articles, another one for each kind, is tried by default; all of them by the thorough profile.
PARTS = ("quarter", pytest.param("rest", marks=pytest.mark.thorough))


def articles(kind: str, part: str) -> list[tuple[str, str]]:
    """The titles and texts of a part of the articles."""
    turn = list(KINDS).index(kind) % 4
    numbered = enumerate(zip(TITLES, ARTICLES, strict=True))
    return [article for number, article in numbered if (number % 4 == turn) == (part == "quarter")]


# Most kinds leave the old version as the article is, and both tests ask for it.
read = cache(claims.of)


def messages(diff: Diff) -> list[str]:
    return [change.message for change in diff.changes]


def versions(old: str, new: str) -> tuple[Claims, Claims]:
    """What both versions claim, as `revtrack.compare` reads them."""
    before = read(old)
    return before, claims.of(new, known=before)


@cache
def raised(article: str) -> tuple[str, list[str]]:
    """An article with its last figure one higher, and the changes that this makes."""
    new = _raised(article)
    return new, messages(revtrack.compare(article, new))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_of_markup_alone_changes_nothing(kind: str, part: str) -> None:
    """No claim changed, in any of the articles."""
    found = {}
    for title, article in articles(kind, part):
        old, new = KINDS[kind](article)
        assert old != new
        before, after = versions(old, new)
        told = messages(changes.between(before, after)) + messages(changes.between(after, before))
        if told:
            found[title] = told
    assert not found


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_claim_changed_with_the_markup_is_the_only_change(kind: str, part: str) -> None:
    """What an edit of markup hides is found all the same."""
    wrong = {}
    for title, article in articles(kind, part):
        text, plain = raised(article)
        old, new = KINDS[kind](article)[0], KINDS[kind](text)[1]
        marked = messages(changes.between(*versions(old, new)))
        if marked != plain:
            wrong[title] = (plain, marked)
    assert not wrong
