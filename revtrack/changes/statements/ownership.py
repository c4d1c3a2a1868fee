"""Which changed words belong to changes of other kinds, and which say the same claim in another form.

A changed figure owns its number and what it counts, a changed source its words. What somebody newly says is owned
more loosely: an opposite or an exchange in it is still looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from revtrack import lexicon
from revtrack.changes import hedges
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, WordFinding, words
from revtrack.changes.statements.restated_claims import Attributions, restated
from revtrack.changes.statements.verdict import Known
from revtrack.model import (
    AnyClaim,
    Attribution,
    Change,
    Claims,
    Date,
    Figure,
    Passage,
    Quote,
    Side,
    Span,
    Spans,
)
from revtrack.model.named_tuple import NamedTuple
from revtrack.model.record import Frozen, record
from revtrack.text.expressions import expression
from revtrack.versions import nouns
from revtrack.versions.aligned import Aligned
from revtrack.versions.identity import bound_words, bounded
from revtrack.versions.stretches import joined, meet
from revtrack.versions.way import SIDES, Region

# How far before a number or date the words of its bound are looked for, in code points.
BOUND_REACH = 30
BOUND_WORDS = 3
# Negations that say what somebody did or had, too: with the opposite in their place, that is what turned round.
SAYS_MORE = frozenset(
    (
        *("deny", "denies", "denied", "denying", "declined", "refused", "refuses", "refusing"),
        *("without", "none", "false", "falsely", "untrue"),
    )
)
# The words of a denominator behind the number: "per 1,000 people".
_DENOMINATOR = expression(r"(?:[^\S\n]+[\w,.%]+){0,5}")


class _Parts(NamedTuple):
    """The spans of one side of a change: owned for certain, loosely, and what gives way to a reversal.

    Of `hedged` only hedges and small words are owned; `cues` are those that changed.
    """

    certain: list[Span]
    loose: list[Span]
    hedged: list[Span]
    cues: list[Span]


@record
class Ownership(Frozen):
    """The words that other changes report, by side."""

    certain: dict[Side, Spans]
    loose: dict[Side, Spans]
    hedged: dict[Side, Spans]
    cues: dict[Side, Spans]

    @classmethod
    def of(cls, aligned: Aligned, changes: Iterable[Change]) -> Ownership:
        parts: dict[Side, _Parts] = {side: _Parts([], [], [], []) for side in SIDES}
        for change in changes:
            for side in SIDES:
                _own(aligned, side, change, parts[side])
        certain, loose, hedged, cues = ({side: joined(parts[side][at]) for side in SIDES} for at in range(4))
        return cls(certain, loose, hedged, cues)

    def touches(self, side: Side, span: Span) -> bool:
        """Whether any change reports words of a span."""
        return any(meet(spans[side], span) for spans in (self.certain, self.loose, self.hedged, self.cues))

    def owns_any(self, sentence: EditedSentence, finding: WordFinding) -> bool:
        """Whether some words of a finding are owned for certain."""
        old, new = self.certain_words(sentence)
        return not (old.isdisjoint(finding.old) and new.isdisjoint(finding.new))

    def certain_words(self, sentence: EditedSentence) -> Excused:
        """The changed words of a sentence that are owned for certain."""
        return sentence.changed_where(self._is_certain)

    def known(self, aligned: Aligned, region: Region, sentence: EditedSentence, attributions: Attributions) -> Known:
        """What else is known of the words of a sentence before any rule looks at them."""
        formal, same = restated(aligned, region, sentence, attributions)
        return Known(
            loose=sentence.changed_where(lambda side, word: meet(self.loose[side], word.span)),
            yielding=sentence.changed_where(lambda side, word: self._is_hedge(side, word) or self._is_cue(side, word)),
            formal=formal,
            same_meaning=same,
        )

    def _is_certain(self, side: Side, word: EditedWord) -> bool:
        """Whether a word is owned for certain: "not" and "may" are by their change of certainty, "denied" is not."""
        if meet(self.certain[side], word.span):
            return True
        turns = hedges.is_hedge(word.key) or word.key in _phrase_heads()
        return turns and word.key not in SAYS_MORE and meet(self.hedged[side], word.span)

    def _is_cue(self, side: Side, word: EditedWord) -> bool:
        return meet(self.cues[side], word.span)

    def _is_hedge(self, side: Side, word: EditedWord) -> bool:
        """Whether a word of what is now more or less certain only says that, or nothing."""
        says_nothing = hedges.is_hedge(word.key) or word.key in lexicon.words("small_words")
        return says_nothing and meet(self.hedged[side], word.span)


@cache
def _phrase_heads() -> frozenset[str]:
    """The first words of phrases that turn a statement round or hedge it: of "failed to", "said to"."""
    hedging = (phrase for phrase, _ in lexicon.table("certainty"))
    return frozenset(phrase.split()[0] for phrase in (*lexicon.words("negations"), *hedging) if " " in phrase)


def _own(aligned: Aligned, side: Side, change: Change, parts: _Parts) -> None:
    claims = aligned.side(side)
    claim = change.old if side == "old" else change.new
    parts.certain.extend(_with_bound(claims, change, span) for place in change.also if (span := place.on(side)))
    if claim is None:
        return
    if change.kind == "certainty":
        parts.hedged.append(claim.span)
    elif isinstance(claim, Attribution):
        _own_attribution(change, claim, parts)
    elif isinstance(claim, Passage):
        _own_passage(aligned, side, change, claim, parts)
    elif isinstance(claim, Quote) and not {"paraphrased", "quoted"}.isdisjoint(change.labels):
        parts.loose.append(claim.span)
    else:
        parts.certain.extend(_with_its_words(claims, claim, has_other_bound="bound" in change.labels))


def _own_attribution(change: Change, claim: Attribution, parts: _Parts) -> None:
    whole = {"added", "removed", "content"}.intersection(change.labels)
    if change.labels == ("cue",):
        parts.cues.extend(claim.cue.spans)
    elif change.labels != ("role",):
        parts.certain.extend(claim.cue.spans)
    if claim.source and (whole or change.labels != ("cue",)):
        parts.certain.extend(claim.source.spans)
    if whole:
        parts.loose.extend(claim.content)


def _own_passage(aligned: Aligned, side: Side, change: Change, passage: Passage, parts: _Parts) -> None:
    """Words that stand for a claim which is on the other side alone: a whole sentence owns its hedges at most."""
    if passage.span == aligned.region(side, passage.sentence).whole(side):
        parts.hedged.append(passage.span)
        quote = change.new if side == "old" else change.old
        if isinstance(quote, Quote):  # what was said is among the words of the sentence
            said = {word.key for word in words(quote.words, Span(0, len(quote.words)))}
            row = words(aligned.side(side).text, passage.span)
            parts.loose.extend(word.span for word in row if word.key in said)
        return
    owned = parts.loose if change.kind == "quote" else parts.cues if change.labels == ("cue",) else parts.certain
    owned.append(passage.span)


def _with_bound(claims: Claims, change: Change, span: Span) -> Span:
    """Another place of a change, a value with the words that bound it."""
    if change.kind not in ("figure", "date"):
        return span
    before = claims.text[max(0, span.start - BOUND_REACH) : span.start]
    return Span(span.start - _bound_length(before, any_words=False), span.end)


def _with_its_words(claims: Claims, claim: AnyClaim, *, has_other_bound: bool) -> Iterator[Span]:
    """A claim with the words of its bound before it and, of a figure, what it counts behind it."""
    start, end = claim.start, claim.end
    if isinstance(claim, Date):
        bound = bound_words(claims, claim)
        if bound.phrase:  # "before the vote on May 3": what happened on the day is told by others
            yield bound.phrase
        elif has_other_bound:
            yield bounded(claims, claim)
    if isinstance(claim, Figure):
        sentence = claims.sentences[claim.sentence]
        before = claims.text[max(sentence.start, start - BOUND_REACH) : start]
        start -= _bound_length(before, any_words=has_other_bound)
    if isinstance(claim, Figure) and claim.noun:
        end += len(nouns.phrase(claims, claim)) + 1
        fate = nouns.fate(claims, claim)
        if fate:
            yield fate
    if isinstance(claim, Figure) and claim.per:
        end = max(end, claim.end + len(_DENOMINATOR.match(claims.text, claim.end)[0]))  # type: ignore[index]
    yield Span(start, end)


def _bound_length(before: str, *, any_words: bool) -> int:
    """How much of the end of a text is the words of a bound: "at least ", "until "."""
    words = before.split()
    for count in range(min(BOUND_WORDS, len(words)), 0, -1):
        if any_words or " ".join(words[-count:]).lower() in lexicon.words("bounds"):
            return len(before) - before.rfind(words[-count])
    return 0
