"""Pages of the A rules."""

from revtrack.gate.page import Page

WHY = "Who said it is half the story."

PAGES = {
    "A101": Page(
        "A statement is attributed to somebody else.",
        WHY,
        "The bridge is safe, police said on Monday.",
        "The bridge is safe, the builder said on Monday.",
    ),
    "A102": Page(
        "A named source is now an official, a witness or the like.",
        "Anonymity is granted before publication. A name that quietly disappears breaks a promise, either to the source"
        " or to readers.",
        "The bridge is safe, Ada Lind said on Monday.",
        "The bridge is safe, an official said on Monday.",
    ),
    "A103": Page(
        "The statement stays but has lost its source, so it is now the newsroom's own.",
        "Without a source, a claim becomes a fact that the newsroom vouches for.",
        "The bridge is not safe, police said.",
        "The bridge is not safe.",
    ),
    "A104": Page(
        "A statement was removed together with its source.",
        "It was published as said; silence is not a correction.",
        "The council met on Monday.\n\nThe bridge is not safe, police said.",
        "The council met on Monday.",
    ),
    "A105": Page(
        "The same source is reported to have said something else.",
        "A paraphrase can be as wrong as a quotation.",
        "Ada Lind said that the harbour would close soon.",
        "Ada Lind said that the harbour would stay open.",
    ),
    "A106": Page(
        "The person is the same, but the title or role changed.",
        "A wrong title turns the same person into a different witness.",
        "The bridge is safe, mayor Ada Lind said.",
        "The bridge is safe, police chief Ada Lind said.",
    ),
    "A107": Page(
        "`said` became `claimed`, `admitted` or another verb with a different meaning.",
        "The verb tells readers what to think of the statement.",
        "The bridge is safe, Ada Lind said on Monday.",
        "The bridge is safe, Ada Lind claimed on Monday.",
    ),
    "A108": Page(
        "An unnamed source is now named.",
        "That a source agreed to be named is worth saying, and worth a second look.",
        "The bridge is safe, an official said on Monday.",
        "The bridge is safe, Ada Lind said on Monday.",
    ),
    "A109": Page(
        "A statement of the newsroom's own is now attributed to a source.",
        "The newsroom no longer vouches for it.",
        "The bridge is not safe.",
        "The bridge is not safe, police said.",
    ),
    "A110": Page(
        "A statement was added together with its source.",
        "New statements are news and need no correction.",
        "The council met on Monday.",
        "The council met on Monday.\n\nThe bridge is not safe, police said.",
    ),
    "A201": Page(
        "New copy relies on an unnamed source. Listed with `--advice`.",
        "Most newsrooms require a reason for anonymity.",
        "",
        "The bridge is not safe, an official said on Monday.",
    ),
}
