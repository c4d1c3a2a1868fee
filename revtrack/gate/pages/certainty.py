"""Pages of the C rules."""

from revtrack.gate.page import Page

PAGES = {
    "C101": Page(
        "A `may`, an `allegedly` or another hedge went.",
        "What was a possibility in the morning is a fact in the evening, and nothing else shows it.",
        "The fire may have started in the engine room.",
        "The fire started in the engine room.",
    ),
    "C102": Page(
        "A `may`, an `allegedly` or another hedge came.",
        "The newsroom takes a step back from what it stated.",
        "The fire started in the engine room.",
        "The fire may have started in the engine room.",
    ),
    "C103": Page(
        "A `not` came or went in a statement that else stayed as it was.",
        "It now says the opposite.",
        "The harbour will close for the winter.",
        "The harbour will not close for the winter.",
    ),
}
