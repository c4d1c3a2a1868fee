"""Queries against the ledger of changes, their results, and the revisions that fill it."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from revtrack.model.change import Change, Revision
from revtrack.model.closed_lists import Kind, Label, Severity
from revtrack.model.record import Frozen, record
from revtrack.model.serialisation import Layout, Serialised

Order = Literal["time", "severity"]


@record
class Question(Frozen):
    """A query for changes; a field that is empty or None does not restrict it.

    `words` must all occur, "in quotation marks" one after the other, with * at its end one as a beginning.
    `speakers` are names or parts of them, of which one must fit; `articles` are whole names. Times are ISO 8601 in
    UTC with a final Z, both included. Newest first, or by severity and then newest first; no `limit` is 0.
    """

    words: str = ""
    speakers: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    labels: tuple[Label, ...] = ()
    severities: tuple[Severity, ...] = ()
    acknowledged: bool | None = None
    articles: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    order: Order = "time"
    limit: int = 50


@record
class SearchResult(Serialised):
    """A change, as the dictionary of `Change.to_dict`, and the two revisions that it lies between.

    `context` is its sentence, or the words around it where the sentence is long.
    """

    old: Revision
    new: Revision
    change: dict[str, Any]
    context: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.new.article,
            "old": self.old.number,
            "new": self.new.number,
            "time": self.new.time,
            "context": self.context,
            "change": self.change,
        }


@record
class Answer(Serialised):
    """Results of a question in the requested order, and the number of matches; with `more`, at least `total`."""

    schema: ClassVar[str] = "revtrack.search/1"
    layout: ClassVar[Layout] = Layout(first=("schema", "total", "more"), omitted=("question",))
    results: tuple[SearchResult, ...]
    total: int
    more: bool = False
    question: Question = Question()


@record
class Turn(Frozen):
    """A revision in the ledger: what changed from the readable one `old` before it, which the first lacks.

    `contexts` are the sentences of the changes, in their order, where they are known. Without `is_text` its bytes could
    not be read, and it is passed over.
    """

    new: Revision
    old: Revision | None
    changes: tuple[Change, ...] = ()
    is_text: bool = True
    contexts: tuple[str, ...] = ()
