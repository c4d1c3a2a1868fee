"""How a claim is named in the line of its life: what it is about, and what it is.

people: at least 12          "... gates will stay [...] until Friday": three days          Ada Lind: “We searched”
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

from revtrack.model import AnyClaim, Attribution, Bound, Claims, Date, Figure, Name, Quote, Span

BOUNDS: dict[Bound, str] = {
    "exact": "",
    "range": "",
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "up to ",
}
LONGEST = 70
LEAD = 20  # what is repeated before the place where a long text differs
WORDS_ABOUT, REACH = 4, 100
TELLING = 4  # words that make a statement known by its content alone
_MARKS = ("“", "‘", '"', "'")


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim in its version."""

    claim: AnyClaim
    claims: Claims


def same(claim: AnyClaim, claims: Claims) -> Hashable | None:
    """What two claims of one version have in common that say the same; None for one that stands for itself."""
    if isinstance(claim, Figure):
        return ("figure", claim.low, claim.high, claim.unit, _lower(claim.noun)) if claim.noun else None
    if isinstance(claim, Name):
        return "name", claim.name
    if isinstance(claim, Quote):
        return "quote", _bare(claim.words)
    if isinstance(claim, Attribution):
        content = _bare(_content(Seen(claim, claims)))
        return ("attribution", content) if len(content.split()) >= TELLING else None
    return None


def again(claim: AnyClaim) -> Hashable | None:
    """By what a claim that stands for itself is known when it comes back; None where too much looks like it."""
    if isinstance(claim, Date) and claim.value:
        return "date", claim.value, _bare(claim.text)
    if isinstance(claim, Figure) and (claim.unit or len(claim.text) > 2):
        return "figure", claim.low, claim.high, claim.unit, _bare(claim.text)
    return None


def value(seen: Seen, everything: Sequence[Seen], labels: Collection[str]) -> str:
    """What a claim is, with what tells it from the others of its life; `labels` are those of all its changes."""
    claim = seen.claim
    if isinstance(claim, Figure):
        return _figure(claim, [one.claim for one in everything if isinstance(one.claim, Figure)], labels)
    if isinstance(claim, Quote):
        who = f"{claim.speaker or 'nobody named'}: " if "speaker" in labels else ""
        return f"{who}“{' '.join(claim.words.split())}”"
    if isinstance(claim, Attribution):
        role = claim.source.role if claim.source and "role" in labels else None
        who = f"{_who(claim)} ({role})" if role else _who(claim)
        cue = " ".join(claim.cue.text.split())
        said = f"{cue} {who}" if cue.lower().endswith(" to") else f"{who} {cue}"
        return said + (f": {_content(seen)}" if "content" in labels else "")
    return claim.name if isinstance(claim, Name) else " ".join(claim.text.split())


def state(seen: Seen) -> Hashable:
    """What has to be the same in two versions for a claim to be unchanged."""
    claim = seen.claim
    if isinstance(claim, Figure):
        return claim.low, claim.high, claim.unit, claim.bound, claim.per, claim.ordinal
    if isinstance(claim, Date):
        return claim.value or _bare(claim.text)
    if isinstance(claim, Quote):
        return _bare(claim.words)
    if isinstance(claim, Attribution):
        return _bare(_who(claim)), claim.cue.lemma
    return claim.name


def clipped(text: str, before: str = "") -> str:
    """The text, or as much as fits: its beginning, or where it differs from what was said before."""
    if len(text) <= LONGEST:
        return text
    shared = next((place for place, pair in enumerate(zip(text, before, strict=False)) if pair[0] != pair[1]), 0)
    start = text.rfind(" ", 0, max(0, shared - LEAD)) + 1 if shared > LONGEST // 2 else 0
    part = text[start : start + LONGEST]
    if start + LONGEST < len(text):
        part = f"{part.rsplit(' ', 1)[0]} …" + ("”" if text.startswith("“") else "")
    mark = "“" if text.startswith("“") else ""
    return f"{mark}… {part}" if start else part


def subject(all_seen: Sequence[Seen], labels: Collection[str]) -> str:
    """What a life is about, by its last version that says so."""
    last = all_seen[-1]
    for seen in reversed(all_seen):
        if isinstance(seen.claim, Figure) and seen.claim.noun:
            return seen.claim.noun
        if isinstance(seen.claim, Quote) and seen.claim.speaker and "speaker" not in labels:
            return seen.claim.speaker
    if isinstance(last.claim, Name):
        return last.claim.type if last.claim.type != "other" else ""
    if isinstance(last.claim, Attribution):
        content = clipped(_content(last))
        return (content if content.startswith(_MARKS) else f"“{content}”") if content else _about(last)
    if isinstance(last.claim, Quote):
        return "quotation"
    return _about(last)


def _figure(claim: Figure, others: Sequence[Figure], labels: Collection[str]) -> str:
    noun = f" {claim.noun}" if claim.noun and "noun" in labels else ""
    per = f" per {claim.per}" if len({other.per for other in others}) > 1 and claim.per else ""
    return f"{BOUNDS[claim.bound]}{' '.join(claim.text.split())}{noun}{per}"


def _who(claim: Attribution) -> str:
    if claim.source is None:
        return "nobody named"
    return claim.source.name or clipped(" ".join(claim.source.text.split()))


def _content(seen: Seen) -> str:
    claim = seen.claim
    spans = claim.content if isinstance(claim, Attribution) else ()
    return " ".join(" ".join(span.of(seen.claims.text) for span in spans).split())


def _about(seen: Seen) -> str:
    """The words around a claim: `"... stay shut for [...], the mayor said"`."""
    text, claim = seen.claims.text, seen.claim
    sentences = seen.claims.sentences
    sentence = sentences[claim.sentence] if claim.sentence < len(sentences) else Span(claim.start, claim.end)
    before = text[max(sentence.start, claim.start - REACH) : claim.start].split()
    after = text[claim.end : min(max(claim.end, sentence.end), claim.end + REACH)].split()
    lead = ("... " if len(before) > WORDS_ABOUT else "") + " ".join(before[-WORDS_ABOUT:])
    tail = " ".join(after[:WORDS_ABOUT]) + (" ..." if len(after) > WORDS_ABOUT else "")
    return f"“{lead} [...] {tail}”".replace("“ [", "“[").replace("] ”", "]”")


def _bare(text: str) -> str:
    """Words without case, and without what typography alone can change."""
    return " ".join(text.translate(_TYPOGRAPHY).lower().split()).strip(" .,;:\"'")


_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def _lower(noun: str | None) -> str | None:
    return noun and noun.lower()
