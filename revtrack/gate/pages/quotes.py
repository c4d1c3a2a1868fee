"""Pages of the Q rules."""

from revtrack.gate.page import Page

WHY = "Words between quotation marks are a promise that they were said like that."

PAGES = {
    "Q101": Page(
        "The words between the marks are others. Curly for straight marks, or a comma that moved, are not.",
        WHY,
        '"We may close the harbour for good," Ada Lind said.',
        '"We will close the harbour for good," Ada Lind said.',
    ),
    "Q102": Page(
        "A quotation that stood is gone.",
        "Somebody was quoted, and readers may have passed it on.",
        'The council met on Monday.\n\n"We may close the harbour for good," Ada Lind said.',
        "The council met on Monday.",
    ),
    "Q103": Page(
        "A quotation stands where none stood.",
        "New quotations are news and need no correction.",
        "The council met on Monday.",
        'The council met on Monday.\n\n"We may close the harbour for good," Ada Lind said.',
    ),
    "Q104": Page(
        "The words stay, and go on from what somebody else says. (A new source behind a verb or a dash is A101.)",
        "To put words into another mouth is as serious as to change them.",
        '"It is done," Ada Lind said.\n\n"We will close it for good."\n\n"No news," Omar Keller said.',
        '"It is done," Ada Lind said.\n\n"No news," Omar Keller said.\n\n"We will close it for good."',
    ),
    "Q105": Page(
        "What stood between marks is now told in the writer's words.",
        WHY + " Marks that go quietly say that it was not.",
        'Ada Lind said "we may close the harbour for good".',
        "Ada Lind said they may close the harbour for good.",
    ),
    "Q106": Page(
        "What was told in the writer's words now stands between marks.",
        WHY,
        "Ada Lind said they may close the harbour for good.",
        'Ada Lind said "we may close the harbour for good".',
    ),
    "Q201": Page(
        "New copy quotes a sentence, and nobody is named for it. Listed with `--advice`.",
        "A quotation without a speaker cannot be checked.",
        "",
        'The council met on Monday.\n\n"We may close the harbour for good."',
    ),
}
