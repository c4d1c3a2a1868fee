"""The text of a diff for a terminal: changed paragraphs with their words marked, the others folded to a count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from revtrack.report.ansi import Screen
from revtrack.report.marked_article import Paragraph, Sentence
from revtrack.report.marked_text import MarkedRun
from revtrack.versions import phrases


def lines(paragraphs: Sequence[Paragraph], screen: Screen) -> Iterator[str]:
    """The lines of an article."""
    yield from screen.wrapped([MarkedRun("The text, with [-removed-] and {+added+} words marked:", focus=True)])
    for changed, group in groupby(paragraphs, key=lambda paragraph: paragraph.changed):
        own = list(group)
        if not changed:
            yield from ["", screen.styled(f"({phrases.count(len(own), 'unchanged paragraph')})", "dim")]
            continue
        for paragraph in own:
            yield ""
            yield from screen.wrapped(_paragraph_runs(paragraph.sentences))


def _paragraph_runs(sentences: Iterable[Sentence]) -> Iterator[MarkedRun]:
    """A paragraph's runs, with consecutive unchanged sentences folded to a count."""
    for changed, group in groupby(sentences, key=lambda sentence: sentence.changed):
        own = list(group)
        if not changed and len(own) > 1:
            yield MarkedRun(f"({phrases.count(len(own), 'unchanged sentence')}) ")
            continue
        for sentence in own:
            yield from _sentence_runs(sentence)


def _sentence_runs(sentence: Sentence) -> Iterator[MarkedRun]:
    if sentence.moved == "away":
        yield MarkedRun(f"(move {sentence.move}, from here: {sentence.runs[0].text}) ")
        return
    if sentence.moved:
        yield MarkedRun(f"(move {sentence.move}, to here:) ")
    yield from sentence.runs
    yield MarkedRun(" ")
