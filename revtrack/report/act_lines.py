"""What was done to an article beside adding to it, in one line for a person."""

from __future__ import annotations

from revtrack.model.recorded_acts import RecordedAct
from revtrack.report import label_words
from revtrack.versions import phrases


def line(act: RecordedAct) -> str:
    """An act as the log lists it: what was done, by whom, when, and why."""
    end = f", by {act.by}" if act.by else ""
    note = f': "{act.note}"' if act.note else ""
    return f"{label_words.moment(act.time)}{end}: {_what(act)}{note}"


def done(act: RecordedAct) -> str:
    """What a command says that it did."""
    return f"{_what(act)} (recorded in {act.commit[:7]})"


def _what(act: RecordedAct) -> str:
    match act.kind:
        case "rename":
            return f"{act.article} renamed to {act.name}"
        case "join":
            return f"{act.article} joined to {act.name}"
        case "capture":
            return f"{act.article}: the page of revision {act.of[:10]} saved at {act.name}"
    if act.revision is None:
        return f"what was done to {act.article} last taken back"
    words = phrases.count(act.revision.words, "word")
    published = label_words.moment(act.revision.time)
    return f"{act.article}: the revision of {published} taken back ({act.revision.commit[:10]}, {words})"
