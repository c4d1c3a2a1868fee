"""History and compare agree on what is the same, over made-up article histories.

A claim that the diff of two revisions calls changed begins a new stage of its life; and a life is "back" only where
comparing the revision it is back at with an earlier one reports no change of that claim.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from revtrack import changes, history
from revtrack.model import AnyClaim, Claims
from revtrack.model.lives import Stage
from tests.history.test_life import steps

# Each sentence of an article with the words that may stand in its gap from one revision to the next.
SENTENCES = (
    (
        "The blast at the harbour of Orrin hurt {}, the council said on Monday.",
        ("12 soldiers", "14 soldiers", "12 nurses", "about 12 soldiers", "twelve young soldiers"),
    ),
    (
        "Rescuers said that {} when the ferry sank.",
        ("12 people were killed", "12 people were injured", "9 people died"),
    ),
    ("The harbour will open to ferries in {}.", ("early May", "late May", "May", "June")),
    ("Repairs to the quay took {}.", ("almost a week", "more than a week", "a week", "ten days")),
    ('"We will {} the harbour," said Ida Lind.', ("close", "sell", "rebuild")),
    ('"We never saw the ship leave the quay," said {}.', ("Ida Lind", "Olaf Berg", "a port official")),
    ("The mayor {} that the ferry had been overloaded for months.", ("said", "claimed", "confirmed", "told reporters")),
    ("{} chairs the harbour board of Orrin.", ("Ida Lind", "Ida Lnid", "Olaf Berg")),
    ("The port spent {} on the old pier.", ("£1.2m", "£1.2 million", "£1.3m", "$1.2m")),
)


@st.composite
def articles(draw: st.DrawFn) -> list[str]:
    """Three or four revisions of an article of a few sentences."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True))
    number = draw(st.integers(3, 4))
    rows = [draw(st.lists(st.sampled_from(variants), min_size=number, max_size=number)) for _, variants in chosen]
    texts = []
    for words in zip(*rows, strict=True):
        lines = (sentence.format(word) for (sentence, _), word in zip(chosen, words, strict=True))
        texts.append("\n\n".join(lines) + "\n\nThe inquiry goes on.\n")
    return texts


@settings(max_examples=settings().max_examples)
@given(articles())
def test_history_and_compare_agree(texts: list[str]) -> None:
    taken = steps(*texts)
    lives = history.lives(taken)
    for revision, diff in taken[1:]:
        begun = {
            claim for life in lives for stage in life.stages if stage.first == revision.number for claim in stage.claims
        }
        for change in diff.changes:
            if isinstance(change.old, AnyClaim) and isinstance(change.new, AnyClaim):
                assert change.new in begun, change.message
    versions = {revision.number: diff.after for revision, diff in taken}
    for life in lives:
        for place, stage in enumerate(life.stages):
            if stage.became == "back":
                earlier = life.stages[: place - 1]
                # A statement is no claim of a version: its words are all there is to hold against each other.
                same = (
                    _is_unchanged(one, stage, versions) if stage.claims else one.values == stage.values
                    for one in earlier
                )
                assert any(same), [(stage.became, stage.values) for stage in life.stages]


def _is_unchanged(earlier: Stage, stage: Stage, versions: dict[int, Claims]) -> bool:
    """Whether comparing the first revisions of two stages reports no change from a claim of the one to the other."""
    diff = changes.between(versions[earlier.first], versions[stage.first])
    return bool(earlier.claims) and not any(
        change.old in earlier.claims and change.new in stage.claims for change in diff.changes
    )
