"""Pages of the N rules."""

from revtrack.gate.page import Page

PAGES = {
    "N101": Page(
        "A name is spelled differently or was replaced by another name.",
        "Misspellings are usually fixed silently; newsrooms that correct every name openly can raise this rule.",
        "Ada Lind opened the bridge on Monday.",
        "Ada Lund opened the bridge on Monday.",
    ),
}
