"""Changed attributions: who is said to have said it, in what role, with what verb, and whether anybody is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from revtrack import lexicon
from revtrack.changes import message, names, severity, wording
from revtrack.changes.pair import pair
from revtrack.changes.regions import Aligned, Region
from revtrack.model import Attribution, Change, Claims, Label, Passage, Side, Source, Span, Spans
from revtrack.text.fold import fold

# Share of the content's telling words that must stand in the other version for the statement to have stayed.
STAYS = 0.6
# Likeness (Dice) below which the same source says something else.
ANOTHER_STATEMENT = 0.6
# Likeness from which two statements of one source may be the same one.
AKIN = 0.3
TOLD: dict[Label, Callable[[Attribution, Attribution], str]] = {
    "role": message.role,
    "cue": message.cue,
    "anonymized": message.anonymized,
    "identified": message.identified,
}
PRONOUNS = frozenset(("he", "i", "it", "she", "they", "we", "who", "which", "that", "you"))


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed attributions."""
    found: list[Change] = []
    gone: list[tuple[Region, Attribution]] = []
    come: list[tuple[Region, Attribution]] = []
    for region, old, new in aligned.by_region(Attribution):
        if region.equal:
            continue
        paired = pair(old, new, partial(_likeness, aligned, region))
        found += [change for a, b in paired.pairs if (change := _compared(aligned, region, a, b))]
        gone += [(region, claim) for claim in paired.gone if not _stands(aligned, region, "old", claim)]
        come += [(region, claim) for claim in paired.come if not _stands(aligned, region, "new", claim)]
    elsewhere = pair(gone, come, lambda a, b: _anywhere(aligned, a[1], b[1]))
    found += [_lost(aligned, region, "old", claim) for region, claim in elsewhere.gone]
    found += [_lost(aligned, region, "new", claim) for region, claim in elsewhere.come]
    return found


def _likeness(aligned: Aligned, region: Region, old: Attribution, new: Attribution) -> float:
    cue = _meet(region, (old.cue.span,), (new.cue.span,))
    content = _meet(region, old.content, new.content)
    source = bool(old.source and new.source) and _same_source(old.source, new.source)
    if not (cue or content or (source and _alike(aligned, old, new) >= AKIN)):
        return 0.0
    return 1.5 * cue + content + source + 0.5 * (old.cue.lemma == new.cue.lemma)


def _meet(region: Region, old: Spans, new: Spans) -> bool:
    return any(region.image("old", a).overlaps(b) or region.image("new", b).overlaps(a) for a in old for b in new)


def _anywhere(aligned: Aligned, old: Attribution, new: Attribution) -> float:
    same = bool(old.source and new.source) and _same_source(old.source, new.source)
    alike = _alike(aligned, old, new)
    return alike if same and alike >= STAYS else 0.0


def _alike(aligned: Aligned, old: Attribution, new: Attribution) -> float:
    return wording.alike(wording.telling(said(aligned.before, old)), wording.telling(said(aligned.after, new)))


def said(claims: Claims, claim: Attribution) -> str:
    """The words of the content."""
    return " ".join(span.of(claims.text) for span in claim.content)


def _stands(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> bool:
    """Whether the cue stands on the other side word for word, so that only the reading of the sentence differs."""
    if not region.kept or region.touched(side, claim.cue.span):
        return False
    here, there = aligned.side(side).text, aligned.side("new" if side == "old" else "old").text
    return fold(region.image(side, claim.cue.span).of(there)) == fold(claim.cue.span.of(here))


def _compared(aligned: Aligned, region: Region, old: Attribution, new: Attribution) -> Change | None:
    found = [*_source_labels(region, old, new), *_cue_labels(region, old, new)]
    whole = region.op.op not in ("split", "merge")
    reported = old.mode != "direct" and new.mode != "direct"
    if not found and whole and reported and _says_another(aligned, region, old, new):
        found = ["content"]
    if not found:
        return None
    parts = [
        message.content(aligned, old, new) if label == "content" else TOLD.get(label, message.source)(old, new)
        for label in found
    ]
    return _change(tuple(found), old, new, "; ".join(parts), moved=region.moved)


def _says_another(aligned: Aligned, region: Region, old: Attribution, new: Attribution) -> bool:
    """Whether the content is another; one that was only read to another end has all its words on the other side."""
    if _alike(aligned, old, new) >= ANOTHER_STATEMENT:
        return False
    sides: tuple[tuple[Side, Attribution], ...] = (("old", old), ("new", new))
    return all(
        wording.alike(
            wording.telling(said(aligned.side(side), claim)), wording.telling(_image(aligned, region, side, claim))
        ) < ANOTHER_STATEMENT
        for side, claim in sides
    )


def _image(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> str:
    """The words that stand on the other side where the content stands on this one."""
    there = aligned.side("new" if side == "old" else "old").text
    return " ".join(region.image(side, span).of(there) for span in claim.content)


def _source_labels(region: Region, old: Attribution, new: Attribution) -> list[Label]:
    if old.source is None or new.source is None:
        return ["source"] if old.source is not new.source and _source_touched(region, old, new) else []
    if not _source_touched(region, old, new) or wording.words(old.source.text) == wording.words(new.source.text):
        return []
    if _is_named(old.source) and new.source.anonymous:
        return ["anonymized"]
    if old.source.anonymous and _is_named(new.source):
        return ["identified"]
    if _same_source(old.source, new.source):
        return ["role"] if _other_role(old.source, new.source) else []
    if names.misspelt(_name(old.source), _name(new.source)):
        return []
    return ["source"]


def _source_touched(region: Region, old: Attribution, new: Attribution) -> bool:
    sides: tuple[tuple[Side, Source | None], ...] = (("old", old.source), ("new", new.source))
    return any(source and region.touched(side, source.span) for side, source in sides)


def _same_source(old: Source | None, new: Source | None) -> bool:
    if old is None or new is None:
        return False
    if wording.words(old.text) == wording.words(new.text):
        return True
    if (_pronoun(old) and not old.name) or (_pronoun(new) and not new.name):
        return True
    if old.name and new.name:
        return names.same(old.name, new.name)
    return False


def _is_named(source: Source) -> bool:
    """Whether a source says who it is: "a wire report" is neither named nor anonymous."""
    words = source.text.split()
    return not source.anonymous and any(word[:1].isupper() for word in words) and not _pronoun(source)


def _pronoun(source: Source) -> bool:
    return source.text.lower() in PRONOUNS


def _name(source: Source) -> str:
    return source.name or source.text


def _other_role(old: Source, new: Source) -> bool:
    a, b = wording.words(old.role or ""), wording.words(new.role or "")
    return bool(a and b) and not (set(a) <= set(b) or set(b) <= set(a))


def _cue_labels(region: Region, old: Attribution, new: Attribution) -> list[Label]:
    if old.cue.lemma == new.cue.lemma or not region.touched("old", old.cue.span):
        return []
    before, after = meaning(old.cue.lemma), meaning(new.cue.lemma)
    return ["cue"] if before != after else []


@cache
def meaning(lemma: str) -> str:
    """The class of a cue: "claim" doubts, "confirm" commits, "say" is neutral; unknown ones stand for themselves."""
    return next((row[-1] for row in lexicon.table("cues") if row[0] == lemma), lemma)


def _lost(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> Change:
    """An attribution of one side alone: gone with its content, or the content stays without it."""
    there = _unattributed(aligned, region, side, claim)
    if there is None:
        text = message.attribution(aligned, side, claim)
        return _change(("removed",), claim, None, text) if side == "old" else _change(("added",), None, claim, text)
    text = message.unattributed(claim, side)
    if side == "old":
        return _change(("dropped",), claim, there, text)
    return _change(("attributed",), there, claim, text)


def _unattributed(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> Passage | None:
    if not region.kept or not claim.content:
        return None
    other: Side = "new" if side == "old" else "old"
    spans = region.op.new_spans if other == "new" else region.op.old_spans
    whole = Span(spans[0].start, spans[-1].end)
    text = aligned.side(other).text
    content = wording.telling(said(aligned.side(side), claim))
    if wording.contained(content, wording.telling(whole.of(text))) < STAYS:
        return None
    sentence = region.op.new[0] if other == "new" else region.op.old[0]
    return Passage(whole.start, whole.end, whole.of(text), sentence)


def _change(
    labels: tuple[Label, ...], old: Attribution | Passage | None, new: Attribution | Passage | None, text: str,
    *, moved: bool = False,
) -> Change:  # fmt: skip
    return Change("attribution", labels, severity.of("attribution", labels), old, new, text, moved=moved)
