"""One HTML document made of the package's templates: complete in itself, and no text in it is ever markup.

Style and script stand in the page; its Content-Security-Policy allows these alone, by their hashes, and no request.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from revtrack.report import wording


@dataclass(slots=True)
class Once:
    """Gives an id out the first time it is asked for: ids are unique in a page."""

    given: set[str] = field(default_factory=set)

    def __call__(self, name: str) -> bool:
        new = name not in self.given
        self.given.add(name)
        return new


def made(template: str, *, styles: Sequence[str], scripts: Sequence[str] = (), **known: Any) -> str:
    """A template filled with what is known; the same values give the same bytes."""
    style, script = _joined(*styles), _joined(*scripts)
    return _environment().get_template(template).render(
        style=Markup(style), script=Markup(script), policy=Markup(_policy(style, script)), once=Once(), **known
    )  # fmt: skip


def part(template: str, **known: Any) -> Markup:
    """A part of a document, to stand in a whole one."""
    return Markup(_environment().get_template(template).render(**known))


def _policy(style: str, script: str) -> str:
    """What a page may load and run: "default-src 'none'; style-src 'sha256-...'"."""
    allowed = ["default-src 'none'", f"style-src {_hash(style)}", *([f"script-src {_hash(script)}"] if script else [])]
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _joined(*names: str) -> str:
    return "\n".join(_read(name).strip() for name in names)


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FunctionLoader(_read)
    )
    environment.globals |= {"count": wording.count, "listing": wording.listing, "standings": wording.STANDINGS}
    environment.filters["arrows"] = lambda text: text.replace(" -> ", " → ")
    return environment


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
