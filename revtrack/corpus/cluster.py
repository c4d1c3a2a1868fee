"""An existing Dask cluster that works on shards; its workers see the same files under the same names."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module
from typing import Any

from revtrack import installing
from revtrack.errors import InputError

PATIENCE = 30  # seconds to wait for the scheduler


class Cluster:
    """The executor of a cluster; Dask itself gives the shard of a worker that died to another one."""

    def __init__(self, address: str) -> None:
        """Meet the scheduler; raises InputError."""
        try:
            distributed: Any = import_module("distributed")
        except ImportError:
            raise InputError(
                f"dask.distributed is not installed: add it with `{installing.command('cluster')}`"
            ) from None
        try:
            self._client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            cause = str(error) or type(error).__name__
            raise InputError(f"{address}: no Dask scheduler answers: {cause}: check the address") from None
        self.lost: tuple[type[BaseException], ...] = (distributed.KilledWorker,)
        self.workers = max(1, sum(self._client.nthreads().values()))
        self._executor = self._client.get_executor(pure=False)

    def submit(self, work: Callable[..., Any], *given: Any) -> Future[Any]:
        """Have a function called by one of the workers."""
        future: Future[Any] = self._executor.submit(work, *given)
        return future

    def renew(self) -> None:
        """Nothing is to be done: the cluster is still there."""

    def stop(self) -> None:
        """Withdraw what is not done, and leave."""
        self._executor.shutdown(wait=False)
        self._client.close()
