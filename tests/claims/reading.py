"""Claims of one kind of a text, for the tests of single rules."""

import revtrack
from revtrack.model import Attribution, Figure, Quote


def figures(text: str) -> list[Figure]:
    return [claim for claim in revtrack.extract(text).claims if isinstance(claim, Figure)]


def only(text: str) -> Figure:
    """The one figure of a sentence."""
    found = figures(text)
    assert len(found) == 1, [figure.text for figure in found]
    return found[0]


def said(text: str) -> list[Attribution]:
    return [claim for claim in revtrack.extract(text).claims if isinstance(claim, Attribution)]


def quotes(text: str) -> list[Quote]:
    return [claim for claim in revtrack.extract(text).claims if isinstance(claim, Quote)]
