"""What holds for every test: generated examples are the same in every run, none is timed, none finds a cache.

SIGINT interrupts children even where the shell that started the tests ignores it, as it does for background jobs.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Generator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

from revtrack.model import guard

# One browser in a process, whatever folder asks for it.
pytest_plugins = ["tests.browsers"]

# How long it takes to make an example is no finding on a machine that is busy.
settings.register_profile(
    "full", deadline=None, derandomize=True, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("quick", settings.get_profile("full"), max_examples=20)  # what `make test` asks for
settings.register_profile("thorough", settings.get_profile("full"), max_examples=250)  # what the schedule asks for
settings.load_profile("full")

# Files with such tests are begun first, so that no process has a long one left when the others are done.
SLOW = ("installed", "large", "browser", "kill")

# An ignored signal is inherited by every child; one with a handler is set back to its default in them.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whatever opens a page in the browser is marked so; what tries more of the same waits until it is asked for."""
    for item in items:
        if not {"browser", "firefox"}.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
    everything = os.environ.get("REVTRACK_REQUIRE_ALL") == "1"  # what `.ci/run` asks for
    if not everything and config.getoption("--hypothesis-profile", None) != "thorough":
        waiting = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=waiting)
        items[:] = [item for item in items if item not in waiting]
    if hasattr(config, "workerinput"):  # one of several processes, which take one file after the other
        slow = {item.path for item in items if any(map(item.get_closest_marker, SLOW))}
        items.sort(key=lambda item: item.path not in slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """A test that opens no page may run a loop of its own in a process where a browser's is waiting."""
    yield from _without_the_browser_s_loop(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """As in its setup; what is torn down may be the browser, which needs its loop."""
    yield from _without_the_browser_s_loop(item)


def _without_the_browser_s_loop(item: pytest.Item) -> Generator[None]:
    loop = None if item.get_closest_marker("browser") else asyncio._get_running_loop()
    if loop is not None:
        asyncio._set_running_loop(None)
    try:
        yield
    finally:
        if loop is not None:
            asyncio._set_running_loop(loop)


@pytest.fixture(autouse=True)
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in revtrack fails the test that runs into it."""
    monkeypatch.setattr(guard, "STRICT", True)


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder during a test: one of its own, which is not there yet."""
    folder = tmp_path_factory.getbasetemp() / f"cache-{uuid4()}"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder
