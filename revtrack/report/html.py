"""A diff as one HTML file to send around: no request, no script, nothing an article holds is ever markup.

The style sheet stands in the page; the page's Content-Security-Policy allows it alone, by its hash.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from revtrack.model import Diff
from revtrack.report import page, wording
from revtrack.report.article import Paragraph
from revtrack.report.page import Page

# A folded stretch is recognised by its first words, this many characters of them.
OPENING = 60
# Unchanged paragraphs this short, taken together, are shown: folded they would take as much room.
SHORT = 160


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs in a row, folded where none of them changed; `opening` are the first words."""

    folded: bool
    paragraphs: tuple[Paragraph, ...]
    opening: str


@dataclass(slots=True)
class Once:
    """Gives an id out the first time it is asked for: ids are unique in a page."""

    given: set[str] = field(default_factory=set)

    def __call__(self, name: str) -> bool:
        new = name not in self.given
        self.given.add(name)
        return new


def diff(diff: Diff, *, left_out: int = 0) -> str:
    """A diff as one self-contained HTML document; the same diff gives the same bytes."""
    style = _read("diff.css")
    shown = page.of(diff, left_out)
    return _template().render(
        page=shown,
        stretches=_stretches(shown),
        count=wording.count,
        listing=wording.listing,
        standings=wording.STANDINGS,
        once=Once(),
        style=Markup(style),
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
    )


def _stretches(shown: Page) -> list[Stretch]:
    grouped = [(changed, tuple(own)) for changed, own in groupby(shown.paragraphs, key=lambda part: part.changed)]
    return [_stretch(changed, own) for changed, own in grouped]


def _stretch(changed: bool, paragraphs: tuple[Paragraph, ...]) -> Stretch:
    text = " ".join(run.text for part in paragraphs for sentence in part.sentences for run in sentence.runs)
    opening = text if len(text) <= OPENING else text[:OPENING].rsplit(" ", 1)[0] + " …"
    return Stretch(not changed and len(text) > SHORT, paragraphs, opening)


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_read("diff.html"))


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
