"""Words that stand in each other's place: "Lind is on 48%, Ortiz on 44%" with the two exchanged; who did it to whom.

What changed places must be of one kind, and what stands between must give each of the places a meaning of its own: a
list in another order, a symmetric verb ("met"), a clause or an adjunct that moved, say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from revtrack import lexicon
from revtrack.changes.statements import closed_classes, exchanges, voices
from revtrack.changes.statements.closed_classes import is_content, word_class
from revtrack.changes.statements.edited import EditedSentence, EditedWord, Excused, Replacement, WordFinding
from revtrack.changes.statements.exchanges import Exchange, Item
from revtrack.model.named_tuple import NamedTuple
from revtrack.text.inflection import bases

# The longest exchange, in words, that is told in one piece; a longer one is told in two.
LONGEST_TOLD = 14
# Sentences that far apart, counted in edited ones, are not read together.
NEIGHBOURS = 2


class SwappedAcross(NamedTuple):
    """Words exchanged between two sentences: which ones, and the finding in each."""

    first: int
    first_finding: WordFinding
    second: int
    second_finding: WordFinding


def find(sentence: EditedSentence, rest: Excused) -> list[WordFinding]:
    """What changed places within a sentence, where its changed words are open to judge."""
    found = [
        finding
        for exchange in exchanges.found(sentence)
        if _is_open(sentence, rest, exchange) and _says_other(sentence, exchange)
        for finding in _told(exchange)
    ]
    found += [
        WordFinding("swapped", roles.old, roles.new)
        for roles in voices.found(sentence)
        if roles.reversed and _open_within(sentence, rest, roles.old, roles.new)
    ]
    return found


def across(sentences: Sequence[EditedSentence], rests: Sequence[Excused]) -> list[SwappedAcross]:
    """Numbers, dates and names that neighbouring edited sentences exchanged."""
    found, taken = [], set()
    places = [(at, stretch) for at, sentence in enumerate(sentences) for stretch in _single(sentence, rests[at])]
    waiting: dict[tuple[str, str], list[tuple[int, Replacement]]] = {}
    for at, stretch in places:
        old, new = _key(sentences[at].old, stretch.old), _key(sentences[at].new, stretch.new)
        for place in waiting.get((new, old), ()):
            if 0 < at - place[0] <= NEIGHBOURS and place not in taken:
                taken.add(place)
                found.append(SwappedAcross(place[0], _swapped(place[1]), at, _swapped(stretch)))
                break
        else:
            waiting.setdefault((old, new), []).append((at, stretch))
    return found


def _swapped(stretch: Replacement) -> WordFinding:
    return WordFinding("swapped", stretch.old, stretch.new)


def _single(sentence: EditedSentence, rest: Excused) -> Iterator[Replacement]:
    """The stretches in which one number, date or name took the place of another."""
    for stretch in sentence.stretches:
        sides = (sentence.old, stretch.old, rest.old), (sentence.new, stretch.new, rest.new)
        if all(span and open_words.issuperset(span) for _, span, open_words in sides):
            old, new = (_item_kind(row, span) for row, span, _ in sides)
            if old == new != "other" and max(len(stretch.old), len(stretch.new)) <= exchanges.LONGEST_ITEM:
                yield stretch


def _key(row: Sequence[EditedWord], span: range) -> str:
    return " ".join(row[index].key for index in span)


def _told(exchange: Exchange) -> Iterator[WordFinding]:
    """One finding from the first to the last word that changed places, or one for each of the places."""
    first, second = exchange.first, exchange.second
    old, new = range(first.old.start, second.old.stop), range(second.new.start, first.new.stop)
    if max(len(old), len(new)) <= LONGEST_TOLD:
        yield WordFinding("swapped", old, new)
    else:
        yield WordFinding("swapped", first.old, second.new)
        yield WordFinding("swapped", second.old, first.new)


def _is_open(sentence: EditedSentence, rest: Excused, exchange: Exchange) -> bool:
    items = exchange.first, exchange.second
    return all(_open_within(sentence, rest, item.old, item.new) for item in items)


def _open_within(sentence: EditedSentence, rest: Excused, old: range, new: range) -> bool:
    changed = sentence.changed
    return rest.old.issuperset(changed.old.intersection(old)) and rest.new.issuperset(changed.new.intersection(new))


def _says_other(sentence: EditedSentence, exchange: Exchange) -> bool:
    """Whether the sentence says something else with its items in each other's place."""
    items = exchange.first, exchange.second
    between = [unit.key for unit in exchanges.units(sentence.old, exchange.old_between)]
    if _are_prepositions(sentence, items):
        return any(closed_classes.kind(sentence.old[index]) != "other" for index in exchange.old_between)
    if not all(_is_item(sentence.old, item.old) for item in items):
        return False
    kinds = [_item_kind(sentence.old, item.old) for item in items]
    if kinds[0] != kinds[1] and not {"date", "number"}.isdisjoint(kinds):
        return False
    if _signs(sentence.old, items[0].old) != _signs(sentence.old, items[1].old):
        return False
    if all(_cue(_key(sentence.old, item.old)) for item in items):
        return False
    return not (
        _words("joining").issuperset(between)
        or _is_list(sentence, exchange, kinds)
        or _is_symmetric(between, kinds)
        or _is_inverted_cue(sentence, exchange, between)
    )


def _are_prepositions(sentence: EditedSentence, items: Iterable[Item]) -> bool:
    return all(_words("opposed").issuperset({_key(sentence.old, item.old)}) for item in items)


def _is_item(row: Sequence[EditedWord], span: range) -> bool:
    """Whether words are a thing, a person or a quality that may stand in another's place: no clause, no adjunct."""
    keys = [row[index].key for index in span]
    if all(closed_classes.is_scale(key) for key in keys):
        return False
    if len(keys) == 1:
        return (
            is_content(keys[0])
            or keys[0] in _words("person")
            or word_class(keys[0]) == "determiner"
            or _is_date(row, span)
        )
    if any(word_class(key) in ("auxiliary", "subordinator") for key in keys):
        return False
    first = keys[0]
    if word_class(first) in ("preposition", "coordinator") or first in _words("lead") or first.endswith("ing"):
        return False
    return any(is_content(key) for key in keys) and not all(key.endswith("ly") for key in keys)


def _is_date(row: Sequence[EditedWord], span: range) -> bool:
    return _item_kind(row, span) == "date"


def _item_kind(row: Sequence[EditedWord], span: range) -> closed_classes.Kind:
    """A date if anything of it is, a number if it is nothing else, a name if all its telling words are."""
    words = [row[index] for index in span]
    kinds = {closed_classes.kind(word) for word in words if is_content(word.key) or closed_classes.kind(word) == "date"}
    if "date" in kinds:
        return "date"
    return next(iter(kinds)) if len(kinds) == 1 else "other"


def _signs(row: Sequence[EditedWord], span: range) -> set[str]:
    return {row[index].key for index in span if row[index].key in closed_classes.SIGNS}


def _is_list(sentence: EditedSentence, exchange: Exchange, kinds: list[closed_classes.Kind]) -> bool:
    """Whether the items stand in a list: parted by a comma or "and", and behind it the same words lead to the second.

    A comma or "and" also stands behind the first, and between them stand their like; but what has several parts keeps
    them together, whatever else stands between: "In May it rose 5%, and in June 3%".
    """
    row, first, second = sentence.old, exchange.first.old, exchange.second.old
    joins = [at for at in range(first.stop - 1, second.start) if _is_joint(row, at, first.stop)]
    if not joins:
        return False
    lead = _keys(row, range(joins[-1] + 1, second.start))
    before = _keys(row, range(max(0, first.start - 2 * len(lead) - 1), first.start))
    if lead and before[-len(lead) :] != lead:
        return False
    counts = any(closed_classes.is_number(row[index].key) for index in exchange.old_between)
    in_parts = exchange.parallel or any(_is_parted(row, at) for at in range(first.start, first.stop - 1))
    return in_parts or (joins[0] <= first.stop and counts == ("number" in kinds))


def _is_joint(row: Sequence[EditedWord], at: int, start: int) -> bool:
    """Whether a word is the last before a comma, or "and" itself."""
    return _is_parted(row, at) or (at >= start and row[at].key in _words("joining"))


def _keys(row: Sequence[EditedWord], span: range) -> list[str]:
    return [row[index].key for index in span if word_class(row[index].key) != "article"]


def _is_symmetric(between: Sequence[str], kinds: list[closed_classes.Kind]) -> bool:
    """Whether the words between say the same of either: "met", "is", "drew with"."""
    content = [key for key in between if is_content(key) and key != "be"]
    if _says_so(between) or _is_shared(between):
        return True
    if not _words("directed").isdisjoint(between):
        return False
    if not content:
        small = set(between)
        return small == {"be"} or ("number" not in kinds and len(small) == 1 and not _words("beside").isdisjoint(small))
    table = lexicon.words("symmetric_verbs")
    return all(not table.isdisjoint(bases(key)) for key in content)


def _is_shared(between: Sequence[str]) -> bool:
    """Whether one does with the other what either does with either: "shares a ground with", "held talks with"."""
    if not between or between[-1] not in _words("beside"):
        return False
    table = lexicon.words("symmetric_verbs") | _words("shared")
    return any(not table.isdisjoint(bases(key)) for key in between if is_content(key))


def _says_so(between: Sequence[str]) -> bool:
    """Whether the same is said of the second: "costs rose, and so did prices"."""
    return any(word in ("so", "as") and verb in ("do", "be", "have") for word, verb in pairwise(between))


def _is_inverted_cue(sentence: EditedSentence, exchange: Exchange, between: Sequence[str]) -> bool:
    """Whether only a speaker and a cue changed places: "Marsh, said Lowe, paid" -> "Lowe said Marsh paid"."""
    content = [key for key in between if is_content(key)]
    sides = (sentence.old, exchange.old_between), (sentence.new, exchange.new_between)
    return len(content) == 1 and _cue(content[0]) and any(_is_parted(row, span.start - 1) for row, span in sides)


def _is_parted(row: Sequence[EditedWord], index: int) -> bool:
    """Whether more than a space stands behind a word: a comma, a dash, a mark."""
    if not 0 <= index < len(row) - 1:
        return False
    word = row[index].text
    gap = row[index + 1].start - row[index].end
    return gap > 1 and len(word) > 1 and word not in lexicon.words("titles")


def _cue(key: str) -> bool:
    return key in _cues()


@cache
def _cues() -> frozenset[str]:
    return frozenset(form for row in lexicon.table("cues") for form in row[1].split())


@cache
def _words(role: str) -> frozenset[str]:
    """The small words that play a part here."""
    return frozenset(word for word, part in lexicon.table("exchange_words") if part == role)
