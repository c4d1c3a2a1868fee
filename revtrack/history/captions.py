"""How a claim is named in the line of its life: what it is about, and what it is.

people: at least 12          "... gates will stay [...] until Friday": three days          Ada Lind: “We searched”
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from revtrack.model import Attribution, Figure, Name, Quote, Span
from revtrack.versions.identity import content
from revtrack.versions.phrases import BOUNDS, ELLIPSIS
from revtrack.versions.recurrence import Seen

# The longest value of a line, and how much of a long one is repeated before the place where it differs.
LONGEST, LEAD = 70, 20
# How many words about a claim are shown on either side, looked for within so many code points.
WORDS_ABOUT, REACH = 4, 100
_MARKS = ("“", "‘", '"', "'")


def value(seen: Seen, labels: Collection[str], *, rates: bool) -> str:
    """What a claim is, with what tells it from the others of its life.

    `labels` are those of all changes of the life; `rates` says that its figures have several denominators.
    """
    claim = seen.claim
    if isinstance(claim, Figure):
        return _figure(claim, labels, rates=rates)
    if isinstance(claim, Quote):
        who = f"{claim.speaker or 'nobody named'}: " if "speaker" in labels else ""
        return f"{who}“{' '.join(claim.words.split())}”"
    if isinstance(claim, Attribution):
        role = claim.source.role if claim.source and "role" in labels else None
        who = f"{_who(claim)} ({role})" if role else _who(claim)
        cue = " ".join(claim.cue.text.split())
        said = f"{cue} {who}" if cue.lower().endswith(" to") else f"{who} {cue}"
        return said + (f": {content(*seen)}" if "content" in labels else "")
    return claim.name if isinstance(claim, Name) else " ".join(claim.text.split())


def several_rates(everything: Sequence[Seen]) -> bool:
    """Whether the figures of a life are per this and per that."""
    return len({one.claim.per for one in everything if isinstance(one.claim, Figure)}) > 1


def clipped(text: str, before: str = "") -> str:
    """The text, or as much as fits: its beginning, or where it differs from the one before."""
    if len(text) <= LONGEST:
        return text
    shared = next((place for place, pair in enumerate(zip(text, before, strict=False)) if pair[0] != pair[1]), 0)
    start = text.rfind(" ", 0, max(0, shared - LEAD)) + 1 if shared > LONGEST // 2 else 0
    part = text[start : start + LONGEST]
    if start + LONGEST < len(text):
        part = f"{part.rsplit(' ', 1)[0]} {ELLIPSIS}" + ("”" if text.startswith("“") else "")
    mark = "“" if text.startswith("“") else ""
    return f"{mark}{ELLIPSIS} {part}" if start else part


def subject(all_seen: Sequence[Seen], labels: Collection[str]) -> str:
    """What a life is about, by its last version that says so."""
    last = all_seen[-1]
    for seen in reversed([one for one in all_seen if isinstance(one.claim, Figure | Quote)]):
        if isinstance(seen.claim, Figure) and seen.claim.noun:
            return seen.claim.noun
        if isinstance(seen.claim, Quote) and seen.claim.speaker and "speaker" not in labels:
            return seen.claim.speaker
    if isinstance(last.claim, Name):
        return last.claim.type if last.claim.type != "other" else ""
    if isinstance(last.claim, Attribution):
        said = clipped(content(*last))
        return (said if said.startswith(_MARKS) else f"“{said}”") if said else _about(last)
    if isinstance(last.claim, Quote):
        return "quotation"
    return _about(last)


def _figure(claim: Figure, labels: Collection[str], *, rates: bool) -> str:
    noun = f" {claim.noun}" if claim.noun and "noun" in labels else ""
    per = f" per {claim.per}" if rates and claim.per else ""
    return f"{BOUNDS[claim.bound]}{' '.join(claim.text.split())}{noun}{per}"


def _who(claim: Attribution) -> str:
    if claim.source is None:
        return "nobody named"
    return claim.source.name or clipped(" ".join(claim.source.text.split()))


def _about(seen: Seen) -> str:
    """The words around a claim: `"... stay shut for [...], the mayor said"`."""
    claim, claims = seen
    inside = claim.sentence < len(claims.sentences)
    sentence = claims.sentences[claim.sentence] if inside else Span(claim.start, claim.end)
    # In the article's own spelling, as the values beside it are: the folded words of `phrases.surroundings` are not.
    before = claims.text[max(sentence.start, claim.start - REACH) : claim.start].split()
    behind = claims.text[claim.end : min(max(claim.end, sentence.end), claim.end + REACH)].split()
    lead = [ELLIPSIS] * (len(before) > WORDS_ABOUT) + before[-WORDS_ABOUT:]
    tail = behind[:WORDS_ABOUT] + [ELLIPSIS] * (len(behind) > WORDS_ABOUT)
    return (
        f"“{' '.join([*lead, '[...]', *tail])}”".replace("“ [", "“[")
        .replace("] ”", "]”")
        .replace("] .", "].")
        .replace("] ,", "],")
    )
