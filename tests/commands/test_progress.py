"""How far a command has come: on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from revtrack.shell import progress_bar


class Terminal(io.StringIO):
    """A screen that keeps what it shows."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("quiet", [False, True])
@pytest.mark.parametrize("screen", [Terminal, io.StringIO])
def test_a_terminal_is_told(monkeypatch: pytest.MonkeyPatch, screen: type[io.StringIO], quiet: bool) -> None:
    """Only a terminal whose user wants to see progress is written to."""
    shown = screen()
    monkeypatch.setattr(sys, "stderr", shown)
    with progress_bar.shown(quiet=quiet) as report:
        report("Reading", 3, None)
        for done in (1, 2, 3):
            report("Adding", done, 3)
    said = shown.getvalue()
    if quiet or screen is io.StringIO:
        assert said == ""
    else:
        assert "Reading" in said
        assert "3/3" in said
