"""On a terminal: pages as Git shows them, suggestions, completion, the manual page."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from revtrack.cli import COMMANDS, main
from revtrack.shell import manual, suggestions
from tests.commands.newsdesk import FIRST, Desk

LONG = FIRST + "".join(f"\nParagraph {number} has words.\n" for number in range(80))


def on_terminal(desk: Desk, *args: str, **environment: str) -> str:
    """What a terminal of 80 columns and 24 lines is sent."""
    ours, theirs = pty.openpty()
    known = {name: value for name, value in os.environ.items() if "PAGER" not in name and name != "LESS"}
    ran = subprocess.Popen(
        [sys.executable, "-m", "revtrack", *args],
        cwd=desk.folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=known | {"TERM": "xterm", "COLUMNS": "80"} | environment,
    )
    os.close(theirs)
    sent = b""
    while True:
        try:
            piece = os.read(ours, 65_536)
        except OSError:
            break
        if not piece:
            break
        sent += piece
    os.close(ours)
    assert ran.wait() == 0, sent
    return sent.decode().replace("\r\n", "\n")


@pytest.fixture
def long(desk: Desk) -> Desk:
    """A desk with an article that is longer than a screen."""
    desk.write("long.txt", LONG)
    desk.ok("add", "long.txt", "--at", "2024-11-02")
    return desk


@pytest.mark.parametrize("name", ["PAGER", "GIT_PAGER", "REVTRACK_PAGER"])
def test_a_long_answer_is_paged(name: str, long: Desk) -> None:
    """By the pager that is set, the nearest first; `less` gets Git's habits."""
    said = on_terminal(long, "show", "long", **{"PAGER": "cat", name: 'sed "s/^/$LESS:/"'})
    assert said.startswith("FRX:Ferry toll rises\n")
    assert "FRX:Paragraph 79 has words." in said


@pytest.mark.parametrize(
    ("args", "environment"),
    [
        (["show", "long"], {"PAGER": ""}),
        (["show", "long"], {"PAGER": "cat"}),
        (["show", "long"], {"PAGER": "no-such-pager-here"}),
        (["show", "long"], {"PAGER": "sed s/^/P:/", "TERM": "dumb"}),
        (["--no-pager", "show", "long"], {"PAGER": "sed s/^/P:/"}),
        (["show", "ferry"], {"PAGER": "sed s/^/P:/"}),  # fits on the screen
        (["show", "long", "--bytes"], {"PAGER": "sed s/^/P:/"}),
    ],
)
def test_what_is_not_paged(args: list[str], environment: dict[str, str], long: Desk) -> None:
    assert on_terminal(long, *args, **environment).startswith("Ferry toll rises\n")


def test_a_pipe_is_never_paged(long: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVTRACK_PAGER", "sed s/^/P:/")
    assert long.ok("show", "long") == LONG


def test_a_pager_that_is_left_early_is_no_error(long: Desk) -> None:
    assert on_terminal(long, "show", "long", PAGER="head -n 1") == "Ferry toll rises\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("dif ferry", "No such command 'dif'. Did you mean 'diff'?"),
        ("hist ferry", "No such command 'hist'. Did you mean 'history'?"),
        ("grep toll", "No such command 'grep'. Did you mean 'search'?"),
        ("help diff", "No such command 'help'. Add --help to a command: revtrack diff --help"),
        ("xyzzy", "No such command 'xyzzy' (see"),
        ("diff ferry --formt json", "No such option '--formt'. Did you mean '--format'?"),
        ("diff ferry --json", "No such option '--json'. Did you mean '--format json'?"),
        ("search toll --high", "No such option '--high'. Did you mean '--severity high' or '--min-severity high'?"),
        ("diff ferry --xyzzy", "No such option '--xyzzy' (see"),
        ("diff first.txt secnd.txt", "secnd.txt: no such file (two files: `revtrack compare first.txt secnd.txt`)"),
        ("diff frst.txt second.txt", "frst.txt: no such file (two files: `revtrack compare frst.txt second.txt`)"),
    ],
)
def test_who_mistypes_is_told_what_was_meant(line: str, said: str, desk: Desk) -> None:
    assert said in desk.fails(*line.split())


def test_every_suggestion_is_a_command() -> None:
    assert set(suggestions._ELSEWHERE.values()) <= set(COMMANDS)
    assert not set(suggestions._ELSEWHERE) & set(COMMANDS)


def test_both_revisions_may_be_named_with_their_article(desk: Desk) -> None:
    """As Git names a file at a commit."""
    whole = desk.ok("diff", "ferry", "1", "3")
    assert desk.ok("diff", "ferry@1", "ferry@3") == desk.ok("diff", "ferry@1", "3") == whole
    assert desk.ok("diff", "ferry@1") == whole
    assert desk.ok("diff", "ferry@-2") == desk.ok("diff", "ferry", "2", "3")
    assert "names three revisions" in desk.fails("diff", "ferry@1", "2", "3")
    desk.ok("add", "second.txt", "--at", "2024-11-02")
    assert "ferry and second are two articles" in desk.fails("diff", "ferry@1", "second@1")


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("revtrack dig", ["digest"]),
        ("revtrack show ", ["ferry", "long"]),
        ("revtrack show lo", ["long"]),
        ("revtrack diff fer", ["ferry"]),
        ("revtrack history rry", ["ferry"]),
        ("revtrack show ferry@", ["ferry@latest", "ferry@first", "ferry@3", "ferry@2", "ferry@1"]),
        ("revtrack diff ferry l", ["latest"]),
        ("revtrack search --article f", ["ferry"]),
        ("revtrack diff drafts/", ["drafts/"]),  # which the shell completes as a file
    ],
)
def test_a_shell_completes_articles_and_revisions(words: str, completed: list[str], long: Desk) -> None:
    environment = os.environ | {
        "_REVTRACK_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "revtrack"],
        cwd=long.folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line.partition(",")[2] for line in ran.stdout.splitlines()] == completed
    assert ran.stderr == ""


def test_nothing_is_completed_where_there_is_no_store(empty: Desk) -> None:
    """No message comes between what somebody types."""
    from revtrack.shell import completion

    ctx = click.Context(main)
    assert [one.type for one in completion.articles(ctx, main.params[0], "f")] == ["file"]
    assert [one.type for one in completion.revisions(ctx, main.params[0], "f")] == ["file"]


def test_the_manual_page_has_every_command_and_option() -> None:
    page = manual.page(click.Context(main, info_name="revtrack"))
    assert page.startswith(".TH REVTRACK 1 ")
    for name in COMMANDS:
        assert f".SS revtrack {name}\n" in page
    assert r"\fB\-\-min\-severity" in page
    assert not re.search(r"^['.](?!TH|SH|SS|TP|PP|nf|fi|B )", page, re.MULTILINE)


def test_the_manual_page_is_printed(empty: Desk, tmp_path: Path) -> None:
    """Hidden from the list of commands; its output is what `man` reads."""
    assert empty.ok("man").startswith(".TH REVTRACK 1 ")
    assert "  man " not in empty.ok("--help")


def contrast(colour: int, ground: float) -> float:
    """The contrast of one of the 256 colours with black (0) or white (1), as WCAG has it."""
    steps = (0, 95, 135, 175, 215, 255)
    place = colour - 16
    cube = (steps[place // 36 % 6], steps[place // 6 % 6], steps[place % 6])
    parts = cube if colour < 232 else (8 + 10 * (colour - 232),) * 3
    linear = [one / 3294.6 if one < 11 else ((one / 255 + 0.055) / 1.055) ** 2.4 for one in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    high, low = max(light, ground), min(light, ground)
    return (high + 0.05) / (low + 0.05)


def test_colours_are_read_on_white_and_on_black() -> None:
    from revtrack.report import ansi

    codes = [int(code) for style in ansi._STYLES.values() for code in re.findall(r"38;5;(\d+)", style)]
    assert len(codes) >= 5
    for code in codes:
        assert min(contrast(code, 0), contrast(code, 1)) > 4, code
