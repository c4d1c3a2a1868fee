"""For each claim of a version, the revision that made it what it is, and what it was before.

21 people      r3, 31 October, by A. Editor, "Corrects the toll"; before: at least 12
"""

from __future__ import annotations

from collections.abc import Sequence

from revtrack.history import life, statement_lives
from revtrack.history.life import Step
from revtrack.model import Revision
from revtrack.model.lives import Life, Origin


def of(steps: Sequence[Step]) -> list[Origin]:
    """The origins of the claims of the last step, in text order, and of the statements that changed."""
    revisions = {revision.number: revision for revision, _ in steps}
    last = steps[-1][0].number
    claims, stated = (
        [_origin(one, revisions) for one in lives if one.stages[-1].last == last and one.stages[-1].values]
        for lives in (life.of(steps), statement_lives.of(steps))
    )
    return [*sorted(claims, key=lambda origin: origin.claims[0].start), *stated]


def _origin(claim: Life, revisions: dict[int, Revision]) -> Origin:
    stage = claim.stages[-1]
    before = [one for one in claim.stages[:-1] if one.values]
    return Origin(claim, stage, claim.latest, revisions[stage.first], before[-1] if before else None)
