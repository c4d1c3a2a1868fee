"""Pages of the S rules."""

from revtrack.gate.page import Page

OFF = " Off unless a house names its code: `revtrack check` says below the findings how many there are."

PAGES = {
    "S101": Page(
        "Direction, side or outcome turned round in a sentence that otherwise remains: `rose` for `fell`, `upheld` for"
        " `overturned`, `for` for `against`.",
        "Every number and name is as it was, and the story is the opposite.",
        "The court upheld the ban on fishing in the harbour.",
        "The court overturned the ban on fishing in the harbour.",
    ),
    "S102": Page(
        "Two names, values or phrases stand in each other's place, or it is another who did it to whom. The passive"
        " alone, `The tram was hit by the van`, is not a change.",
        "A word list of both versions is the same; who is to blame is not.",
        "A van hit a tram near the harbour on Monday.",
        "A tram hit a van near the harbour on Monday.",
    ),
    "S103": Page(
        "`all` became `some`, `only` came in, `first` became `second`.",
        "How many it is true of is part of what was said.",
        "All residents of the harbour quarter had left.",
        "Some residents of the harbour quarter had left.",
    ),
    "S104": Page(
        "What was planned is done, what had begun is over, or the reverse: `is set to close` for `closed`.",
        "It may be news, and needs no correction then; it may be that the first version ran ahead.",
        "The council is set to close the school.",
        "The council closed the school.",
    ),
    "S105": Page(
        "A word was replaced by another that is not known to mean the same.",
        "One word can be the whole accusation.",
        "The captain was accused of negligence.",
        "The captain was accused of arson.",
    ),
    "S106": Page(
        "Words were added to a sentence that otherwise remains, and make no claim of another kind.",
        "A few words can narrow a statement, or widen it.",
        "The harbour is closed.",
        "The harbour is closed to fishing boats.",
    ),
    "S107": Page(
        "Words were removed from a sentence that otherwise remains.",
        "If the words were wrong, readers should be told; if they were right, they should stay.",
        "The harbour is closed to fishing boats.",
        "The harbour is closed.",
    ),
    "S108": Page(
        "A whole sentence was added that makes no claim of another kind." + OFF,
        "New statements are news and need no correction.",
        "The council met on Monday.",
        "The council met on Monday.\n\nThe gulls along the quay took no notice.",
    ),
    "S109": Page(
        "A whole sentence was removed that made no claim of another kind." + OFF,
        "Most such cuts are for length.",
        "The council met on Monday.\n\nThe gulls along the quay took no notice.",
        "The council met on Monday.",
    ),
    "S110": Page(
        "A sentence was rewritten so far that its words cannot be set against each other, or in words that are known to"
        " mean the same." + OFF,
        "Rewording is what editors do; a house that has to account for every word can raise this rule.",
        "The council met in the hall. The young drummers of the band walked slowly past the harbour"
        " with torches in their hands and flowers in their hair. It adjourned at noon.",
        "The council met in the hall. Musicians of nearby villages made their merry way along the waterside"
        " with torches in their hands and flowers in their hair. It adjourned at noon.",
    ),
}
