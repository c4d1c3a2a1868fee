"""Pages of the N rules."""

from revtrack.gate.page import Page

PAGES = {
    "N101": Page(
        "A name is spelled differently.",
        "Misspellings are usually fixed silently; newsrooms that correct every name openly can raise this rule.",
        "Ada Lind opened the bridge on Monday.",
        "Ada Lund opened the bridge on Monday.",
    ),
    "N102": Page(
        "One person, organisation, place or numbered thing was replaced by another.",
        "Whoever was named first was accused, praised or counted without cause, and that has to be put right openly.",
        "Police arrested Ada Lind at the harbour on Monday.",
        "Police arrested Olga Berg at the harbour on Monday.",
    ),
}
