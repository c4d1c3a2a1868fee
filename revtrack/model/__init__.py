"""The values that all of revtrack exchanges: spans, claims, changes, revisions.

Every value is frozen and every offset counts Unicode code points into the very text it was read from;
`end` is exclusive. `to_dict` gives the JSON of the command line.
"""

from __future__ import annotations

from revtrack.model.change import (
    Change,
    Diff,
    Mark,
    Notice,
    Place,
    Revision,
    SentenceOp,
    Step,
    tally,
)
from revtrack.model.claim import (
    AnyClaim,
    Attribution,
    Claim,
    Claims,
    Cue,
    Date,
    Figure,
    ImpossibleDate,
    Name,
    Quote,
    Source,
)
from revtrack.model.closed_lists import (
    SEVERITIES,
    Became,
    Bound,
    DateType,
    Kind,
    Label,
    MarkOp,
    Mode,
    NameType,
    NoticeType,
    QuoteForm,
    Role,
    SentenceOpName,
    Severity,
    Side,
    gravest,
)
from revtrack.model.serialisation import decimal_string
from revtrack.model.spans import (
    Block,
    Passage,
    Span,
    Spans,
)

__all__ = [
    "SEVERITIES",
    "AnyClaim",
    "Attribution",
    "Became",
    "Block",
    "Bound",
    "Change",
    "Claim",
    "Claims",
    "Cue",
    "Date",
    "DateType",
    "Diff",
    "Figure",
    "ImpossibleDate",
    "Kind",
    "Label",
    "Mark",
    "MarkOp",
    "Mode",
    "Name",
    "NameType",
    "Notice",
    "NoticeType",
    "Passage",
    "Place",
    "Quote",
    "QuoteForm",
    "Revision",
    "Role",
    "SentenceOp",
    "SentenceOpName",
    "Severity",
    "Side",
    "Source",
    "Span",
    "Spans",
    "Step",
    "decimal_string",
    "gravest",
    "tally",
]
