"""Pages of the K rules."""

from revtrack.gate.page import Page

OLD = "The flood killed 12 people in Lund.\n\nThe bridge is closed."
NEW = OLD.replace("12", "21")
NOTICE = "Correction: An earlier version of this article gave the number of people as 12. It is 21."

PAGES = {
    "K101": Page(
        "Claims changed with high severity, and the article has no new notice.",
        "A change accepted in a commit is known to the newsroom but not to readers.",
        OLD,
        NEW,
    ),
    "K102": Page(
        "There is a new correction, but it mentions neither the old nor the new wording of any change.",
        "A correction must be complete in itself: what was wrong, and what is right.",
        OLD,
        NEW + "\n\nCorrection: An earlier version of this article contained an error.",
    ),
    "K103": Page(
        "A notice labelled as an update mentions a value that was corrected.",
        "An update reports what is new; labelling a correction that way hides that something was wrong.",
        OLD,
        NEW + "\n\nUpdate: The number of people killed is 21.",
    ),
    "K104": Page(
        "A notice gives a figure that is in neither version, instead of the corrected one.",
        "A wrong correction needs a correction of its own.",
        OLD,
        NEW + "\n\n" + NOTICE.replace("21", "22"),
    ),
    "K105": Page(
        "A published correction, clarification or editor's note was removed.",
        "A correction stays with the article for as long as the article is published.",
        NEW + "\n\n" + NOTICE,
        NEW,
    ),
    "K106": Page(
        "A published notice was reworded and mentions no change in this edit.",
        "A notice is part of the record; add to it instead.",
        NEW + "\n\n" + NOTICE,
        NEW + "\n\n" + NOTICE.replace("An earlier version", "An early draft").replace("people", "dead people"),
    ),
    "K107": Page(
        "The file of a published article was deleted or emptied.",
        "To withdraw an article, replace it with a notice; do not delete it.",
        OLD,
        "",
    ),
    "K108": Page(
        "A new mark or `Accept-Change` trailer names a code that is not needed: its paragraph has no such finding, or a"
        " notice already acknowledges it.",
        "To later readers of the source, an unnecessary mark looks like an accepted change.",
        OLD,
        OLD.replace("closed.", "closed. <!-- revtrack: accept F101 figure from the police -->"),
    ),
    "K109": Page(
        "A new mark or `Accept-Change` trailer has an unknown code or no reason.",
        "The reason is what makes an accepted change accountable.",
        OLD,
        NEW.replace("Lund.", "Lund. <!-- revtrack: accept F101 -->"),
    ),
    "K110": Page(
        "The edit changes the house rules: `revtrack.toml`, or the table of revtrack in `pyproject.toml`.",
        "The rules that hold for an edit are those from before it: an edit cannot excuse itself.",
        'fail-on = "medium"',
        'fail-on = "never"',
    ),
}
