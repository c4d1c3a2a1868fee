"""A notification as plain text, for a mail, a feed, a chat and whoever starts a command.

Its parts are a line each, without signs that would act on a screen.
"""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.report import escaping, label_words
from revtrack.versions import phrases
from revtrack.watch import notification
from revtrack.watch.notification import Notification

LONGEST = 400  # characters of one line: what a phone shows of it without scrolling twice
_HEADLINE = 150


def subject(one: Notification) -> str:
    """A notification in one line."""
    return f"{headline(one)} {one.happened}"


def headline(one: Notification) -> str:
    """The headline, shortened, in one line."""
    return _line(one.headline, _HEADLINE)


def happened(one: Notification) -> str:
    """What became of the story, with the detail where there is one."""
    return _line(f"{one.happened}: {one.detail}" if one.detail else one.happened, LONGEST)


def things(one: Notification) -> list[str]:
    """The gravest things, a line each."""
    return [_line(thing.text, LONGEST) for thing in one.things]


def footer(one: Notification) -> str:
    """What stands last: what notices say, what is not shown, which versions, when."""
    parts = (one.verdict.rstrip("."), notification.more(one), one.versions, label_words.moment(one.time))
    return _line("; ".join(filter(None, parts)), LONGEST)


def text(one: Notification) -> str:
    """A notification in lines."""
    return "\n".join(_lines(one)) + "\n"


def _line(text: str, most: int) -> str:
    return phrases.shorten(escaping.visible(text).strip(), most)


def _lines(one: Notification) -> Iterator[str]:
    if one.kind == "digest":
        yield one.detail
        return
    yield headline(one)
    yield happened(one)
    yield ""
    if one.things:
        yield from (f"- {thing}" for thing in things(one))
        yield ""
    yield footer(one)
    yield one.link
    if one.link != one.url:
        yield one.url
