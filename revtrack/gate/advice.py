"""What an editor may want to look at in new copy: a quotation without a speaker, a source without a name.

Advice stops nothing. Of an article that was published before, only the sentences of this edit are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from revtrack.gate import headlines
from revtrack.gate.breach import Breach
from revtrack.gate.rules import code_for
from revtrack.model import Attribution, Claims, Diff, Quote


def of_new(claims: Claims) -> Iterator[Breach]:
    """Advice on a whole article."""
    yield from headlines.find(None, claims)
    yield from _on(claims, frozenset(range(len(claims.sentences))))


def of_edit(diff: Diff) -> Iterator[Breach]:
    """Advice on the sentences that an edit changed."""
    touched = frozenset(index for op in diff.sentences if op.op not in ("equal", "move") for index in op.new)
    yield from _on(diff.after, touched)


def _on(claims: Claims, sentences: frozenset[int]) -> Iterator[Breach]:
    for claim in claims.claims:
        if claim.sentence not in sentences:
            continue
        if isinstance(claim, Quote) and claim.form != "partial" and not (claim.speaker or claim.attribution):
            message = f"no speaker is named for '{claim.words}'"
            yield Breach((code_for("advice", "quote"),), message, (claim.span,), None, claim.text)
        elif isinstance(claim, Attribution) and claim.source and claim.source.anonymous:
            message = f"the source is not named: {claim.source.text}"
            yield Breach((code_for("advice", "attribution"),), message, (claim.source.span,), None, claim.text)
