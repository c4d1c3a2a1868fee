"""Pages of the C rules."""

from revtrack.gate.page import Page

PAGES = {
    "C101": Page(
        "`may`, `allegedly` or another hedge was removed.",
        "This morning's possibility is this evening's fact, and nothing else shows it.",
        "The fire may have started in the engine room.",
        "The fire started in the engine room.",
    ),
    "C102": Page(
        "`may`, `allegedly` or another hedge was added.",
        "The newsroom is backing away from what it stated.",
        "The fire started in the engine room.",
        "The fire may have started in the engine room.",
    ),
    "C103": Page(
        "`not` was added to or removed from a statement that is otherwise unchanged.",
        "It now says the opposite.",
        "The harbour will close for the winter.",
        "The harbour will not close for the winter.",
    ),
}
