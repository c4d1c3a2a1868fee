"""What a reader sees of a file: a copy of the same length in which markup is blank and entities are characters.

    >>> from revtrack.text.markup import shown
    >>> shown("The <b>toll</b> is 5&nbsp;million.").text
    'The    toll     is 5      million.'

Offsets stay those of the file. The exception is a word with markup inside (`km<sup>2</sup>`, `AT&amp;T`): its characters
are moved together so that it reads as one word; `original` says where a span of the copy is in the file.
"""

from __future__ import annotations

from revtrack.text.markup.shown import Shown, shown

__all__ = ["Shown", "shown"]
