"""Changed certainty of a kept statement: "may" became "will", "not" came in, "reportedly" went.

Only words that changed count, and only outside quotation marks: inside, they are the speaker's words. A clause
that came in whole is a new statement, whatever hedge it holds; a word that only moved changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from revtrack import lexicon
from revtrack.changes import comment_lines, hedges, message, reported_tense, severity
from revtrack.changes.statements import until
from revtrack.model import AnyClaim, Attribution, Change, Label, Mark, Passage, Side, Span, Spans
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.expressions import expression
from revtrack.text.fold import plain
from revtrack.text.tokens import COMPARED
from revtrack.versions import wording
from revtrack.versions.aligned import Aligned, sentences_in
from revtrack.versions.stretches import joined, meet
from revtrack.versions.way import SIDES, Region, on_side

# A run of changed words longer than this is a new statement, unless half of its telling words were kept.
LONGEST_RUN, KEPT = 8, 0.5
# Of the shorter of two sentences so much must have been kept, or the runs that changed be this short.
STATEMENT_KEPT, SHORT_RUN = 0.34, 3
# Runs separated by no more than this many code points are one; words shown behind a changed one.
PARTED, WORDS_BEHIND = 6, 3

_WORD = expression(COMPARED)
# "No. 1" is a number, not a negation.
NUMERO_REACH = 4
_NUMERO = expression(r"\b[Nn]os?\.?(?=\s?\d)")


# In a question nothing is stated, surely or not: "ruled on whether the state can pay".
CLAUSE_REACH = 80
_WHETHER = expression(r"\bwhether\b[^.;,:]*$", re.I)
# "The reported deal" is hearsay, "Lind reported" is not.
_DETERMINER = expression(r"\b(?:the|an?|his|her|its|their|'s) $", re.I)


class _Run(NamedTuple):
    """A stretch of changed words: its mark, the words of both sides, and the kept word behind them."""

    mark: Mark
    old: list[str]
    new: list[str]
    behind: list[str]


class _Ground(NamedTuple):
    """What makes no claim of certainty: sentences of notices, data and furniture, the words of dates and names.

    Nor do those of an anonymous source: "an official who asked not to be named" denies nothing.
    """

    silent: dict[Side, frozenset[int]]
    beside: dict[Side, Spans]

    @classmethod
    def of(cls, aligned: Aligned) -> _Ground:
        silent, inside = {}, {}
        for side in SIDES:
            claims = aligned.side(side)
            silent[side] = aligned.silent[side] | sentences_in(claims, "furniture")
            inside[side] = joined(_beside_the_point(claims.claims))
        return cls(silent, inside)


def _beside_the_point(claims: Iterable[AnyClaim]) -> Iterator[Span]:
    for claim in claims:
        if claim.kind in ("name", "date"):
            yield claim.span
        elif isinstance(claim, Attribution) and claim.source and claim.source.anonymous:
            yield claim.source.span


def find(aligned: Aligned) -> list[Change]:
    """The changes of certainty in kept sentences, one for each stretch of changed words that has one."""
    ground = _Ground.of(aligned)
    found = []
    for region in aligned.regions:
        if region.kept and not region.equal and not any(region.first(side) in ground.silent[side] for side in SIDES):
            found += _compared(aligned, ground, region)
    return found


def _compared(aligned: Aligned, ground: _Ground, region: Region) -> list[Change]:
    if all(comment_lines.is_one(region.whole(side).of(aligned.side(side).text)) for side in SIDES):
        return []
    runs = _runs(aligned, ground, region)
    if reported_tense.is_turned(aligned, region) and _hedges(aligned, region, "old") == _hedges(aligned, region, "new"):
        return []
    removed = Counter(word for run in runs for word in run.old)
    added = Counter(word for run in runs for word in run.new)
    found = []
    for run in runs:
        old, new = _without_moved(run.old, run.new, added), _without_moved(run.new, run.old, removed)
        if reported_tense.shifts((*old, *new)) and reported_tense.is_reported(aligned, region, run.mark):
            old, new = reported_tense.unshifted(old), reported_tense.unshifted(new)
        label = hedges.label([*old, *run.behind], [*new, *run.behind])
        if label == "negated" and _is_one_condition(aligned, region, removed, added):
            continue
        if label and not _is_new_clause(run, old, new) and not _is_item(aligned, run):
            found.append(_change(aligned, region, run.mark, label))
    return found


def _is_one_condition(aligned: Aligned, region: Region, removed: Counter[str], added: Counter[str]) -> bool:
    """Whether the words of all runs turn one condition into the other: "not until May" and "once it is May"."""
    return until.are_same(removed.elements(), added.elements(), *(_in_order(aligned, region, side) for side in SIDES))


def _in_order(aligned: Aligned, region: Region, side: Side) -> list[str]:
    """The words of a side of a region, in lower case."""
    return _WORD.findall(plain(region.whole(side).of(aligned.side(side).text)).lower())


def _hedges(aligned: Aligned, region: Region, side: Side) -> Counter[str]:
    """The words of certainty of a report, its modals as they were when it was said."""
    words = reported_tense.unshifted(_in_order(aligned, region, side))
    return Counter(word for word in words if hedges.is_hedge(word))


def _without_moved(words: list[str], here: list[str], anywhere: Counter[str]) -> list[str]:
    """A hedge that left one place of the sentence and came in at another has only moved."""
    counts = Counter(here)
    return [word for word in words if not (anywhere[word] > counts[word] and hedges.is_hedge(word))]


def _is_new_clause(run: _Run, old: list[str], new: list[str]) -> bool:
    """Whether a stretch that only came in, or only went, says more than how sure something is."""
    if old and new:
        return False
    words = old or new
    small = lexicon.words("small_words")
    more = [word for word in words if not hedges.is_hedge(word) and word not in small]
    return len(more) > 2 or (bool(more) and words[0] in lexicon.words("clause_openers"))


def _is_item(aligned: Aligned, run: _Run) -> bool:
    """Whether an item of a list came in or went whole: "no critical faults, 2 high ones and 7 low ones"."""
    sides = [on_side(run.mark, side).of(aligned.side(side).text).strip().lower() for side in SIDES]
    text = sides[0] or sides[1]
    return not all(sides) and text.startswith("no ") and text.endswith(",") and text.count(" ") > 1


def _runs(aligned: Aligned, ground: _Ground, region: Region) -> list[_Run]:
    """The changed stretches that may hold a hedge; those separated by a word or two are joined."""
    joined: list[Mark] = []
    for mark in region.changed:
        if _is_quoted(aligned, mark):
            continue
        last = joined[-1] if joined else None
        if last and mark.old_start - last.old_end <= PARTED and mark.new_start - last.new_end <= PARTED:
            joined[-1] = Mark("replace", last.old_start, mark.old_end, last.new_start, mark.new_end)
        else:
            joined.append(mark)
    kept = cache(partial(_share_kept, aligned, region))  # asked for long stretches alone
    return [_run(aligned, ground, mark) for mark in joined if _is_same_statement(aligned, mark, kept)]


def _run(aligned: Aligned, ground: _Ground, mark: Mark) -> _Run:
    behind = _WORD.search(plain(aligned.after.text[mark.new_end : mark.new_end + 2 * PARTED]))
    return _Run(
        mark,
        _words(aligned, ground, "old", mark),
        _words(aligned, ground, "new", mark),
        [behind[0].lower()] if behind and behind[0].lower() == "to" else [],
    )


def _share_kept(aligned: Aligned, region: Region) -> float:
    kept = (on_side(mark, "old") for mark in region.op.marks if mark.op == "equal")
    same = sum(len(wording.words(span.of(aligned.before.text))) for span in kept)
    lengths = [len(wording.words(region.whole(side).of(aligned.side(side).text))) for side in SIDES]
    return same / max(1, min(lengths))


def _is_same_statement(aligned: Aligned, mark: Mark, kept: Callable[[], float]) -> bool:
    old = wording.words(aligned.before.text[mark.old_start : mark.old_end])
    new = wording.words(aligned.after.text[mark.new_start : mark.new_end])
    longest = max(len(old), len(new))
    if longest > SHORT_RUN and kept() < STATEMENT_KEPT:
        return False
    return longest <= LONGEST_RUN or wording.alike(old, new) >= KEPT


def _is_quoted(aligned: Aligned, mark: Mark) -> bool:
    sides = (side for side in SIDES if on_side(mark, side).of(aligned.side(side).text).strip())
    return any(aligned.quote_around(side, on_side(mark, side)) for side in sides)


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _words(aligned: Aligned, ground: _Ground, side: Side, mark: Mark) -> list[str]:
    """The changed words, those of dates and names left out: "May 4" hedges nothing, nor does Will Roe."""
    span = on_side(mark, side)
    text = _NUMERO.sub(_blanked, plain(aligned.side(side).text[span.start : span.end + NUMERO_REACH]))
    found = _WORD.finditer(text, 0, span.end - span.start)
    named = ground.beside[side]
    before = plain(aligned.side(side).text[max(0, span.start - CLAUSE_REACH) : span.start])
    if _WHETHER.search(before + text[: span.end - span.start]):
        return []
    starts = ((span.start + word.start(), word[0].lower()) for word in found)
    words = [word for start, word in starts if word.endswith("n't") or not meet(named, Span(start, start + 1))]
    return ["reportedly"] if words == ["reported"] and _DETERMINER.search(before) else words


def _change(aligned: Aligned, region: Region, run: Mark, label: Label) -> Change:
    old, new = _passage(aligned, "old", on_side(run, "old")), _passage(aligned, "new", on_side(run, "new"))
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
