"""The peer for figures: measured where it is installed, and said to be missing where it is not."""

from __future__ import annotations

import pytest

from bench import quantulum


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is to take a skipped comparison for a measured one."""
    monkeypatch.setattr(quantulum, "is_installed", lambda: False)
    assert quantulum.main() == 0
    assert "quantulum3 is not installed" in capsys.readouterr().out


@pytest.mark.thorough  # loads a classifier, and says nothing of revtrack
@pytest.mark.skipif(not quantulum.is_installed(), reason="quantulum3 comes with the extra `bench`")
def test_its_quantities_become_figures() -> None:
    claims = quantulum.extract("They paid 3 million dollars for 7 km.").to_dict()["claims"]
    assert [(claim["unit"], float(claim["value"])) for claim in claims] == [("USD", 3_000_000), ("kilometre", 7)]
