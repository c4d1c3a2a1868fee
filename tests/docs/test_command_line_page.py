"""docs/command-line.md: its exit codes are those of the code."""

from __future__ import annotations

from pathlib import Path

from revtrack.shell import exit_codes

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


def test_the_page_has_the_table_of_the_code() -> None:
    rows = [line for line in (exit_codes.__doc__ or "").splitlines() if line.startswith("| ")]
    assert "\n".join(rows) in PAGE
    codes = [int(row.split()[1]) for row in rows[2:]]
    assert codes == [exit_codes.DONE, exit_codes.FOUND, exit_codes.FAILED, exit_codes.STOPPED]
