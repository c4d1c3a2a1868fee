"""An article rewritten from scratch says so, and its claims are compared over the whole text."""

from __future__ import annotations

import revtrack

OLD = """Ferry sinks off Arvo

At least 12 people died when the ferry Halden sank off Arvo on Monday, harbour master Ida Lind said.

“We are still searching for survivors,” Lind said. The ferry could carry 200 passengers.

The cause may have been a fire in the engine room, according to the coast guard."""
NEW = """Halden disaster: captain held as toll climbs

Police in Arvo have detained the captain of the Halden after divers recovered nine more bodies.

Ida Lind, the harbour master, told reporters the hunt had ended. Her boats were back in port before dusk.

Investigators say a fire in the engine room caused the disaster. The vessel was licensed for 180 passengers."""


def test_an_edited_article_is_not_rewritten() -> None:
    new = OLD.replace("12", "21").replace("200", "180").replace("may have been", "was").replace("still", "no longer")
    assert not revtrack.compare(OLD, new).rewritten
    assert not revtrack.compare(OLD, OLD).rewritten


def test_a_cut_or_extended_article_is_not_rewritten() -> None:
    assert not revtrack.compare(OLD, OLD.split("\n\n")[1]).rewritten
    assert not revtrack.compare(OLD, f"{OLD}\n\n{NEW}").rewritten


def test_an_article_of_other_sentences_is_rewritten() -> None:
    diff = revtrack.compare(OLD, NEW)
    assert diff.rewritten
    assert diff.to_dict()["rewritten"] is True


def test_what_is_counted_is_found_in_another_sentence() -> None:
    changes = revtrack.compare(OLD, NEW).changes
    assert '"The vessel was licensed for [200 -> 180] passengers.' in "".join(change.message for change in changes)
