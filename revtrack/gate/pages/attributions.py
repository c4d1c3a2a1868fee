"""Pages of the A rules."""

from revtrack.gate.page import Page

WHY = "Who said it is half of what was said."

PAGES = {
    "A101": Page(
        "A statement is put down to somebody else.",
        WHY,
        "The bridge is safe, police said on Monday.",
        "The bridge is safe, the builder said on Monday.",
    ),
    "A102": Page(
        "A source that had a name is called an official, a witness or the like.",
        "Anonymity is granted before publication; a name that goes quietly is a promise broken to one side or the"
        " other.",
        "The bridge is safe, Ada Lind said on Monday.",
        "The bridge is safe, an official said on Monday.",
    ),
    "A103": Page(
        "The statement stays, and is now the newsroom's own.",
        "Without its source a claim becomes a fact that the newsroom vouches for.",
        "The bridge is not safe, police said.",
        "The bridge is not safe.",
    ),
    "A104": Page(
        "A statement is gone together with its source.",
        "Somebody said it and was reported; silence is no correction.",
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
        "The person stays and the title or role is another one.",
        "A wrong title makes another witness of the same person.",
        "The bridge is safe, mayor Ada Lind said.",
        "The bridge is safe, police chief Ada Lind said.",
    ),
    "A107": Page(
        "`said` became `claimed`, `admitted` or another verb with another meaning.",
        "The verb tells readers what to think of the statement.",
        "The bridge is safe, Ada Lind said on Monday.",
        "The bridge is safe, Ada Lind claimed on Monday.",
    ),
    "A108": Page(
        "A source without a name got one.",
        "That a source agreed to be named is worth telling, and worth a second look.",
        "The bridge is safe, an official said on Monday.",
        "The bridge is safe, Ada Lind said on Monday.",
    ),
    "A109": Page(
        "What the newsroom stated is now put down to a source.",
        "It says that the newsroom no longer vouches for it.",
        "The bridge is not safe.",
        "The bridge is not safe, police said.",
    ),
    "A110": Page(
        "A statement stands with its source where none stood.",
        "New statements are news and need no correction.",
        "The council met on Monday.",
        "The council met on Monday.\n\nThe bridge is not safe, police said.",
    ),
    "A201": Page(
        "New copy rests on a source without a name. Listed with `--advice`.",
        "Most houses ask for a reason before a source stays anonymous.",
        "",
        "The bridge is not safe, an official said on Monday.",
    ),
}
