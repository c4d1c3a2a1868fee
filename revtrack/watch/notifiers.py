"""Who is told of what, and how: the `[[notify]]` tables of `watch.toml`.

    [[notify]]
    kind = "slack"
    url = { env = "SLACK_URL" }
    severity = "high"
    speaker = "Ada Lind"

A secret is named by its place and never written down. What was not asked for by a key is told.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, cast, get_args

from revtrack.errors import InputError
from revtrack.model import SEVERITIES, Kind, Severity
from revtrack.watch import safe_addresses, toml_values
from revtrack.watch.follows import DAY
from revtrack.watch.targets import EVENT_KINDS, EventKind
from revtrack.watch.toml_values import SecretPlace, Table

Channel = Literal["atom", "mail", "webhook", "slack", "teams", "discord", "mattermost", "command"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)
CHATS: tuple[Channel, ...] = ("slack", "teams", "discord", "mattermost")
KINDS: tuple[Kind, ...] = get_args(Kind)
ENCRYPTIONS = ("starttls", "tls", "none")
TOLD: tuple[EventKind, ...] = ("revised", "gone")

_WHAT = ("acknowledged", "events", "kind", "kinds", "name", "severity", "speaker", "words")
_HOW: dict[Channel, tuple[str, ...]] = {
    "atom": ("file",),
    "mail": ("digest", "encryption", "from", "password", "server", "to", "user"),
    "webhook": ("allow-private", "secret", "url"),
    "command": ("command",),
    **dict.fromkeys(CHATS, ("allow-private", "template", "url")),
}
_NEEDED: dict[Channel, tuple[tuple[str, str], ...]] = {
    "atom": (("file", '"changes.atom"'),),
    "mail": (("to", '"desk@paper.example"'), ("server", '"smtp.paper.example:587"')),
    "webhook": (("url", '"https://paper.example/hook"'),),
    "command": (("command", '["/usr/local/bin/tell", "--quietly"]'),),
    **dict.fromkeys(CHATS, (("url", '{ env = "NAME" }'),)),
}


class Notifier(NamedTuple):
    """One `[[notify]]`: what it tells, up to `acknowledged`, and how, in the fields that its channel has.

    `digest` is how often, in seconds, a digest is sent in place of messages of single stories; 0 for never.
    """

    name: str
    channel: Channel
    severity: Severity = "medium"
    kinds: tuple[Kind, ...] = ()
    words: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    acknowledged: bool | None = None
    events: tuple[EventKind, ...] = TOLD
    digest: int = 0
    file: str = ""
    to: tuple[str, ...] = ()
    sender: str = ""
    server: str = ""
    encryption: str = "starttls"
    user: str = ""
    password: SecretPlace | None = None
    url: str | SecretPlace = ""
    secret: SecretPlace | None = None
    template: str = ""
    command: tuple[str, ...] = ()
    allow_private: bool = False

    @property
    def secrets(self) -> tuple[SecretPlace, ...]:
        """The places of its secrets."""
        return tuple(one for one in (self.password, self.url, self.secret) if isinstance(one, SecretPlace))


def parse(table: Table, where: str) -> Notifier:
    """What a table says; raises InputError."""
    [channel] = toml_values.among(table, "kind", CHANNELS, where)[:1] or [""]
    if not channel:
        raise InputError(f"{where}: kind is missing: write kind = one of {', '.join(map(repr, CHANNELS))}")
    channel = cast(Channel, channel)
    toml_values.only(table, sorted({*_WHAT, *_HOW[channel]}), f"{where} ({channel})")
    for key, example in _NEEDED[channel]:
        if not table.get(key):
            raise InputError(f"{where}: {key} is missing: write {key} = {example}")
    severity = toml_values.word(table, "severity", where) or "medium"
    toml_values.among({"severity": severity}, "severity", SEVERITIES, where)
    digest = int(toml_values.seconds(table, "digest", 0, where))
    if 0 < digest < DAY:
        raise InputError(f'{where}: digest is less than a day: write digest = "1d" or "7d"')
    narrowed = [key for key in ("acknowledged", "events", "kinds", "speaker", "words") if key in table]
    if digest and narrowed:
        raise InputError(f"{where}: a digest tells of every change of its severity: take {narrowed[0]} out")
    found = Notifier(
        toml_values.word(table, "name", where) or channel,
        channel,
        cast(Severity, severity),
        cast(tuple[Kind, ...], toml_values.among(table, "kinds", KINDS, where)),
        toml_values.words(table, "words", where),
        toml_values.words(table, "speaker", where),
        toml_values.flag(table, "acknowledged", where, None),
        cast(tuple[EventKind, ...], toml_values.among(table, "events", tuple(EVENT_KINDS), where, TOLD)),
        digest,
    )
    return _with_channel(found, table, where)


def _with_channel(found: Notifier, table: Table, where: str) -> Notifier:
    """A notifier with what its channel needs."""
    if found.channel == "atom":
        return found._replace(file=toml_values.word(table, "file", where))
    if found.channel == "command":
        if not isinstance(table["command"], list):
            raise InputError(
                f'{where}: command must be a list, no shell reads it: write command = ["tell", "--loudly"]'
            )
        return found._replace(command=toml_values.words(table, "command", where))
    if found.channel == "mail":
        return _mail(found, table, where)
    return _web(found, table, where)


def _mail(found: Notifier, table: Table, where: str) -> Notifier:
    encryption = toml_values.word(table, "encryption", where) or "starttls"
    toml_values.among({"encryption": encryption}, "encryption", ENCRYPTIONS, where)
    password = toml_values.secret(table, "password", where)
    if password and encryption == "none":
        raise InputError(f'{where}: a password would be sent for all to read: write encryption = "starttls"')
    server = toml_values.word(table, "server", where)
    host, _, port = server.partition(":")
    if not host or (port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536)):
        raise InputError(f'{where}: server is {server!r}: write server = "smtp.paper.example:587"')
    to, sender = toml_values.words(table, "to", where), toml_values.word(table, "from", where)
    for one in (*to, sender):
        if one and ("@" not in one.strip("@") or any(sign in one for sign in "\r\n,<> ")):
            raise InputError(f'{where}: {one!r} is not an address of mail: write it like "desk@paper.example"')
    user = toml_values.word(table, "user", where)
    return found._replace(to=to, sender=sender, server=server, encryption=encryption, user=user, password=password)


def _web(found: Notifier, table: Table, where: str) -> Notifier:
    private = toml_values.flag(table, "allow-private", where)
    url: str | SecretPlace
    if isinstance(table["url"], str) and found.channel == "webhook":
        url = toml_values.word(table, "url", where)
        objection = safe_addresses.objection(url, allow_private=private)
        if objection:
            hint = (
                "write allow-private = true here if that is meant" if "network" in objection else 'write "https://..."'
            )
            raise InputError(f"{where}: url {objection}: {hint}")
    else:
        # The address of a chat's webhook is all that is needed to write there.
        place = toml_values.secret(table, "url", where)
        assert place is not None
        url = place
    return found._replace(
        url=url,
        secret=toml_values.secret(table, "secret", where),
        template=toml_values.word(table, "template", where),
        allow_private=private,
    )
