"""Whether a page that was fetched again shows an edit: a capture is not one.

    judge(before, now)      CopyVerdict("aside", "shows only a part, behind a paywall")

What a template, a wall or a broken connection does to a text is set aside. Where it cannot be known, as with a text
that lost half of its words, it is set aside in doubt: if it still stands a day later, it was the newsroom's doing.
Nothing is called harmless for being small: one changed word of the copy is an edit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from revtrack.text import roles
from revtrack.watch import page_frame
from revtrack.watch.page_reading import PageReading

WALLED = 0.9  # of the words, or fewer, are left where a wall hides the rest
LOST = 0.5  # of the words, or fewer, are left: as `revtrack add` refuses
STRANGE = 0.2  # of the words of the new text, or fewer, were in the old one: another article
_LIKE = 0.5  # of the words of two lines are in both where one was made from the other

_SIGNS = str.maketrans(
    "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb\u2010\u2011\u2012\u2013\u2014\u00a0\u202f",
    "\u0027\u0027\u0027\u0027\u0022\u0022\u0022\u0022\u0022-----  ",
    "\u00ad\u200b",  # what no reader sees
)
_MARKDOWN = re.compile(r"^[#>*\s-]+|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_AGO = re.compile(
    r"(?:\b(?:last )?updated\b:?\s*)?(?:\b[0-9]+ (?:second|minute|min|hour|hr|day|week)s? ago\b|\bjust now\b)"
)
_SENTENCE = re.compile(r"""[.!?]["')\]]*$""")
_WORD = re.compile(r"\w+")
_LONGEST_LABEL = 12  # words of a line that may belong to a template: a byline, a time, the title of a box


class CopyVerdict(NamedTuple):
    """`in_doubt` is something set aside that will be believed if it stands; a `template` is what later pages are held
    against."""

    kind: Literal["same", "edit", "aside", "template"]
    reason: str = ""
    in_doubt: bool = False


SAME = CopyVerdict("same")
EDIT = CopyVerdict("edit")
ALTERNATES = CopyVerdict("aside", "shows two texts in turn", in_doubt=True)


def nowhere(_: str) -> bool:
    """No line is known of other articles."""
    return False


def judge(old: PageReading, new: PageReading, is_elsewhere: Callable[[str], bool] = nowhere) -> CopyVerdict:
    """What became of a text between two looks at its page; `is_elsewhere` knows the headlines of the host's others."""
    before, after = lines(old.text), lines(new.text)
    if before == after:
        return SAME
    gone = list((Counter(before) - Counter(after)).elements())
    come = list((Counter(after) - Counter(before)).elements())
    if (gone or come) and all(_is_label(line) and is_elsewhere(line) for line in (*gone, *come)):
        return SAME  # a box of other stories, which no class or heading betrays
    words, left = _count(before), _count(after)
    if new.wall and not old.wall and left <= WALLED * words:
        return CopyVerdict("aside", f"shows only a part of the text: {new.wall}")
    if old.is_whole and not new.is_whole and left < words:
        return CopyVerdict("aside", "was cut off: the page has no end", in_doubt=True)
    if _is_strange(before, after):
        return CopyVerdict("aside", "shows another text", in_doubt=True)
    if left < LOST * words:
        return CopyVerdict("aside", f"has {left:,} words, the text before it {words:,}", in_doubt=True)
    if not page_frame.is_same(old.frame, new.frame) and _is_template(old, new, gone, come):
        return CopyVerdict("template", "has another template and the same copy")
    return EDIT


@lru_cache(maxsize=256)
def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that are its copy, in one typography: no "Updated 5 minutes ago", no "312 comments"."""
    kept = []
    for line in text.splitlines():
        folded = " ".join(_MARKDOWN.sub("", line.translate(_SIGNS)).split())
        if folded and roles.of(folded) != "furniture":
            lasting = _AGO.sub("", folded.lower()).strip(" ,|-")
            if lasting:
                kept.append(folded if len(lasting) == len(folded) else lasting)
    return tuple(kept)


def alternates(variants: Sequence[str], text: str) -> bool:
    """Whether a text is one of two that a page shows in turn, as tests of headlines do: A, B, A, and now B again.

    A, B, A alone is an edit that was taken back.
    """
    return len(variants) >= 3 and variants[-2] == text and variants[-3] == variants[-1] != text


def _is_template(old: PageReading, new: PageReading, gone: list[str], come: list[str]) -> bool:
    """Whether a relaunch alone explains what came and went: labels, or lines that a page with the same time had."""
    if not gone and not come:
        return True  # in another order
    if all(_is_label(line) for line in (*gone, *come)):
        before, after = lines(old.text), lines(new.text)
        return after[0] in before or before[0] in after  # the headline stands
    kept_time = bool(old.claimed) and old.claimed == new.claimed
    if not kept_time:
        return False
    olds, news = ([set(_WORD.findall(line.lower())) for line in some[:50]] for some in (gone, come))
    return not any(_is_like(one, other) for one in olds for other in news)


def _is_label(line: str) -> bool:
    return not _SENTENCE.search(line) and len(line.split()) <= _LONGEST_LABEL


def _is_like(words: set[str], others: set[str]) -> bool:
    """Whether a line was made from another: they share most of their words."""
    return len(words & others) >= _LIKE * max(len(words), len(others), 1)


def _is_strange(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether hardly a word of a text was there before; the words that all texts have do not count."""
    words = {word for line in before for word in _WORD.findall(line.lower()) if len(word) > 4}
    others = {word for line in after for word in _WORD.findall(line.lower()) if len(word) > 4}
    return len(words & others) < STRANGE * len(others)


def _count(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)
