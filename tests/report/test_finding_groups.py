"""Findings by story and passage: few with their words, many a line each, one advice for all."""

from __future__ import annotations

from pathlib import Path

import revtrack
from revtrack.finding import Finding
from revtrack.gate import review
from revtrack.gate.house import House, policy
from revtrack.report import annotations as printed
from revtrack.report.annotations import Outcome

STORY = Path(__file__).parents[2] / "fixtures" / "grown-story"
OLD = "# Ferry sinks\n\nAt least 12 people died when 3 boats sank, police said.\n\nThe line opened in 1998.\n"
NEW = OLD.replace("12", "21").replace("3 boats", "4 boats").replace("1998", "1989")


def found(old: str, new: str, path: str) -> list[Finding]:
    rules = policy(House(), path, old, "2026-01-01T00:00:00Z")
    return list(review.with_stops(review.findings(revtrack.compare(old, new), path, rules), rules))


def text(*stories: list[Finding], show_all: bool = False) -> list[str]:
    findings = tuple(finding for story in stories for finding in story)
    blocking = sum(finding.blocks for finding in findings)
    return printed.text(Outcome(findings, len(stories), blocking, show_all)).splitlines()


def test_nothing_found_needs_no_advice() -> None:
    assert text(found(OLD, OLD, "a.md")) == ["1 changed article checked, no findings."]


def test_the_words_of_a_passage_stand_once_behind_its_findings() -> None:
    lines = text(found(OLD, NEW, "a.md"))
    first = next(place for place, line in enumerate(lines) if "F101" in line)
    assert lines[first].startswith("a.md:3:10: high F101 #1 ")
    assert lines[first + 1].startswith("a.md:3:30: high F101 #2 ")
    assert lines[first + 2 : first + 5] == [
        "    old: At least 12 people died when 3 boats sank, police said.",
        "    new: At least 21 people died when 4 boats sank, police said.",
        "",
    ]
    assert sum("revtrack note" in line for line in lines) == 1


def test_the_numbers_are_those_of_the_diff() -> None:
    for finding in found(OLD, NEW, "a.md"):
        if finding.change:
            assert finding.message == revtrack.compare(OLD, NEW).changes[finding.change - 1].message
            assert finding.to_dict()["change"] == finding.change


def test_three_stories_with_many_changes_take_sixty_lines() -> None:
    old, *news = ((STORY / f"{number}.txt").read_text(encoding="utf-8") for number in (6, 12, 9, 8))
    stories = [found(old, new, f"{name}.txt") for name, new in zip("abc", news, strict=True)]
    assert sum(map(len, stories)) > 200
    lines = text(*stories)
    assert len(lines) <= 55, "the hook has a few lines of its own"
    assert next(line for line in lines if line.startswith("a.txt: ")).endswith("low)")
    assert sum("in a notice" in line for line in lines) == 1
    every = [finding for story in stories for finding in story]
    assert sum(" #" in line for line in text(*stories, show_all=True)) >= sum(finding.change > 0 for finding in every)


def test_many_stories_have_a_line_at_least() -> None:
    one = found(OLD, NEW, "a.md")
    lines = text(*([finding._replace(path=f"{n}.md") for finding in one] for n in range(60)))
    assert all(any(line.startswith(f"{n}.md:3:10: high") for line in lines) for n in range(60))
