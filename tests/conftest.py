"""What holds for every test: generated examples are the same in every run, and none is timed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("revtrack", deadline=None, derandomize=True)
settings.load_profile("revtrack")
