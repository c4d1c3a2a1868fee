"""The lives of an article's claims and the origins of one version's claims, for a terminal and in Markdown.

people: 3 (r1) -> at least 12 (r2-4) -> 21 (r5, acknowledged) -> back to 12 (r6)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revtrack.model import Revision
from revtrack.model.lives import Life, Origin, Stage
from revtrack.report import label_words
from revtrack.report.ansi import Screen
from revtrack.report.escaping import visible
from revtrack.report.markdown import escaped
from revtrack.report.marked_text import MarkedRun
from revtrack.versions import phrases

ARROW = " -> "
INDENT = 13
SECTIONS = ("Changed", "Removed", "Added later", "Unchanged")


def line(life: Life) -> str:
    """A life on one line."""
    return visible(f"{_subject(life)}{ARROW.join(map(_stage, life.stages))}")


def terminal(lives: Sequence[Life], revisions: Sequence[Revision], *, colour: bool, width: int, unchanged: int) -> str:
    """Lives in sections by what happened to them; `unchanged` counts those left out."""
    screen = Screen(colour, width)
    lines = [*screen.wrapped([MarkedRun(_heading(revisions), focus=True)])]
    for section, own in _sections(lives):
        lines += ["", *screen.wrapped([MarkedRun(section, focus=True)])]
        for life in own:
            first, *more = screen.wrapped([MarkedRun(line(life))], " " * INDENT, " " * (INDENT + 2))
            lines += [f"{screen.styled(f'{life.kind:{INDENT}}', 'dim')}{first[INDENT:]}", *more]
    return "\n".join([*lines, *_rest(lives, unchanged)]) + "\n"


def markdown(lives: Sequence[Life], revisions: Sequence[Revision], *, unchanged: int) -> str:
    """The same as one Markdown document."""
    lines = [f"## {escaped(_heading(revisions))}"]
    for section, own in _sections(lives):
        lines += ["", f"### {section}", "", *(f"- {life.kind}: {escaped(line(life))}" for life in own)]
    return "\n".join([*lines, *_rest(lives, unchanged)]) + "\n"


def blame_terminal(origins: Sequence[Origin], revision: Revision, *, colour: bool, width: int) -> str:
    """Each claim of a version, followed by the revision that introduced it."""
    screen = Screen(colour, width)
    lines = [*screen.wrapped([MarkedRun(_version(revision), focus=True)])]
    for origin in origins:
        first, *more = screen.wrapped([MarkedRun(_claim(origin))], " " * INDENT, " " * (INDENT + 2))
        lines += ["", f"{screen.styled(f'{origin.life.kind:{INDENT}}', 'dim')}{first[INDENT:]}", *more]
        lines += screen.wrapped([MarkedRun(_brought(origin))], " " * INDENT, " " * (INDENT + 2))
    return "\n".join(lines if origins else [*lines, "", "No claims found."]) + "\n"


def blame_markdown(origins: Sequence[Origin], revision: Revision) -> str:
    """The same as one Markdown document."""
    lines = [f"## {escaped(_version(revision))}", ""]
    for origin in origins:
        lines.append(f"- **{origin.life.kind}**: {escaped(_claim(origin))}\n  - {escaped(_brought(origin))}")
    return "\n".join(lines if origins else [*lines, "No claims found."]) + "\n"


def _heading(revisions: Sequence[Revision]) -> str:
    first, last = revisions[0], revisions[-1]
    times = label_words.moment(first.time) + (f" to {label_words.moment(last.time)}" if len(revisions) > 1 else "")
    return visible(f"{last.article}: {phrases.count(len(revisions), 'revision')}, {times}")


def _version(revision: Revision) -> str:
    return visible(f"{label_words.revision_name(revision)}, {label_words.moment(revision.time)}")


def _sections(lives: Sequence[Life]) -> Iterator[tuple[str, list[Life]]]:
    for section in SECTIONS:
        own = [life for life in lives if _section(life) == section]
        if own:
            yield section, own


def _section(life: Life) -> str:
    if not life.changed:
        return "Unchanged"
    if len(life.stages) == 1:
        return "Added later"
    return "Removed" if len(life.stages) == 2 and not life.stages[-1].values else "Changed"


def _subject(life: Life) -> str:
    return f"{life.subject}: " if life.subject else ""


def _stage(stage: Stage) -> str:
    numbers = f"r{stage.first}" if stage.first == stage.last else f"r{stage.first}-{stage.last}"
    return f"{_value(stage)} ({numbers}{', acknowledged' if stage.acknowledged else ''})"


def _value(stage: Stage) -> str:
    values = phrases.listing(list(stage.values))
    if stage.became == "split":
        return f"split into {values}"
    if not stage.values:
        return "removed"
    return f"back to {values}" if stage.became == "back" else values


def _rest(lives: Sequence[Life], unchanged: int) -> list[str]:
    if unchanged:
        shows = f"(--all shows {'them' if unchanged > 1 else 'it'})"
        return ["", f"{phrases.count(unchanged, 'claim')} unchanged in all revisions {shows}."]
    return [] if lives else ["", "No claims of the requested kind."]


def _claim(origin: Origin) -> str:
    places = len(origin.claims)
    more = f", in {phrases.count(places, 'place')}" if places > 1 else ""
    return visible(f"{_subject(origin.life)}{phrases.listing(list(origin.stage.values))}{more}")


def _brought(origin: Origin) -> str:
    revision = origin.revision
    by, note = revision.by and f"by {revision.by}", revision.note and f'"{revision.note}"'
    facts = ", ".join(filter(None, [f"r{revision.number}", label_words.moment(revision.time), by, note]))
    if origin.before:
        facts += f"; before: {phrases.listing(list(origin.before.values))}"
    return visible(facts + ("; acknowledged" if origin.stage.acknowledged else ""))
