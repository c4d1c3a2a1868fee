"""Words of a text that may be one name, and each of these words."""

from __future__ import annotations

from revtrack.model.named_tuple import NamedTuple

# What a nickname among the words begins with.
_MARKS = "\"'\u201c\u2018"


class NameWord(NamedTuple):
    """A word of a run with its offsets; `owns` where an 's follows it."""

    start: int
    end: int
    text: str
    owns: bool = False


class NamePiece:
    """Words that may be one name: `title` of them are a title and the others `bare`; "the" may come before them.

    `called` are the words of the title. `quoted` is the title of a work in quotation marks. A nickname in quotation
    marks among the words is not `bare`. The words are counted from `at`, so that a piece is moved without them: most
    runs are cut once and met many times.
    """

    __slots__ = ("at", "bare", "behind_the", "called", "end", "quoted", "start", "title", "words")

    def __init__(
        self, words: tuple[NameWord, ...], title: int = 0, behind_the: bool = False, quoted: bool = False
    ) -> None:
        self.words, self.title, self.behind_the, self.quoted = words, title, behind_the, quoted
        self.bare = tuple([word.text for word in words[title:] if word.text[0] not in _MARKS])
        self.called = tuple([word.text for word in words[:title]])
        self.at = 0
        self.start, self.end = words[0].start, words[-1].end

    def moved(self, by: int) -> NamePiece:
        """The same further on in the text."""
        piece = NamePiece.__new__(NamePiece)
        piece.words, piece.title, piece.behind_the, piece.quoted = self.words, self.title, self.behind_the, self.quoted
        piece.bare, piece.called = self.bare, self.called
        piece.at, piece.start, piece.end = self.at + by, self.start + by, self.end + by
        return piece

    def without(self, lead: int) -> NamePiece:
        """The same without its first words."""
        return NamePiece(self.words[lead:], self.title, self.behind_the, self.quoted).moved(self.at)

    def placed(self) -> tuple[NameWord, ...]:
        """The words, counted from where the text begins."""
        at = self.at
        return tuple([NameWord(start + at, end + at, text, owns) for start, end, text, owns in self.words])

    @property
    def behind_title(self) -> int:
        """Where it begins but for its title."""
        return self.at + self.words[self.title].start

    @property
    def numbered(self) -> bool:
        """Whether a number is part of it: "Proposition 8", "12 Park Road"."""
        return self.words[0].text[0].isdigit() or (len(self.words) > 1 and self.words[-1].text[0].isdigit())
