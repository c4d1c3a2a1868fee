"""Pages of the D rules."""

from revtrack.gate.page import Page

WHY = "When something happened is a fact like any other; a wrong day is corrected, not smoothed away."

PAGES = {
    "D101": Page(
        "A day, a time of day or a length of time is another one. Lines that give the time of publication are not"
        " looked at.",
        WHY,
        "The court will hear the case on 3 June.",
        "The court will hear the case on 5 June.",
    ),
    "D102": Page(
        "A sentence stays, or goes, and a date in it is gone.",
        WHY,
        "The court will hear the case on 3 June.",
        "The court will hear the case.",
    ),
    "D103": Page(
        "A date stands where none stood.",
        "New facts are news and need no correction.",
        "The court will hear the case.",
        "The court will hear the case on 3 June.",
    ),
}
