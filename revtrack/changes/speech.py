"""One line for a person about what somebody said: quotations and attributions, read aloud without the article.

"source now anonymous: Ada Lind -> a port official"; "cut from Ada Lind's words: 'and we will not guess'".
"""

from __future__ import annotations

from revtrack.changes.message import ARROW, only, verb
from revtrack.model import Attribution, Claims, Label, Passage, Quote, Side
from revtrack.text.fold import fold
from revtrack.versions.aligned import Aligned
from revtrack.versions.phrases import clip
from revtrack.versions.speaking import briefly, closed, named, speaking, who

SOURCES: dict[Label, str] = {
    "source": "source",
    "anonymized": "source now anonymous",
    "identified": "source now named",
}
# The words that content begins with where it is part of the sentence of its cue.
GOING_ON = frozenset(
    ("that", "to", "whether", "how", "why", "when", "where", "what", "who", "if", "for", "about", "the")
)
MARKS = ".,;:-\"' "


def quote(old: Quote | Passage | None, new: Quote | Passage | None) -> str:
    """A quotation added or removed, or turned into the writer's words or back."""
    if isinstance(old, Quote) and isinstance(new, Passage):
        return f"no longer quoted but paraphrased{_by(old)}: '{clip(old.words)}'{ARROW}{clip(new.text)}"
    if isinstance(new, Quote) and isinstance(old, Passage):
        return f"now quoted{_by(new)}: {clip(old.text)}{ARROW}'{clip(new.words)}'"
    side, claim = only(old, new)
    assert isinstance(claim, Quote)
    return f"quotation {verb(side)}{_by(claim)}: '{clip(claim.words)}'"


def quoted_words(old: Quote, new: Quote, before: str, after: str) -> str:
    """Changed words of a quotation; `before` and `after` are the words that differ."""
    speaker = new.speaker or old.speaker
    whose = f"{named(speaker)}'s words" if speaker else "quoted words"
    if before.strip(MARKS) and after.strip(MARKS):
        return f"{whose}: '{clip(before)}'{ARROW}'{clip(after)}'"
    did, words = ("cut from", before) if before.strip(MARKS) else ("added to", after)
    return f"{did} {whose}: '{clip(words.strip(MARKS))}'"


def speaker(old: Quote, new: Quote) -> str:
    """The same words, said by another."""
    before, after = (claim.speaker or "nobody named" for claim in (old, new))
    return f"speaker of '{clip(new.words, 50)}': {before}{ARROW}{after}"


def source(label: Label, old: str, new: str) -> str:
    """The same content from another source, one that lost its name, or one that gained it."""
    return f"{SOURCES[label]}: {clip(named(old))}{ARROW}{clip(named(new))}"


def role(old: Attribution, new: Attribution) -> str:
    """The same person under another title."""
    assert old.source
    assert new.source
    name = new.source.name or old.source.name
    before, after = old.source.role, new.source.role
    if not name or not before or not after or before == after:
        return f"role of the source: {clip(old.source.text)}{ARROW}{clip(new.source.text)}"
    return f"role of {name}: {clip(before)}{ARROW}{clip(after)}"


def cue(who: str, old: str, new: str) -> str:
    """Another verb of saying, with another meaning."""
    return f"how {named(who)} put it: {clip(old)}{ARROW}{clip(new)}"


def content(aligned: Aligned, old: Attribution, new: Attribution) -> str:
    """Something else said by the same source."""
    said = f"{_said(aligned.before, old)}{ARROW}{_said(aligned.after, new)}"
    if new.cue.lemma == "according to":
        return f"according to {named(briefly(new))}: {said}"
    return f"what {closed(named(briefly(new)))} {clip(new.cue.text)}: {said}"


def attribution(aligned: Aligned, side: Side, claim: Attribution) -> str:
    """An attribution added or removed together with its content."""
    said = _said(aligned.side(side), claim)
    # "She declined to say", "the police said that": what follows goes on with the sentence of the cue.
    goes_on = claim.cue.lemma != "according to" and said.partition(" ")[0] in GOING_ON
    return f"attribution {verb(side)}: {speaking(claim)}{' ' if goes_on else ': '}{said}"


def unattributed(aligned: Aligned, claim: Attribution, side: Side) -> str:
    """The content stays and its source went, or came."""
    quoted = f"'{_said(aligned.side(side), claim)}'"
    if side == "new":
        return f"now attributed to {named(briefly(claim))}: {quoted}"
    fact = "" if claim.mode == "direct" or who(claim).lower() in ("we", "i") else ", now stated as fact"
    return f"no longer attributed to {named(briefly(claim))}{fact}: {quoted}"


def _by(claim: Quote) -> str:
    return f" ({claim.speaker})" if claim.speaker else ""


def _said(claims: Claims, claim: Attribution) -> str:
    words = fold(" ".join(span.of(claims.text) for span in claim.content)).strip(", ")
    bare = words.strip("\"', ")
    return clip(words if '"' in bare else bare) or "(nothing)"
