"""The article of a saved web page: headline, byline, copy, and its notices wherever they stand.

The element that holds the copy is found first; what stands between the headline and its end is the article, but for
boxes of other things. Of the rest of the page only notices are kept: a correction in a footer or a side box is part of
what a reader was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from revtrack import lexicon
from revtrack.errors import InputError
from revtrack.intake import interstitials, markup, stated
from revtrack.intake.documents import document_limits as limits
from revtrack.intake.documents.copy_blocks import CopyBlock, block
from revtrack.intake.documents.document import Document, from_blocks
from revtrack.intake.documents.html_tree import HtmlElement, parse
from revtrack.intake.documents.main_copy import headline_of, holder_of
from revtrack.intake.documents.page_boxes import Boxes
from revtrack.intake.documents.page_runs import Run, runs
from revtrack.text import roles

_SENTENCE = re.compile(r"""[.!?\u2026]["'\u2019\u201d)\]]*$""")
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_LONGEST_CALL = 200
_LONGEST_BYLINE = 160
_MOST_LINKS = 0.8


def read(data: bytes | str, name: str, charset: str = "") -> Document:
    """The article of a page; raises InputError where it holds none."""
    if len(data) > limits.MAX_PAGE:
        raise InputError(
            f"{name}: is a web page larger than {limits.MAX_PAGE // 1_000_000} MB: save it without pictures"
        )
    root = parse(markup.decode(data, charset) if isinstance(data, bytes) else data, name)
    said = stated.of(root)
    shown = next((title.all_text() for title in root.iter("title")), "")
    blocks = _article(root, said.title, shown, said.by)
    text = "\n".join(here.text for here in blocks)
    other = interstitials.kind(shown, text)
    if other:
        raise InputError(f"{name}: is {other}, not the article: save the page while the article is on the screen")
    if not any(here.form not in ("headline", "heading") for here in blocks):
        raise InputError(f"{name}: holds no text of an article: save the page once it has loaded, or copy its text")
    document = from_blocks(blocks, name)
    return replace(
        document,
        title=document.title or said.title,
        by=said.by,
        published=said.published,
        modified=said.modified,
        addresses=said.addresses,
    )


def _article(root: HtmlElement, title: str, shown: str, by: str) -> list[CopyBlock]:
    boxes = Boxes(root)
    everything = runs(root, boxes)
    heading = headline_of(everything, title or shown)
    holder = holder_of(root, everything, boxes)
    inside = {id(element) for element in holder.iter()} if holder else set()
    headline = block("headline", everything[heading].block.text if heading is not None else title or _bare(shown))
    last = max((n for n, run in enumerate(everything) if id(run.holder) in inside), default=-1)
    first = heading + 1 if heading is not None and heading < last else _first(everything, inside)
    copy = [run for run in everything[first : last + 1] if _is_copy(run, headline)]
    before = _notices(everything[: max(first - 1, 0)])
    behind = _notices(everything[last + 1 :])
    kept = [run.block for run in copy]
    written = {here.text for here in kept}
    loose = [[run.block for run in part if run.block.text not in written] for part in (before, behind)]
    return [*([headline] if headline else []), *_byline(by, kept), *loose[0], *_plain(kept), *loose[1]]


def _plain(blocks: list[CopyBlock]) -> Iterator[CopyBlock]:
    """The blocks without pull quotes: quotations that the copy has already."""
    copy = " ".join(here.text for here in blocks if here.form != "quotation")
    return (here for here in blocks if here.form != "quotation" or here.text.strip("\u201c\u201d\"' ") not in copy)


def _first(everything: list[Run], inside: set[int]) -> int:
    return next((n for n, run in enumerate(everything) if id(run.holder) in inside), len(everything))


def _byline(by: str, copy: list[CopyBlock]) -> list[CopyBlock]:
    """The stated byline, where the copy does not open with one that names the same people."""
    names = [name for name in re.split(r", | and ", by) if name]
    opening = [here.text.lower() for here in copy[:6] if len(here.text) <= _LONGEST_BYLINE]
    if not names or any(all(name.lower() in line for name in names) for line in opening):
        return []
    found = block("paragraph", by if by.lower().startswith("by ") else f"By {by}")
    return [found] if found else []


def _is_copy(run: Run, headline: CopyBlock | None) -> bool:
    text = run.block.text
    if run.box == "notice":
        return True
    if run.box:
        return run.box == "aside" and _is_notice(run)
    if headline and text == headline.text and run.block.form in ("headline", "heading"):
        return False
    if _is_call(run):
        return False
    if run.share_of_links <= _MOST_LINKS or (_BYLINE.match(text) and len(text) <= _LONGEST_BYLINE):
        return True
    return run.block.form == "paragraph" and bool(_SENTENCE.search(text))


def _is_call(run: Run) -> bool:
    """Whether a line asks readers to do something, or names what is around it: "Read more: ..."."""
    line = run.block.text.lower().strip(" -\u2013\u2014|:")
    if len(line) > _LONGEST_CALL:
        return False
    calls = lexicon.mapping("page_calls")
    if line in calls or f"{line}:" in calls:
        return True
    full = run.block.text.lower()
    return full.startswith(_openings()) and (run.linked > 0 or not _SENTENCE.search(full) or full.startswith("\u00a9"))


def _notices(everything: list[Run]) -> list[Run]:
    """The runs that are notices, each with those that go on with it in the same element."""
    kept: list[Run] = []
    titled: HtmlElement | None = None
    for run in everything:
        goes_on = titled is not None and titled in run.holder.ancestors()
        is_boxed = run.box == "notice" and run.share_of_links <= _MOST_LINKS
        if _is_offer(run) or not (goes_on or is_boxed or (run.box != "away" and _is_notice(run))):
            titled = None
            continue
        kept.append(run)
        if roles.is_notice_title(run.block.text):
            titled = run.holder.parent
    while kept and roles.is_notice_title(kept[-1].block.text):
        kept.pop()  # a title over nothing
    return kept


def _is_notice(run: Run) -> bool:
    text = run.block.text
    if _is_offer(run) or run.share_of_links > _MOST_LINKS / 2:
        return False
    return roles.is_notice_title(text) or (roles.notice_type(text) is not None and bool(_SENTENCE.search(text)))


def _is_offer(run: Run) -> bool:
    """Whether a line offers to correct: "Spotted an error? Email us"."""
    line = run.block.text.lower()
    return any(words in line for words in lexicon.words("notice_calls"))


def _bare(title: str) -> str:
    """A page's title without its site: `Toll rises | Almery Post`."""
    return title.split(" | ")[0].strip()


@cache
def _openings() -> tuple[str, ...]:
    return tuple(words for words, place in lexicon.mapping("page_calls").items() if place == "opening")
