"""Words of the stages that an act goes through, and words that say whether somebody holds an office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.changes.statements.edited import EditedWord
from revtrack.changes.statements.table_phrases import Located, PhraseTable
from revtrack.model.named_tuple import NamedTuple

Stages = tuple[tuple[str, str], ...]


class Office(NamedTuple):
    """Whether somebody holds an office, and where the word for it must stand beside the name of one, if anywhere."""

    stage: str
    place: str


def located(row: Sequence[EditedWord], within: Sequence[range]) -> Iterator[Located[Stages]]:
    """The words of stages in some stretches of a row, each with its kinds of act and their stages."""
    return _stage_words().located(row, within)


def differ(old: Located[Stages], new: Located[Stages]) -> bool:
    """Whether two words are of one kind of act, and in none of those that they share of the same stage."""
    stages, others = _all(old), _all(new)
    return stages.isdisjoint(others) and not {kind for kind, _ in stages}.isdisjoint(kind for kind, _ in others)


def _all(phrase: Located[Stages]) -> set[tuple[str, str]]:
    return {stage for entry in phrase.entries for stage in entry}


@cache
def _stage_words() -> PhraseTable[Stages]:
    found: dict[str, Stages] = {}
    for phrase, kind, stage in lexicon.table("act_stages"):
        found[phrase] = (*found.get(phrase, ()), (kind, stage))
    return PhraseTable(found, by_base=True)


def offices(row: Sequence[EditedWord], within: Sequence[range]) -> Iterator[Located[Office]]:
    """The words that stand where they say whether somebody holds an office."""
    for phrase in _office_words().located(row, within):
        start, stop = phrase.span.start, phrase.span.stop
        before, behind = start > 0 and row[start - 1].key in _offices(), stop < len(row) and row[stop].key in _offices()
        if {"any": True, "before": behind, "behind": before}[phrase.entry.place]:
            yield phrase


@cache
def _office_words() -> PhraseTable[Office]:
    return PhraseTable({phrase: Office(*entry) for phrase, *entry in lexicon.table("office_stages")})


@cache
def _offices() -> frozenset[str]:
    titles = {word.lower() for title in lexicon.words("titles") for word in title.split()}
    return frozenset(titles | {f"{title}s" for title in titles})
