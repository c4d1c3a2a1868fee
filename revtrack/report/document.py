"""One document made of the package's templates: no text in it is ever markup.

Style and script stand in the page; its Content-Security-Policy allows these alone, by their hashes, and no request.
The pages of a site share files instead, and the policy allows these.
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

from revtrack.report import vocabulary


@dataclass(slots=True)
class Once:
    """Gives an id out the first time it is asked for: ids are unique in a page."""

    given: set[str] = field(default_factory=set)

    def __call__(self, name: str) -> bool:
        new = name not in self.given
        self.given.add(name)
        return new


def made(
    template: str, *, styles: Sequence[str], scripts: Sequence[str] = (), assets: str | None = None, **known: Any
) -> str:
    """A template filled with what is known; the same values give the same bytes.

    `assets` is the way from the page to the folder of shared files; without it the page is complete in itself.
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
            **known,
        )
    )


def part(template: str, **known: Any) -> Markup:
    """A part of a document, to stand in a whole one."""
    return Markup(_environment().get_template(template).render(**known))


def digest() -> str:
    """Changes whenever a template, a style sheet or a script does."""
    folder = files(__package__).joinpath("templates")
    names = sorted(file.name for file in folder.iterdir() if file.is_file())
    return sha256("\0".join(f"{name}\0{_read(name)}" for name in names).encode()).hexdigest()


def _policy(style: str, script: str) -> str:
    """What a page may load and run: "default-src 'none'; style-src 'sha256-...'"."""
    allowed = ["default-src 'none'", f"style-src {_hash(style)}", *([f"script-src {_hash(script)}"] if script else [])]
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _shared(scripted: bool) -> str:
    """What a page of a site may load and run: the site's own files, also from a disk."""
    # Not every browser takes the files beside a page on a disk for its own: hence the scheme by its name.
    allowed = ["default-src 'none'", "style-src 'self' file:", *(["script-src 'self' file:"] if scripted else [])]
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def joined(names: Sequence[str]) -> str:
    """Some files of the package as one."""
    return _joined(tuple(names))


@cache
def _joined(names: tuple[str, ...]) -> str:
    return "\n".join(_read(name).strip() for name in names)


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FunctionLoader(_read)
    )
    environment.globals |= {"count": vocabulary.count, "listing": vocabulary.listing, "standings": vocabulary.STANDINGS}
    environment.filters |= {"heading": vocabulary.heading, "unbroken": vocabulary.unbroken}
    return environment


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
