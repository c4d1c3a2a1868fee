"""Every command that the README and the tutorial show is run, and prints what the page says it prints.

The ```console blocks are one session in one fresh folder of HOME: `$ ` opens a command, `> ` goes on with it, the
lines after it are its output. Commit ids are masked; a line `...` stands for any lines. A block that follows
<!-- file: NAME --> is a file of that folder.

    REVTRACK_ACCEPT=1 make test      puts what was printed into the page, for you to read in its diff
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n)?^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)
HOME = "/home/ada"
COMMIT_ID = re.compile(r"\b[0-9a-f]{7,40}\b")


@dataclass(frozen=True)
class Step:
    """A command, and the output that the README shows under it."""

    command: str
    output: str


def files(text: str) -> dict[str, str]:
    """The files that the README shows, by name."""
    return {block["file"]: block["body"] for block in BLOCK.finditer(text) if block["file"]}


def steps(text: str) -> list[Step]:
    """The commands of all console blocks, in order."""
    session = "".join(block["body"] for block in BLOCK.finditer(text) if block["language"] == "console")
    return [_step(part) for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]]


def refreshed(text: str, printed: list[str]) -> str:
    """The README with the outputs that differ replaced by what was printed."""
    outputs = iter(printed)

    def renewed(block: re.Match[str]) -> str:
        if block["language"] != "console":
            return block[0]
        parts = re.split(r"^\$ ", block["body"], flags=re.MULTILINE)[1:]
        return "```console\n" + "".join(_shown(_step(part), next(outputs)) for part in parts) + "```"

    return BLOCK.sub(renewed, text)


def _shown(step: Step, actual: str) -> str:
    output = step.output if matches(step.output, actual) else _without_lead(step.output, actual.strip("\n"))
    lines = [line.rstrip() for line in ["$ " + step.command.replace("\n", "\n> "), *output.splitlines()]]
    return "\n".join(lines) + "\n"


def _without_lead(shown: str, actual: str) -> str:
    """What was printed; where the README leaves out the first lines, from the line on that it shows first."""
    first = next((line for line in shown.splitlines() if line not in {"", "..."}), "")
    if not shown.startswith("...\n") or f"\n{first}" not in actual:
        return actual
    return f"...\n{actual[actual.index(chr(10) + first) + 1 :]}"


def _step(part: str) -> Step:
    lines = part.splitlines()
    more = next((number for number, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines))
    command = "\n".join([lines[0], *(line[2:] for line in lines[1:more])])
    return Step(command, "\n".join(lines[more:]).strip("\n"))


def matches(expected: str, actual: str) -> bool:
    """Whether an output is the one shown, ids and the ends of lines aside."""
    parts = [re.escape(_plain(part)) for part in re.split(r"^\.\.\.$", expected, flags=re.MULTILINE)]
    return re.fullmatch(r"\n?.*\n?".join(parts), _plain(actual), re.DOTALL) is not None


def _plain(text: str) -> str:
    lines = [COMMIT_ID.sub("ID", line).rstrip() for line in text.splitlines()]
    return "\n".join(lines).strip("\n")


def session(commands: list[str], folder: Path, environment: dict[str, str]) -> list[str]:
    """What each command prints, errors included, when all are typed into one shell."""
    script = "".join(f"{command}\nprintf '\\0'\n" for command in commands)
    shell = ["sh", "-c", script]
    done = subprocess.run(shell, cwd=folder, env=environment, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, text=True)
    return done.stdout.replace(str(folder.parent), HOME).split("\0")[:-1]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A user with a name for Git, revtrack on the path, and nothing else of the machine's."""
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\nname = Desk\nemail = desk@example.org\n[init]\ndefaultBranch = main\n")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {"PATH": path, "HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "100", "TZ": "UTC"}


@pytest.mark.parametrize("page", [README, TUTORIAL], ids=lambda page: page.stem.lower())
def test_a_page_is_a_session_that_works(page: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    """Whoever types what the page shows sees what the page shows."""
    text = page.read_text(encoding="utf-8")
    folder = tmp_path / "desk"
    folder.mkdir()
    for name, content in files(text).items():
        (folder / name).write_text(content, encoding="utf-8")
    shown = steps(text)
    assert shown, "the page shows no commands"
    printed = session([step.command for step in shown], folder, environment)
    if os.environ.get("REVTRACK_ACCEPT"):
        page.write_text(refreshed(text, printed), encoding="utf-8")
        shown = steps(page.read_text(encoding="utf-8"))
    for step, actual in zip(shown, printed, strict=True):
        assert matches(step.output, actual), f"$ {step.command}\n{page.name}:\n{step.output}\nprinted:\n{actual}"


def test_the_readme_s_python_works(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines for Python run as they stand, with the two versions of the README as its texts."""
    text = README.read_text(encoding="utf-8")
    shown = files(text)
    names = {"old_text": shown["morning.txt"], "new_text": shown["evening.txt"]}
    for block in BLOCK.finditer(text):
        if block["language"] == "python":
            exec(block["body"], names)
    assert "high people missing: at least 8 -> at least 12" in capsys.readouterr().out


def test_a_session_is_read_from_the_page() -> None:
    """Commands over several lines, outputs and files are told apart; other blocks are no session."""
    page = "```sh\nmake\n```\n<!-- file: a.txt -->\n```text\nOne.\n```\n"
    page += "```console\n$ cat \\\n> a.txt\nOne.\n$ true\n```\n"
    assert files(page) == {"a.txt": "One.\n"}
    assert steps(page) == [Step("cat \\\na.txt", "One."), Step("true", "")]


def test_a_lead_that_was_left_out_stays_left_out() -> None:
    """An output shown from its third line on is refreshed from that line on."""
    page = "```console\n$ diff\n...\n\ncount\nold\n```\n"
    fresh = "```console\n$ diff\n...\ncount\nnew\n```\n"
    assert refreshed(page, ["head\nmore\n\ncount\nnew\n"]) == fresh


def test_only_outputs_that_differ_are_refreshed() -> None:
    """What still holds stays as it was shown, left-out lines too."""
    page = "Text\n```console\n$ list\na\n...\n$ log\nold\n```\n```sh\nmake\n```\n"
    fresh = "Text\n```console\n$ list\na\n...\n$ log\nnew\n```\n```sh\nmake\n```\n"
    assert refreshed(page, ["a\nb\nc\n", "new\n"]) == fresh


@pytest.mark.parametrize(
    ("expected", "actual", "same"),
    [
        ("added (0a1b2c3)", "added (9f8e7d6)\n", True),
        ("one\n...\nfour", "one\ntwo\nthree\nfour", True),
        ("one\n...\nfour", "one\ntwo\nthree", False),
        ("8,000 -> 10,000", "8,000 -> 12,000", False),
        ("", "unexpected error", False),
    ],
)
def test_outputs_are_compared(expected: str, actual: str, same: bool) -> None:
    """Ids may differ and marked lines be left out; anything else has to be the same."""
    assert matches(expected, actual) is same
