"""What travels through revtrack: spans, claims, changes, revisions; the lives of claims are in `model.lives`.

Every value is frozen and every offset counts Unicode code points into the very text it was read from;
`end` is exclusive. The dictionaries are the JSON of the command line.
"""

from __future__ import annotations

from revtrack.model.changes import (
    Change,
    Diff,
    Mark,
    Notice,
    Place,
    Revision,
    SentenceOp,
    tally,
)
from revtrack.model.claims import (
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
from revtrack.model.listings import Added, Listing
from revtrack.model.names import (
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
)
from revtrack.model.serialisation import decimal_string
from revtrack.model.spans import (
    Block,
    Passage,
    Span,
    Spans,
)

__all__ = [
    "Added",
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
    "Listing",
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
    "decimal_string",
    "tally",
]
