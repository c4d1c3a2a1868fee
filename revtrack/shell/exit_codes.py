"""The exit codes of the command line."""

from __future__ import annotations

DONE = 0
FOUND = 1
"""Changes, with --exit-code; findings of `check` and `verify`; records skipped by `import` and `batch`."""
FAILED = 2
STOPPED = 130
