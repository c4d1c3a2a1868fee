"""Labels before a colon that speak for nobody: a dateline, the topic of a headline, the heading of a list.

"KANPURI: The husband was arrested", "Budget: what it means for you" and "Present: Cllrs Vane and Trim" look as
"Dolan: the port will close" does, so who stands before a colon has to be somebody: a person or a body with a name,
somebody by what they do ("Police: man shot two"), or a document ("Poll: voters undecided").
"""

from __future__ import annotations

import re
from bisect import bisect_left
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


def without(reading: Reading, names: Sequence[Name], said: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions but for those of a label; `names` are in text order."""
    starts = [name.start for name in names]
    for claim in said:
        source = claim.source
        if source is None or claim.cue.text != _LEMMA or claim.mode != "indirect":
            yield claim
            continue
        at = bisect_left(starts, source.start)
        inside = [name for name in names[at : at + 6] if name.end <= source.end]
        if _speaks(reading.plain, source, inside):
            yield claim


def _speaks(plain: str, source: Source, names: Sequence[Name]) -> bool:
    words = _WORD.findall(source.text)
    if not words or source.text.lower() in lexicon.words("column_labels"):
        return False
    if _is_somebody(words):
        return True
    if not any(name.type in _SPEAKERS for name in names):
        return False
    return not (source.text.isupper() and _is_dateline(plain, source)) and not _is_common(plain, words)


def _is_somebody(words: Sequence[str]) -> bool:
    """Whether the words name somebody by what they do: "Police", "Two officials", "Host"."""
    head = words[-1].lower()
    if any(head in lexicon.words(table) for table in _NAMELESS):
        return True
    kinds = lexicon.listed("noun_kinds")
    return any(kinds.get(form) in _SPEAKERS for form in (head, head.removesuffix("s")))


def _is_dateline(plain: str, source: Source) -> bool:
    """Whether capitals open a paragraph and occur nowhere else, as a place does that a story was sent from."""
    own = re.escape(source.text.split()[-1])
    return len(re.findall(rf"\b{own}\b", plain, re.IGNORECASE)) < 2


def _is_common(plain: str, words: Sequence[str]) -> bool:
    """Whether a topic's word is elsewhere written small, as no name is: "Sunscreen: what to know"."""
    last = words[-1]
    return re.search(rf"\b{re.escape(last.lower())}\b", plain) is not None and not re.search(
        rf"\b[A-Z][\w.]+ {re.escape(last)}\b", plain
    )
