"""Pages of the F rules."""

from revtrack.gate.page import Page

WHY = "Wrong numbers are corrected openly: readers who saw the old one need to know."
ADDED = (
    "New facts are news and need no correction. A newsroom that wants to review every new figure can raise this rule."
)

PAGES = {
    "F101": Page(
        "The value of a figure changed. `10,000` for `ten thousand` is not a change.",
        WHY,
        "The flood killed 12 people in Lund.",
        "The flood killed 21 people in Lund.",
    ),
    "F102": Page(
        "A figure was removed, with or without its sentence.",
        "A figure removed silently was either wrong, and readers should know, or right, and should stay.",
        "The flood killed 12 people in Lund.\n\nThe bridge cost $40 million to build.",
        "The flood killed 12 people in Lund.",
    ),
    "F103": Page(
        "A figure was added.",
        ADDED,
        "The flood killed 12 people in Lund.",
        "The flood killed 12 people in Lund.\n\nThe bridge cost $40 million to build.",
    ),
    "F104": Page(
        "The number is the same, but its unit, currency or denominator changed.",
        WHY,
        "The bridge is 40 miles long.",
        "The bridge is 40 kilometres long.",
    ),
    "F105": Page(
        "The number is the same, but `about`, `at least` or `up to` was added, removed or changed.",
        '"At least 12" and "12" are different statements, and the difference is easy to overlook.',
        "The flood killed at least 12 people in Lund.",
        "The flood killed 12 people in Lund.",
    ),
    "F106": Page(
        "The number is the same, but it counts something else.",
        "The same number of something else is a different fact.",
        "The flood injured 12 soldiers in Lund.",
        "The flood injured 12 students in Lund.",
    ),
}
