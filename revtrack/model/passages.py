"""What a person reads at once: each changed sentence, or group of sentences that became one another, with its changes.

A change belongs to the passage of its first place. Where its two sides are in two passages (a sentence was removed here
and added there), it belongs to the one in the new text, unless nothing but the change is new there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from revtrack.model.closed_lists import SentenceOpName
from revtrack.model.record import record
from revtrack.model.serialisation import Serialised

if TYPE_CHECKING:
    from revtrack.model.change import Change, SentenceOp


@record
class ChangedPassage(Serialised):
    """Indices of its sentences on both sides, and of its changes.

    `op` is "equal" where no word of it changed but what it says did, such as who "he" is.
    """

    op: SentenceOpName
    old: tuple[int, ...]
    new: tuple[int, ...]
    changes: tuple[int, ...]


def passages(sentences: tuple[SentenceOp, ...], changes: Iterable[Change]) -> tuple[ChangedPassage, ...]:
    """The passages of a diff in its order of sentences: every change in one, every sentence in one at most."""
    return tuple(_passages(sentences, changes))


def _passages(sentences: tuple[SentenceOp, ...], changes: Iterable[Change]) -> Iterator[ChangedPassage]:
    by_old = {index: place for place, op in enumerate(sentences) for index in op.old}
    by_new = {index: place for place, op in enumerate(sentences) for index in op.new}
    held: dict[int, list[int]] = {}
    for number, change in enumerate(changes):
        places = [by_new.get(change.new.sentence)] if change.new else []
        places += [by_old.get(change.old.sentence)] if change.old else []
        known = [place for place in places if place is not None]
        if known:  # always, but in a diff that was saved and cut
            home = next((place for place in known if sentences[place].op != "equal"), known[0])
            held.setdefault(home, []).append(number)
    for place, op in enumerate(sentences):
        if op.op != "equal" or place in held:
            yield ChangedPassage(op.op, op.old, op.new, tuple(held.get(place, ())))
