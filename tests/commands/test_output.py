"""How text reaches a file or a screen."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from revtrack.errors import InputError
from revtrack.shell import output


@pytest.mark.parametrize("encoding", ["utf-8", "utf8", "cp1252", "ascii"])
def test_json_is_exact_in_every_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a terminal cannot show is escaped, so that the JSON still says it."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    text = output.json_text({"name": "Kim Jong Ün 김정은"})
    assert json.loads(text.encode(encoding)) == {"name": "Kim Jong Ün 김정은"}
    assert ("김" in text) == encoding.startswith("utf")


def test_characters_a_terminal_lacks_become_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cp1252 terminal gets what it can show, and no error."""
    screen = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", screen)
    output.prepare()
    output.write("“8,000” → 10,000")
    screen.flush()
    assert screen.buffer.getvalue() == b"\x938,000\x94 ? 10,000\n"


def test_a_file_is_written_whole_as_utf_8(tmp_path: Path) -> None:
    """The file holds the text in UTF-8, replaces what was there, and nothing is left beside it."""
    target = tmp_path / "report.html"
    target.write_text("an earlier report")
    output.write_file(str(target), "“new”\r\n")
    assert target.read_bytes() == "“new”\r\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    """A report that colleagues may read stays readable to them."""
    target = tmp_path / "report.html"
    target.touch(mode=0o640)
    output.write_file(str(target), "new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """The file behind a symbolic link is replaced, the link stays."""
    (tmp_path / "real.html").touch()
    link = tmp_path / "latest.html"
    link.symlink_to("real.html")
    output.write_file(str(link), "new")
    assert link.is_symlink()
    assert (tmp_path / "real.html").read_text() == "new"


def test_a_device_is_not_replaced() -> None:
    """`-o /dev/null` writes to it."""
    output.write_file("/dev/null", "new")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", ["", "missing/report.html", "folder", "null\0.html"])
def test_what_cannot_be_written_is_named(name: str, tmp_path: Path) -> None:
    """The error names the file, and no temporary file stays behind."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match=r"cannot write: .*: name a file in a folder you can write to"):
        output.write_file(f"{tmp_path}/{name}", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_complaint_is_one_line_without_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    """A hostile file name can neither break the line nor move the cursor."""
    output.complain("error: evil\n\x1b[2Jname.txt: no such file")
    assert capsys.readouterr().err == "revtrack: error: evil <U+001B>[2Jname.txt: no such file\n"


@pytest.mark.parametrize(
    ("terminal", "environment", "colours"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": ""}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals(
    terminal: bool, environment: dict[str, str], colours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a terminal gets colours, and only if its user has not declined them."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert output.has_colours() is colours


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["nonsense"], ["compare", "none.txt", "none.txt"], ["list", "--nonsense"]])
def test_an_error_that_cannot_be_printed_is_still_an_error(arguments: list[str], tmp_path: Path) -> None:
    """The exit code alone says so then: 2, not the 1 that stands for changes."""
    with open("/dev/full", "w") as full:
        ran = subprocess.run([sys.executable, "-m", "revtrack", *arguments], stderr=full, cwd=tmp_path, check=False)
    assert ran.returncode == 2
