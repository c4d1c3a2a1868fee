"""Pages of the D rules."""

from revtrack.gate.page import Page

WHY = "When something happened is a fact like any other; a wrong day is corrected openly."

PAGES = {
    "D101": Page(
        "A day, a time of day or a length of time changed. Lines that give the time of publication are ignored.",
        WHY,
        "The court will hear the case on 3 June.",
        "The court will hear the case on 5 June.",
    ),
    "D102": Page(
        "A date was removed, with or without its sentence.",
        WHY,
        "The court will hear the case on 3 June.",
        "The court will hear the case.",
    ),
    "D103": Page(
        "A date was added.",
        "New facts are news and need no correction.",
        "The court will hear the case.",
        "The court will hear the case on 3 June.",
    ),
    "D104": Page(
        "The date is the same, but `until` became `from`, `before` became `after`, `by` was added or removed.",
        "Readers plan by it, and the day itself looks unchanged.",
        "The bridge is closed until Friday.",
        "The bridge is closed from Friday.",
    ),
}
