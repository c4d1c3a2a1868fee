"""`python -m bench.guarantees`: the numbers behind docs/guarantees.md.

Kills are counted in the tests that kill, executions in the tally of the fuzzers in this clone, and the steps that a
character takes are measured: the calls of functions while two versions are compared, at three lengths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import revtrack
from bench.articles import article, revised
from bench.quality import ROOT
from fuzz import engines, growth
from fuzz.__main__ import TALLY

KILLING = ("tests/store/test_killed.py", "tests/watch/test_watch_kill.py")
WORDS = (250, 1000, 4000)


def main() -> None:
    for line in lines():
        print(line)


def lines() -> Iterator[str]:
    page = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
    yield f"proofs named          {len(set(re.findall(r'`(tests/[^`]+::[^`]+)`', page))):12,}"
    yield f"kills in the tests    {sum(map(_kills, KILLING)):12,}"
    counts = engines.read_tally(TALLY)
    yield f"fuzzing executions    {sum(counts.values()):12,}"
    yield from (f"  {target:19} {count:12,}" for target, count in counts.items())
    for words in WORDS:
        old = article(words)
        new = revised(old)
        revtrack.compare(old, new)
        steps = growth.steps(lambda old=old, new=new: revtrack.compare(old, new))  # type: ignore[misc]
        yield f"steps a character     {steps / len(old):12,.1f}  comparing {len(old):,} characters"


def _kills(file: str) -> int:
    found = re.search(r"^KILLS = (\d+)", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    main()
