"""What was worked out from the words of a block alone, remembered: the next version of an article has most of them.

Only recent and short ones are kept, so that an archive of any size needs no more memory than one long article.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

# Blocks of one length or another that are remembered for each function: about ten articles of 900 words.
BLOCKS = 512
# Code points of the longest; a paragraph of news has some 300.
LONGEST = 3000
# Words that are remembered, and the longest; a long article has about a thousand that differ.
WORDS, LONGEST_WORD = 8192, 40

Value = TypeVar("Value")
Others = ParamSpec("Others")


def remembered(work: Callable[Concatenate[str, Others], Value]) -> Callable[Concatenate[str, Others], Value]:
    """A function of a text that is not called twice for the same one; all else that it is given must be hashable.

    It must depend on nothing else, and give what cannot be changed.
    """
    kept: Callable[..., Value] = lru_cache(BLOCKS)(work)

    @wraps(work)
    def call(text: str, /, *others: Others.args, **named: Others.kwargs) -> Value:
        return kept(text, *others, **named) if len(text) <= LONGEST else work(text, *others, **named)

    return call


class RememberedWords(dict[str, Value], Generic[Value]):
    """What a function gives for each word by itself: an article has most of its words more than once."""

    def __init__(self, work: Callable[[str], Value]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> Value:
        found = self._work(word)
        if len(word) <= LONGEST_WORD:
            if len(self) >= WORDS:
                self.clear()
            self[word] = found
        return found
