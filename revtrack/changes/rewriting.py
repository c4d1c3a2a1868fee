"""Whether an article was rewritten from scratch: then its claims are compared over the whole text.

Of an edited article most sentences are kept, or kept but for some words. Of a rewritten one hardly any does, and a
claim ("the ferry could carry 200 passengers") is found in another sentence about another thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from revtrack.model import SentenceOp, Spans

# A shorter text that says something else was replaced, or is a draft: nothing can be said of how it was made.
SENTENCES_LEAST = 5
# Share of the shorter text that must have been kept in its words for the article to have been edited.
KEPT_LEAST = 0.3


def is_rewritten(operations: Sequence[SentenceOp]) -> bool:
    """Whether so few words were kept that two articles were written."""
    sentences = sum(len(op.old) for op in operations), sum(len(op.new) for op in operations)
    lengths = [_length(op.old_spans for op in operations), _length(op.new_spans for op in operations)]
    return min(sentences) >= SENTENCES_LEAST and sum(map(_kept, operations)) < KEPT_LEAST * min(lengths)


def _length(spans: Iterable[Spans]) -> int:
    return sum(span.end - span.start for some in spans for span in some)


def _kept(op: SentenceOp) -> int:
    """How many code points of the old text were kept."""
    if op.op == "equal":
        return _length([op.old_spans])
    return sum(mark.old_end - mark.old_start for mark in op.marks if mark.op == "equal")
