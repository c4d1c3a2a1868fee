"""Real Git repositories."""

from __future__ import annotations

from tests.git_fixtures import git, plain_settings, store

__all__ = ["git", "plain_settings", "store"]
