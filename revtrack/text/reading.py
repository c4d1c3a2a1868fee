"""A text with all that its claims are read from: `read(text).sentences[3].of(text)`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from revtrack.errors import InputError
from revtrack.model import Block, Role, Span, Spans
from revtrack.model.record import Frozen, record
from revtrack.text import blocks, cells, fold, roles, sentences, tokens
from revtrack.text.tokens import Line

# Blocks of these roles are shown in a diff, but make no claim about the world.
SILENT: frozenset[Role] = frozenset(("data",))


@record
class Reading(Frozen):
    """An article's text, its plain copy of the same length, and its blocks and sentences in text order."""

    text: str
    plain: str
    blocks: tuple[Block, ...]
    sentences: Spans
    _starts: tuple[int, ...]
    _block_starts: tuple[int, ...]
    _lines: dict[int, Line]

    def line(self, block: Block) -> Line:
        """The words of a block, cut once for all that read them."""
        line = self._lines.get(block.start)
        if line is None:
            line = self._lines[block.start] = tokens.line(self.plain, block.start, block.end)
        return line

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset`, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def block_at(self, offset: int) -> Block:
        """The block that holds `offset`, or the last one before it."""
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def spoken(self) -> Iterator[Block]:
        """The blocks that claims are read from; of a row of a table its cells."""
        blocks = (block for block in self.blocks if block.role not in SILENT)
        return cells.parted(blocks, self.sentences)


def read(text: str, captions: Spans = ()) -> Reading:
    """Read a text with its known captions; raises InputError for lone surrogates, which no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InputError("the text holds lone surrogates (broken UTF-16): decode the file again as UTF-8") from None
    plain = fold.plain(text)
    parts: list[Block] = []
    spans: list[Span] = []
    for role, start, end in blocks.split(text, plain, captions):
        first = len(spans)
        spans += _sentences(plain, role, start, end)
        parts.append(Block(start, end, role, first, len(spans)))
    starts = tuple(span.start for span in spans)
    return Reading(text, plain, tuple(parts), tuple(spans), starts, tuple(part.start for part in parts), {})


def _sentences(plain: str, role: Role, start: int, end: int) -> list[Span]:
    """The sentences of a block, the cells of a row.

    The words of "## Storm hits coast" and "- Norway: 3" begin behind the mark, so that no subject or excerpt holds it.
    """
    if role == "data":
        return [Span(start, end)]
    if role == "row":
        return cells.split(plain, start, end)
    return sentences.split(plain, roles.behind_mark(plain, start, end), end)
