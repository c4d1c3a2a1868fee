"""Headline and dek held against the body: "21 killed" above a body that counts 23 is a breach.

Only what the edit caused is reported, not a headline that did not fit before. A headline
may round: "3bn" is carried by "3.2bn", "more than 20" by 21.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from revtrack import lexicon
from revtrack.gate.breach import Breach
from revtrack.gate.rules import code_for
from revtrack.model import Block, Claims, Figure, Name, Role, Span
from revtrack.text import front_matter
from revtrack.text.fold import fold
from revtrack.text.sentences import trimmed

BODY: frozenset[Role] = frozenset(("body", "item", "heading", "dateline"))
# How far "about" and its like may lie from the exact figure.
NEAR = Decimal("0.1")
# Claims of headline and dek that are held against the body; a hostile front matter may have thousands.
MOST = 50
_WORD = re.compile(r"[^\W\d_]{3,}")


class Misfit(NamedTuple):
    """A claim of the headline that the body does not bear out."""

    label: str
    words: str
    span: Span
    message: str


class _Body(NamedTuple):
    """What the body of an article says."""

    figures: tuple[Figure, ...]
    words: frozenset[str]
    tokens: frozenset[str]

    @classmethod
    def of(cls, claims: Claims) -> _Body:
        blocks = [block for block in claims.blocks if block.role in BODY]
        inside = _sentences(blocks)
        figures = (claim for claim in claims.claims if isinstance(claim, Figure) and claim.sentence in inside)
        text = fold("\n".join(claims.text[block.start : block.end] for block in blocks)).lower()
        tokens = frozenset(token.strip(".,;:!?\"'()") for token in text.split())
        return cls(tuple(figures), frozenset(_WORD.findall(text)), tokens)


def find(before: Claims | None, after: Claims) -> Iterator[Breach]:
    """The misfits of the new version that the old one had not."""
    misfits = list(_misfits(after))
    known = {(one.label, one.words) for one in _misfits(before)} if before and misfits else set()
    for one in misfits:
        if (one.label, one.words) not in known:
            yield Breach((code_for("headline", one.label),), one.message, (one.span,), None, one.words)


def _misfits(claims: Claims) -> Iterator[Misfit]:
    titles = _sentences(_titles(claims))
    if not titles:
        return
    own = islice((claim for claim in claims.claims if claim.sentence in titles), MOST)
    body = _Body.of(claims)
    for claim in own:
        if isinstance(claim, Figure):
            yield from _figure(claim, body)
        elif isinstance(claim, Name):
            yield from _name(claim, body)


def _titles(claims: Claims) -> Iterator[Block]:
    """The headline, and the fields of front matter that stand above the article."""
    fields = {
        trimmed(claims.text, piece.start, piece.end).start: piece.key for piece in front_matter.pieces(claims.text)
    }
    for block in claims.blocks:
        if block.role == "field":
            if fields.get(block.start) in lexicon.words("headline_fields"):
                yield block
        elif block.role == "headline":
            yield block


def _sentences(blocks: Iterable[Block]) -> frozenset[int]:
    return frozenset(index for block in blocks for index in range(block.first, block.last))


def _figure(claim: Figure, body: _Body) -> Iterator[Misfit]:
    if claim.ordinal or claim.text.lower() in body.tokens:
        return
    alike = [other for other in body.figures if other.unit == claim.unit and not other.ordinal]
    same = [other for other in alike if claim.noun and other.noun and other.noun.lower() == claim.noun.lower()]
    loose = same or [other for other in alike if not (claim.noun and other.noun)]
    if any(_carries(other, claim) for other in loose) or any(_equal(other, claim) for other in alike):
        return
    if same:
        message = f"headline says {claim.text} {claim.noun}, the body {same[0].text}"
        yield Misfit("differs", claim.text, claim.span, message)
    else:
        yield Misfit("missing", claim.text, claim.span, f"headline says {claim.text}, which the body does not")


def _name(claim: Name, body: _Body) -> Iterator[Misfit]:
    words = [word.lower() for word in _WORD.findall(fold(claim.text)) if word[0].isupper()]
    if words and not any(word in body.words for word in words):
        yield Misfit("name", claim.text, claim.span, f"headline names {claim.text}, the body does not")


def _equal(body: Figure, title: Figure) -> bool:
    """Whether two figures are one number, whatever they count: "21 dead" is carried by "21 residents"."""
    return (body.value, body.low, body.high) == (title.value, title.low, title.high)


def _carries(body: Figure, title: Figure) -> bool:
    """Whether the body's figure bears the headline's out: within its bounds, or rounded to it."""
    low, high = _range(title)
    own_low, own_high = _range(body)
    if (low is None or own_high is None or low <= own_high) and (high is None or own_low is None or own_low <= high):
        return True
    rounds = title.bound in ("exact", "about") and title.value is not None and body.value is not None
    return rounds and _rounds(body.value, title.value)  # type: ignore[arg-type]


def _range(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    if figure.bound == "about" and figure.value is not None:
        return figure.value * (1 - NEAR), figure.value * (1 + NEAR)
    return figure.low, figure.high


def _rounds(exact: Decimal, rounded: Decimal) -> bool:
    """Whether a number is another cut to its leading digits: 3,000,000 for 3,187,000."""
    digits = rounded.normalize().as_tuple()
    exponent = digits.exponent
    assert isinstance(exponent, int)
    unit = Decimal(1).scaleb(exponent)
    return len(digits.digits) <= 3 and exponent >= 0 and unit > 1 and abs(exact - rounded) * 2 <= unit
