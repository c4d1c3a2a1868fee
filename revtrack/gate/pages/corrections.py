"""Pages of the K rules."""

from revtrack.gate.page import Page

OLD = "The flood killed 12 people in Lund.\n\nThe bridge is closed."
NEW = OLD.replace("12", "21")
NOTICE = "Correction: An earlier version of this article gave the number of people as 12. It is 21."

PAGES = {
    "K101": Page(
        "Claims of high severity changed, and the article has no new notice.",
        "A change that was accepted in a commit is known to the newsroom, but not to readers.",
        OLD,
        NEW,
    ),
    "K102": Page(
        "There is a new correction, but it names neither what stood nor what stands of any change.",
        "A correction has to stand alone: what was wrong, and what is right.",
        OLD,
        NEW + "\n\nCorrection: An earlier version of this article contained an error.",
    ),
    "K103": Page(
        "A notice that calls itself an update names a value that was put right.",
        "An update tells what is new; calling a correction that hides that something was wrong.",
        OLD,
        NEW + "\n\nUpdate: The number of people killed is 21.",
    ),
    "K104": Page(
        "A notice gives a figure that neither version has, in place of the one that now stands.",
        "A wrong correction needs a correction of its own.",
        OLD,
        NEW + "\n\n" + NOTICE.replace("21", "22"),
    ),
    "K105": Page(
        "A correction, clarification or editor's note that stood is gone.",
        "A correction belongs to the article for as long as the article stands.",
        NEW + "\n\n" + NOTICE,
        NEW,
    ),
    "K106": Page(
        "A notice that stood has other words, and names no change of this edit.",
        "A notice is part of the record; more can be added to it.",
        NEW + "\n\n" + NOTICE,
        NEW + "\n\n" + NOTICE.replace("An earlier version", "An early draft").replace("people", "dead people"),
    ),
    "K107": Page(
        "The file of a published article is gone, or empty.",
        "An article is withdrawn with a notice in its place, not by taking it away.",
        OLD,
        "",
    ),
    "K108": Page(
        "A new mark, or an `Accept-Change` trailer, names a code that nothing needs: no such finding in its paragraph,"
        " or a notice owns up to it.",
        "A needless mark would look like an accepted change to whoever reads the source later.",
        OLD,
        OLD.replace("closed.", "closed. <!-- revtrack: accept F101 figure from the police -->"),
    ),
    "K109": Page(
        "A new mark, or an `Accept-Change` trailer, gives an unknown code, or no reason.",
        "A reason is what makes an accepted change accountable.",
        OLD,
        NEW.replace("Lund.", "Lund. <!-- revtrack: accept F101 -->"),
    ),
}
