"""Attributions of one version only: cut with their statement, or the statement stays with another or with none.

"Roe said three died." -> "Three died." dropped the attribution. Where the cue is kept and the words of its source
were replaced, or the source is kept and its cue was, the other version attributes too, in words that were not read
as an attribution: "Roe said" -> "a man whom nobody knew said", "the court rejected it" -> "the court heard it".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from revtrack import lexicon
from revtrack.changes import comment_lines, hedges, severity, speech, typos
from revtrack.model import Attribution, Change, Label, Passage, Side, Source, Span
from revtrack.model.record import replace
from revtrack.text.fold import fold
from revtrack.text.inflection import bases
from revtrack.versions import sources, speaking, wording
from revtrack.versions.aligned import Aligned
from revtrack.versions.way import OTHER, SIDES, Region

# Share of the content's telling words that must be in the other version for the statement to have stayed.
STAYS = 0.6
# More words than this in the place of a source, or of a cue, are another sentence.
LONGEST_SOURCE, LONGEST_CUE = 20, 3
# How many sentences the content is looked for in, counted from its first.
SENTENCES = 4
# How many parts of a content are looked for: "nominating a Republican ... 'All the talk does not matter.'"
SPANS = 3
# How far into a content "to" and the verb of what is planned are looked for, in code points.
LONGEST_LEAD = 60
# How much of a content is compared, in code points.
LONGEST_CONTENT = 1000


# The attributions of one side by the identity of their region.
Said = Mapping[int, Sequence[Attribution]]


def change(
    aligned: Aligned, region: Region, side: Side, claim: Attribution, words: wording.Bag, said: Said
) -> Change | None:
    """The change of an attribution that has no partner; `words` are those of its content, `said` is the other side."""
    home = _home(aligned, region, side, claim, words)
    if any(
        _goes_on(aligned, side, claim, other, words) and not tells(place, side, claim, other)
        for place in (region, home)
        if place is not None
        for other in said.get(id(place), ())
    ):
        return None
    if region.kept and _is_about_comment(aligned, region, claim):
        return None
    if _is_act(aligned, region, side, claim):
        return None
    there = _whole(aligned, home, side) if home else None
    if there is None:
        told = speech.attribution(aligned, side, claim)
        return _change(("removed",), claim, None, told) if side == "old" else _change(("added",), None, claim, told)
    replaced = _replaced_source(aligned, region, side, claim)
    if replaced and claim.source and wording.telling(replaced.text) == wording.telling(claim.source.text):
        return None  # "Acme, which is a bank," and "Acme, a bank,": the same source, read in one version alone
    if replaced and claim.source and sources.is_label(replaced.text, claim.source):
        return None
    if replaced:
        return _told(side, _source_labels(side, claim, replaced), claim, replaced)
    verb = _replaced_cue(aligned, region, side, claim)
    if verb:
        if typos.is_one_verb(claim.cue.text, verb.text):
            return None
        return _told(side, ("cue",), claim, verb)
    if _source_remains(aligned, region, side, claim) or _asks(claim):
        return None
    told = speech.unattributed(aligned, claim, side)
    if side == "new":
        return _change(("attributed",), there, claim, told)
    dropped = _change(("dropped",), claim, there, told)
    return replace(dropped, severity="medium") if _is_writer(claim) else dropped


def _asks(claim: Attribution) -> bool:
    """Whether a sentence tells readers to do something and quotes nobody: "Please remember to stay inside"."""
    return claim.source is not None and claim.source.text.lower() in ("please", "you")


def _is_writer(claim: Attribution) -> bool:
    """Whether the writers speak of themselves: "We have decided that ..."."""
    return claim.source is not None and not claim.source.name and claim.source.text.lower() in ("we", "i")


def _is_act(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> bool:
    """Whether an act that was planned or promised stands without its plan: "plans to close" -> "closed" is a status."""
    if claim.source is None or not claim.content or not region.kept or claim.mode != "indirect":
        return False
    if f"{claim.cue.lemma} to" not in lexicon.words("act_leads"):
        return False
    first, verb, *_ = [*wording.words(claim.content[0].of(aligned.side(side).text)[:LONGEST_LEAD]), "", ""]
    if first != "to" or not verb:
        return False
    there = wording.words(region.whole(OTHER[side]).of(aligned.side(OTHER[side]).text))
    held = {base for word in there for base in bases(word)}
    return not held.isdisjoint(bases(verb)) and held.issuperset(wording.telling(claim.source.text))


def _goes_on(aligned: Aligned, side: Side, claim: Attribution, other: Attribution, words: wording.Bag) -> bool:
    """Whether the same source tells it among more on the other side: "Roe said A. She said B.", "Roe said A and B."."""
    if claim.source is None or other.source is None or not words:
        return False
    bags = (wording.Bag(wording.telling(sources.name(source))) for source in (claim.source, other.source))
    fewer, more = sorted(bags, key=wording.Bag.total)
    if not sources.same(claim.source, other.source) and (not fewer or wording.contained(fewer, more) < 1):
        return False
    text = aligned.side(OTHER[side]).text
    told = wording.Bag(word for span in other.content for word in wording.telling(span.of(text)[:LONGEST_CONTENT]))
    return wording.contained(words, told) >= STAYS


def _is_about_comment(aligned: Aligned, region: Region, claim: Attribution) -> bool:
    """Whether both versions only tell who gave no comment."""
    return claim.mode == "indirect" and all(
        comment_lines.is_one(region.whole(one).of(aligned.side(one).text)) for one in SIDES
    )


def tells(region: Region, side: Side, claim: Attribution, other: Attribution) -> bool:
    """Whether what somebody says holds, with its verb, what the other version tells: "He said *he plans to go*"."""
    cue = region.kept_image(OTHER[side], other.cue.span)
    return cue is not None and cue.end > cue.start and any(span.holds(cue) for span in claim.content)


def stands(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> bool:
    """Whether source and cue are on the other side word for word, so that only their reading differs.

    The auxiliaries of the cue may differ: "have accused" and "have not accused" is how sure it is, and told as that.
    """
    if not region.kept or (claim.source and not _keeps_source(aligned, region, side, claim, claim.source)):
        return False
    there = region.image(side, claim.cue.span).of(aligned.side(OTHER[side]).text)
    verbs = _verbs(claim.cue.text)
    return _stands(aligned, region, side, claim.cue.span) or (bool(verbs) and _verbs(there) == verbs)


def _keeps_source(aligned: Aligned, region: Region, side: Side, claim: Attribution, source: Source) -> bool:
    """Whether a source is where it was, or that of a participle elsewhere: "said Roe, arguing", "Roe said, arguing"."""
    if _ends(aligned, region, side, source.span):
        return True
    named = wording.telling(sources.name(source))[-1:]
    there = aligned.telling_words(OTHER[side], region)
    return claim.cue.text.endswith("ing") and bool(named) and wording.contained(named, there) == 1


def _ends(aligned: Aligned, region: Region, side: Side, span: Span) -> bool:
    """Whether a stretch became one that ends in the same words: "The board" of "She said the board"."""
    here, there = aligned.side(side).text, aligned.side(OTHER[side]).text
    return fold(region.image(side, span).of(there)).lower().endswith(fold(span.of(here)).lower())


def _stands(aligned: Aligned, region: Region, side: Side, span: Span) -> bool:
    if region.touched(side, span):
        return False
    here, there = aligned.side(side).text, aligned.side(OTHER[side]).text
    return fold(region.image(side, span).of(there)).lower() == fold(span.of(here)).lower()


def _home(aligned: Aligned, region: Region, side: Side, claim: Attribution, words: wording.Bag) -> Region | None:
    """Where on the other side the content stays; a quotation may begin some sentences before its cue."""
    regions = {region.first(side): region} if region.kept else {}
    for span in claim.content[:SPANS]:
        first = aligned.sentence_at(side, span.start)
        for sentence in range(first, min(aligned.sentence_at(side, span.end - 1) + 1, first + SENTENCES)):
            found = aligned.region(side, sentence)
            regions |= {found.first(side): found} if found.kept else {}
    bags = [aligned.telling_words(OTHER[side], found) for found in regions.values()]
    held = sum(min(count, sum(bag[word] for bag in bags)) for word, count in words.items())
    return next(iter(regions.values())) if words and held >= STAYS * words.total() else None


def _whole(aligned: Aligned, region: Region, side: Side) -> Passage:
    other = OTHER[side]
    whole = region.whole(other)
    return Passage(whole.start, whole.end, whole.of(aligned.side(other).text), region.first(other))


def _replaced_source(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> Passage | None:
    """The words in the place of a source whose cue was kept."""
    if claim.source is None or not region.kept or not _stands(aligned, region, side, claim.cue.span):
        return None
    return _replacement(aligned, region, side, claim.source.span, LONGEST_SOURCE)


def _replaced_cue(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> Passage | None:
    """The words in the place of a cue whose source was kept."""
    if claim.source is None or not region.kept or not _stands(aligned, region, side, claim.source.span):
        return None
    return _replacement(aligned, region, side, claim.cue.span, LONGEST_CUE)


def _verbs(cue: str) -> list[str]:
    """The words of a cue without auxiliaries and negations: "will not confirm" and "won't confirm" are one verb."""
    return [word for word in wording.telling(cue) if not hedges.is_hedge(word)]


def _replacement(aligned: Aligned, region: Region, side: Side, span: Span, longest: int) -> Passage | None:
    if not region.touched(side, span):
        return None
    other = OTHER[side]
    image = region.image(side, span)
    text = image.of(aligned.side(other).text)
    if not wording.telling(text) or len(wording.words(text)) > longest:
        return None
    trimmed = Span(image.start + len(text) - len(text.lstrip()), image.end - len(text) + len(text.rstrip()))
    return Passage(trimmed.start, trimmed.end, text.strip(), aligned.sentence_at(other, trimmed.start))


def _source_labels(side: Side, claim: Attribution, there: Passage) -> tuple[Label, ...]:
    assert claim.source
    unnamed = sources.names_nobody(there.text)
    named = any(word[:1].isupper() for word in there.text.split()[1:])
    if sources.is_named(claim.source) and unnamed and not named:
        return ("anonymized",) if side == "old" else ("identified",)
    return ("source",)


def _source_remains(aligned: Aligned, region: Region, side: Side, claim: Attribution) -> bool:
    """Whether the speaker of a quotation is still named beside it: `Roe said: "No."` -> `Roe: "No."`."""
    if claim.source is None or claim.mode != "direct" or not region.kept:
        return False
    named = wording.telling(sources.name(claim.source))
    return bool(named) and wording.contained(named[-1:], aligned.telling_words(OTHER[side], region)) == 1


def _told(side: Side, labels: tuple[Label, ...], claim: Attribution, there: Passage) -> Change:
    is_cue = labels == ("cue",)
    old, new = (claim.cue.text if is_cue else speaking.who(claim)), there.text
    if side == "new":
        old, new = new, old
    told = speech.cue(speaking.who(claim), old, new) if is_cue else speech.source(labels[0], old, new)
    return _change(labels, claim, there, told) if side == "old" else _change(labels, there, claim, told)


def _change(
    labels: tuple[Label, ...], old: Attribution | Passage | None, new: Attribution | Passage | None, told: str
) -> Change:
    return Change("attribution", labels, severity.of("attribution", labels), old, new, told)
