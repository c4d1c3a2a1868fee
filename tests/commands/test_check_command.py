"""`revtrack check` in real repositories: what it compares, what it finds, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.newsroom import COURT, FERRY, NOTICE, Newsroom, revtrack

TOLL = FERRY.replace("12 people", "21 people")
CHANGED = TOLL.replace("may raise", "will raise")


def test_nothing_staged_is_nothing_to_stop_for(room: Newsroom) -> None:
    """What is in the work tree alone is not looked at."""
    room.write("news/ferry.md", TOLL)
    result = room.check()
    assert (result.exit_code, result.stdout) == (0, "No changed articles to check.\n")
    assert room.check("--quiet").output == ""


def test_a_silent_change_is_stopped(room: Newsroom) -> None:
    """Path, line and column, severity, code and message; both wordings; what to do; a summary."""
    room.stage("news/ferry.md", CHANGED)
    result = room.check()
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("news/ferry.md:6:10: high F101 #1 people who died: at least 12 -> at least 21")
    assert lines[1] == "    old: At least 12 people died when a ferry sank on Monday, police said."
    assert lines[2] == "    new: At least 21 people died when a ferry sank on Monday, police said."
    assert lines[4].startswith("news/ferry.md:8:1: high Q101 #2 Ada Lind's words: 'may' -> 'will'")
    assert lines[-1] == "3 findings in 1 changed article (2 high, 1 low); 2 block this edit."
    assert lines[-5] == "What to do:"
    assert lines[-4].startswith(
        "    F101, Q101: say so in a notice (`revtrack note news/ferry.md` drafts it), or accept it"
    )
    assert result.stderr == ""


def test_a_sentence_without_a_claim_is_never_passed_over(room: Newsroom) -> None:
    """It stops nothing, and below stands how to see it; the command is the one that shows it."""
    room.stage("news/ferry.md", FERRY + "\nThe gulls along the quay took no notice.\n")
    result = room.check()
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "1 changed article checked, no findings, but sentences were reworded, added or removed:",
            "news/ferry.md: 1 sentence added; see `revtrack diff news/ferry.md --all`",
        ],
    )
    shown = subprocess.run(revtrack("diff", "news/ferry.md", "--all"), stdout=subprocess.PIPE, check=True, text=True)
    assert "The gulls along the quay" in shown.stdout


def test_a_partly_staged_file_counts_as_staged(room: Newsroom) -> None:
    """The quotation that is not staged yet is not found yet."""
    room.stage("news/ferry.md", TOLL)
    room.write("news/ferry.md", CHANGED)
    assert room.codes() == ["F101", "K101"]


def test_a_notice_lets_it_pass(room: Newsroom) -> None:
    """And what was owned up to can be listed."""
    room.stage("news/ferry.md", TOLL + NOTICE)
    result = room.check()
    assert (result.exit_code, result.stdout) == (0, "0 findings in 1 changed article; 1 acknowledged.\n")
    assert "acknowledged in a notice" in room.check("--all").stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("news/ferry.md", FERRY.replace("\n", "\r\n")),
        ("news/ferry.md", FERRY.replace('"We', "“We").replace('wreck,"', "wreck,”")),
        ("news/new.md", FERRY),
        ("README.md", "12 people died.\n"),
        ("docs/guide.md", "12 people died.\n"),
        ("picture.png", b"\x89PNG\0"),
    ],
)
def test_what_is_free(name: str, text: str | bytes, room: Newsroom) -> None:
    """Line ends, marks, new articles, and what is no article."""
    room.stage(name, text)
    assert room.codes("--fail-on", "low", code=0) == []


def test_the_first_commit_is_free(bare_room: Newsroom) -> None:
    """Nothing was published before."""
    bare_room.stage("news/ferry.md", FERRY)
    assert bare_room.codes(code=0) == []
    assert bare_room.codes("--amend", code=0) == []


def test_a_draft_is_free_until_it_is_published(room: Newsroom) -> None:
    """What counts is what stood: publishing is free, taking back is not."""
    draft = FERRY.replace("draft: false", "draft: true")
    room.publish("news/draft.md", draft)
    room.stage("news/draft.md", TOLL)
    assert room.codes(code=0) == []
    room.stage("news/ferry.md", TOLL.replace("draft: false", "draft: true"))
    assert room.codes(code=1) == ["F101", "K101"]


def test_a_renamed_article_is_the_same_article(room: Newsroom) -> None:
    """Also when only its new name is asked for, as the pre-commit framework does."""
    room.git("mv", "news/ferry.md", "news/ferry-toll.md")
    room.stage("news/ferry-toll.md", TOLL)
    assert room.codes("news/ferry-toll.md", code=1) == ["F101", "K101"]


def test_an_article_moved_out_of_sight_is_still_one(room: Newsroom) -> None:
    """A draft folder is no way round the gate."""
    (room.top / "docs").mkdir()
    room.git("mv", "news/ferry.md", "docs/ferry.md")
    room.stage("docs/ferry.md", TOLL)
    assert room.codes(code=1) == ["F101", "K101"]


@pytest.mark.parametrize("emptied", [True, False])
def test_an_article_taken_out_is_told(emptied: bool, room: Newsroom) -> None:
    """Deleted or emptied: a warning, and no failure to read it."""
    if emptied:
        room.stage("news/ferry.md", "\n")
    else:
        room.git("rm", "--quiet", "news/ferry.md")
    assert room.codes(code=0) == ["K107"]
    assert room.codes("--fail-on", "medium", code=1) == ["K107"]


def test_paths_narrow_what_is_checked(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and folders, from where one is."""
    room.stage("news/ferry.md", TOLL)
    room.stage("court.txt", COURT.replace("40", "50"))
    assert room.codes("court.txt") == ["F101", "K101"]
    assert len(room.codes("news", "court.txt")) == len(room.codes(".")) == len(room.codes()) == 4
    monkeypatch.chdir(room.top / "news")
    assert room.codes("ferry.md") == ["F101", "K101"]
    assert len(room.codes()) == 4


def test_an_odd_name_is_shown_and_checked(room: Newsroom) -> None:
    """Git would quote it."""
    room.publish("news/ünï çödé.md", FERRY)
    room.stage("news/ünï çödé.md", TOLL)
    assert room.check().stdout.startswith("news/ünï çödé.md:6:10: high F101")


def test_an_amended_commit_is_held_against_its_parent(room: Newsroom) -> None:
    """What the commit that goes away said was never anybody's."""
    room.publish("news/ferry.md", TOLL)
    room.stage("news/ferry.md", FERRY)
    assert room.codes(code=1) == ["F101", "K101"]
    assert room.codes("--amend", code=0) == []


def branches(room: Newsroom, desk: str, main: str) -> None:
    """Two branches with a version each, and their merge begun."""
    room.git("checkout", "--quiet", "-b", "desk")
    room.publish("news/ferry.md", desk)
    room.git("checkout", "--quiet", "main")
    room.publish("news/ferry.md", main)
    subprocess.run(["git", "merge", "--no-commit", "desk"], capture_output=True, check=False)


def test_a_merge_of_what_was_checked_is_free(room: Newsroom) -> None:
    """Each side's changes were checked on their branch."""
    branches(room, TOLL, FERRY.replace("may raise", "will raise"))
    room.stage("news/ferry.md", CHANGED)
    assert room.codes("--fail-on", "low", code=0) == []


def test_a_merge_that_says_what_neither_side_said_is_not(room: Newsroom) -> None:
    """A third figure is a change against both parents."""
    branches(room, TOLL, FERRY.replace("12 people", "15 people"))
    room.stage("news/ferry.md", FERRY.replace("12 people", "30 people"))
    assert room.codes(code=1) == ["F101", "K101"]


def test_a_merge_into_the_published_branch_is_checked_where_others_are_not(room: Newsroom) -> None:
    """Nobody checked the branch that is merged in."""
    room.publish("revtrack.toml", '[published]\nbranches = ["main"]\n')
    branches(room, TOLL, FERRY + "\nThe ferry was old.\n")
    room.stage("news/ferry.md", TOLL + "\nThe ferry was old.\n")
    assert room.codes(code=1) == ["F101", "K101"]
    room.git("commit", "--quiet", "--no-verify", "-m", "Merge")
    room.git("checkout", "--quiet", "-b", "next")
    room.stage("news/ferry.md", FERRY)
    assert room.codes(code=0) == []
    assert room.codes("--branch", "main", code=1) != []


def test_two_commits_are_compared_in_ci(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """By options, or by the variables of the pre-commit framework; the index plays no part."""
    room.git("checkout", "--quiet", "-b", "desk")
    room.publish("news/ferry.md", TOLL)
    room.stage("news/ferry.md", FERRY)
    assert room.codes("--from", "main", "--to", "desk", code=1) == ["F101", "K101"]
    assert room.codes("--from", "main", code=1) == ["F101", "K101"]
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "main")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "desk")
    assert room.codes("news/ferry.md", code=1) == ["F101", "K101"]


def test_in_a_range_the_trailers_of_its_commits_count(room: Newsroom) -> None:
    """For the files of their commit."""
    room.git("checkout", "--quiet", "-b", "desk")
    room.stage("news/ferry.md", TOLL)
    room.git("commit", "--quiet", "-m", "Toll", "-m", "Accept-Change: F101 police count")
    assert room.check("--from", "main").exit_code == 0
    room.publish("court.txt", COURT.replace("40", "50"))
    result = room.check("--from", "main", "--all")
    assert result.exit_code == 1
    assert "accepted in the commit message: police count" in result.stdout


def message(room: Newsroom, text: str) -> str:
    room.write(".git/MSG", text)
    return ".git/MSG"


def test_a_trailer_accepts_when_the_message_is_known(room: Newsroom) -> None:
    """At the commit-msg stage; without it the message is not lost."""
    room.stage("news/ferry.md", TOLL)
    result = room.check("--commit-msg", message(room, "Toll\n"))
    assert result.exit_code == 1
    assert "git commit -e -F .git/MSG" in result.stderr
    accepted = message(room, "Toll\n\nAccept-Change: F101 the police count\n")
    assert room.codes("--commit-msg", accepted, code=0) == []


def test_a_trailer_that_accepts_nothing_is_a_finding(room: Newsroom) -> None:
    """It stands in the message, at its line."""
    room.stage("news/ferry.md", TOLL + NOTICE)
    result = room.check("--commit-msg", message(room, "Toll\n\nAccept-Change: Q101 by mistake\n"))
    assert ".git/MSG:3:1: medium K108 nothing needs an acceptance of Q101" in result.stdout
    result = room.check("--commit-msg", message(room, "Toll\n\nAccept-Change: Q1O1 a slip\n"))
    assert ".git/MSG:3:1: medium K109 " in result.stdout
    assert result.stdout.splitlines()[-1].startswith("1 finding in 1 changed article (1 medium)")


def test_house_rules_are_those_of_the_commit_before(room: Newsroom) -> None:
    """An edit cannot excuse itself: what it changes in the rules holds from the next one on, and is a finding."""
    room.stage("news/ferry.md", TOLL)
    room.write("revtrack.toml", 'fail-on = "never"\n')
    result = room.check()
    assert (result.exit_code, result.stderr) == (1, "revtrack: revtrack.toml does not apply yet: commit it first\n")
    room.git("add", "revtrack.toml")
    assert room.codes(code=1) == ["K110", "F101", "K101"]
    room.git("commit", "--quiet", "--no-verify", "-m", "Rules", "revtrack.toml")
    assert room.codes(code=0) == ["F101", "K101"]
    assert room.check("--fail-on", "high").exit_code == 1
    room.stage("revtrack.toml", "")
    assert room.codes(code=0) == ["K110", "F101", "K101"]
    room.git("rm", "--quiet", "--cached", "revtrack.toml")
    assert room.codes(code=0) == ["K110", "F101", "K101"]


def test_rules_that_cannot_be_read_can_be_put_right(room: Newsroom) -> None:
    """What was committed past the gate does not block the commit that mends it."""
    room.publish("revtrack.toml", 'fail_on = "never"\n')
    room.stage("news/ferry.md", TOLL)
    assert room.check().exit_code == 2
    room.stage("revtrack.toml", 'fail-on = "low"\n')
    result = room.check()
    assert result.exit_code == 1
    assert "this is committed, so the rules of this edit apply" in result.stderr
    assert "high F101" in result.stdout


def test_rules_of_a_pull_request_are_those_of_its_base(room: Newsroom) -> None:
    """Whoever sends a pull request does not write the rules that it is held against."""
    room.publish("revtrack.toml", 'fail-on = "medium"\n')
    room.git("checkout", "--quiet", "-b", "desk")
    room.stage("revtrack.toml", 'articles = ["*.rst"]\nfail-on = "never"\n')
    room.git("commit", "--quiet", "-m", "Rules")
    room.publish("news/ferry.md", TOLL)
    assert room.codes("--from", "main", code=1) == ["K110", "F101", "K101"]
    room.stage("revtrack.toml", 'fail-on = "never"\n')
    room.git("commit", "--quiet", "-m", "Rules\n\nAccept-Change: K110 the standards desk asked for it")
    assert room.codes("--from", "main", code=1) == ["F101", "K101"]


def test_an_article_deleted_and_added_again_is_held_against_what_it_was(room: Newsroom) -> None:
    """Two commits do not get past what one would not."""
    room.git("rm", "--quiet", "news/ferry.md")
    room.git("commit", "--quiet", "--no-verify", "-m", "Remove it")
    room.stage("news/other.md", TOLL)
    assert room.codes(code=0) == []
    room.stage("news/ferry.md", TOLL)
    assert room.codes(code=1) == ["F101", "K101"]
    room.git("commit", "--quiet", "--no-verify", "-m", "Add it again")
    assert room.codes("--from", "HEAD^", code=1) == ["F101", "K101"]


def test_a_new_branch_is_held_against_the_main_one(room: Newsroom) -> None:
    """For a branch that is pushed first, Git says that before it there was nothing."""
    room.git("checkout", "--quiet", "-b", "desk")
    room.publish("news/ferry.md", TOLL)
    assert room.codes("--from", "0" * 40, code=1) == ["F101", "K101"]
    room.stage("news/ferry.md", TOLL.replace("on Monday, police", "on Monday, the police"))
    room.git("commit", "--quiet", "-m", "Why\n\nAccept-Change: F101 the police count")
    assert room.codes("--from", "0" * 40, code=0) == []
    room.git("checkout", "--quiet", "main")
    assert room.codes("--from", "0" * 40, code=0) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_with_a_line_end_is_checked(room: Newsroom) -> None:
    """And shown on one line."""
    name = "news/fer\nry.md"
    room.publish(name, FERRY)
    room.stage(name, TOLL)
    assert room.codes(code=1) == ["F101", "K101"]
    assert "news/fer\ufffdry.md:6:10: high F101" in room.check().stdout


def test_an_article_in_git_lfs_is_told(room: Newsroom) -> None:
    """Its text is not in the repository."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 120\n"
    room.publish("news/lfs.md", pointer.format("a" * 64))
    room.stage("news/lfs.md", pointer.format("b" * 64))
    result = room.check()
    assert result.exit_code == 2
    assert "news/lfs.md: its text is in Git LFS, where it cannot be checked" in result.stderr


def test_house_rules_can_come_from_elsewhere(room: Newsroom) -> None:
    """One file for all the repositories of a house."""
    room.stage("news/ferry.md", TOLL)
    room.write("../house.toml", '[severity]\nF = "low"\n')
    assert room.check("--config", "../house.toml").exit_code == 0
    room.write("../pyproject.toml", "")
    assert "has no [tool.revtrack] table" in room.check("--config", "../pyproject.toml").stderr


def test_wrong_house_rules_stop_everything(room: Newsroom) -> None:
    """Exit code 2 is no finding."""
    room.stage("revtrack.toml", 'fail_on = "never"\n')
    result = room.check()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "unknown key 'fail_on': did you mean 'fail-on'?" in result.stderr


def test_what_applies_to_a_path_and_why(room: Newsroom) -> None:
    """Every line names where it comes from."""
    rules = '[severity]\nQ101 = "low"\n\n[per-path."news/"]\nfail-on = "medium"\nseverity = { F = "low" }\n'
    room.publish("revtrack.toml", rules)
    result = room.check("--show-config", "news/ferry.md", "court.txt", "revtrack.toml")
    assert result.exit_code == 0
    ferry, court, toml = result.stdout.split("\n\n")[1:]
    assert "fail-on: medium (revtrack.toml [per-path.'news/'])" in ferry
    assert "F101  low     a figure changed (revtrack.toml [per-path.'news/'])" in ferry
    assert "Q101  low     the words of a quotation changed (revtrack.toml)" in court
    assert "fail-on: high (built in)" in court
    assert "published: yes, once it is committed" in court
    assert toml.strip().endswith('article: no, matches none of articles = ["*.md", "*.markdown", "*.txt"]')
    assert "article:" not in room.check("--show-config").stdout


def test_what_applies_to_a_draft_and_to_what_is_new(room: Newsroom) -> None:
    """Not published, and why."""
    room.publish("draft.md", FERRY.replace("draft: false", "draft: true"))
    room.stage("new.md", FERRY)
    shown = room.check("--show-config", "draft.md", "new.md").stdout
    assert 'published: no, front matter says "draft: true"' in shown
    assert "published: no, it was never committed" in shown


def test_advice_is_given_on_new_copy_and_stops_nothing(room: Newsroom) -> None:
    """Only when asked for."""
    room.stage("news/new.md", 'The council met.\n\n"We will close the harbour for good."\n')
    assert room.codes("--fail-on", "low", code=0) == []
    assert room.codes("--fail-on", "low", "--advice", code=0) == ["Q201"]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_machines_get_one_document_and_nothing_else(form: str, room: Newsroom) -> None:
    """Also where nothing is found, and where standard output cannot take every character."""
    document = json.loads(room.check("--format", form).stdout)
    assert (document["findings"] if form == "json" else document["runs"][0]["results"]) == []
    room.stage("news/ferry.md", TOLL)
    document = json.loads(room.check("--format", form).stdout)
    found = document["findings"] if form == "json" else document["runs"][0]["results"]
    assert [one.get("code") or one["ruleId"] for one in found] == ["F101", "K101"]


def test_a_summary_is_written_beside_the_annotations(room: Newsroom) -> None:
    """One run serves the log and the comment."""
    room.stage("news/ferry.md", TOLL)
    result = room.check("--format", "github", "--summary", "../summary.md")
    assert result.stdout.startswith("::error file=news/ferry.md,line=6,endLine=6,col=10,title=F101 a figure changed::")
    assert "| 6 | 1 | high | F101 |" in (room.top.parent / "summary.md").read_text()


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(room: Newsroom) -> None:
    """Exit code 2, with the findings of the others."""
    room.stage("court.txt", b"T\0o\0")
    room.stage("news/ferry.md", TOLL)
    result = room.check()
    assert result.exit_code == 2
    assert "high F101" in result.stdout
    assert result.stderr.startswith("revtrack: error: court.txt: is binary (it has NUL bytes): save it as plain text")
    assert result.stderr.count("\n") == 1


def test_what_was_unreadable_may_be_mended(room: Newsroom) -> None:
    """Else a broken file could never be put right."""
    room.publish("court.txt", b"T\0o\0")
    room.stage("court.txt", COURT)
    assert room.codes(code=0) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nothing.md"], "nothing.md: no such file or folder: check the name"),
        (["../elsewhere.md"], "is outside"),
        (["--from", "nowhere"], "nowhere: no such commit"),
        (["--to", "HEAD"], "--to needs a commit to compare with"),
        (["--commit-msg", "nothing"], "nothing: no such file"),
        (["--config", "nothing.toml"], "nothing.toml: no such file"),
        (["--fail-on", "grave"], "'grave' is not one of"),
        (["--format", "html"], "'html' is not one of"),
    ],
)
def test_usage_errors_end_with_2(args: list[str], said: str, room: Newsroom) -> None:
    """And never with 1, which means findings."""
    room.stage("news/ferry.md", TOLL)
    result = room.check(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_outside_a_repository_the_cause_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line with the next step."""
    monkeypatch.chdir(tmp_path)
    ran = subprocess.run(revtrack("check"), capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "no Git repository here or above" in ran.stderr


def test_a_cp1252_terminal_gets_what_it_can_show(room: Newsroom) -> None:
    """No crash after the work is done."""
    room.stage("news/ferry.md", TOLL.replace("police said", "police said in Łódź 김"))
    ran = subprocess.run(revtrack("check"), capture_output=True, env=os.environ | {"PYTHONIOENCODING": "cp1252"})
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert "police said in ?ód? ?".encode("cp1252") in ran.stdout


def test_what_is_equal_byte_by_byte_is_not_read(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a clean repository nor a mode or a rename costs a look at the text."""
    room.git("mv", "court.txt", "ruling.txt")
    room.git("update-index", "--chmod=+x", "news/ferry.md")
    monkeypatch.setattr("revtrack.claims.of", lambda text: pytest.fail("a text was read"))
    assert room.check().stdout == "No changed articles to check.\n"


def test_checking_imports_nothing_heavy(room: Newsroom) -> None:
    """The hook runs at every commit."""
    room.stage("news/ferry.md", TOLL)
    code = (
        "import sys\nfrom revtrack.cli import main\ntry: main(['check'])\nexcept SystemExit: pass\n"
        "print('MODULES', *sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    loaded = set(ran.stdout.rpartition("MODULES ")[2].split())
    assert "revtrack.gate.review" in loaded
    assert not loaded & {"git", "jinja2", "sqlite3", "tomllib", "json", "hashlib"}
    assert not loaded & {f"revtrack.{name}" for name in ("report.terminal", "gate.pages", "gate.marks", "gate.notices")}


def test_the_output_is_the_same_each_time(room: Newsroom) -> None:
    """Whatever the order of sets on that day."""
    room.stage("news/ferry.md", CHANGED)
    room.stage("court.txt", COURT.replace("40", "50").replace("3 June", "4 June"))
    command = revtrack("check", "--format", "json")
    seeds = [os.environ | {"PYTHONHASHSEED": seed} for seed in ("1", "2")]
    first, second = (subprocess.run(command, capture_output=True, env=seed).stdout for seed in seeds)
    assert first == second
    assert len(json.loads(first)["findings"]) > 3
