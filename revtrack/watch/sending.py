"""Sending a notification through the channel of its notifier; what went wrong is a reason, in words without secrets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from revtrack.errors import InputError
from revtrack.watch.notification import Notification
from revtrack.watch.notifiers import Notifier


class Outgoing(NamedTuple):
    """One notification on its way. `folder` is that of `watch.toml`, `latest` what an Atom feed shows, newest first,
    `now` the time in seconds since 1970, `names` the IP addresses of hosts that no name server knows."""

    notifier: Notifier
    notification: Notification
    contact: str
    folder: Path
    now: float
    base_url: str = ""
    latest: tuple[Notification, ...] = ()
    names: Mapping[str, str] = {}


class Sent(NamedTuple):
    """Why a notification was not sent, empty where it was; `wait` is how many seconds of peace were asked for."""

    reason: str = ""
    wait: float = 0.0


async def send(one: Outgoing) -> Sent:
    """Send it; never raises for what is not in our hands."""
    try:
        match one.notifier.channel:
            case "atom":
                from revtrack.watch import atom_file

                return atom_file.write(one)
            case "mail":
                import asyncio

                from revtrack.watch import mailing

                return await asyncio.to_thread(mailing.send, one)
            case "command":
                from revtrack.watch import told_command

                return await told_command.run(one)
        from revtrack.watch import web_hooks

        return await web_hooks.post(one)
    except InputError as error:
        return Sent(str(error))
