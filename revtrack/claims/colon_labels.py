"""Labels before a colon that speak for nobody: a dateline, the topic of a headline, the heading of a list.

"KANPURI: The husband was arrested", "Budget: what it means for you" and "Present: Cllrs Vane and Trim" look like
"Dolan: the port will close", so who stands before a colon has to be somebody: a person or a body with a name,
somebody by what they do ("Police: man shot two"), or a document ("Poll: voters undecided").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from revtrack import lexicon
from revtrack.model import Attribution, Name, Source
from revtrack.text import Reading
from revtrack.text.expressions import expression

_LEMMA = ":"
_SPEAKERS = frozenset(("person", "organization"))
# Tables of those that speak without a name, and of what is quoted as if it spoke.
_NAMELESS = ("unnamed", "documents")
_WORD = expression(r"[^\W\d_][\w'\u2019-]*")
_PAIR = expression(r"\b([A-Z][\w.]*) (?=([^\W\d_][\w'\u2019-]*))")


def without(reading: Reading, names: Sequence[Name], said: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions but for those of a label; `names` are in text order."""
    starts = [name.start for name in names]
    words: _Words | None = None
    for claim in said:
        source = claim.source
        if source is None or claim.cue.text != _LEMMA or claim.mode != "indirect":
            yield claim
            continue
        at = bisect_left(starts, source.start)
        inside = [name for name in names[at : at + 6] if name.end <= source.end]
        words = words or _Words(reading.plain)
        if _speaks(words, source, inside):
            yield claim


class _Words:
    """The words of an article, gathered once: how often each occurs in any case, those written small, surnames."""

    def __init__(self, plain: str) -> None:
        written = _WORD.findall(plain)
        self.counts = Counter(word.lower() for word in written)
        self.small = {word for word in written if word.islower()}
        self.behind_capital = {word for before, word in _PAIR.findall(plain)}


def _speaks(text: _Words, source: Source, names: Sequence[Name]) -> bool:
    words = _WORD.findall(source.text)
    if not words or source.text.lower() in lexicon.words("column_labels"):
        return False
    if _is_somebody(words):
        return True
    if not any(name.type in _SPEAKERS for name in names):
        return False
    # Capitals that occur nowhere else are a place that the story was sent from; a topic is elsewhere written small.
    is_dateline = source.text.isupper() and text.counts[words[-1].lower()] < 2
    is_topic = words[-1].lower() in text.small and words[-1] not in text.behind_capital
    return not is_dateline and not is_topic


def _is_somebody(words: Sequence[str]) -> bool:
    """Whether the words name somebody by what they do: "Police", "Two officials", "Host"."""
    head = words[-1].lower()
    if any(head in lexicon.words(table) for table in _NAMELESS):
        return True
    kinds = lexicon.listed("noun_kinds")
    return any(kinds.get(form) in _SPEAKERS for form in (head, head.removesuffix("s")))
