"""A message of a change taken apart: "people killed: 12 -> 21 (+75%)" is a subject, two values and a remark.

Where a message quotes the clause instead (`"... payments of [£46,000 -> £64,000] from ..."`) that clause is the
subject, with "[...]" for the values.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from revtrack.report import label_words
from revtrack.versions.phrases import ELLIPSIS

ARROW = " -> "
GAP = f"[{ELLIPSIS}]"  # stands for the values in a clause
BEFORE, BEHIND = 4, 3  # words about a value in a caption
# What follows the new value: by how much it differs, where it is said, the clause it is in.
_REMARK = re.compile(r' \((?:[+-]|a factor)|, in(?: ".*"| [^,"]+)$|, inside a quotation| under "')
_CONTEXT = re.compile(r', in ".*"(?: under ".*")?$')
_CLAUSE = re.compile(
    r'(?P<before>.*)\[(?P<old>.+?) -> (?P<new>.+?)\](?P<after>.*?"?)(?P<remark> \((?:[+-]|a factor).*)?$'
)


class MessageParts(NamedTuple):
    """A message in parts; `old` and `new` are empty where it has no arrow, `words` are then what it quotes."""

    subject: str
    old: str = ""
    new: str = ""
    remark: str = ""
    words: str = ""


def parts(message: str, kind: str) -> MessageParts:
    """The parts of a message of a kind; a message without a colon is all subject."""
    quoted = _CLAUSE.match(message)
    if quoted:
        before = quoted["before"].removeprefix("figure: ")
        subject = f"{before}{GAP}{quoted['after']}"
        return MessageParts(subject, quoted["old"], quoted["new"], (quoted["remark"] or "").strip())
    head, arrow, tail = message.partition(ARROW)
    if not arrow:
        subject, _, words = message.partition(": ")
        remark = _REMARK.search(words)
        cut = remark.start() if remark else len(words)
        return MessageParts(label_words.heading(subject), remark=_bare(words[cut:]), words=words[:cut])
    # Of a figure, the subject may have a colon of its own: "Killed: people: 12 -> 21".
    subject, colon, old = head.rpartition(": ") if kind == "figure" else head.partition(": ")
    if not colon:
        subject, old = "", head
    remark = _REMARK.search(tail)
    cut = remark.start() if remark else len(tail)
    return MessageParts(label_words.heading(subject), old, tail[:cut], _bare(tail[cut:]))


def without_clause(message: str) -> str:
    """A message as it is read below its sentence: without the clause that it quotes to say where it stands."""
    quoted = _CLAUSE.match(message)
    if quoted:
        return f"{quoted['old']}{ARROW}{quoted['new']}{quoted['remark'] or ''}"
    return _CONTEXT.sub("", message)


def close(subject: str) -> str:
    """A quoted clause without the words that are further from the value than a caption has room for."""
    before, gap, behind = subject.partition(GAP)
    if not gap:
        return subject
    words, tail = before.strip('"“ ').split(), behind.strip('"” ').split()
    lead = [ELLIPSIS] * (len(words) > BEFORE) + [one for one in words[-BEFORE:] if one != ELLIPSIS]
    rest = [one for one in tail[:BEHIND] if one != ELLIPSIS]
    if not lead and rest:
        return label_words.heading(" ".join(rest))
    return f'"{" ".join([*lead, gap, *rest])}"'


def _bare(remark: str) -> str:
    return remark.removeprefix(", ").strip()
