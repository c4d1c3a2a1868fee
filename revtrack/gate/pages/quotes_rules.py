"""Pages of the Q rules."""

from revtrack.gate.page import Page

WHY = "Quotation marks promise that these words were said."

PAGES = {
    "Q101": Page(
        "The quoted words changed. Curly for straight marks, or a comma that moved, is not a change.",
        WHY,
        '"We may close the harbour for good," Ada Lind said.',
        '"We will close the harbour for good," Ada Lind said.',
    ),
    "Q102": Page(
        "A quotation was removed.",
        "It was published, and readers may have passed it on.",
        'The council met on Monday.\n\n"We may close the harbour for good," Ada Lind said.',
        "The council met on Monday.",
    ),
    "Q103": Page(
        "A quotation was added.",
        "New quotations are news and need no correction.",
        "The council met on Monday.",
        'The council met on Monday.\n\n"We may close the harbour for good," Ada Lind said.',
    ),
    "Q104": Page(
        "The words are the same but now continue what somebody else says. (For a new source after a verb, see A101.)",
        "Putting words in someone else's mouth is as serious as changing them.",
        '"It is done," Ada Lind said.\n\n"We will close it for good."\n\n"No news," Omar Keller said.',
        '"It is done," Ada Lind said.\n\n"No news," Omar Keller said.\n\n"We will close it for good."',
    ),
    "Q105": Page(
        "A quotation is now a paraphrase.",
        WHY + " Removing them quietly says that they were not.",
        'Ada Lind said "we may close the harbour for good".',
        "Ada Lind said they may close the harbour for good.",
    ),
    "Q106": Page(
        "A paraphrase is now a quotation.",
        WHY,
        "Ada Lind said they may close the harbour for good.",
        'Ada Lind said "we may close the harbour for good".',
    ),
    "Q201": Page(
        "New copy quotes a sentence without naming a speaker. Listed with `--advice`.",
        "A quotation without a speaker cannot be checked.",
        "",
        'The council met on Monday.\n\n"We may close the harbour for good."',
    ),
}
