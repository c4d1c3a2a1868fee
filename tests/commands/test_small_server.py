"""The small server: its units are sound, and every command of the page, the units and the crontab runs."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

from revtrack.watch.wire_answer import NoAnswer
from tests.commands.newsdesk import FIRST, Desk
from tests.watch.loopback import ScriptedClock

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "docs/small-server"
PAGE = (ROOT / "docs/small-server.md").read_text(encoding="utf-8")
UNITS = sorted([*FILES.glob("*.service"), *FILES.glob("*.timer")])
PROGRAM = "/opt/revtrack/bin/revtrack"


def unit(path: Path) -> ConfigParser:
    """A unit; of a key that is there several times, all values, a line each."""
    text = re.sub(
        r"^ExecStart=(.*)\nExecStart=(.*)\nExecStart=(.*)$", r"ExecStart=\1\n \2\n \3", path.read_text(), flags=re.M
    )
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    return parser


def started() -> list[str]:
    """The commands of units, crontab and image."""
    lines = [
        line for path in UNITS if path.suffix == ".service" for line in unit(path)["Service"]["ExecStart"].split("\n")
    ]
    jobs = [
        line.split(maxsplit=5)[5] for line in (FILES / "crontab").read_text().splitlines() if line[0] in "*0123456789"
    ]
    parts = [part.strip() for job in jobs for part in job.split("&&") if PROGRAM in part]
    [words] = re.findall(r"^CMD \[(.*)\]$", (FILES / "Containerfile").read_text(), re.M)
    return [*lines, *parts, f"{PROGRAM} {words.replace(',', '')}"]


def shown() -> list[str]:
    """The commands of the page that begin with revtrack itself."""
    return re.findall(r"^    (revtrack .+)$", PAGE, re.M)


async def no_answer(_: object, url: str, __: object) -> NoAnswer:
    """What is got from hosts that are not there."""
    return NoAnswer(url, "cannot be reached")


@pytest.fixture
def server(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A store with an article and a backup, in the place of /srv/revtrack."""
    monkeypatch.setattr("revtrack.watch.watching.SystemClock", lambda: ScriptedClock(0))
    monkeypatch.setattr("revtrack.watch.wire.Wire.ask", no_answer)
    return empty


def test_every_command_of_the_page_runs(server: Desk) -> None:
    """In the order of the page."""
    for line in shown():
        if " sync " in line:
            server.write("story.txt", FIRST)
            server.ok("add", "story.txt")
            subprocess.run(["git", "clone", "-q", "--mirror", ".revtrack", "backup/news.git"], check=True)
            shutil.copytree("backup/news.git", "restored/.revtrack")
        _, *args = shlex.split(line.replace("/srv/backup", "backup"))
        result = server.run(*args)
        assert result.exit_code == 0, f"{line}: {result.stderr}"


def test_every_command_that_is_started_runs(server: Desk) -> None:
    """What units, crontab and image start, once."""
    server.ok("init")
    server.write("story.txt", FIRST)
    server.ok("add", "story.txt")
    server.write("watch.toml", 'contact = "desk@paper.example"\n')
    subprocess.run(["git", "clone", "-q", "--mirror", ".revtrack", "backup/news.git"], check=True)
    commands = started()
    assert len(commands) == 9
    for command in commands:
        program, *args = shlex.split(command.replace("/srv/backup", "backup").replace("/srv/revtrack/", ""))
        assert program == PROGRAM
        once = ["--once"] if args[:2] == ["watch", "run"] and "--once" not in args else []
        result = server.run(*args, *once)
        assert result.exit_code == 0, f"{command}: {result.stderr}"


def test_units_are_for_one_user_and_one_folder() -> None:
    """A reader of strangers' pages may write where the archive is, and nowhere else."""
    watch = unit(FILES / "revtrack-watch.service")["Service"]
    assert watch["ProtectSystem"] == "strict"
    assert watch["ReadWritePaths"] == watch["WorkingDirectory"] == "/srv/revtrack"
    assert {unit(path)["Service"]["User"] for path in UNITS if path.suffix == ".service"} == {"revtrack"}
    assert watch["SuccessExitStatus"] == "130", "what SIGINT ends is no failure"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="only systemd knows its own words")
def test_units_are_sound(tmp_path: Path) -> None:
    """Every key is one that systemd knows."""
    for path in UNITS:
        (tmp_path / path.name).write_text(path.read_text().replace(PROGRAM, shutil.which("true") or ""))
    command = ["systemd-analyze", "verify", *(str(tmp_path / path.name) for path in UNITS)]
    ran = subprocess.run(command, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
    said = [line for line in ran.stderr.splitlines() if "revtrack" in line]
    assert (ran.returncode, said) == (0, [])


def test_every_file_is_named() -> None:
    """A unit by itself or by its suffix."""
    for path in FILES.iterdir():
        assert path.name in PAGE or f"*{path.suffix}" in PAGE, path.name
