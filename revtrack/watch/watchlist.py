"""What `watch.toml` says, as a value: who is followed, who is told, and who bears witness."""

from __future__ import annotations

from typing import NamedTuple

from revtrack.watch.follows import LOOKS, Follow
from revtrack.watch.notifiers import Notifier
from revtrack.watch.toml_values import SecretPlace

DELAY = 5.0  # seconds of peace for a host after each answer


class Watchlist(NamedTuple):
    """`looks` are the ages at which an article is looked at again, `delay` seconds.

    `base_url` is where the site of the archive is, for links in messages; `witness` the address of a time-stamping
    authority; `wayback` whether captures are asked of the Internet Archive, or where its keys are.
    """

    contact: str = ""
    allow_private: bool = False
    delay: float = DELAY
    looks: tuple[int, ...] = LOOKS
    follows: tuple[Follow, ...] = ()
    notifiers: tuple[Notifier, ...] = ()
    base_url: str = ""
    witness: str = ""
    wayback: bool | SecretPlace = False
