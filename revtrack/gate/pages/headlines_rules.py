"""Pages of the H rules."""

from revtrack.gate.page import Page

PAGES = {
    "H101": Page(
        "A figure in the headline or dek, also in front matter, is nowhere in the body. Reported only if this edit is"
        " the cause.",
        "Many people read no further than the headline.",
        "# Flood kills 12 in Lund\n\nThe flood killed 12 people in Lund on Monday.",
        "# Flood kills 12, ruins $3 million bridge\n\nThe flood killed 12 people in Lund on Monday.",
    ),
    "H102": Page(
        "Headline and body count the same thing, but the numbers differ. A headline may round.",
        "The body is usually corrected first, and the headline forgotten.",
        "# Flood kills 12 people in Lund\n\nThe flood killed 12 people in Lund on Monday.",
        "# Flood kills 12 people in Lund\n\nThe flood killed 21 people in Lund on Monday.",
    ),
    "H103": Page(
        "A name in the headline or dek is nowhere in the body.",
        "Either the name is wrong, or the body does not support the headline.",
        "# Ada Lind opens bridge\n\nThe bridge was opened by Ada Lind on Monday.",
        "# Omar Keller opens bridge\n\nThe bridge was opened by Ada Lind on Monday.",
    ),
}
