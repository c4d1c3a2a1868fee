"""Pages of the F rules."""

from revtrack.gate.page import Page

WHY = "Wrong numbers are corrected openly: a reader who saw the old one has to be told."
ADDED = "New facts are news and need no correction. A house that wants every new figure seen can raise this rule."

PAGES = {
    "F101": Page(
        "The value of a figure is another one. `10,000` for `ten thousand` is not.",
        WHY,
        "The flood killed 12 people in Lund.",
        "The flood killed 21 people in Lund.",
    ),
    "F102": Page(
        "A sentence stays, or goes, and a figure in it is gone.",
        "What is taken out silently was either wrong, and readers should know, or right, and should stay.",
        "The flood killed 12 people in Lund.\n\nThe bridge cost $40 million to build.",
        "The flood killed 12 people in Lund.",
    ),
    "F103": Page(
        "A figure stands where none stood.",
        ADDED,
        "The flood killed 12 people in Lund.",
        "The flood killed 12 people in Lund.\n\nThe bridge cost $40 million to build.",
    ),
    "F104": Page(
        "The number stays and its unit, currency or denominator is another one.",
        WHY,
        "The bridge is 40 miles long.",
        "The bridge is 40 kilometres long.",
    ),
    "F105": Page(
        "The number stays, but it is now `about`, `at least` or `up to` it, or no longer.",
        '"At least 12" and "12" are different statements, and the step between them is easily overlooked.',
        "The flood killed at least 12 people in Lund.",
        "The flood killed 12 people in Lund.",
    ),
    "F106": Page(
        "The number stays and counts something else.",
        "The same number of another thing is another fact.",
        "The flood injured 12 soldiers in Lund.",
        "The flood injured 12 students in Lund.",
    ),
}
