"""Renders the package's templates; text is always escaped.

Style and script are part of the page, and its Content-Security-Policy allows only these, by their hashes, and no
requests. The pages of a site share files instead, which their policy allows.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from revtrack.report import label_words
from revtrack.report.passage_rows import PassageRow
from revtrack.versions import phrases

# Passages in other words that are shown; more are folded.
FEW = 5
# Pixels that the passages shown first may take, as far as they can be told, and parts of one at 1440 pixels: a page of
# a story of 1,400 words stays below 9,000, and its text begins within 3,000.
ROOM, SENTENCE, LINE_OF_TEXT, CHANGE = 1_500, 62, 30, 40
LETTERS = 84  # of a line of text
# Less serious changes on the first screen.
LISTED = 6
# Characters of a new paragraph that are listed: two lines beside a wide text.
LINE = 180
# What a browser skips: indentation, and lines that are a comment.
_ASIDE = re.compile(r"^[ \t]+(?://[^\n]*\n)?|^//[^\n]*\n|^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)


@dataclass(slots=True)
class Once:
    """True the first time it is called with a name, so that ids are unique on a page."""

    given: set[str] = field(default_factory=set)

    def __call__(self, name: str) -> bool:
        new = name not in self.given
        self.given.add(name)
        return new


def made(
    template: str, *, styles: Sequence[str], scripts: Sequence[str] = (), assets: str | None = None, **values: Any
) -> str:
    """A page rendered from a template; the same values give the same bytes.

    `assets` is the path from the page to the folder of shared files; without it the page is self-contained.
    """
    style, script = joined(styles), joined(scripts)
    policy = _policy(style, script) if assets is None else _shared(bool(scripts))
    return (
        _environment()
        .get_template(template)
        .render(
            style=Markup(style),
            script=Markup(script),
            scripts=scripts,
            policy=Markup(policy),
            assets=assets,
            once=Once(),
            **values,
        )
    )


def part(template: str, **values: Any) -> Markup:
    """A fragment rendered from a template, for use inside a page."""
    return Markup(_environment().get_template(template).render(**values))


def digest() -> str:
    """A hash of all templates, style sheets and scripts."""
    folder = files(__package__).joinpath("templates")
    names = sorted(file.name for file in folder.iterdir() if file.is_file())
    return sha256("\0".join(f"{name}\0{_read(name)}" for name in names).encode()).hexdigest()


def _policy(style: str, script: str) -> str:
    """The policy of a self-contained page: "default-src 'none'; style-src 'sha256-...'"."""
    allowed = ["default-src 'none'", f"style-src {_hash(style)}", *([f"script-src {_hash(script)}"] if script else [])]
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _shared(scripted: bool) -> str:
    """The policy of a page of a site, which may load the site's own files, also from disk."""
    # Not every browser counts files next to a page on disk as "self", so the scheme is named too.
    allowed = ["default-src 'none'", "style-src 'self' file:", *(["script-src 'self' file:"] if scripted else [])]
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def hashes(styles: Sequence[str], scripts: Sequence[str]) -> tuple[str, str]:
    """What a page has to allow that shows a self-contained one: its style and its script, by their hashes."""
    return _hash(joined(styles)), _hash(joined(scripts))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def joined(names: Sequence[str]) -> str:
    """Style sheets or scripts of the package, concatenated without their comments and indentation."""
    return _joined(tuple(names))


@cache
def _joined(names: tuple[str, ...]) -> str:
    return "\n".join(_ASIDE.sub("", _read(name)).strip() for name in names)


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FunctionLoader(_read)
    )
    environment.globals |= {"count": phrases.count, "listing": phrases.listing, "standings": label_words.STANDINGS}
    environment.globals |= {"in_no_notice": label_words.IN_NO_NOTICE, "update": label_words.UPDATE}
    environment.globals |= {"few": FEW, "listed": LISTED, "shown_first": _shown_first}
    environment.filters |= {"heading": label_words.heading, "unbroken": label_words.unbroken, "lead_in": _lead_in}
    environment.filters |= {
        "arrows": label_words.arrows,
        "printed": label_words.printed,
        "short_moment": label_words.short_moment,
        "shortened": partial(phrases.shorten, longest=LINE),
    }
    return environment


def _shown_first(passages: Sequence[PassageRow]) -> int:
    """How many passages are shown before the others are folded: all, if those that remain would be few."""
    room = ROOM
    for place, passage in enumerate(passages):
        letters = sum(len(run.text) for run in passage.runs)
        room -= SENTENCE + LINE_OF_TEXT * -(-letters // LETTERS) + CHANGE * len(passage.changes)
        if room < 0:
            return place if len(passages) - place > 1 else len(passages)
    return len(passages)


def _lead_in(sentence: str) -> str:
    """A sentence behind a colon: without its capital."""
    return sentence[:1].lower() + sentence[1:]


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
