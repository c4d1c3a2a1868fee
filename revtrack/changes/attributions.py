"""Changed attributions: who is said to have said it, in what role, with what verb, and whether anybody is."""

from __future__ import annotations

from collections.abc import Iterable

from revtrack.changes import severity, speech, typos, unattributed
from revtrack.changes.pair import pair
from revtrack.model import Attribution, Change, Label, Side, Span
from revtrack.model.named_tuple import NamedTuple
from revtrack.text import numerals
from revtrack.text.spelling_varieties import usual
from revtrack.versions import sources, speaking, wording
from revtrack.versions.aligned import Aligned
from revtrack.versions.identity import ANOTHER_STATEMENT, cue_meaning, opening
from revtrack.versions.way import Region

# Likeness (Dice) from which two statements are one wherever they are, and the fewest words they must share.
STAYS, SHARED_LEAST = 0.6, 3
# Share of the words of a quotation that a longer one must hold to be the same one, extended.
HELD = 0.9
# Share of the words of the longer content that the other version's sentence must hold for it to say no more.
STOOD = 0.8
# Likeness from which two statements of one source in one place may be the same one.
AKIN = 0.3
# Two sources make two statements where each says at least this many telling words and they share no more than this.
TWO_LEAST, UNLIKE = 4, 0.15


class AttributedContent(NamedTuple):
    """An attribution with its region and the telling words of what is said."""

    region: Region
    claim: Attribution
    words: wording.Bag

    @classmethod
    def of(cls, text: str, region: Region, claim: Attribution) -> AttributedContent:
        return cls(region, claim, wording.Bag(wording.telling(opening(text, claim.content))))


def find(aligned: Aligned) -> list[Change]:
    """The changed, added and removed attributions."""
    found: list[Change] = []
    removed: list[AttributedContent] = []
    added: list[AttributedContent] = []
    rows = aligned.by_region(Attribution)
    here: dict[Side, unattributed.Said] = {
        "old": {id(region): old for region, old, _ in rows},
        "new": {id(region): new for region, _, new in rows},
    }
    for region, old, new in rows:
        if region.equal:
            continue
        before = [AttributedContent.of(aligned.before.text, region, claim) for claim in old]
        after = [AttributedContent.of(aligned.after.text, region, claim) for claim in new]
        paired = pair(before, after, _likeness, _words)
        found += [change for a, b in paired.pairs if (change := _compared(aligned, a, b))]
        removed += [said for said in paired.removed if not unattributed.stands(aligned, region, "old", said.claim)]
        added += [said for said in paired.added if not unattributed.stands(aligned, region, "new", said.claim)]
    elsewhere = pair(removed, added, _anywhere, _words)
    found += [change for a, b in elsewhere.pairs if (change := _compared(aligned, a, b))]
    found += _left_over(aligned, "old", elsewhere.removed, here["new"])
    return found + _left_over(aligned, "new", elsewhere.added, here["old"])


def _left_over(
    aligned: Aligned, side: Side, statements: Iterable[AttributedContent], there: unattributed.Said
) -> list[Change]:
    made = (unattributed.change(aligned, said.region, side, said.claim, said.words, there) for said in statements)
    return [change for change in made if change]


def _in_digits(text: str) -> str:
    """A text with every number in digits: ten thousand, 10,000 and 10 000 are one word."""
    for numeral in reversed(list(numerals.find(text, 0, len(text)))):
        text = f"{text[: numeral.start]}{numeral.value:f}{text[numeral.end :]}"
    return text


def _words(said: AttributedContent) -> Iterable[str]:
    source = said.claim.source
    return [*said.words, sources.name(source)] if source else said.words


def _likeness(old: AttributedContent, new: AttributedContent) -> float:
    region, a, b = old.region, old.claim, new.claim
    cue = region.meet(a.cue.span, b.cue.span)
    if not cue and _is_nested(old, new):
        return 0.0
    content = any(region.meet(one, other) for one in a.content for other in b.content)
    source = sources.same(a.source, b.source)
    if not source and _are_two(old, new):
        return 0.0
    if not (cue or content or (source and wording.alike(old.words, new.words) >= AKIN)):
        return 0.0
    return 1.5 * cue + content + source + 0.5 * (a.cue.lemma == b.cue.lemma)


def _is_nested(old: AttributedContent, new: AttributedContent) -> bool:
    """Whether one of two statements in a sentence holds the other: "He plans to go" and "He said he plans to go"."""
    region, a, b = old.region, old.claim, new.claim
    return unattributed.tells(region, "old", a, b) or unattributed.tells(region, "new", b, a)


def _are_two(old: AttributedContent, new: AttributedContent) -> bool:
    """Whether two sources say two things, with hardly a word in common."""
    return min(old.words.total(), new.words.total()) >= TWO_LEAST and wording.alike(old.words, new.words) < UNLIKE


def _anywhere(old: AttributedContent, new: AttributedContent) -> float:
    """How much two statements are one, wherever they are; a quotation may have been cut or extended."""
    if old.region is new.region and _is_nested(old, new):
        return 0.0
    fewer, more = sorted((old.words, new.words), key=wording.Bag.total)
    held = wording.contained(fewer, more)
    alike = max(wording.alike(old.words, new.words), STAYS if held >= HELD and _are_quoted(old, new) else 0.0)
    if alike < STAYS:
        return 0.0
    if sources.same(old.claim.source, new.claim.source):
        return 1 + alike
    return alike if held * fewer.total() >= SHARED_LEAST else 0.0


def _are_quoted(old: AttributedContent, new: AttributedContent) -> bool:
    return old.claim.mode == new.claim.mode == "direct"


def _compared(aligned: Aligned, old: AttributedContent, new: AttributedContent) -> Change | None:
    a, b = old.claim, new.claim
    found: list[Label] = []
    if _differs(old, new, a.source.span if a.source else None, b.source.span if b.source else None):
        found += sources.labels(a.source, b.source)
    meanings = cue_meaning(a.cue.lemma), cue_meaning(b.cue.lemma)
    if (
        meanings[0] != meanings[1]
        and _differs(old, new, a.cue.span, b.cue.span)
        and not typos.is_one_verb(a.cue.text, b.cue.text)
    ):
        found.append("cue")
    if not found and _says_something_else(aligned, old, new):
        found.append("content")
    if not found:
        return None
    labels = tuple(found)
    told = "; ".join(_told(aligned, label, a, b) for label in labels)
    return Change("attribution", labels, severity.of("attribution", labels), a, b, told, moved=old.region.moved)


def _told(aligned: Aligned, label: Label, old: Attribution, new: Attribution) -> str:
    if label == "role":
        return speech.role(old, new)
    if label == "cue":
        return speech.cue(speaking.who(new), old.cue.text, new.cue.text)
    if label == "content":
        return speech.content(aligned, old, new)
    return speech.source(label, speaking.who(old), speaking.who(new))


def _differs(old: AttributedContent, new: AttributedContent, before: Span | None, after: Span | None) -> bool:
    """Whether the words of a part changed where they are; in two regions nothing takes its place."""
    if old.region is not new.region:
        return True
    sides: tuple[tuple[Side, Span | None], ...] = (("old", before), ("new", after))
    return any(span and old.region.touched(side, span) for side, span in sides)


def _says_something_else(aligned: Aligned, old: AttributedContent, new: AttributedContent) -> bool:
    whole = old.region is new.region and old.region.op.op not in ("split", "merge")
    reported = old.claim.mode != "direct" and new.claim.mode != "direct"
    if not whole or not reported or wording.alike(old.words, new.words) >= ANOTHER_STATEMENT:
        return False
    if _was_there(aligned, old, new):
        return False
    said = (
        opening(text, claim.content)
        for text, claim in ((aligned.before.text, old.claim), (aligned.after.text, new.claim))
    )
    words = ([usual(word) for word in wording.telling(_in_digits(one))] for one in said)
    return wording.alike(*words) < ANOTHER_STATEMENT


def _was_there(aligned: Aligned, old: AttributedContent, new: AttributedContent) -> bool:
    """Whether the longer content only takes in more of its sentence: the other version has all of those words too."""
    side: Side = "new" if old.words.total() > new.words.total() else "old"
    more = old.words if side == "new" else new.words
    return wording.contained(more, aligned.telling_words(side, old.region)) >= STOOD
