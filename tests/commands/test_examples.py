"""The examples of every `--help` are run as they stand."""

from __future__ import annotations

import json
import re
import shlex
import subprocess

import click
import pytest
from newsdesk import FIRST, SECOND, Desk

from revtrack.cli import COMMANDS, main


def examples() -> list[str]:
    """Every line below `Examples:` in the help of revtrack and its commands."""
    group = click.Context(main)
    helps = [main.help or "", *((main.get_command(group, name) or main).help or "" for name in COMMANDS)]
    return [line for text in helps for line in re.findall(r"^ *(revtrack .+)$", text.partition("Examples:")[2], re.M)]


@pytest.fixture
def story(empty: Desk) -> Desk:
    """A store with two revisions of `story`, and the files that the examples name."""
    empty.ok("init")
    empty.ok("init", "newsdesk")
    for name in ("draft.txt", "story.txt"):
        empty.write(name, FIRST)
    empty.ok("add", "story.txt", "--at", "2024-10-30")
    empty.write("final.txt", SECOND)
    empty.write("story.txt", SECOND)
    empty.ok("add", "story.txt", "--at", "2024-10-31")
    for args in (["init"], ["add", "draft.txt"], ["commit", "-m", "Publish"]):
        identity = ["-c", "user.name=A", "-c", "user.email=a@news.example"]
        subprocess.run(["git", *identity, *args], check=True, capture_output=True)
    empty.write("pairs.jsonl", json.dumps({"id": 1, "old": FIRST, "new": SECOND}) + "\n")
    for name in ("news/ferry.md", "article.md"):
        empty.write(name, SECOND)
    return empty


def test_every_command_has_an_example() -> None:
    """Each is used in its own help."""
    assert {line.split()[1] for line in examples()} == set(COMMANDS)


@pytest.mark.parametrize("line", examples())
def test_examples_work(line: str, request: pytest.FixtureRequest) -> None:
    """What help shows can be typed; `init` comes first, where no store is yet."""
    _, *args = shlex.split(re.split(r" [<>] ", line)[0])
    desk: Desk = request.getfixturevalue("empty" if args[0] == "init" else "story")
    result = desk.run(*args, stdin=SECOND.encode())
    assert result.exit_code == 0, result.stderr
