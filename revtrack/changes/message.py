"""One line for a person, that stands alone when read aloud: "soldiers: around 8,000 -> around 10,000 (+25%)".

The subject is what the article says is counted, or the words about the claim; it is never invented.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from revtrack.changes.regions import Aligned
from revtrack.model import Attribution, Bound, Claim, Claims, Date, Figure, Name, Passage, Quote, Side, Span
from revtrack.text.fold import fold

OneSided = TypeVar("OneSided", bound=Claim | Passage)
ARROW = " -> "
BOUNDS: dict[Bound, str] = {
    "exact": "", "range": "", "about": "about ", "more_than": "more than ", "at_least": "at least ",
    "less_than": "less than ", "at_most": "up to ",
}  # fmt: skip
CERTAINTY = {
    "stronger": "stated with more certainty",
    "weaker": "stated with less certainty",
    "negated": "negation changed",
}
LONGEST = 90
# How many words of the sentence stand for it, and how far from the claim they are looked for.
WORDS_ABOUT, REACH = 5, 120


def figure(aligned: Aligned, old: Figure | None, new: Figure | None) -> str:
    """A changed, added or removed figure."""
    if old and new:
        step = f"{_figure(old, new)}{ARROW}{_figure(new, old)}{difference(old, new)}"
        return f"{_counted(aligned, old, new)}{step}{_in_quotation(aligned, new)}"
    side, claim = _only(old, new)
    noun = f" {claim.noun}" if claim.noun and not claim.text.endswith(claim.noun) else ""
    return f"figure {_verb(side)}: {_figure(claim, claim)}{noun} ({_about(aligned, side, claim.span)})"


def date(aligned: Aligned, old: Date | None, new: Date | None) -> str:
    """A changed, added or removed date."""
    if old and new:
        what = {"date": "date", "time": "time", "duration": "length of time", "set": "recurring date"}[new.type]
        where = _about(aligned, "new", new.span)
        return f"{what}: {_short(old.text)}{ARROW}{_short(new.text)} ({where})"
    side, claim = _only(old, new)
    return f"date {_verb(side)}: {_short(claim.text)} ({_about(aligned, side, claim.span)})"


def quote(old: Quote | Passage | None, new: Quote | Passage | None) -> str:
    """A quotation added or removed, or turned into the writer's words or back."""
    if isinstance(old, Quote) and isinstance(new, Passage):
        return f"no longer quoted but paraphrased{_of(old)}: '{_short(old.words)}'{ARROW}{_short(new.text)}"
    if isinstance(new, Quote) and isinstance(old, Passage):
        return f"now quoted{_of(new)}: {_short(old.text)}{ARROW}'{_short(new.words)}'"
    side, claim = _only(old, new)
    assert isinstance(claim, Quote)
    return f"quotation {_verb(side)}{_of(claim)}: '{_short(claim.words)}'"


def quoted_words(old: Quote, new: Quote, before: str, after: str) -> str:
    """Changed words of a quotation; `before` and `after` are the words that differ."""
    who = f"{new.speaker or old.speaker}'s words" if new.speaker or old.speaker else "quoted words"
    if not before or not after:
        verb, words = ("cut", before) if before else ("extended", after)
        return f"{who} {verb}: '{_short(words)}' {'taken out' if before else 'put in'}"
    return f"{who}: '{_short(before)}'{ARROW}'{_short(after)}'"


def speaker(old: Quote, new: Quote) -> str:
    """The same words, said by another."""
    before, after = (claim.speaker or "nobody named" for claim in (old, new))
    return f"speaker of '{_short(new.words, 50)}': {before}{ARROW}{after}"


def source(old: Attribution, new: Attribution) -> str:
    """The same content from another source."""
    return f"source: {_who(old)}{ARROW}{_who(new)}"


def anonymized(old: Attribution, new: Attribution) -> str:
    """A source that lost its name."""
    return f"source now anonymous: {_who(old)}{ARROW}{_who(new)}"


def identified(old: Attribution, new: Attribution) -> str:
    """A source that gained a name."""
    return f"source now named: {_who(old)}{ARROW}{_who(new)}"


def role(old: Attribution, new: Attribution) -> str:
    """The same person under another title."""
    assert old.source
    assert new.source
    who = new.source.name or old.source.name or "the source"
    return f"role of {who}: {old.source.role or 'none given'}{ARROW}{new.source.role or 'none given'}"


def cue(old: Attribution, new: Attribution) -> str:
    """Another verb of saying, with another meaning."""
    return f"how {_who(new)} put it: {_short(old.cue.text)}{ARROW}{_short(new.cue.text)}"


def content(aligned: Aligned, old: Attribution, new: Attribution) -> str:
    """Something else said by the same source."""
    return f"what {_who(new)} {new.cue.text}: {_said(aligned.before, old)}{ARROW}{_said(aligned.after, new)}"


def attribution(aligned: Aligned, side: Side, claim: Attribution) -> str:
    """An attribution added or removed together with its content."""
    return f"attribution {_verb(side)}: {_who(claim)} {claim.cue.text}: {_said(aligned.side(side), claim)}"


def unattributed(claim: Attribution, side: Side) -> str:
    """The content stays and its source went, or came."""
    if side == "old":
        return f"attribution dropped, now stated as fact: {_who(claim)} {claim.cue.text}"
    return f"now attributed: {_who(claim)} {claim.cue.text}"


def name(old: Name, new: Name) -> str:
    """A name spelled another way, or another name."""
    return f"name: {_short(old.text)}{ARROW}{_short(new.text)}"


def certainty(label: str, old: str, new: str) -> str:
    """A modal, hedge or negation changed in a kept statement."""
    return f"{CERTAINTY[label]}: '{_short(old)}'{ARROW}'{_short(new)}'"


def difference(old: Figure, new: Figure) -> str:
    """By how much a figure changed: "(+25%)", or in points where it is a percentage."""
    if old.value is None or new.value is None or old.value == new.value or old.unit != new.unit or old.ordinal:
        return ""
    step = new.value - old.value
    if old.unit in ("percent", "percentage point"):
        return f" ({_signed(step)} points)"
    if old.value == 0 or not _is_amount(old):
        return ""
    return f" ({_signed((step / abs(old.value) * 100).quantize(Decimal(1)))}%)"


def _is_amount(claim: Figure) -> bool:
    return claim.value is not None and abs(claim.value) >= 2


def _signed(number: Decimal) -> str:
    return f"{number.normalize():+,f}"


def _counted(aligned: Aligned, old: Figure, new: Figure) -> str:
    if old.noun and new.noun and old.noun.lower() != new.noun.lower():
        return ""
    noun = new.noun or old.noun
    return f"{noun or _about(aligned, 'new', new.span)}: "


def _figure(claim: Figure, other: Figure) -> str:
    words = BOUNDS[claim.bound] + fold(claim.text)
    if claim.noun and other.noun and claim.noun.lower() != other.noun.lower():
        words += f" {claim.noun}"
    if claim.per and claim.per != other.per:
        words += f" per {claim.per}"
    return words


def _in_quotation(aligned: Aligned, claim: Figure) -> str:
    around = aligned.quote_around("new", claim.span)
    return f", inside a quotation{_of(around)}" if around else ""


def _about(aligned: Aligned, side: Side, span: Span) -> str:
    """The words about a claim, as the article has them: '... deployed to Russia'."""
    text, sentence = aligned.side(side).text, aligned.sentence_of(side, span.start)
    before = fold(text[max(sentence.start, span.start - REACH) : span.start]).split()
    after = fold(text[span.end : min(max(span.end, sentence.end), span.end + REACH)]).split()
    lead = ("... " if len(before) > WORDS_ABOUT else "") + " ".join(before[-WORDS_ABOUT:])
    tail = " ".join(after[:WORDS_ABOUT]) + (" ..." if len(after) > WORDS_ABOUT else "")
    return f'"{lead} [...] {tail}"'.replace('" [', '"[').replace('] "', ']"')


def _of(claim: Quote) -> str:
    return f" ({claim.speaker})" if claim.speaker else ""


def _who(claim: Attribution) -> str:
    if claim.source is None:
        return "no source"
    text = fold(claim.source.text)
    if claim.source.name and claim.source.name not in text:
        return claim.source.name
    return _short(text)


def _said(claims: Claims, claim: Attribution) -> str:
    return _short(fold(" ".join(span.of(claims.text) for span in claim.content))) or "(nothing)"


def _only(old: OneSided | None, new: OneSided | None) -> tuple[Side, OneSided]:
    if old is not None:
        return "old", old
    assert new is not None
    return "new", new


def _verb(side: Side) -> str:
    return "removed" if side == "old" else "added"


def _short(text: str, longest: int = LONGEST) -> str:
    words = fold(text)
    return words if len(words) <= longest else words[: longest - 3].rsplit(" ", 1)[0] + "..."
