"""`search` finds changes in all articles, and never answers from a ledger that lacks something."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from test_newsroom_commands import git

from revtrack.archive import ledger_update, turns
from tests.commands.newsdesk import FIRST, SECOND, THIRD, TIMES, Desk

TOLL = "people who died: at least 12 -> at least 21 (+75%)"


def found(desk: Desk, *args: str) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(desk.ok("search", *args, "--format", "json"))["results"]
    return results


def messages(desk: Desk, *args: str) -> list[str]:
    return [one["change"]["message"] for one in found(desk, *args)]


def test_finding_nothing_is_no_failure(empty: Desk) -> None:
    """Neither in an empty store, nor for words that nobody wrote."""
    empty.ok("init")
    assert empty.ok("search") == "No changes.\n"
    assert empty.ok("search", "elephants", "--kind", "figure") == 'No figure changes with "elephants".\n'
    assert empty.ok("search", '"grey elephants" big') == 'No changes with "grey elephants" big.\n'
    assert found(empty, "elephants") == []


def test_a_result_is_the_change_that_diff_shows(two: Desk) -> None:
    """With its article, the two revisions as `log` numbers them, and the time of the second."""
    [one] = found(two, "people", "--kind", "figure")
    diff = json.loads(two.ok("diff", "ferry", "1", "2", "--format", "json"))
    context = one.pop("context")
    assert one == {"article": "ferry", "old": 1, "new": 2, "time": TIMES[1], "change": diff["changes"][0]}
    assert diff["changes"][0]["new"]["text"] in context


def test_a_change_is_found_by_the_words_of_its_sentence(two: Desk) -> None:
    """Also by those that did not change, and not by those of the sentence before."""
    two.write("mill.txt", "The mill stood. It lost 12 looms in a winter flood.\n")
    two.ok("add", "mill.txt", "--at", "2024-11-03")
    two.write("mill.txt", "The mill stood. It lost 14 looms in a winter flood.\n")
    two.ok("add", "mill.txt", "--at", "2024-11-04")
    [one] = found(two, "winter flood")
    assert one["context"] == "It lost 14 looms in a winter flood."
    assert messages(two, '"looms in a winter"') == [one["change"]["message"]]
    assert messages(two, "stood") == []
    two.write("mill.txt", "The mill stood. It lost 13 looms in a summer flood.\n")
    two.ok("add", "mill.txt", "--at", "2024-11-03T12:00Z")
    for season in ("summer", "winter"):
        assert json.loads(two.ok("search", season, "--kind", "figure", "--format", "json"))["total"] == 1


def test_of_a_long_sentence_what_stands_about_the_change_is_kept(empty: Desk) -> None:
    """A text of one sentence with many changes must not be kept many times over."""
    empty.ok("init")
    for number, at in ((12, "2024-11-03"), (14, "2024-11-04")):
        empty.write("mill.txt", f"Early {'word ' * 500}{number} looms {'word ' * 500}late.\n")
        empty.ok("add", "mill.txt", "--at", at)
    [one] = found(empty, "looms")
    assert 14 in map(int, filter(str.isdigit, one["context"].split()))
    assert len(one["context"]) < 2 * turns.CONTEXT + 20
    assert set(one["context"].split()) == {"word", "14", "looms"}


def test_every_change_of_every_step_is_found(two: Desk) -> None:
    """Newest first, those of one revision in the order of its diff."""
    expected = []
    for name, old in (("court", 1), ("ferry", 2), ("ferry", 1)):
        diff = json.loads(two.ok("diff", name, str(old), str(old + 1), "--format", "json"))
        expected += [(name, old, old + 1, change) for change in diff["changes"]]
    assert [(one["article"], one["old"], one["new"], one["change"]) for one in found(two)] == expected
    assert [change["kind"] for *_, change in expected] == ["figure", "statement", "attribution", "figure"]


def test_the_terminal_says_what_was_asked_and_what_was_found(two: Desk) -> None:
    printed = two.ok("search", "21", "--unacknowledged", "--kind", "figure")
    assert printed.splitlines()[0] == '1 figure change with "21", without a notice.'
    assert "Ferry toll rises (ferry), revision 1 to 2, 31 October 2024, 12:30 UTC" in " ".join(printed.split())
    assert f"!! high     {TOLL}" in printed
    assert "figure value changed; no notice" in printed
    assert "mentioned in a notice" in two.ok("search", "witnesses")
    assert "\x1b" not in printed


def test_options_narrow_it_down(two: Desk) -> None:
    assert messages(two, "--acknowledged") == messages(two, "--article", "court")
    assert TOLL in messages(two, "--until", "2024-10-31", "--severity", "high", "--label", "value")
    assert messages(two, "--until", "2024-10-30") == []
    assert {one["article"] for one in found(two, "--since", "2024-11-02")} == {"court"}
    assert messages(two, "--min-severity", "high") == messages(two, "--severity", "high")
    assert messages(two, "--article", "fer", "--article", "court") == messages(two)
    assert messages(two, "--speaker", "lind", "--kind", "attribution")
    assert messages(two, "--speaker", "brandt") == []


def test_what_is_not_shown_is_counted(two: Desk) -> None:
    printed = two.ok("search", "--limit", "1", "--order", "severity")
    total = len(messages(two))
    assert printed.startswith(f"{total} changes, most serious first.")
    assert f"1 of {total} changes shown; use --limit 0 for all." in printed
    assert len(messages(two, "--limit", "0")) == total


@pytest.mark.parametrize(
    ("args", "cause"),
    [
        (["--article", "nowhere"], "nowhere: no such article"),
        (["--since", "soon"], "'soon' is not a date or time"),
        (["--since", "2024-11-02", "--until", "2024-11-01"], "--until 2024-11-01 is before --since 2024-11-02"),
        (["—"], "'—' has no letter or digit to search for"),
        (["--severity", "low", "--min-severity", "high"], "--severity low is less serious than --min-severity high"),
        (["--kind", "rumour"], "rumour"),
        (["--limit", "-1"], "-1"),
        (["--open", "--format", "json"], "--open shows an HTML report"),
    ],
)
def test_operands_that_make_no_sense_are_refused(two: Desk, args: list[str], cause: str) -> None:
    assert cause in two.fails("search", *args)


def test_what_was_added_since_is_found(two: Desk) -> None:
    """Also between two versions, which then are no neighbours any more."""
    before = found(two, "--article", "ferry")
    two.write("between.txt", FIRST.replace("12 people", "15 people"))
    two.ok("add", "between.txt", "--as", "ferry", "--at", "2024-10-31T10:00:00Z")
    after = found(two, "--article", "ferry", "--kind", "figure")
    assert [(one["old"], one["new"], *(one["change"][side]["value"] for side in ("old", "new"))) for one in after] == [
        (2, 3, "15", "21"),
        (1, 2, "12", "15"),
    ]
    assert before[-1]["change"]["message"] == TOLL


def test_a_revision_that_is_no_text_is_passed_over(two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from revtrack.articles import plain_text

    decode = plain_text.decode

    def broken(data: bytes, name: str, **options: bool) -> str:
        if name == "ferry@2":
            raise plain_text.InputError(f"{name}: is binary")  # type: ignore[attr-defined]
        return decode(data, name, **options)

    monkeypatch.setattr(plain_text, "decode", broken)
    assert {(one["old"], one["new"]) for one in found(two, "--article", "ferry")} == {(1, 3)}


def test_texts_are_compared_once(two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second question reads nothing, and has the same answer."""
    before = found(two)
    monkeypatch.setattr(ledger_update, "_update", lambda *_: pytest.fail("filled again"))
    assert found(two) == before


@pytest.mark.parametrize("harm", ["delete", "cut", "force"])
def test_whatever_becomes_of_the_index_the_answer_stays(two: Desk, harm: str) -> None:
    before = found(two)
    index = two.folder / ".revtrack" / "index.sqlite"
    if harm == "delete":
        index.unlink()
    elif harm == "cut":
        index.write_bytes(index.read_bytes()[:9000])
    else:
        store = ["git", "-C", str(index.parent)]
        tip = subprocess.run([*store, "rev-parse", "revisions"], capture_output=True, text=True).stdout.strip()
        subprocess.run([*store, "update-ref", "refs/heads/revisions", "revisions~2"], check=True)
        assert {one["article"] for one in found(two)} == {"ferry"}
        subprocess.run([*store, "update-ref", "refs/heads/revisions", tip], check=True)
    assert found(two) == before


@pytest.mark.kill
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="only POSIX kills a group of processes")
def test_killed_while_filling_nothing_is_wrong(two: Desk) -> None:
    """Whatever was written by then, the next answer is the whole one."""
    expected = found(two)
    for delay in (0.2, 0.4, 0.6):
        (two.folder / ".revtrack" / "index.sqlite").unlink(missing_ok=True)
        command = [sys.executable, "-m", "revtrack", "search"]
        with subprocess.Popen(command, cwd=two.folder, stdout=subprocess.DEVNULL, start_new_session=True) as filling:
            time.sleep(delay)
            os.killpg(filling.pid, signal.SIGKILL)
        assert found(two) == expected


def test_two_commands_that_fill_at_once_agree(two: Desk) -> None:
    command = [sys.executable, "-m", "revtrack", "search", "--format", "json"]
    both = [subprocess.Popen(command, cwd=two.folder, stdout=subprocess.PIPE) for _ in range(2)]
    answers = [one.communicate()[0] for one in both]
    assert answers[0] == answers[1]
    assert json.loads(answers[0])["results"] == found(two)


def test_a_newsroom_is_searched_too(empty: Desk) -> None:
    """Its repository is read, and not written to."""
    git("init", "-q")
    for text, at in ((FIRST, TIMES[0]), (SECOND, TIMES[1]), (THIRD, TIMES[2])):
        empty.write("news/ferry.md", text)
        git("add", "news")
        git("commit", "-q", "-m", "Revise", date=at)
    before = sorted(str(path) for path in empty.folder.rglob("*"))
    [one] = found(empty, "21", "--kind", "figure", "--article", "ferry")
    assert (one["article"], one["old"], one["new"], one["change"]["message"]) == ("news/ferry.md", 1, 2, TOLL)
    assert sorted(str(path) for path in empty.folder.rglob("*")) == before


def test_html_goes_to_a_file_or_to_standard_output(two: Desk, tmp_path: Path) -> None:
    two.ok("search", "21", "-o", "found.html")
    page = (two.folder / "found.html").read_text(encoding="utf-8")
    assert page == two.ok("search", "21", "--format", "html")
    assert "at least 12 → at least 21" in page.replace("\u00a0", " ")
    two.ok("search", "21", "--kind", "figure", "-o", "found.json")
    assert json.loads((two.folder / "found.json").read_text())["total"] == 1


def test_results_and_statistics_link_into_a_site(two: Desk) -> None:
    """Each to the page of its article, a change to its place there."""
    two.ok("site", "public", "--title", "Arvo Bay Times")
    page = two.ok("search", "witnesses", "--format", "html", "--site", "public")
    [link] = re.findall(r'href="(public/a/court/r1-2\.html)#(c-[0-9a-f]+)"', page)
    target = (two.folder / link[0]).read_text(encoding="utf-8")
    assert f'id="{link[1]}"' in target
    assert 'href="public/a/court/index.html"' in page
    assert 'href="public/a/ferry/index.html"' in two.ok("stats", "--format", "html", "--site", "public/")
    assert "<a " not in two.ok("search", "witnesses", "--format", "html")
    assert "Arvo Bay Times" in (two.folder / "public/a/court/index.html").read_text(encoding="utf-8")
