"""Changed certainty of a kept statement: "may" became "will", "not" came in, "reportedly" went.

Only words that changed count, and only outside quotation marks: inside, they are the speaker's words. A word's
strength is in the table `certainty`; a plain statement is as strong as can be.
"""

from __future__ import annotations

import re
from functools import cache

from revtrack import lexicon
from revtrack.changes import message, severity, wording
from revtrack.changes.regions import Aligned, Region
from revtrack.model import Change, Label, Mark, Passage, Side, Span
from revtrack.text.fold import plain

SIDES: tuple[Side, Side] = ("old", "new")
PLAIN = 5
# A run of changed words longer than this is a new statement, unless half of its telling words were kept.
LONGEST_RUN, KEPT = 8, 0.5
# Of the shorter of two sentences so much must have been kept, or the runs that changed be this short.
STATEMENT_KEPT, SHORT_RUN = 0.34, 3
WORDS_BEHIND = 3
_WORD = re.compile(r"[\w]+(?:'\w+)?|\w+n't")
_NEGATED = re.compile(r"n't\b|\bcannot\b")


def find(aligned: Aligned) -> list[Change]:
    """One change for each kept sentence whose certainty changed."""
    found = []
    for region in aligned.regions:
        if region.kept and not region.equal and not _is_silent(aligned, region):
            change = _compared(aligned, region)
            if change:
                found.append(change)
    return found


def _is_silent(aligned: Aligned, region: Region) -> bool:
    return aligned.is_silent("old", region.op.old[0]) or aligned.is_silent("new", region.op.new[0])


def _compared(aligned: Aligned, region: Region) -> Change | None:
    for run in _runs(aligned, region):
        label = _label(_words(aligned, "old", run), _words(aligned, "new", run))
        if label:
            return _change(aligned, region, run, label)
    return None


def _runs(aligned: Aligned, region: Region) -> list[Mark]:
    """The changed marks that may hold a hedge; a run of them parted by a word or two is one."""
    joined: list[Mark] = []
    for mark in region.changed:
        if _is_quoted(aligned, mark):
            continue
        last = joined[-1] if joined else None
        if last and mark.old_start - last.old_end <= 6 and mark.new_start - last.new_end <= 6:
            joined[-1] = Mark("replace", last.old_start, mark.old_end, last.new_start, mark.new_end)
        else:
            joined.append(mark)
    kept = _share_kept(aligned, region)
    return [mark for mark in joined if _is_same_statement(aligned, mark, kept)]


def _share_kept(aligned: Aligned, region: Region) -> float:
    same = sum(len(wording.words(_span(mark, "old").of(aligned.before.text))) for mark in region.op.marks
               if mark.op == "equal")  # fmt: skip
    lengths = [sum(len(wording.words(span.of(aligned.side(side).text))) for span in spans)
               for side, spans in zip(SIDES, (region.op.old_spans, region.op.new_spans), strict=True)]  # fmt: skip
    return same / max(1, min(lengths))


def _is_same_statement(aligned: Aligned, mark: Mark, kept: float) -> bool:
    old = wording.words(aligned.before.text[mark.old_start : mark.old_end])
    new = wording.words(aligned.after.text[mark.new_start : mark.new_end])
    if kept < STATEMENT_KEPT and max(len(old), len(new)) > SHORT_RUN:
        return False
    return max(len(old), len(new)) <= LONGEST_RUN or wording.alike(old, new) >= KEPT


def _is_quoted(aligned: Aligned, mark: Mark) -> bool:
    sides = (side for side in SIDES if _span(mark, side).of(aligned.side(side).text).strip())
    return any(aligned.quote_around(side, _span(mark, side)) for side in sides)


def _span(mark: Mark, side: Side) -> Span:
    return Span(mark.old_start, mark.old_end) if side == "old" else Span(mark.new_start, mark.new_end)


def _words(aligned: Aligned, side: Side, mark: Mark) -> list[str]:
    return _WORD.findall(plain(_span(mark, side).of(aligned.side(side).text)).lower())


def _label(old: list[str], new: list[str]) -> Label | None:
    if _negations(old) % 2 != _negations(new) % 2:
        return None if _is_typo(old, new) else "negated"
    before, after = _strength(old), _strength(new)
    if before == after:
        return None
    return "stronger" if after > before else "weaker"


def _is_typo(old: list[str], new: list[str]) -> bool:
    """Letters of a longer negation that changed places: "withuot" for "without"."""
    if len(old) != len(new):
        return False
    return all(a == b or (len(a) > 4 and sorted(a) == sorted(b)) for a, b in zip(old, new, strict=True))


def _negations(words: list[str]) -> int:
    return sum(word in lexicon.words("negations") or bool(_NEGATED.search(word)) for word in words)


def _strength(words: list[str]) -> int:
    return min((_strengths()[word] for word in words if word in _strengths()), default=PLAIN)


@cache
def _strengths() -> dict[str, int]:
    return {word: int(strength) for word, strength in lexicon.table("certainty")}


def _change(aligned: Aligned, region: Region, run: Mark, label: Label) -> Change:
    old, new = _passage(aligned, "old", _span(run, "old")), _passage(aligned, "new", _span(run, "new"))
    text = message.certainty(label, old.text, new.text)
    return Change("certainty", (label,), severity.of("certainty", (label,)), old, new, text, moved=region.moved)


def _passage(aligned: Aligned, side: Side, span: Span) -> Passage:
    """The changed words with the word before and a few behind them, so that they can be read alone."""
    text, sentence = aligned.side(side).text, aligned.sentence_at(side, max(span.start, span.end - 1))
    whole = aligned.side(side).sentences[sentence]
    start = max(whole.start, text.rfind(" ", whole.start, max(whole.start, span.start - 1)) + 1)
    end = span.end
    for _ in range(WORDS_BEHIND):
        space = text.find(" ", min(whole.end, end + 1), whole.end)
        end = whole.end if space < 0 else space
    return Passage(start, end, text[start:end], sentence)
