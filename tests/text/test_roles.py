"""What a block is, told by place and shape; copy that only looks like furniture or a notice stays copy."""

import pytest

from revtrack.text import roles

COPY = [
    "Updated figures show 21 dead.",
    "Published by the bank on Friday, the report names 3 firms.",
    "Correction officers walked out on Monday.",
    "By the time he came, 12 had left.",
    "Posted to Lisbon in 1998, she learned Portuguese.",
    "The ministry said an earlier version of the bill was withdrawn.",
    "Time is running out for the 300 workers.",
    "The report initially said the ferry had 40 seats.",
    "The story of the ferry originally began in 1912.",
    "We have updated our maps to include the harbour, the minister said.",
    "Updated figures were put on the site to correct the record.",
]

FURNITURE = [
    "Updated 3.15 pm",
    "Last updated at 10:15 GMT, 3 May 2024",
    "Published: Friday 3 May 2024",
    "Posted 2 hours ago",
    "First published on Tue 4 Mar 2025 06.00 GMT",
    "4 min read",
]

NOTICES = [
    ("Correction: The toll was 12, not 21.", "correction"),
    ("CORRECTION (Nov. 3, 2016): The figure was wrong.", "correction"),
    ("• This article was amended on 4 March 2025 to correct a name.", "correction"),
    ("An earlier version of this story misspelled the minister's name.", "correction"),
    ("*Clarification:* The vote was on the motion.", "clarification"),
    ("Update, 4 March: The company has replied.", "update"),
    ("Editor’s note: This story has been withdrawn.".replace("’", "'"), "editors_note"),
    ("This article has been retracted.", "withdrawal"),
    ("The story originally said the ferry had 40 seats. It had 400.", "correction"),
    ("(This Nov. 3, 2024 story corrects the spelling of the harbour in paragraph 2)", "correction"),
    ("(This May 3 story clarifies who owns the ferry)", "clarification"),
    ("We've amended this story to correct the date of the vote.", "correction"),
    ("We have updated this story to clarify who voted.", "clarification"),
    ("The age of the captain in this article has been amended.", "correction"),
    ("Updated on 3 May to fix the name of the harbour.", "correction"),
    ("Updated at 6.40pm to include a reply of the harbour office.", "update"),
]

OTHERS = [
    ("By Jane Roe", "byline"),
    ("BY JANE ROE, Staff Writer", "byline"),
    ("## What the minister said", "heading"),
    ("What the minister said", "heading"),
    ("- 12 people were hurt", "item"),
]


@pytest.mark.parametrize("block", COPY)
def test_copy_stays_copy(block):
    assert roles.of(block) == "body"


@pytest.mark.parametrize("block", FURNITURE)
def test_a_line_of_publication_or_update_is_furniture(block):
    assert roles.of(block) == "furniture"


@pytest.mark.parametrize(("block", "kind"), NOTICES)
def test_a_notice_is_told_by_its_formula(block, kind):
    assert roles.of(block) == "notice"
    assert roles.notice_type(block) == kind


@pytest.mark.parametrize(("block", "role"), OTHERS)
def test_other_roles(block, role):
    assert roles.of(block) == role


def test_a_line_without_a_stop_on_top_is_the_headline():
    assert roles.of("Toll rises to 21 in blast", opening=True) == "headline"
    assert roles.of("At least 21 people died.", opening=True) == "body"


PAGE_FURNITURE = [
    "Read more: 12 things to know about silos",
    "**Related:** Harbour blast killed 40 in 1998",
    "RELATED ARTICLES",
    "Sign up for our newsletter and get 5 stories a day.",
    "Photo: Jo Berg/Getty Images",
    "Getty Images",
    "Image credit: AFP",
    "(Photo by Sam Roe/Getty Images)",
    "Jo Berg for the Post/AP",
    "2 hours ago",
    "Published 2 hours ago | Updated 5 minutes ago | 4 min read",
]
PAGE_COPY = [
    "Photo: the harbour on Thursday, before 40 crews came.",
    "Read more about the 21 dead.",
    "Sign up for Medicare by 7 December, officials say.",
    "Related companies paid 3 million.",
    "Getty Images sued in 2023.",
    "Photographs of 21 people were shown.",
    "The fire broke out two hours ago.",
]


@pytest.mark.parametrize("block", PAGE_FURNITURE)
def test_calls_and_credits_are_furniture(block):
    assert roles.of(block) == "furniture"


@pytest.mark.parametrize("block", PAGE_COPY)
def test_copy_that_begins_like_a_call_or_credit_is_copy(block):
    assert roles.of(block) == "body"


@pytest.mark.parametrize("line", ["11:32", "## 11:32 GMT", "**14.05**", "LIVE", "Live updates", "BREAKING NEWS"])
def test_a_time_or_a_kicker_below_the_top_is_furniture(line: str) -> None:
    assert roles.of(line) == roles.of(line, opening=True) == "furniture"


@pytest.mark.parametrize("line", ["## Friday, 3 May", "Live music returns", "12", "Score: 11:32"])
def test_other_short_lines_are_headings(line: str) -> None:
    assert roles.of(line) == "heading"
