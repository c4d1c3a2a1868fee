"""Word marks: what became of each word between two versions of a passage.

Words are matched without the spaces between them, longest common run first; kept words that would be left as
confetti among changed ones are marked with them, and two passages with next to nothing in common are one
whole above another ("12 killed in blast" -> "12 injured in blast" marks "killed" -> "injured").
The spaces go with the words: a word taken out takes the space after it. Swapping the passages mirrors the marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from revtrack import lexicon
from revtrack.model import Mark, MarkOp
from revtrack.text.expressions import expression
from revtrack.text.tokens import COMPARED
from revtrack.versions.anchors import frame, same

# A word with its inner marks ("U.S", "10,000", "don't"), an editorial bracket around one word, or one sign.
_TOKEN = expression(rf"\[\w+\]|{COMPARED}|[^\w\s]")

# Kept words without content are confetti when at least this many words changed around each of them.
CONFETTI = 8
# Below this share of kept words the marks say "whole old, whole new".
KEPT_LEAST = 0.2
# Longest-run matching costs the pairs of like words, times the runs: beyond these limits (words that repeat
# hundreds of times, never in prose) only words that are sure to be the same are kept.
LIKE_PAIRS_PER_WORD = 20
LIKE_PAIRS = 50_000
# Characters are compared inside replaced stretches up to this length; a longer one is shown whole.
LETTERS_LONGEST = 200
# Below this share of kept letters two words are two words, not two spellings of one.
LETTERS_LEAST = 0.5

_MIRROR: dict[MarkOp, MarkOp] = {"equal": "equal", "insert": "delete", "delete": "insert", "replace": "replace"}

WordPlace = tuple[int, int]  # where a word begins and ends, in characters
Run = tuple[int, int, int]  # first old word, first new word, how many
Stretch = tuple[int, int, int]  # old start, old end, new start, in characters


def marks(old: str, new: str) -> tuple[Mark, ...]:
    """The word marks of two passages, equal runs included: they tile both texts in order."""
    if old == new:
        return (Mark("equal", 0, len(old), 0, len(new)),) if old else ()
    if (len(old), old) < (len(new), new):  # one order for both directions, so that ties fall the same way
        return tuple(_mirrored(mark) for mark in marks(new, old))
    old_spans, new_spans = ([match.span() for match in _TOKEN.finditer(text)] for text in (old, new))
    old_words = [old[start:end] for start, end in old_spans]
    new_words = [new[start:end] for start, end in new_spans]
    runs = _settled(_tidied(_common(old_words, new_words), old_words, new_words), old_words, new_words)
    if sum(run[2] for run in runs) < KEPT_LEAST * (len(old_words) + len(new_words)) / 2:
        runs = []
    return tuple(_tiles(old, new, _stretches(old, new, old_spans, new_spans, runs)))


def letters(old: str, new: str) -> tuple[Mark, ...]:
    """Character marks for a replaced word or two ("Jon" -> "John"); whole above whole where little is kept."""
    if max(len(old), len(new)) > LETTERS_LONGEST:
        return tuple(_tiles(old, new, ()))
    from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]

    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0  # never by the clock
    parts = matcher.diff_main(old, new, False)
    matcher.diff_cleanupSemantic(parts)
    i = j = 0
    kept: list[Stretch] = []
    for side, text in parts:  # -1 old alone, 1 new alone, 0 both
        if side == 0:
            kept.append((i, i + len(text), j))
        i += len(text) if side <= 0 else 0
        j += len(text) if side >= 0 else 0
    letters_kept = sum(end - start for start, end, _ in kept)
    return tuple(_tiles(old, new, kept if letters_kept >= LETTERS_LEAST * (len(old) + len(new)) / 2 else ()))


def _mirrored(mark: Mark) -> Mark:
    return Mark(_MIRROR[mark.op], mark.new_start, mark.new_end, mark.old_start, mark.old_end)


def _common(old: list[str], new: list[str]) -> list[Run]:
    """The kept runs as (old, new, length): the common ends, and what is matched between them."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    inner = [(head + i, head + j, length) for i, j, length in _matched(inner_old, inner_new)]
    return [run for run in [(0, 0, head), *inner, (len(old) - tail, len(new) - tail, tail)] if run[2]]


def _matched(old: list[str], new: list[str]) -> list[Run]:
    in_old, in_new = Counter(old), Counter(new)
    like = sum(count * in_new[word] for word, count in in_old.items())
    if not like:
        return []
    if like > min(LIKE_PAIRS, LIKE_PAIRS_PER_WORD * (len(old) + len(new))):
        return [(i, j, 1) for i, j in frame(same(old, new).pairs(), old)]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())


def _tidied(runs: list[Run], old: list[str], new: list[str]) -> list[Run]:
    """Without confetti: of "a war of words" -> "the end of hope" the "of" goes with the rest."""
    small = lexicon.words("small_words")
    kept: list[Run] = []
    i = j = 0
    for place, (start, start_new, length) in enumerate(runs):
        next_old, next_new = runs[place + 1][:2] if place + 1 < len(runs) else (len(old), len(new))
        before = start - i + start_new - j
        after = next_old - start - length + next_new - start_new - length
        lone = before and after and length * CONFETTI <= before + after
        if lone and all(_says_nothing(word, small) for word in old[start : start + length]):
            continue
        kept.append((start, start_new, length))
        i, j = start + length, start_new + length
    return kept


def _says_nothing(word: str, small: frozenset[str]) -> bool:
    return word.lower() in small or not word[0].isalnum()


def _settled(runs: list[Run], old: list[str], new: list[str]) -> list[Run]:
    """Words only added or only taken out, moved as late as they can be: "a [big a] dog" -> "a big [a] dog".

    Where the same words could be marked in several places, the later one nearly always reads better.
    """
    settled = [*runs, (len(old), len(new), 0)]
    for place in range(len(settled) - 1):
        start, start_new, length = settled[place]
        next_old, next_new, next_length = settled[place + 1]
        end, end_new = start + length, start_new + length
        if (end < next_old) == (end_new < next_new):
            continue
        words, first, last = (old, end, next_old) if end < next_old else (new, end_new, next_new)
        shift = 0
        while shift < next_length and words[first + shift] == words[last + shift]:
            shift += 1
        settled[place] = (start, start_new, length + shift)
        settled[place + 1] = (next_old + shift, next_new + shift, next_length - shift)
    return [run for run in settled if run[2]]


def _stretches(
    old: str, new: str, old_spans: Sequence[WordPlace], new_spans: Sequence[WordPlace], runs: list[Run]
) -> Iterator[Stretch]:
    """The kept runs in characters, each with the spaces around it that both sides share."""
    done = done_new = 0
    for first, first_new, length in runs:
        (start, _), (_, end) = old_spans[first], old_spans[first + length - 1]
        (start_new, _), (_, end_new) = new_spans[first_new], new_spans[first_new + length - 1]
        pieces = [(start, end, start_new, end_new)]
        if old[start:end] != new[start_new:end_new]:  # the spaces inside differ
            pieces = [(*old_spans[first + k], *new_spans[first_new + k]) for k in range(length)]
        for start, end, start_new, end_new in pieces:
            while start > done and start_new > done_new and _same_space(old[start - 1], new[start_new - 1]):
                start, start_new = start - 1, start_new - 1
            while end < len(old) and end_new < len(new) and _same_space(old[end], new[end_new]):
                end, end_new = end + 1, end_new + 1
            yield start, end, start_new
            done, done_new = end, end_new


def _same_space(old: str, new: str) -> bool:
    return old == new and old.isspace()


def _tiles(old: str, new: str, kept: Iterable[Stretch]) -> Iterator[Mark]:
    """Marks that tile both texts, given the kept stretches; neighbours are joined."""
    i = j = from_old = from_new = 0  # up to where marks are out, and up to where the equal run in hand reaches back
    for start, end, start_new in [*kept, (len(old), len(old), len(new))]:
        if (start, start_new) != (i, j):
            if from_old < i:
                yield Mark("equal", from_old, i, from_new, j)
            yield _change(i, start, j, start_new)
            from_old, from_new = start, start_new
        i, j = end, start_new + end - start
    if from_old < i:
        yield Mark("equal", from_old, i, from_new, j)


def _change(old_start: int, old_end: int, new_start: int, new_end: int) -> Mark:
    op: MarkOp = "insert" if old_start == old_end else "delete" if new_start == new_end else "replace"
    return Mark(op, old_start, old_end, new_start, new_end)
