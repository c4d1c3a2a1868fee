"""A day in a newsroom, from the first version to the evening's look back, with Git and its hooks as they are."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.commands.newsroom import Newsroom, revtrack

MORNING = """---
title: At least 12 dead after ferry sinks
draft: true
---

ARVO BAY - At least 12 people died when a ferry sank on Monday, police said.

"We may raise the wreck before the winter," said Ada Lind, the harbour master.

The ferry was biult by Keller & Sons in 1987.
"""


def run(room: Newsroom, *args: str, code: int = 0) -> str:
    """What revtrack prints as a program of its own."""
    ran = subprocess.run(revtrack(*args), cwd=room.top, capture_output=True, text=True)
    assert ran.returncode == code, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.mark.installed
def test_a_day_in_a_newsroom(bare_room: Newsroom) -> None:
    """Publish, a silent change is stopped, a notice lets it pass, a typo is free, an altered quotation is accepted
    with a reason, and history shows it all."""
    room = bare_room
    run(room, "hook", "install")

    # The draft changes freely; publishing it is free.
    room.stage("ferry.md", MORNING)
    room.git("commit", "--quiet", "-m", "Draft the ferry")
    text = MORNING.replace("At least 12 people", "At least 14 people").replace("At least 12 dead", "At least 14 dead")
    text = text.replace("draft: true", "draft: false")
    room.stage("ferry.md", text)
    room.git("commit", "--quiet", "-m", "Publish the ferry")
    published = room.git("rev-parse", "HEAD").strip()

    # The toll rises. In the hurry the headline is forgotten, and nobody tells the readers.
    text = text.replace("At least 14 people", "At least 21 people")
    room.stage("ferry.md", text)
    said = room.git("commit", "-m", "Toll rises", code=1)
    assert "ferry.md:6:21: high F101" in said
    assert "14 -> at least 21" in said
    assert "say so in a notice (`revtrack note ferry.md` drafts it)" in said
    assert room.git("rev-parse", "HEAD").strip() == published

    # The notice is drafted, the headline mended, and the commit passes.
    text = text.replace("At least 14 dead", "At least 21 dead")
    room.write("ferry.md", text)
    drafted = run(room, "note", "ferry.md")
    assert drafted.startswith("An earlier version of this article gave the number of ")
    assert drafted.endswith(" as at least 14. It is at least 21.\n")
    text = f"{text}\n{drafted}"
    room.stage("ferry.md", text)
    room.git("commit", "--quiet", "-m", "Correct the toll")

    # A typing error is nobody's business.
    text = text.replace("biult", "built")
    room.stage("ferry.md", text)
    assert "F1" not in room.git("commit", "-m", "Mend a typing error")

    # A quotation was misheard: stopped, then accepted in the source, with the reason, beside the words.
    text = text.replace("We may raise", "We will raise")
    room.stage("ferry.md", text)
    assert "high Q101 #1 Ada Lind's words: 'may' -> 'will'" in room.git("commit", "-m", "Mend the quotation", code=1)
    text = text.replace("harbour master.", "harbour master. <!-- revtrack: accept Q101 misheard, checked on tape -->")
    room.stage("ferry.md", text)
    room.git("commit", "--quiet", "-m", "Mend the quotation")

    # The same mark does not let the next change of the quotation pass; a trailer does.
    text = text.replace("before the winter", "after the winter")
    room.stage("ferry.md", text)
    assert "high Q101" in room.git("commit", "-m", "Again", code=1)
    room.git("commit", "--quiet", "-m", "Mend it again", "-m", "Accept-Change: Q101 Ada Lind rang the desk")

    # The correction is not taken out again on the quiet.
    room.stage("ferry.md", text.replace(drafted, ""))
    assert "high K105 the correction was removed" in room.git("commit", "-m", "Tidy up", code=1)
    room.git("reset", "--quiet", "--hard")

    # In the evening: everything that changed since the morning, and how it was owned up to.
    lookback = json.loads(run(room, "check", "--from", published, "--to", "HEAD", "--format", "json"))
    assert lookback["stopping"] == 0
    settled = {one["code"]: one["settled"] for one in lookback["findings"]}
    assert settled["F101"] == {"by": "notice", "reason": ""}
    assert settled["Q101"]["by"] in ("mark", "trailer")
    history = room.git("log", "-p", "--format=%B", f"{published}..HEAD")
    assert "accept Q101 misheard, checked on tape" in history
    assert "Accept-Change: Q101 Ada Lind rang the desk" in history
    assert "+An earlier version of this article" in history
    log = run(room, "log", "ferry.md")
    assert "Ada Lind's words" in log
    assert "14 -> at least 21" in log
    run(room, "hook", "uninstall")
