"""How papers, agencies, broadcasters and blogs word their notices; each speaks of the one change that was made."""

from __future__ import annotations

import pytest

import revtrack

PAGE = (
    "Harbour works begin in Orrin\n\nThe council met on the quay, and the talks went on into the evening.\n\n{}\n\n"
    "The library will close at noon. Shops in the lower town stay open.\n"
)

COPY = [
    "The minister said an earlier report was wrong.",
    "We originally came from Orrin, said Lind.",
    "Updated figures show 21 dead.",
    "We said no, and that was that, Lind recalled.",
    "The post initially went to Berg.",
    "The number of people at sea has been rising.",
    "Note that the ferry is late.",
    "He edited the blog in the evening.",
    "We have changed our minds about the quay, the mayor said.",
    "The year she moved has been long.",
    "This story has been told for years in Arvo.",
    "The original version of the song was longer.",
    "A correction in prices is due, analysts say.",
    "Correction facilities in the north are full.",
    "Editing the film took a year.",
    "Earlier, we went down to the quay.",
    "An update to the plan is expected in May.",
]

NOTICES = [
    (
        "The blast killed 12 people.",
        "The blast killed 21 people.",
        "We originally reported that 12 people had died. The number was 21.",
    ),
    (
        "The blast killed 12 people.",
        "The blast killed 21 people.",
        "(This Nov. 3 story corrects the number of people killed to 21, not 12.)",
    ),
    (
        "The blast killed 12 people.",
        "The blast killed 21 people.",
        "[Ed. note: The toll was first given as 12. It is 21.]",
    ),
    (
        "The blast killed 12 people.",
        "The blast killed 21 people.",
        "The post initially said the blast killed 12 people.",
    ),
    (
        "Lind moved to Arvo in 1998.",
        "Lind moved to Arvo in 1996.",
        "Update: The year Lind moved to Arvo has been updated.",
    ),
    (
        "The dam is full.",
        "The dam is half empty.",
        "_This blog was recently edited to more accurately reflect how full the dam is._",
    ),
    (
        "The blast killed 12 people.",
        "The blast killed 21 people.",
        "Post updated on March 5 to fix the number of people killed.",
    ),
    ("The blast killed 12 people.", "The blast killed 21 people.", "EDIT: 21 people died, not 12."),
    (
        "The blast killed 12 people.",
        "The blast killed 21 people.",
        "*Correction, March 5, 10:15 a.m.: 21 people died, not 12, as this article first stated.",
    ),
    (
        "Police charged Tom Price.",
        "Police charged Tom Pryce.",
        "An earlier version of this story gave the wrong spelling of Tom Pryce's name.",
    ),
    (
        "Police charged Tom Reyes.",
        "Police charged Sam Cole.",
        "We said that police had charged Tom Reyes. In fact they charged Sam Cole.",
    ),
    (
        "The man who fell was Olaf Pryce.",
        "The man who fell was Olaf Hale.",
        "The man who fell was Olaf Hale, not Pryce, as we reported earlier.",
    ),
    (
        "Lind studied law at Orrin College.",
        "Lind studied law at Arvo College.",
        "CORRECTION: Lind studied at Arvo College. The wrong college was named in a previous version of this report.",
    ),
    ("The sum was $8 billion.", "The sum was $8 million.", "This article misstated the sum. It was $8 million."),
    ("The sum was $8 billion.", "The sum was $8 million.", "This story previously gave the sum as $8 billion."),
    (
        "The sum was Rs 8 crore.",
        "The sum was Rs 9 crore.",
        "Erratum: The sum is Rs 9 crore, not Rs 8 crore as mentioned in an earlier version. The error is regretted.",
    ),
    ("The sum was $8 billion.", "The sum was $8 million.", "(Eds: Corrects sum to $8 million sted $8 billion.)"),
    (
        "The sum was $8 billion.",
        "The sum was $8 million.",
        "This is a corrected repetition of a story issued earlier. It corrects the sum in paragraph 2.",
    ),
    (
        "The sum was $8 billion.",
        "The sum was $8 million.",
        "(Corrects sum in second paragraph to $8 million from $8 billion)",
    ),
    (
        "The sum was $8 billion.",
        "The sum was $8 million.",
        "Editors: please note correction of the sum in the second paragraph.",
    ),
    (
        "The vote is on Monday.",
        "The vote is on Tuesday.",
        "Clarification, 4 May: We have changed the day of the vote to Tuesday.",
    ),
    (
        "The vote is on Monday.",
        "The vote is on Tuesday.",
        "An earlier edition of this article had the wrong day for the vote.",
    ),
    (
        "The vote is on Monday.",
        "The vote is on Tuesday.",
        "The original version of this article said the vote was on Monday. It is on Tuesday.",
    ),
    (
        "The vote is on Monday.",
        "The vote is on Tuesday.",
        "This article originally stated that the vote is on Monday. We regret the error.",
    ),
    (
        "The vote is on Monday.",
        "The vote is on Tuesday.",
        "This piece has been edited since publication to change the day of the vote.",
    ),
    ("Lind is a lawyer.", "Lind is a barrister.", "This story has been changed to clarify that Lind is a barrister."),
    (
        "Lind was convicted of theft.",
        "Lind was charged with theft.",
        "In an earlier version of this article we incorrectly said that Lind was convicted of theft. She was charged.",
    ),
    (
        "Lind was convicted of theft.",
        "Lind was charged with theft.",
        "For the record: Lind was charged with theft; a previous version said she was convicted.",
    ),
    (
        "Lind was convicted of theft.",
        "Lind was charged with theft.",
        "A correction: Lind has not been convicted of theft.",
    ),
    (
        "Lind was convicted of theft.",
        "Lind was charged with theft.",
        "Apology: On 3 May we reported that Lind was convicted of theft. This was wrong and we apologise to Lind.",
    ),
    (
        "Lind was convicted of theft.",
        "Lind was charged with theft.",
        "Note: This story was updated to say that Lind was charged, not convicted.",
    ),
    (
        "The bridge is closed, Ada Lind said.",
        "The bridge is closed, Nils Berg said.",
        "We wrongly attributed a statement to Ada Lind. It was made by Nils Berg.",
    ),
    (
        '"It is closed," Ada Lind said.',
        '"It is not closed," Ada Lind said.',
        "Editor's note: A quote by Ada Lind was misreported in an earlier version.",
    ),
    (
        "The Greens lost 12 seats.",
        "The Greens won 12 seats.",
        "UPDATE: A previous version of this article said the Greens lost seats. They won them.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "This copy has been corrected: the ferry can carry 300 people.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "Due to an error by the agency, this report gave the wrong number of people the ferry can carry.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "* This article was amended on 5 May 2024 to correct the number of people that the ferry can carry.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "Amendment 5 May: The number of people the ferry can carry was corrected to 300.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "An update to this story corrects the ferry's capacity to 300 people.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "Our earlier report said 200 people could be carried by the ferry. The figure is 300.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "We have corrected this story. The ferry can carry 300 people.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "We have amended a figure in this story: the ferry can carry 300 people.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "The number of people that the ferry can carry has been corrected.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "A version of this story that was published on Monday gave the wrong number of people the ferry can carry.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "Earlier, we said the ferry can carry 200 people. That was incorrect.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "Fact-check: the ferry can carry 300 people and not 200 as written before.",
    ),
    (
        "The ferry can carry 200 people.",
        "The ferry can carry 300 people.",
        "What was 200 people is 300 people. We regret the mistake.",
    ),
]


def placed(page: str, line: str, *, top: bool) -> str:
    """A page with one more line, below its headline or at its end."""
    return page.replace("\n\n", f"\n\n{line}\n\n", 1) if top else f"{page}\n{line}\n"


@pytest.mark.parametrize("line", COPY)
@pytest.mark.parametrize("top", [True, False])
def test_copy_that_speaks_of_reports_and_errors_is_no_notice(line: str, top: bool) -> None:
    page = PAGE.format("The vote is on Monday.")
    assert revtrack.compare(page, placed(page, line, top=top)).notices == ()


@pytest.mark.parametrize(("old", "new", "notice"), NOTICES)
@pytest.mark.parametrize("top", [True, False])
def test_a_notice_is_read_and_tied_and_its_words_are_no_change(old: str, new: str, notice: str, top: bool) -> None:
    plain = revtrack.compare(PAGE.format(old), PAGE.format(new))
    diff = revtrack.compare(PAGE.format(old), placed(PAGE.format(new), notice, top=top))
    assert [found.text.strip("_*") for found in diff.notices] == [notice.strip("_*")]
    assert [change.kind for change in diff.changes] == [change.kind for change in plain.changes]
    assert all(change.acknowledged for change in diff.changes)
