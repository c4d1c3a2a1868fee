"""Git, run safely: repositories of ours and of others, the lock of one writer, hooks, what `git log` says."""

from __future__ import annotations

from revtrack.git.repository import AHEAD, BusyError, Repository, blob_id, create, environment, require

__all__ = ["AHEAD", "BusyError", "Repository", "blob_id", "create", "environment", "require"]
