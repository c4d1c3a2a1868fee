"""A notification as a web hook: JSON that is signed, or the payload of a chat.

Signatures follow Standard Webhooks: `webhook-signature: v1,BASE64`, an HMAC-SHA256 over `ID.TIMESTAMP.BODY`, so that
libraries of many languages check them.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from typing import Any

from revtrack.errors import InputError
from revtrack.watch import chat_payload, schedule
from revtrack.watch.sending import Outgoing, Sent
from revtrack.watch.toml_values import SecretPlace
from revtrack.watch.wire import Wire, WireLimits
from revtrack.watch.wire_answer import NoAnswer

LIMITS = WireLimits(body=100_000, total=30, quiet=15)
_PREFIX = "whsec_"  # of a secret in Base64, as Standard Webhooks writes it


async def post(one: Outgoing) -> Sent:
    """Send it; raises InputError for a secret that cannot be read."""
    notifier = one.notifier
    url = notifier.url.read(one.folder) if isinstance(notifier.url, SecretPlace) else notifier.url
    body = json.dumps(payload(one)).encode()
    headers = {"Content-Type": "application/json"} | _signed(one, body)
    async with Wire(one.contact, allow_private=notifier.allow_private, limits=LIMITS, names=one.names) as wire:
        answer = await wire.ask(url, headers, body)
    if isinstance(answer, NoAnswer):
        return Sent(f"the web hook {answer.reason}")
    if 200 <= answer.status < 300:
        return Sent()
    wait = schedule.asked_for(answer.headers.get("retry-after", ""), one.now) or 0.0
    return Sent(f"the web hook answers with status {answer.status}", wait)


def payload(one: Outgoing) -> Any:
    """What is sent, as JSON values."""
    if one.notifier.channel == "webhook":
        return one.notification.to_dict()
    return chat_payload.of(one)


def signature(secret: str, id: str, time: int, body: bytes) -> str:
    """The signature of a body, in the manner of Standard Webhooks; raises InputError."""
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True) if secret.startswith(_PREFIX) else b""
    except binascii.Error:
        raise InputError(f"the secret of a web hook begins with {_PREFIX} and is not Base64: make another") from None
    signed = hmac.new(key or secret.encode(), f"{id}.{time}.".encode() + body, hashlib.sha256)
    return f"v1,{base64.b64encode(signed.digest()).decode()}"


def _signed(one: Outgoing, body: bytes) -> dict[str, str]:
    """The headers by which a receiver knows a message again, and that it is ours."""
    if one.notifier.channel != "webhook":
        return {}
    id, time = one.notification.id, int(one.now)
    known = {"webhook-id": id, "webhook-timestamp": str(time)}
    if one.notifier.secret:
        known["webhook-signature"] = signature(one.notifier.secret.read(one.folder), id, time, body)
    return known
