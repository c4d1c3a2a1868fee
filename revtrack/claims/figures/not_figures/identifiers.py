"""Digits that only label: a place in a list, a telephone number, a postcode, an account, a verse, a version."""

from __future__ import annotations

from revtrack.model import Block
from revtrack.text import telephones
from revtrack.text.expressions import expression

_REACH = 24
_LIST_NUMBER = expression(r"[0-9]{1,2}[.)][ \t]+(?=[\"'(]*[A-Z])")
_SENTENCE_END = expression(r"[.!?:;][\"')]* $")
_PHONE_GAPS = ("-", ".", " ", ")")
_STATE = expression(r"\b[A-Z]{2} $")
_ZIP_DIGITS = 5
# Longer digits without separators are counted only with a unit or a currency.
_LONGEST_BARE = 12


def hold(plain: str, start: int, end: int, block: Block) -> bool:
    """Whether the digits `plain[start:end]` count nothing."""
    before = plain[start - 1 : start] if start > block.start else ""
    after = plain[end : end + 1] if end < block.end else ""
    return (
        _is_glued(plain, start, end, before, after)
        or _numbers_a_list(plain, start, end, block, after)
        or _is_code(plain, start, end, block)
        or _is_phone(plain, start, end, block)
    )


def _is_glued(plain: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether letters or signs run into the digits: "A4", "221B", "#1", "John 3:16", "501(c)", `id="12"`."""
    if before.isalpha() or after.isalpha() or (before and before in "/_@#\\&=") or (after and after in "(_@\\="):
        return True
    if after == ":" and plain[end + 1 : end + 2].isdigit():
        return True
    if before == "(" and plain[start - 2 : start - 1] == ")":
        return True
    return (before == ":" and plain[start - 2 : start - 1].isdigit()) or plain.startswith('="', start - 2)


def _numbers_a_list(plain: str, start: int, end: int, block: Block, after: str) -> bool:
    """Whether the digits number an item: "2. Mix the flour", "1) unlike"."""
    if after == ")":
        return plain.rfind("(", max(block.start, start - _REACH), start) < 0
    if not _LIST_NUMBER.match(plain, start, block.end):
        return False
    return start == block.start or _SENTENCE_END.search(plain, max(block.start, start - 4), start) is not None


def _is_code(plain: str, start: int, end: int, block: Block) -> bool:
    """Whether the form of the digits shows that they are not an amount: "007", "NY 10001"."""
    text = plain[start:end]
    if not text.isdigit():
        return False
    if text[0] == "0" and len(text) > 1:
        return True
    if len(text) > _LONGEST_BARE:
        return True
    return len(text) == _ZIP_DIGITS and _STATE.search(plain, max(block.start, start - 4), start) is not None


def _is_phone(plain: str, start: int, end: int, block: Block) -> bool:
    """Whether digits go on before or behind in the groups of a telephone number or an account."""
    if plain[end : end + 1] not in _PHONE_GAPS and plain[start - 1 : start] not in _PHONE_GAPS:
        return False
    begin, stop = start, end
    floor, ceiling = max(block.start, start - _REACH), min(block.end, end + _REACH)
    while begin > floor and plain[begin - 1] in telephones.SIGNS:
        begin -= 1
    while stop < ceiling and plain[stop] in telephones.SIGNS:
        stop += 1
    run = plain[begin:stop].strip(" .-()")
    return len(run) != end - start and telephones.is_number(run)
