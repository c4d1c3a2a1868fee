"""Where on a page the article is: the run that is its headline, and the element that holds its copy."""

from __future__ import annotations

import re
from collections.abc import Iterable

from revtrack.intake.documents.html_tree import HtmlElement
from revtrack.intake.documents.page_boxes import Boxes
from revtrack.intake.documents.page_runs import Run

_BODY = re.compile(r"(?:^|[\s_-])(?:article|story|entry|post)[_-]{1,2}?(?:body|content|text)(?:$|[\s_-])|articleBody")
_WORD = re.compile(r"\w+")
_COPY = 60  # letters of a run that is copy
_MOST_LINKS = 0.5
_ENOUGH = 0.4  # of the copy of a page is in the element that says it is the article
_LIKE = 0.6  # of a headline's words are in the title of its page; titles for search engines have fewer
_MOST = 0.75  # of the copy is in the element that does not say so


def headline_of(runs: list[Run], title: str) -> int | None:
    """Which run is the headline: the heading that says what the page's title says, else the first `h1` of the copy.

    On a blog the name of the site is an `h1`, and the headline an `h2`; where the page's title has both, the longer one
    is the headline.
    """
    words = _words(title)
    headings = [n for n, run in enumerate(runs) if run.block.form in ("headline", "heading") and run.box != "away"]

    def rank(n: int) -> tuple[float, int, bool, int]:
        said = _words(runs[n].block.text)
        return _alike(runs[n], words), len(said & words), runs[n].block.form == "headline", -n

    likest = max(headings, key=rank, default=None)
    if likest is not None and _alike(runs[likest], words) >= _LIKE:
        return likest
    return next((n for n in headings if runs[n].block.form == "headline" and not runs[n].box), None)


def holder_of(root: HtmlElement, runs: list[Run], boxes: Boxes) -> HtmlElement | None:
    """The element that holds the copy: one that says so, several articles' nearest, or the smallest with most of it."""
    copy = [run for run in runs if not run.box and len(run.block.text) >= _COPY and run.share_of_links < _MOST_LINKS]
    if not copy:
        copy = [
            run for run in runs if not run.box and run.block.form != "headline" and run.share_of_links < _MOST_LINKS
        ]
    weights: dict[int, int] = {}
    for run in copy:
        for around in run.holder.ancestors():
            weights[id(around)] = weights.get(id(around), 0) + len(run.block.text)
    total = sum(len(run.block.text) for run in copy)
    for candidates in (_bodies(root), root.iter("article"), root.iter("main")):
        best = max(candidates, key=lambda element: weights.get(id(element), 0), default=None)
        if best is None:
            continue
        if best.name == "article" and (posts := _posts(best, weights)):
            best = posts
        if weights.get(id(best), 0) >= _ENOUGH * total and weights.get(id(best), 0):
            return best
    held = [element for element in root.iter() if weights.get(id(element), 0) >= _MOST * total]
    return held[-1] if held and total else None


def _bodies(root: HtmlElement) -> Iterable[HtmlElement]:
    for element in root.iter("div", "section", "article"):
        if element.get("itemprop") == "articleBody" or _BODY.search(element.get("class") or ""):
            yield element


def _posts(article: HtmlElement, weights: dict[int, int]) -> HtmlElement | None:
    """The element around the posts of a live report, of which an article is one; None where it stands alone.

    A teaser is an article as well, but its heading is a link to another page.
    """
    if article.parent is None:
        return None
    others = [
        child
        for child in article.parent.children
        if isinstance(child, HtmlElement) and child.name == "article" and child is not article
    ]
    posts = [other for other in others if weights.get(id(other), 0) and not _is_teaser(other)]
    return article.parent if posts and not _is_teaser(article) else None


def _is_teaser(article: HtmlElement) -> bool:
    for heading in article.iter("h1", "h2", "h3", "h4"):
        links = [link for link in heading.iter("a") if not (link.get("href") or "#").startswith("#")]
        around = any(outer.name == "a" for outer in heading.ancestors())
        if links or around:
            return True
    return False


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _alike(run: Run, title: set[str]) -> float:
    """How much of a heading the title of the page has."""
    words = _words(run.block.text)
    return len(words & title) / max(len(words), 1)
