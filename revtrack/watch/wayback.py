"""A witness that keeps a copy: the Internet Archive is asked to save each address that changed (Save Page Now).

    POST https://web.archive.org/save                url=..., with the keys of an account
    GET  https://web.archive.org/save/status/JOB     until it says `success` and when

The address of the capture becomes part of the archive, as an act on its revision. One request at a time and peace after
each; what fails is asked for again later, and a run waits for none of it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from revtrack.articles import times
from revtrack.errors import InputError, UnknownError
from revtrack.git.lock import HeldElsewhereError
from revtrack.store import Store
from revtrack.watch import safe_addresses, schedule
from revtrack.watch.follows import MINUTE
from revtrack.watch.targets import AskedCapture, WatchEvent
from revtrack.watch.toml_values import SecretPlace
from revtrack.watch.watch_state import WatchState
from revtrack.watch.watchlist import Watchlist
from revtrack.watch.wire import Wire, WireLimits
from revtrack.watch.wire_answer import NoAnswer, WireAnswer

HOME = "https://web.archive.org"
FACT = "Wayback-Capture"  # the name of a capture's address among the facts of an event
ACCESS, SECRET = "IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"  # as the Archive's own command line has them
LIMITS = WireLimits(body=1_000_000, total=60, quiet=45)
PEACE = 10.0  # seconds between two requests: an account may ask for twelve captures a minute
POLL = 20.0  # seconds until a job is looked at
BUSY = 5 * MINUTE  # of peace where it says that it is asked too often
GIVEN_UP = 10  # failures, over about five days
_JOB = re.compile(r"[\w-]{1,200}")
_TIMESTAMP = re.compile(r"[0-9]{14}")


class CaptureAnswer(NamedTuple):
    """What came of one request: a job, the address of a capture, or why there is neither, and how busy they are."""

    asked: AskedCapture
    job: str = ""
    address: str = ""
    reason: str = ""
    wait: float = 0.0


def keys(where: bool | SecretPlace, folder: Path) -> str:
    """`accesskey:secret` of an account, from the environment or the named place; raises InputError."""
    if isinstance(where, SecretPlace):
        found = where.read(folder)
    else:
        found = f"{os.environ.get(ACCESS, '')}:{os.environ.get(SECRET, '')}"
    access, colon, secret = (part.strip() for part in found.partition(":"))
    if not access or not colon or not secret or not found.isprintable():
        raise InputError(
            "the Internet Archive asks for the keys of an account, from https://archive.org/account/s3.php:"
            f' set {ACCESS} and {SECRET}, or write wayback = {{ file = "PATH" }} and accesskey:secret into that file'
        )
    return f"{access}:{secret}"


class WaybackErrand:
    """Has captures saved, one after another."""

    def __init__(
        self,
        store: Store,
        state: WatchState,
        plan: Watchlist,
        folder: Path,
        tell: Callable[[WatchEvent], None],
        names: Mapping[str, str],
    ) -> None:
        self._store, self._state, self._plan, self._tell, self._names = store, state, plan, tell, names
        self._folder = folder
        self._free_at = 0.0

    def next_time(self, now: float) -> float | None:
        """When the next request may be made."""
        asked = self._state.next_capture()
        return asked and max(asked.due, self._free_at)

    def begin(self, now: float) -> Coroutine[Any, Any, CaptureAnswer] | None:
        """Ask for a capture, or after a job."""
        asked = self._state.next_capture()
        if asked and safe_addresses.objection(asked.url, allow_private=self._plan.allow_private):
            self._state.save_capture(asked, None)
            return None
        return self._ask(asked, now) if asked else None

    def finish(self, outcome: CaptureAnswer, now: float) -> None:
        """Write down what was answered."""
        asked = outcome.asked
        self._free_at = now + max(PEACE, outcome.wait)
        if outcome.address:
            self._keep(outcome, now)
        elif outcome.job:
            self._state.save_capture(asked, asked._replace(job=outcome.job, due=now + POLL))
        elif outcome.wait:
            self._state.save_capture(asked, asked._replace(due=now + outcome.wait))
        elif asked.failures + 1 >= GIVEN_UP:
            event = WatchEvent(
                0,
                times.of_seconds(int(now)),
                "failing",
                asked.url,
                detail=f"the Internet Archive did not save it: {outcome.reason}",
            )
            with self._state.writing():
                self._state.save_capture(asked, None)
                self._state.record(event)
            self._tell(event)
        else:
            failures = asked.failures + 1
            due = now + schedule.put_off(failures, asked.url)
            self._state.save_capture(asked, asked._replace(job="", failures=failures, due=due))

    def _keep(self, outcome: CaptureAnswer, now: float) -> None:
        """Record a capture with its revision, once: a run may be killed between the store and the state."""
        asked = outcome.asked
        [event] = self._state.events(after=asked.event - 1, most=1)
        try:
            self._store.capture(event.article, asked.revision, outcome.address, now=times.of_seconds(int(now)))
        except UnknownError:
            pass  # taken back meanwhile; the event still says where it was saved
        except HeldElsewhereError:
            self._state.save_capture(asked, asked._replace(job=outcome.job, due=now + MINUTE))
            return
        with self._state.writing():
            self._state.add_fact(asked.event, FACT, outcome.address)
            self._state.save_capture(asked, None)

    async def _ask(self, asked: AskedCapture, now: float) -> CaptureAnswer:
        private = self._plan.allow_private
        try:
            authorization = keys(self._plan.wayback, self._folder)
        except InputError as error:
            return CaptureAnswer(asked, reason=str(error))
        headers = {"Accept": "application/json", "Authorization": f"LOW {authorization}"}
        async with Wire(self._plan.contact, allow_private=private, limits=LIMITS, names=self._names) as wire:
            if asked.job:
                answer = await wire.ask(f"{HOME}/save/status/{quote(asked.job)}", headers)
            else:
                form = {"Content-Type": "application/x-www-form-urlencoded"}
                data = urlencode({"url": asked.url, "skip_first_archive": "1"}).encode()
                answer = await wire.ask(f"{HOME}/save", headers | form, data)
        return read(asked, answer, now)


def read(asked: AskedCapture, answer: WireAnswer | NoAnswer, now: float) -> CaptureAnswer:
    """What an answer means."""
    if isinstance(answer, NoAnswer):
        return CaptureAnswer(asked, reason=f"it {answer.reason}")
    if answer.status == 429:
        wait = schedule.asked_for(answer.headers.get("retry-after", ""), now) or BUSY
        return CaptureAnswer(asked, job=asked.job, wait=wait)
    try:
        said = json.loads(answer.body)
        state, job, moment = (str(said.get(name) or "") for name in ("status", "job_id", "timestamp"))
    except (ValueError, AttributeError, RecursionError):
        return CaptureAnswer(asked, reason=f"it answers with status {answer.status}")
    if state == "success" and _TIMESTAMP.fullmatch(moment):
        return CaptureAnswer(asked, job=asked.job, address=f"{HOME}/web/{moment}/{asked.url}")
    if answer.status == 200 and state in ("", "pending") and _JOB.fullmatch(job or asked.job):
        return CaptureAnswer(asked, job=job or asked.job)
    why = str(said.get("status_ext") or said.get("message") or f"status {answer.status}")
    return CaptureAnswer(asked, reason="".join(sign if sign.isprintable() else " " for sign in why)[:200])
