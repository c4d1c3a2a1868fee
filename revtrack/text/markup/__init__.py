"""What a reader sees of a file: a copy of the same length in which markup is blank and entities are characters.

    >>> from revtrack.text.markup import shown
    >>> shown("The <b>toll</b> is 5&nbsp;million.").text
    'The toll is 5 million.            '

A line keeps its place and its length: what is seen of it closes up, as a reader sees it, and blanks follow. `original`
says where a span of the copy is in the file, `seen` the reverse; both differ from the span only in lines with markup.
"""

from __future__ import annotations

from revtrack.text.markup.shown import Shown, shown

__all__ = ["Shown", "shown"]
