"""The desk that most tests here work at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.watch.courier_desk import Courier, CourierDesk, courier_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CourierDesk]:
    with courier_desk(tmp_path / "desk") as opened:
        yield opened


@pytest.fixture
def courier(desk: CourierDesk) -> Courier:
    return desk.courier
