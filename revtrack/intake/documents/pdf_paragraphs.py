"""Lines of a PDF into blocks of copy: paragraphs by gaps, indents and short last lines, headings by their size.

A hyphen at the end of a line is taken out where the word goes on in small letters, unless the document writes that word
with a hyphen elsewhere: `inter-` + `national`, but `two-` + `thirds`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from revtrack import lexicon
from revtrack.intake.documents.copy_blocks import CopyBlock, Form, block, row
from revtrack.intake.documents.pdf_columns import PageRegion, regions
from revtrack.intake.documents.pdf_lines import Glyph, Segment, segments
from revtrack.intake.documents.pdf_running import usual_size, without_running

_HEADLINE, _HEADING = 1.3, 1.12  # of the size of the copy
_SAME_SIZE = 0.08
_GAP = 1.3  # of a region's usual distance of lines
_INDENT = 0.4  # of the letters' height
_SMALL = 0.78
_HALF = 0.6  # of a column: a line that ends there without a full stop is a byline or a heading
_HEADING_WORDS = 14
_ENDS = re.compile(r"""[.!?:;\u2026]["'\u2019\u201d)\]]*$""")
_OPENS_ITEM = re.compile(r"(?P<sign>[\u2022\u25aa\u25cf\u25e6\u2023\u00b7\u2013-]) ?(?=\S)|(?P<number>\d{1,3})[.)] ")
_HYPHEN = re.compile(r"(?P<first>[^\W_]+(?:-[^\W_]+)*)[-\u2010\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOTE_NUMBER = re.compile(r"[\d*\u2020\u2021]{1,2}")


def blocks(pages: Iterable[Iterable[Glyph]]) -> list[CopyBlock]:
    """The blocks of a document, given the letters of its pages."""
    kept = without_running([segments(page) for page in pages])
    size = usual_size(kept)
    kept = [[piece for piece in page if not _is_note_number(piece, size)] for page in kept]
    written = Counter(word for page in kept for piece in page for word in _WORD.findall(piece.text.lower()))
    found: list[CopyBlock] = []
    last_size = 0.0
    for region in (region for page in kept for region in regions(page)):
        if region.rows:
            found += [cells for line in region.rows if (cells := row(piece.text for piece in line))]
            last_size = 0.0
            continue
        for n, paragraph in enumerate(_paragraphs(region)):
            here = _block(paragraph, size, written)
            if here is None:
                continue
            first = paragraph[0]
            if (
                n == 0
                and found
                and _runs_on(found[-1], here)
                and abs(first.size - last_size) <= _SAME_SIZE * first.size
            ):
                found[-1] = CopyBlock(
                    found[-1].form, _joined(found[-1].text, here.text, written), number=found[-1].number
                )
            else:
                found.append(here)
            last_size = paragraph[-1].size
    return found


def _is_note_number(piece: Segment, size: float) -> bool:
    """Whether a piece is the raised number in front of a footnote."""
    return piece.size < _SMALL * size and bool(_NOTE_NUMBER.fullmatch(piece.text.strip()))


def _paragraphs(region: PageRegion) -> Iterator[list[Segment]]:
    lines = region.lines
    size = median(line.size for line in lines)
    steps = sorted(step for above, line in pairwise(lines) if (step := above.base - line.base) > 0.8 * size)
    # Where every paragraph is a line or two, most steps are gaps; the lines inside them stand closer.
    usual = min(steps[len(steps) // 4] if len(steps) > 2 else 1.25 * size, 1.6 * size)
    # By size: a headline may be wider than the column below it.
    edges: dict[int, tuple[float, float]] = {}
    for line in lines:
        left, right = edges.get(round(line.size), (line.left, line.right))
        edges[round(line.size)] = min(left, line.left), max(right, line.right)
    here = [lines[0]]
    for above, line in pairwise(lines):
        if _breaks(above, line, here[0], edges[round(line.size)], usual):
            yield here
            here = []
        here.append(line)
    yield here


def _breaks(above: Segment, line: Segment, first: Segment, edges: tuple[float, float], usual: float) -> bool:
    """Whether a line opens a new paragraph."""
    left, right = edges
    size = line.size
    if abs(above.size - size) > _SAME_SIZE * max(above.size, size):
        return True
    text, before = line.text.strip(), above.text.strip()
    if above.base - line.base > _GAP * max(usual, size) or above.base - line.base < -size:
        return True
    if _OPENS_ITEM.match(text) and (_ENDS.search(before) or _OPENS_ITEM.match(first.text.strip())):
        return True
    if above.bold != line.bold and not before.endswith(("-", ",")) and (above is first or line.bold):
        return True
    is_item = _OPENS_ITEM.match(first.text.strip())
    if not is_item and line.left - left > _INDENT * size and above.left - left < _INDENT * size / 2:
        return bool(_ENDS.search(before)) or above.right < right - size
    # A line that ends although the next word would have fitted was ended on purpose.
    word = text.split(" ")[0]
    width = (line.right - line.left) / max(len(text), 1) * (len(word) + 1)
    fits = above.right + width + 0.5 * size < right
    is_ended = _ENDS.search(before) or above.right < left + _HALF * (right - left)
    return fits and bool(is_ended) and not text[:1].islower()


def _block(paragraph: list[Segment], size: float, written: Counter[str]) -> CopyBlock | None:
    text = paragraph[0].text.strip()
    for line in paragraph[1:]:
        text = _joined(text, line.text.strip(), written)
    item = _OPENS_ITEM.match(text)
    if item and item["sign"] and item["sign"] not in "-\u2013":
        return block("item", text[item.end() :])
    if item and item["number"]:
        return block("numbered", text[item.end() :], int(item["number"]))
    if item and item["sign"] and len(text) > 2 and text[1] == " ":
        return block("item", text[item.end() :])
    return block(_form(paragraph, text, size), text)


def _form(lines: list[Segment], text: str, size: float) -> Form:
    scale = max(line.size for line in lines) / size if size else 1.0
    words = len(text.split())
    if scale >= _HEADLINE and words <= 3 * _HEADING_WORDS:
        return "headline"
    stands_out = scale >= _HEADING or (all(line.bold for line in lines) and scale > 1 - _SAME_SIZE)
    return "heading" if stands_out and words <= _HEADING_WORDS and not _ENDS.search(text) else "paragraph"


def _runs_on(above: CopyBlock, here: CopyBlock) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if above.form == "headline":
        return here.form == "headline"  # its first line is over all columns, the rest in the left one
    if above.form not in ("paragraph", "item", "numbered") or here.form != "paragraph":
        return False
    return not _ENDS.search(above.text) and (here.text[:1].islower() or len(above.text) > 60)


def _joined(above: str, below: str, written: Counter[str]) -> str:
    """Two lines as one text."""
    hyphen = _HYPHEN.search(above)
    if not hyphen:
        return f"{above} {below}".strip()
    follows = _WORD.match(below)
    if not follows or not below[0].islower():
        return above[:-1] + "-" + below
    first, second = hyphen["first"].lower(), follows[0].lower()
    is_compound = (
        written[f"{first}-{second}"]
        or first.rpartition("-")[2] in lexicon.words("compound_leads")
        or second.partition("-")[0] in lexicon.words("hyphen_tails")
    )
    if is_compound and not written[first + second]:
        return above[:-1] + "-" + below
    return above[:-1] + below
