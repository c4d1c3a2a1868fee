"""Small diffs made by hand: `edited("It sent 8,000 men.", "It sent 9,000 men.", value("8,000", "9,000"))`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from decimal import Decimal

from revtrack.model import (
    Attribution,
    Block,
    Change,
    Claims,
    Cue,
    Diff,
    Figure,
    Label,
    Mark,
    Notice,
    NoticeType,
    Passage,
    Quote,
    Revision,
    Role,
    SentenceOp,
    Severity,
    Source,
    Span,
)

_ROLES: dict[str, Role] = {"# ": "headline", "! ": "notice", "~ ": "furniture"}


def article(copy: str) -> Claims:
    """Paragraphs parted by blank lines; "# " opens a headline, "! " a notice, "~ " furniture; no claims yet."""
    blocks: list[Block] = []
    sentences: list[Span] = []
    for found in re.finditer(r"[^\n]+", copy):
        first = len(sentences)
        lead = 2 if found[0][:2] in _ROLES else 0
        for part in re.finditer(r"\S[^.?!]*[.?!]*”?", found[0][lead:]):
            start = found.start() + lead
            sentences.append(Span(start + part.start(), start + part.end()))
        blocks.append(Block(found.start() + lead, found.end(), _ROLES.get(found[0][:2], "body"), first, len(sentences)))
    return Claims(copy, "en", tuple(blocks), tuple(sentences), ())


def at(claims: Claims, words: str, nth: int = 0) -> Span:
    """Where words stand in an article."""
    start = -1
    for _ in range(nth + 1):
        start = claims.text.index(words, start + 1)
    return Span(start, start + len(words))


def sentence_of(claims: Claims, span: Span) -> int:
    return max(index for index, one in enumerate(claims.sentences) if one.start <= span.start)


def figure(claims: Claims, words: str) -> Figure:
    span = at(claims, words)
    number = Decimal(words.replace(",", ""))
    return Figure("f", span.start, span.end, words, sentence_of(claims, span), number, number, number)


def quote(claims: Claims, words: str, speaker: str | None = None) -> Quote:
    span = at(claims, words)
    inner = Span(span.start + 1, span.end - 1)
    return Quote("q", span.start, span.end, words, sentence_of(claims, span), words[1:-1], (inner,), "direct", speaker)


def attribution(claims: Claims, source: str, cue: str, content: str) -> Attribution:
    who, how, what = at(claims, source), at(claims, cue), at(claims, content)
    start, end = min(who.start, what.start), max(who.end, how.end, what.end)
    return Attribution(
        "a",
        start,
        end,
        claims.text[start:end],
        sentence_of(claims, who),
        Source(source, who.start, who.end, (who,), source, None, False),
        Cue(cue, how.start, how.end, (how,), "say"),
        (what,),
        "indirect",
    )


def passage(claims: Claims, words: str) -> Passage:
    span = at(claims, words)
    return Passage(span.start, span.end, words, sentence_of(claims, span))


def changed_value(
    before: Claims,
    after: Claims,
    old: str,
    new: str,
    severity: Severity = "high",
    labels: tuple[Label, ...] = ("value",),
) -> Change:
    return Change("figure", labels, severity, figure(before, old), figure(after, new), f"people: {old} -> {new}")


def marks(before: Claims, after: Claims, old: Sequence[int], new: Sequence[int]) -> tuple[Mark, ...]:
    """The word marks of some sentences, in article offsets."""
    words = re.compile(r"[\w,]+|[^\w\s]|\s+")
    left = _tokens(words, before, old)
    right = _tokens(words, after, new)
    ops = difflib.SequenceMatcher(None, [t[0] for t in left], [t[0] for t in right], autojunk=False).get_opcodes()
    ends = (before.sentences[old[-1]].end, after.sentences[new[-1]].end)
    starts_left, starts_right = [*(t[1] for t in left), ends[0]], [*(t[1] for t in right), ends[1]]
    return tuple(Mark(op, starts_left[a], starts_left[b], starts_right[c], starts_right[d]) for op, a, b, c, d in ops)


def _tokens(words: re.Pattern[str], claims: Claims, indices: Sequence[int]) -> list[tuple[str, int]]:
    start, end = claims.sentences[indices[0]].start, claims.sentences[indices[-1]].end
    return [(found[0], found.start()) for found in words.finditer(claims.text, start, end)]


def op(before: Claims, after: Claims, name: str, old: tuple[int, ...] = (), new: tuple[int, ...] = ()) -> SentenceOp:
    made = marks(before, after, old, new) if name in ("edit", "split", "merge", "move") else ()
    spans_old = tuple(before.sentences[index] for index in old)
    spans_new = tuple(after.sentences[index] for index in new)
    return SentenceOp(name, old, new, spans_old, spans_new, made)  # type: ignore[arg-type]


def in_step(before: Claims, after: Claims) -> tuple[SentenceOp, ...]:
    """Sentences one for one: equal where they are, edited where not."""
    texts = zip(before.sentences, after.sentences, strict=True)
    same = [old.of(before.text) == new.of(after.text) for old, new in texts]
    return tuple(op(before, after, "equal" if kept else "edit", (i,), (i,)) for i, kept in enumerate(same))


def notice(claims: Claims, words: str, *changes: int, type: NoticeType = "correction") -> Notice:
    span = at(claims, words)
    return Notice("new", span.start, span.end, words, type, changes)


def edited(old: str, new: str, *values: tuple[str, str]) -> Diff:
    """The diff of two texts with as many sentences, with a changed figure for each pair of words."""
    before, after = article(old), article(new)
    changes = tuple(changed_value(before, after, *pair) for pair in values)
    return Diff(before, after, in_step(before, after), changes)


def revision(number: int = 2, **fields: str) -> Revision:
    known = {
        "article": "bridge",
        "commit": "0f3a9c81d2e4",
        "blob": "b" * 40,
        "time": "2024-10-31T20:08:00Z",
        "added": "2024-10-31T20:09:00Z",
        "by": "Night desk",
        "note": "second lead",
        "source": "",
    }
    return Revision(number=number, words=120, **{**known, **fields})
