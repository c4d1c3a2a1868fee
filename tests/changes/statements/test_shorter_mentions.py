"""The same thing mentioned in more or fewer words is reworded; another thing, or a part of it, is not."""

from __future__ import annotations

import pytest

from tests.changes.newsroom import told

PAGE = "Ada Lind runs Arvo Secrets. Few read it."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            f"{PAGE} The photographs were open to all on the Arvo Secrets page.",
            f"{PAGE} The photographs were open to all on the page.",
        ),
        (
            "Few courses are like Statistics, which has no rooms.",
            "Few courses are like the statistics department, which has no rooms.",
        ),
        (
            "The boats were old, as around half of the boats had leaked.",
            "The boats were old, as around half of them had leaked.",
        ),
        ("The boats sailed. Some of these leaked.", "The boats sailed. Some of these boats leaked."),
        ("It was a harbour-ish town.", "It was a harbour town."),
        ("He was tired, although he sang on.", "He was tired; he sang on."),
        ('Lowe said: "We sang on."', 'Lowe said: "We sang on," he said.'),
    ],
)
def test_a_shorter_mention_is_reworded(old: str, new: str) -> None:
    for there, back in ((old, new), (new, old)):
        assert told(there, back) in ([], [("statement/reworded", "low")])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # A name that the article has nowhere else, or that stands for another one.
        ("The photographs were open to all on the Arvo Secrets page.", "The photographs were open to all on the page."),
        (f"{PAGE} They met in the Arvo hall.", f"{PAGE} They met in the Orrin hall."),
        # Part of a thing, and people in it.
        ("The storm closed Orrin on Friday.", "The storm closed Orrin harbour on Friday."),
        ("Officers found Statistics empty.", "Officers found the statistics office empty."),
        # A pronoun for somebody who is not in the sentence.
        ("The court blamed the driver.", "The court blamed them."),
        # A noun that was not told before, and words that stand before no value.
        ("The boats sailed. Some of these leaked.", "The boats sailed. Some of these ferries leaked."),
        ("He sold 3 cars and a boat.", "He sold 3 stolen cars and a boat."),
        ("He sold 3 cars and a boat.", "He sold 4 stolen cars and a boat."),
    ],
)
def test_another_thing_is_told(old: str, new: str) -> None:
    for there, back in ((old, new), (new, old)):
        assert any(severity != "low" for _, severity in told(there, back)), told(there, back)
