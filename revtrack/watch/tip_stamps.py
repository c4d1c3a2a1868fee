"""A time stamp of what the archive is, once a day, from the authority that `witness` in `watch.toml` names (RFC 3161).

Only a digest leaves this machine. Anchor and stamp lie in `anchors`, beside the store, one pair a day on which it grew:
`revtrack verify --anchor anchors/2026-10-31.anchor --authority CERT` tells later what was there on that day.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from revtrack.archive import anchor_file
from revtrack.articles import times
from revtrack.errors import RevtrackError
from revtrack.store import Store, witness
from revtrack.watch import schedule
from revtrack.watch.follows import DAY
from revtrack.watch.targets import WatchEvent
from revtrack.watch.watch_state import WatchState

ANCHORS = "anchors"
_NAME = "stamp"
_TOLD = 3  # failures in a row, after which it is an event


def needed_witness() -> None:
    """Raises InputError without the packages of the extra `witness`."""
    witness.needed()


class TipStamps:
    """Has the tip stamped once a day, at the first time of each day (UTC) at which a run is at work."""

    def __init__(
        self, store: Store, state: WatchState, folder: Path, address: str, tell: Callable[[WatchEvent], None]
    ) -> None:
        self._store, self._state, self._folder, self._address, self._tell = store, state, folder, address, tell

    def next_time(self, now: float) -> float | None:
        """When it is due; at once where there was none."""
        return self._state.errand(_NAME)[0]

    def begin(self, now: float) -> Coroutine[Any, Any, str] | None:
        """Have today's anchor stamped, if the archive grew since the last one."""
        tip = self._store.tip()
        if not tip or any(tip in file.read_text(errors="replace") for file in self._latest() if _is_stamped(file)):
            self._state.save_errand(_NAME, _tomorrow(now), 0)
            return None
        moment = times.of_seconds(int(now))
        return asyncio.to_thread(self._stamped, self._folder / f"{moment[:10]}.anchor", moment)

    def finish(self, outcome: str, now: float) -> None:
        """Wait for tomorrow, or try again later."""
        _, failures = self._state.errand(_NAME)
        if not outcome:
            self._state.save_errand(_NAME, _tomorrow(now), 0)
            return
        failures += 1
        self._state.save_errand(_NAME, now + schedule.put_off(failures, self._address), failures)
        if failures == _TOLD:
            event = WatchEvent(0, times.of_seconds(int(now)), "failing", self._address, detail=outcome)
            with self._state.writing():
                self._state.record(event)
            self._tell(event)

    def _stamped(self, file: Path, moment: str) -> str:
        """Write the anchor and its stamp; gives why it could not be had. In a thread, with a store of its own."""
        try:
            self._folder.mkdir(exist_ok=True)
            anchor_file.checked(Store(self._store.path), str(file), moment, self._address)
        except OSError as error:
            return f"{self._folder}: cannot be written: {error.strerror}"
        except RevtrackError as error:
            return str(error)
        return ""

    def _latest(self) -> list[Path]:
        return sorted(self._folder.glob("*.anchor"))[-1:]


def _is_stamped(file: Path) -> bool:
    return file.with_name(file.name + anchor_file.STAMP).exists()


def _tomorrow(now: float) -> float:
    return now - now % DAY + DAY
