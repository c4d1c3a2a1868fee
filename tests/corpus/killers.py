"""A shard function that dies as an article tells it to: what a broken library or a lack of memory does to a worker."""

from __future__ import annotations

import os
import signal
from typing import Any

from revtrack import claims
from revtrack.corpus import work
from revtrack.corpus.work import ShardResult

DEADLY = "Killer whales"
_read = claims.of


def run(*given: Any) -> ShardResult:
    """The real shard function, in a process that some words end."""
    claims.of = _of
    return work.run(*given)


def _of(text: str, known: Any = None) -> Any:
    if DEADLY in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return _read(text, known)
