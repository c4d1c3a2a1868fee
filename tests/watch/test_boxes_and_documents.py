"""Boxes of other stories and pages that show two texts in turn are no edits; documents are read as what they are."""

from __future__ import annotations

import pytest

from revtrack.watch.follows import DAY, HOUR
from tests.intake.documents.writers import to_docx, to_pdf
from tests.watch.courier_desk import PAGE, CourierDesk
from tests.watch.loopback import Reply

COPY = "Ferry runs aground near Orrin\n\nAt least {toll} people were hurt on Monday, harbour master Ada Lind said.\n"
MILL, SCHOOL = "Mill burns to the ground", "School reopens after the flood"


def with_boxes(*titles: str, toll: int = 12) -> str:
    """A page whose copy ends with the headlines of other stories, in plain paragraphs without a class."""
    boxes = "".join(f"<p>{title}</p>" for title in titles)
    return PAGE.format(title="Ferry runs aground", toll=toll).replace("</article>", f"{boxes}</article>")


def test_headlines_of_other_stories_are_no_edit(desk: CourierDesk) -> None:
    """Once the host has a story of that headline; a line that no story of the host has is an edit."""
    desk.follow("/ferry", "/mill", "/school")
    desk.courier.story("/mill", 3, MILL)
    desk.courier.story("/school", 4, SCHOOL)
    for titles, revised in (((), 0), ((MILL,), 0), ((SCHOOL, MILL), 0), ((SCHOOL, "Divers search the wreck"), 1)):
        desk.courier.put("/ferry", with_boxes(*titles))
        assert desk.run(everything=True).revised == revised, titles
    desk.courier.put("/ferry", with_boxes(MILL, toll=21))
    assert desk.run(everything=True).revised == 1


def test_two_texts_in_turn_are_no_edits(desk: CourierDesk) -> None:
    """A, B and A again may be an edit taken back; from then on neither is news, until one of them stands for a day."""
    desk.follow("/ferry")
    desk.courier.story("/ferry", 12)
    desk.run(once=True)
    shown = [21, 12, 21, 12, 21, 12, 21, 12]
    counts = []
    for toll in shown:
        desk.courier.story("/ferry", toll)
        counts.append(desk.run(seconds=1.1 * HOUR).revised)
    assert counts == [1, 1, 0, 0, 0, 0, 0, 0]
    [event] = desk.watching.events(("aside",))
    assert event.detail == "shows two texts in turn"
    desk.courier.story("/ferry", 21)
    assert desk.run(seconds=1.5 * DAY).revised == 1


@pytest.mark.parametrize(("make", "kind"), [(to_docx, "application/octet-stream"), (to_pdf, "application/pdf")])
def test_documents_are_read(desk: CourierDesk, make, kind: str) -> None:
    """A Word or PDF file at an address is watched like a page, whatever the server calls it."""
    desk.follow("/statement")
    for toll in (12, 21):
        desk.courier.pages["/statement"] = Reply(200, make(COPY.format(toll=toll)), {"Content-Type": kind})
        desk.run(everything=True)
    [article] = desk.archive.articles()
    messages = [change.message for change in desk.archive.diff(article.article).changes]
    assert messages == ["people hurt: at least 12 -> at least 21 (+75%)"]


def test_a_document_that_cannot_be_read_is_set_aside(desk: CourierDesk) -> None:
    desk.follow("/statement")
    desk.courier.pages["/statement"] = Reply(200, b"%PDF-1.7\nnothing of it", {"Content-Type": "application/pdf"})
    assert desk.run(once=True).aside == 1
    [event] = desk.watching.events()
    assert event.detail.startswith("cannot be read: statement: ")
