"""How much two passages say the same: their words without form, and the share of them in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from revtrack import lexicon
from revtrack.text.expressions import expression
from revtrack.text.fold import fold
from revtrack.text.remembered import remembered
from revtrack.text.tokens import WEIGHED

Bag = Counter[str]
"""Words with how often they occur, to be counted once and compared often."""

_WORD = expression(WEIGHED)


@remembered
def words(text: str) -> tuple[str, ...]:
    """The words of a passage in lower case, editorial brackets and [sic] taken out; percentages in words."""
    bare = fold(text).lower().replace("[sic]", "").replace("[", "").replace("]", "")
    bare = bare.replace("%", " percent").replace("per cent", "percent")
    titles = _titles()
    return tuple([titles.get(word, word) for word in _WORD.findall(bare)])


def telling(text: str) -> list[str]:
    """The words that carry the content: all but articles, prepositions and the like."""
    small = lexicon.words("small_words")
    return [word for word in words(text) if word not in small]


def alike(old: Iterable[str] | Bag, new: Iterable[str] | Bag) -> float:
    """Dice's coefficient over two bags of words, 0 to 1."""
    a, b = _bag(old), _bag(new)
    total = a.total() + b.total()
    return 2 * _common(a, b) / total if a and b else 0.0


def contained(part: Iterable[str] | Bag, whole: Iterable[str] | Bag) -> float:
    """The share of the words of `part` that are in `whole`."""
    a, b = _bag(part), _bag(whole)
    return _common(a, b) / a.total() if a else 0.0


def _bag(words: Iterable[str] | Bag) -> Bag:
    return words if isinstance(words, Counter) else Counter(words)


def _common(a: Bag, b: Bag) -> int:
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    return sum([min(count, more[word]) for word, count in fewer.items() if word in more])


@cache
def _titles() -> dict[str, str]:
    return lexicon.mapping("short_titles")
