"""Who is meant by a name: "Singh" is "Sabrina Singh".

Where two people have one surname,
"Mrs. Roe" is the woman among them, "Governor Roe" the one who was called so with the given name, and "Roe" alone
whoever is named most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from revtrack import lexicon
from revtrack.claims.names import kinds

Words = tuple[str, ...]


class Person:
    """Somebody with a given name and a surname, and what the article calls them."""

    __slots__ = ("full", "seen", "titles")

    def __init__(self, full: Words, seen: int = 0) -> None:
        self.full, self.seen = full, seen
        self.titles: set[str] = set()

    @property
    def sex(self) -> str:
        named = _sexes(self.titles)
        return named.pop() if len(named) == 1 else kinds.gender(self.full)


class People:
    """The people of an article by surname and by given name."""

    __slots__ = ("by_given", "by_surname")

    def __init__(self) -> None:
        self.by_surname: dict[str, list[Person]] = {}
        self.by_given: dict[str, list[Person]] = {}

    def meet(self, words: Words, titles: Iterable[str]) -> None:
        """Take in a full name: another form of somebody known ("Jane Q. Roe"), or somebody new."""
        namesakes = self.by_surname.setdefault(surname(words), [])
        person = next((one for one in namesakes if _same_given(one.full, words)), None)
        if person is None:
            person = Person(words)
            namesakes.append(person)
            self.by_given.setdefault(words[0], []).append(person)
        elif len(words) > len(person.full):
            person.full = words
        person.seen += 1
        person.titles.update(titles)

    def call(self, name: str) -> None:
        """Take in somebody known only by a title and a surname."""
        self.by_surname.setdefault(name, [Person((name,), 1)])

    def who(self, words: Words, titles: Sequence[str]) -> Person | None:
        """The person meant by a full name, a surname or a given name."""
        if len(words) > 1:
            return next((one for one in self.by_surname.get(surname(words), ()) if _same_given(one.full, words)), None)
        namesakes = self.by_surname.get(words[0], [])
        if not namesakes:
            given = self.by_given.get(words[0], []) if kinds.is_given(words[0]) and not titles else []
            return given[0] if len(given) == 1 else None
        return _chosen(namesakes, titles)


def surname(words: Words) -> str:
    """The last word but for a suffix: "Roe" of "John Roe Jr."."""
    letters = lexicon.mapping("postnominals")
    real = (word for word in reversed(words) if letters.get(word.rstrip(",.")) != "generation")
    return next(real, words[-1])


def _sexes(titles: Iterable[str]) -> set[str]:
    """Of men (m), of women (f): what titles say."""
    known = sex_of_titles()
    return {known[title] for title in titles if title in known}


@cache
def sex_of_titles() -> dict[str, str]:
    """The titles that only men (m) or women (f) have."""
    return {row[0]: row[2] for row in lexicon.table("titles") if len(row) > 2}


def _same_given(one: Words, other: Words) -> bool:
    """The same first name, or its initial; "Jane Roe" and "Jane Q. Roe"."""
    a, b = one[0], other[0]
    initial = any(len(word) == 2 and word.endswith(".") for word in (a, b))
    return a == b or (initial and a[0] == b[0])


def _chosen(namesakes: Sequence[Person], titles: Sequence[str]) -> Person | None:
    """Whom a surname means, by the title before it, else the one most named, the first among equals."""
    sex = max(_sexes(titles), default="")
    fitting = [one for one in namesakes if not sex or one.sex in (sex, "b")]
    called = [one for one in fitting if not sex and one.titles & set(titles)]
    ranked = called or fitting
    return max(ranked, key=lambda one: one.seen, default=None)
