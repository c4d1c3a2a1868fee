"""Like closing sentences of two paragraphs: edited where they are, or really exchanged."""

from __future__ import annotations

import revtrack

ARVO = "In Arvo, 40 sheds burned. The ferry may be late by 2 hours.\n\n"
OLD = ARVO + "In Orrin, 52 sheds burned. The ferry may be late by 3 hours.\n"


def moves(new: str) -> int:
    return sum(op.op == "move" for op in revtrack.compare(OLD, new).sentences)


def test_paragraphs_that_changed_places_moved() -> None:
    first, second = OLD.strip().split("\n\n")
    assert moves(f"{second}\n\n{first}\n") > 0


def test_a_sentence_that_became_like_another_did_not_move() -> None:
    new = OLD.replace("may be late by 3", "will be late by 3").replace("by 2 hours", "by 3 hours")
    assert moves(new) == 0
