"""Statements that were reversed: a word or phrase was replaced by its opposite.

"Rose" -> "fell", "turned down" -> "accepted", "safe" -> "unsafe". Opposites are the two poles of an axis (`poles`). A
word that was only added or only removed reverses nothing, nor does one whose negation makes up for it: "is safe" -> "is
not unsafe". Words that only moved are left to the exchanges.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from revtrack.changes.statements import pole_sites, poles
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, WordFinding
from revtrack.changes.statements.pole_sites import PHRASE_LONGEST, Site, WordRow
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.inflection import bases

# The longest stretch, in words, in which words count as opposites that are so only where one replaces the other.
PLACE_LONGEST = 4
# The most kept words between two stretches whose words may be opposites: "lost its appeal" -> "had its appeal upheld".
KEPT_BETWEEN = 3
# How far from its own place a word of the other version may be, in words, and how many sites on either hand are tried.
# Of 1,453 pairs of sentences of one article that say different things and share two words in five, 55 held an opposite.
FARTHEST = 8
NEAR = 8
# A word of the same pole wins over an opposite that is less than this many words nearer.
SAME_POLE_BONUS = 1.5

_Two = tuple[Site, Site]


class _Facing(NamedTuple):
    distance: float
    is_opposed: bool
    old: int
    new: int


def find(sentence: EditedSentence, rest: Excused) -> list[WordFinding]:
    """The reversals among words that are still open, in order."""
    if not (rest.old or rest.new):
        return []
    old_row, new_row = _rows(sentence, rest)
    stems = _stems(old_row) | _stems(new_row)
    old, new = list(pole_sites.found(old_row, stems)), list(pole_sites.found(new_row, stems))
    found = list(_added_to_kept(sentence, old, new))
    old, new = _without_moved(_open(old, found), _open(new, found))
    for number, (gone, come) in _by_stretch(old, new).items():
        stretch = sentence.stretches[number]
        starts = stretch.old.start, stretch.new.start
        found += _facing(gone, come, starts, is_close=max(len(stretch.old), len(stretch.new)) <= PLACE_LONGEST)
    found += _across(sentence, _open(old, found), _open(new, found))
    words = sorted(((a.words, b.words) for a, b in found), key=lambda two: (two[0].start, two[1].start))
    return list(_joined(words))


def _joined(words: Iterable[tuple[range, range]]) -> Iterator[WordFinding]:
    """One reversal where words that turned follow one another on both sides: "rose sharply" -> "fell slightly"."""
    last: WordFinding | None = None
    for old, new in words:
        if last and last.old.stop == old.start and last.new.stop == new.start:
            last = last._replace(old=range(last.old.start, old.stop), new=range(last.new.start, new.stop))
            continue
        if last:
            yield last
        last = WordFinding("reversed", old, new)
    if last:
        yield last


def opposed(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two phrases, given by the keys of their words, are opposites."""
    rows = [WordRow(keys, (), dict.fromkeys(range(len(keys)), 0), range(len(keys))) for keys in (old, new)]
    stems = _stems(rows[0]) | _stems(rows[1])
    gone, come = (list(pole_sites.found(row, stems)) for row in rows)
    return bool(_facing(gone, come, (0, 0), is_close=max(len(old), len(new)) <= PLACE_LONGEST))


def _rows(sentence: EditedSentence, rest: Excused) -> tuple[WordRow, WordRow]:
    stretches: tuple[dict[int, int], dict[int, int]] = {}, {}
    near: tuple[set[int], set[int]] = set(), set()
    for number, stretch in enumerate(sentence.stretches):
        sides = (stretch.old, rest.old), (stretch.new, rest.new)
        if all(is_open.isdisjoint(words) for words, is_open in sides):
            continue
        for part, (words, is_open) in enumerate(sides):
            stretches[part].update((index, number) for index in words if index in is_open)
            near[part].update(range(max(0, words.start - PHRASE_LONGEST + 1), words.stop + 1))
    return _row(sentence.old, stretches[0], near[0]), _row(sentence.new, stretches[1], near[1])


def _row(words: Sequence[EditedWord], stretches: dict[int, int], near: set[int]) -> WordRow:
    places = sorted(near.intersection(range(len(words))))
    return WordRow([word.key for word in words], words, stretches, places)


def _stems(row: WordRow) -> frozenset[str]:
    """The stems that open words of a row negate by a prefix or suffix: "safe" of "unsafe"."""
    found = {stem for index in row.stretches for stem in poles.negated(row.keys[index])}
    behind = (row.keys[index + 1] for index in row.stretches if row.keys[index : index + 2][:-1] == ["non"])
    return frozenset(found.union(*map(bases, behind)))


def _open(sites: Iterable[Site], found: Iterable[_Two]) -> list[Site]:
    """The sites that have an open word and are not in a finding yet."""
    taken = {id(site) for two in found for site in two}
    return [site for site in sites if site.stretch >= 0 and id(site) not in taken]


def _added_to_kept(sentence: EditedSentence, old: list[Site], new: list[Site]) -> Iterator[_Two]:
    """Kept words that were reversed by a word added beside them: "called" -> "called off"."""
    partners = dict(sentence.kept)
    at = {index: site for site in new for index in site.words}
    for site in old:
        facing = [at[partners[index]] for index in site.words if partners.get(index) in at]
        for other in facing[:1]:
            if (site.stretch < 0) != (other.stretch < 0) and _is_opposed(site, other, is_close=True):
                yield site, other


def _without_moved(old: list[Site], new: list[Site]) -> tuple[list[Site], list[Site]]:
    """The sites without those that only moved: their poles are in another stretch of the other version."""
    places: dict[tuple[poles.Poles, poles.Poles], tuple[list[Site], list[Site]]] = defaultdict(lambda: ([], []))
    for part, side in enumerate((old, new)):
        for site in side:
            places[site.anywhere, site.in_place][part].append(site)
    moved: set[int] = set()
    for gone, come in places.values():
        stretches = {site.stretch for site in gone} & {site.stretch for site in come}
        elsewhere = ([site for site in side if site.stretch not in stretches] for side in (gone, come))
        moved.update(id(site) for pair in zip(*elsewhere, strict=False) for site in pair)
    kept = ([site for site in side if id(site) not in moved] for side in (old, new))
    return next(kept), next(kept)


def _by_stretch(old: list[Site], new: list[Site]) -> dict[int, tuple[list[Site], list[Site]]]:
    sites: dict[int, tuple[list[Site], list[Site]]] = defaultdict(lambda: ([], []))
    for part, side in enumerate((old, new)):
        for site in side:
            sites[site.stretch][part].append(site)
    return {number: (gone, come) for number, (gone, come) in sorted(sites.items()) if gone and come}


def _facing(old: list[Site], new: list[Site], starts: tuple[int, int], *, is_close: bool) -> list[_Two]:
    """The opposites among words that replaced each other, once words of the same pole have been paired off."""
    if not (old and new):
        return []
    pairs = sorted(_pairs(old, new, starts, is_close=is_close))
    same = _matched([pair for pair in pairs if not pair.is_opposed])
    if len(same) == min(len(old), len(new)) == max(len(old), len(new)):
        return []
    taken = _matched(sorted(p if p.is_opposed else p._replace(distance=p.distance - SAME_POLE_BONUS) for p in pairs))
    return [(old[pair.old], new[pair.new]) for pair in taken if pair.is_opposed]


def _pairs(old: list[Site], new: list[Site], starts: tuple[int, int], *, is_close: bool) -> Iterator[_Facing]:
    """Pairs of sites of the same pole or of opposite poles, with how far apart their places are."""
    places = [site.words.start - starts[1] for site in new]
    for i, a in enumerate(old):
        place = a.words.start - starts[0]
        middle = bisect_left(places, place)
        for j in range(max(0, middle - NEAR), min(len(new), middle + NEAR)):
            b = new[j]
            agreement = _agreement(a, b, is_close=is_close)
            if agreement and abs(places[j] - place) <= FARTHEST:
                yield _Facing(abs(places[j] - place), agreement < 0, i, j)


def _matched(pairs: Iterable[_Facing]) -> list[_Facing]:
    """The pairs that are taken, in the order given, when no site may be in two of them."""
    old: set[int] = set()
    new: set[int] = set()
    found = []
    for pair in pairs:
        if pair.old not in old and pair.new not in new:
            old.add(pair.old)
            new.add(pair.new)
            found.append(pair)
    return found


def _across(sentence: EditedSentence, old: list[Site], new: list[Site]) -> Iterator[_Two]:
    """Opposites in neighbouring stretches, the first of each: the words between them were kept."""
    gone, come = ({site.stretch: site for site in reversed(side)} for side in (old, new))
    for site in sorted(gone.values(), key=lambda one: one.stretch):
        for number in (site.stretch - 1, site.stretch + 1):
            other = come.get(number)
            if other is None or _kept_between(sentence, site.stretch, number) > KEPT_BETWEEN:
                continue
            if _is_opposed(site, other, is_close=False):
                del come[number]
                yield site, other
                break


def _kept_between(sentence: EditedSentence, a: int, b: int) -> int:
    first, second = (sentence.stretches[number] for number in sorted((a, b)))
    return second.old.start - first.old.stop


def _is_opposed(a: Site, b: Site, *, is_close: bool) -> bool:
    return _agreement(a, b, is_close=is_close) < 0


def _agreement(a: Site, b: Site, *, is_close: bool) -> int:
    """On how many axes two sites agree, less those on which they are opposed.

    A word and its own negation do not count: that is a change of certainty ("allowed" -> "not allowed").
    """
    if a.is_negated != b.is_negated and not a.forms_of.isdisjoint(b.forms_of):
        return 0
    mine, yours = a.poles(is_close=is_close), b.poles(is_close=is_close)
    return len(mine & yours) - len(mine & poles.turned(yours))
