"""Sentences that say the same at two places and were edited, not exchanged.

Of two paragraphs with like closing sentences ("The bridge may stay closed for 2 weeks.", "... for 3 weeks.") an edit
can make the one what the other was. Where each still follows the sentence it followed, neither has moved.
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.versions import wording
from revtrack.versions.anchors import FREE, Pairing

# Likeness (Dice) from which a sentence was edited in its place: two that differ in a word or two.
EDITED = 0.7


def keep(pairing: Pairing, old: Sequence[str], new: Sequence[str]) -> None:
    """Untie sentences that seem to have moved only because they now say what another one said."""
    for i, j in pairing.pairs():
        here, there = _next_of_partner(pairing.old_to_new, i), _next_of_partner(pairing.new_to_old, j)
        if j in (here, FREE) or FREE in (here, there) or not pairing.can_tie(there, here):
            continue
        if _is_edit(old[i], new[here]) and _is_edit(old[there], new[j]):
            pairing.untie(i, j)
            pairing.tie(i, here)
            pairing.tie(there, j)


def _next_of_partner(partners: Sequence[int], index: int) -> int:
    """What follows, on the other side, the partner of the sentence before; none where that one has no partner."""
    before = partners[index - 1] if index else FREE
    return FREE if before == FREE else before + 1


def _is_edit(old: str, new: str) -> bool:
    return wording.alike(wording.words(old), wording.words(new)) >= EDITED
