"""Pages of the N rules."""

from revtrack.gate.page import Page

PAGES = {
    "N101": Page(
        "A name is spelled another way, or another name stands in its place.",
        "A misspelling is usually mended without a word; some houses correct every name openly and raise this rule.",
        "Ada Lind opened the bridge on Monday.",
        "Ada Lund opened the bridge on Monday.",
    ),
}
