"""What stands before a colon: somebody who says what follows, or a dateline, a topic, the heading of a list."""

from __future__ import annotations

import pytest

import revtrack
from revtrack.model import Attribution

SPEECH = "\n\nAda Brin, who leads the port authority, spoke in the harbour on Tuesday."


def sources(text: str) -> list[str]:
    said = [claim for claim in revtrack.extract(text).claims if isinstance(claim, Attribution)]
    return [claim.source.text for claim in said if claim.source]


@pytest.mark.parametrize(
    "text",
    [
        "ORRINPUR: The husband of a teacher was arrested on Tuesday after she was found at home.",
        "NEW ORRIN: Gold prices fell by Rs 250 in the capital on muted demand.",
        "Sunscreen: five things to know" + SPEECH + " Use sunscreen daily.",
        "EMERGENCY WARNING: Leave now if you live near Mount Orrin" + SPEECH,
        "Analysis: why the port will close" + SPEECH,
        "Budget: what it means for you" + SPEECH + " The budget rises.",
        "Present: Cllrs Vane (chair), Lind and Trim were there.",
    ],
)
def test_a_label_says_nothing(text: str) -> None:
    assert not set(sources(text)) & {text.partition(":")[0]}


@pytest.mark.parametrize(
    "text",
    [
        "Brin: No outside influence on the port inquiry" + SPEECH,
        "Police: driver led chase past the school" + SPEECH,
        "Poll: voters have turned against the mayor" + SPEECH,
    ],
)
def test_somebody_says_what_follows(text: str) -> None:
    assert text.partition(":")[0] in sources(text)


def test_a_label_is_read_by_the_text_that_it_is_in() -> None:
    """Whether a name is one shows in the rest of the article, of which another version may have another."""
    named = "Brin: No outside influence on the port inquiry" + SPEECH
    for old, new in ((named, named + " A brin was there."), (named + " A brin was there.", named)):
        assert revtrack.compare(old, new).after.claims == revtrack.extract(new).claims
