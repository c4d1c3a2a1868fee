"""The payload of a chat: a template in which `$headline` and the like stand for what is told.

Each chat escapes it in its own way, so that nothing of somebody else's page is markup, a link or a mention. What is
escaped grows: it is shortened until it fits, since a chat refuses a payload that is too long, and a page full of `&`
would be a page of which nobody is told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from string import Template
from typing import Any

from revtrack.errors import InputError
from revtrack.report import markdown
from revtrack.versions import phrases
from revtrack.watch import message_text, safe_addresses
from revtrack.watch.notification import Notification
from revtrack.watch.notifiers import Channel
from revtrack.watch.sending import Outgoing

_LARGEST = 1_000_000  # bytes of a template
# Characters of what is escaped: a section of Slack takes 3,000 in all, a title of Discord 256 and a link 2,048.
_HEADLINE, _HAPPENED, _THING, _FOOTER, _LINK = 240, 300, 500, 500, 800


def of(one: Outgoing) -> Any:
    """What is sent to a chat, as JSON values; raises InputError for a template that cannot be used."""
    return _filled(template(one), _words(one.notification, one.notifier.channel))


def template(one: Outgoing) -> Any:
    """The template of a chat: its own, or the one that comes with revtrack; raises InputError."""
    if not one.notifier.template:
        return json.loads((files("revtrack.watch") / "templates" / f"{one.notifier.channel}.json").read_bytes())
    path = one.folder / one.notifier.template
    try:
        with path.open("rb") as file:
            return json.loads(file.read(_LARGEST))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}: check the template in watch.toml") from None
    except (ValueError, RecursionError):
        raise InputError(f"{path}: is not JSON: begin with one of revtrack's own templates") from None


def _words(one: Notification, channel: Channel) -> dict[str, str]:
    """What the names in a template stand for."""

    def escaped(text: str, most: int) -> str:
        return _fitted(text, _ESCAPES[channel], most)

    things = "\n".join(f"{_BULLETS[channel]}{escaped(thing, _THING)}" for thing in message_text.things(one))
    return {
        "headline": escaped(message_text.headline(one), _HEADLINE),
        "happened": escaped(message_text.happened(one), _HAPPENED),
        "things": things,
        "footer": escaped(message_text.footer(one), _FOOTER),
        "link": _address(one.link),
        "url": _address(one.url),
        "article": escaped(one.article, _THING),
        "severity": one.things[0].severity if one.things else "",
        "id": one.id,
        "time": one.time,
    }


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    """A template with its names filled in, in strings alone: the shape of the JSON stays what it is."""
    if isinstance(value, str):
        return Template(value).safe_substitute(words)
    if isinstance(value, list):
        return [_filled(one, words) for one in value]
    if isinstance(value, dict):
        return {name: _filled(one, words) for name, one in value.items()}
    return value


def _fitted(text: str, escape: Callable[[str], str], most: int) -> str:
    """A text escaped, shortened so far that it fits."""
    made = escape(text)
    while len(made) > most and len(text) > 1:
        text = phrases.shorten(text, max(1, min(len(text) - 1, len(text) * most // len(made))))
        made = escape(text)
    return made


def _address(url: str) -> str:
    """An address that ends no link: in Markdown by a bracket, in Slack by an angle or a bar; or its host's, if long."""
    made = url
    for sign, code in (("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E"), ("|", "%7C"), ('"', "%22")):
        made = made.replace(sign, code)
    return made if len(made) <= _LINK else f"{safe_addresses.origin_of(url)}/"


def _slack(text: str) -> str:
    """Text in Slack: its three signs, and stars and the like kept apart from the words that they would mark."""
    text = _unlinked(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "@\u200b")
    for sign in "*_~`":
        text = text.replace(sign, f"\u200b{sign}\u200b")
    return text


def _markdown(text: str) -> str:
    return markdown.escaped(_unlinked(text))


def _unlinked(text: str) -> str:
    """Text in which no address is one to a chat, which would make a link of it."""
    return text.replace("://", ":/\u200b/").replace("www.", "www\u200b.")


_ESCAPES: dict[Channel, Callable[[str], str]] = {
    "slack": _slack,
    "teams": _markdown,
    "discord": _markdown,
    "mattermost": _markdown,
}
_BULLETS: dict[Channel, str] = {"slack": "\u2022 ", "teams": "- ", "discord": "- ", "mattermost": "- "}
