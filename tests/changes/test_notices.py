"""Notices: which are read, and which changes they own up to."""

from __future__ import annotations

import pytest

import revtrack
from revtrack.model import Diff

OLD = "At least 12 people died in Orrin on Monday, said Ida Lind.\n\nThe ferry could carry 200 passengers.\n"
NEW = OLD.replace("12", "21")


def acknowledged(diff: Diff) -> list[bool]:
    return [change.acknowledged for change in diff.changes]


@pytest.mark.parametrize(
    "notice",
    [
        "Editor's note: Readers may find this report distressing.",
        "This story has been updated.",
        "Correction: An earlier version of this story misspelled the name of the ferry.",
        "Correction: An earlier version of this story said 500 people died.",
        "Correction: An earlier version of this story misstated the number of lifeboats on the quay at Arvo.",
    ],
)
def test_a_notice_about_something_else_owns_up_to_nothing(notice: str) -> None:
    old, new = OLD.replace("200", "300"), NEW
    assert not any(acknowledged(revtrack.compare(old, new + "\n" + notice)))


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: An earlier version of this story said 12 people died.",
        "CORRECTION (Nov. 3, 2024): This story has been corrected to say that 21 people died, not 12.",
        "This article was amended on 4 March 2024. An earlier version said that 12 people had died.",
        "(Corrects number of dead to 21 from 12 in paragraph 1)",
        "Clarification: A previous version of this article misstated the number of people who died in Orrin.",
        "Corrections and clarifications\n\nAn earlier version gave the number of people killed as 12.",
        "Correction\n\nBecause of an editing error, an earlier version misstated the toll.",
        "This story has been corrected to reflect that 21 people died.",
        "The story originally said that 12 people died. It was 21.",
        "(This Nov. 3 story corrects the number of dead in paragraph 2 to 21 from 12)",
        "We've updated this piece to correct the count of people killed.",
        "Updated at 10.15 to correct the number of people who died",
    ],
)
@pytest.mark.parametrize("top", [True, False])
def test_a_notice_owns_up_to_the_change_it_names(notice: str, top: bool) -> None:
    text = f"{notice}\n\n{NEW}" if top else f"{NEW}\n{notice}"
    diff = revtrack.compare(OLD, text)
    assert acknowledged(diff) == [True]
    assert [owned.changes for owned in diff.notices if owned.changes] == [(0,)]


def test_only_the_change_that_is_named_is_owned_up_to() -> None:
    diff = revtrack.compare(OLD, NEW.replace("200", "300") + "\nCorrection: An earlier version said 12 people died.")
    assert {change.old.text: change.acknowledged for change in diff.changes if change.old} == {
        "12": True,
        "200": False,
    }


def test_a_notice_that_stood_before_speaks_of_older_changes() -> None:
    notice = "\nCorrection: An earlier version said 12 people died."
    assert acknowledged(revtrack.compare(OLD + notice, NEW + notice)) == [False]


def test_claims_in_a_notice_are_no_changes() -> None:
    assert revtrack.compare(OLD, OLD + "\nCorrection: An earlier version said 12 people died.").changes == ()


def test_a_misspelled_name_and_a_wrong_speaker_are_owned_up_to() -> None:
    old = 'The boats were lost, said Ida Lnid. "We lost all," said Olaf Berg.'
    spelled = revtrack.compare(
        old,
        old.replace("Lnid", "Lind") + "\n\nCorrection: An earlier version of this story "
        "misspelled the name of Ida Lind.",
    )
    assert acknowledged(spelled) == [True]
    said = revtrack.compare(
        old,
        old.replace("Olaf Berg", "Nils Roe") + "\n\nCorrection: An earlier version "
        "attributed a quotation to Olaf Berg. It was Nils Roe who spoke.",
    )
    assert acknowledged(said) == [True]


@pytest.mark.parametrize(
    ("notice", "kind"),
    [
        ("Correction: The toll was wrong.", "correction"),
        ("CORRECTION APPENDED", "correction"),
        ("REFILE: Fixes a typo in paragraph 2.", "correction"),
        ("Clarification: This story has been changed to say who spoke.", "clarification"),
        ("UPDATE: The ferry has been found.", "update"),
        ("Editor's note: This story was reviewed by our lawyers.", "editors_note"),
        ("Retraction: This story did not meet our standards.", "withdrawal"),
        ("This article has been removed because it could not be verified.", "withdrawal"),
    ],
)
def test_the_type_of_a_notice(notice: str, kind: str) -> None:
    diff = revtrack.compare(OLD, f"{OLD}\n{notice}")
    assert [(found.side, found.type) for found in diff.notices] == [("new", kind)]


COUNTED = "Correction: An earlier version of this report misstated the number of diplomats. There were three, not two."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Prices fell, a wire report said.", "Prices fell, Minister Ada Brin said."),
        ("The talks went on.", "The talks went on. The two governments were silent."),
        ("The talks went on.", "The talks went on, and the ties between the two grew."),
    ],
)
def test_a_notice_owns_up_to_nothing_that_shares_its_formula_or_its_number_alone(old: str, new: str) -> None:
    """Else a silent change would pass for one that was owned up to."""
    sent = "Two diplomats brought the message."
    diff = revtrack.compare(f"{sent}\n\n{old}\n", f"{sent.replace('Two', 'Three')}\n\n{new}\n\n{COUNTED}\n")
    assert len(diff.changes) > 1
    assert [change.message for change in diff.changes if change.acknowledged] == [
        '"[Two -> Three] diplomats brought the message." (+50%)'
    ]


STATED = (
    "Profit rose 5 percent. The authors feared being seen as too pro-Brexit.\n\nThe court upheld the ban on nets.\n"
)
RESTATED = (
    "Profit fell 5 percent. The authors feared being seen as too pro-remain.\n\nThe court overturned the ban on nets.\n"
)


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        ("An earlier version of this article said profit rose; it fell.", "fell"),
        ("Correction: An earlier version described them as pro-Brexit; they are pro-remain.", "remain"),
        (
            "This article was amended on 4 May 2024. An earlier version said the ban was upheld; it was overturned.",
            "ban",
        ),
        ("Correction: An earlier version wrongly said that the court had upheld the ban on nets.", "ban"),
        ("Correction: An earlier version misreported the outcome of the case about the ban on nets in court.", "ban"),
    ],
)
def test_a_notice_owns_up_to_a_statement_by_its_words(notice: str, words: str) -> None:
    """In any form of them, and to no other statement of the article."""
    diff = revtrack.compare(STATED, f"{RESTATED}\n{notice}\n")
    told = [change.new.text for change in diff.changes if change.acknowledged and change.new]
    assert len(told) == 1, [change.message for change in diff.changes if change.acknowledged]
    assert words in told[0]


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: An earlier version of this article misspelled the name of the harbour master.",
        "Correction: An earlier version of this article said the mayor had rejected the plan.",
        "This article was amended on 4 May 2024 to correct the outcome of an election.",
    ],
)
def test_a_notice_about_something_else_owns_up_to_no_statement(notice: str) -> None:
    assert not any(acknowledged(revtrack.compare(STATED, f"{RESTATED}\n{notice}\n")))


def test_of_two_statements_that_turned_the_same_way_the_one_that_is_named_is_owned_up_to() -> None:
    old = "Profit rose in the first half. Sales of rods rose in the second half.\n"
    diff = revtrack.compare(old, old.replace("rose", "fell") + "\nAn earlier version said profit rose; it fell.\n")
    told = [change.new.text for change in diff.changes if change.acknowledged and change.new]
    assert [text.split()[0] for text in told] == ["Profit"]


def test_a_notice_owns_up_to_who_did_it_to_whom() -> None:
    old = "A van hit a tram near the harbour."
    new = "A tram hit a van near the harbour."
    notice = (
        "Correction: An earlier version said a van had hit a tram near the harbour. It was the tram that hit the van."
    )
    assert any(acknowledged(revtrack.compare(old, f"{new}\n\n{notice}")))


def test_the_day_of_a_notice_is_not_a_day_that_was_wrong() -> None:
    """An update that says something was wrong speaks of it as a correction does."""
    old = "She moved in 1986 to study."
    notice = "Update, Aug. 28: The year she moved was wrong and has been corrected."
    assert acknowledged(revtrack.compare(old, f"{old.replace('86', '96')}\n\n{notice}")) == [True]


@pytest.mark.parametrize(
    "notice",
    [
        "An earlier version of this article misidentified the person arrested at the harbour.",
        "Correction: An earlier version said Ada Lind had been arrested. It was Olga Berg.",
    ],
)
def test_a_notice_owns_up_to_a_person_put_in_the_place_of_another(notice: str) -> None:
    old = "Police arrested Ada Lind at the harbour on Monday."
    diff = revtrack.compare(old, f"{old.replace('Ada Lind', 'Olga Berg')}\n\n{notice}")
    assert [(change.labels, change.acknowledged) for change in diff.changes] == [(("replaced",), True)]


STORY = "Fire at depot\n\nA fire broke out at a depot in Aldmouth on Tuesday.\n"


def test_an_entry_of_a_running_story_is_no_notice() -> None:
    """ "Update 2." is over what is new, told as any other sentence; "Update" alone is the title of a notice."""
    update = "\nUpdate 1.\n\nThe police said that two people were missing.\n"
    diff = revtrack.compare(STORY, STORY + update)
    assert not diff.notices
    assert any(change.kind == "attribution" for change in diff.changes)
    titled = revtrack.compare(STORY, f"{STORY}\nUpdate\n\nThis story has a new picture.\n")
    assert {notice.type for notice in titled.notices} == {"update"}


def test_a_notice_of_a_sum_owns_up_to_it_and_not_to_who_is_named_by_post() -> None:
    """The sum was wrong in between: it is the one that was added, whatever else the chief executive said."""
    added = (
        "\nGareth Brennock, the chief executive, said that the company would work with the inspectors.\n"
        "\nThe company paid its chief executive a bonus of £640,000 last year, its accounts show.\n"
        "\nCorrection: An earlier version of this article gave the bonus of the chief executive as £460,000."
        " It was £640,000.\n"
    )
    changes = revtrack.compare(STORY, STORY + added).changes
    assert [change.new.text for change in changes if change.acknowledged and change.new] == ["£640,000"]


@pytest.mark.parametrize(
    "notice",
    [
        # Another number of people: what changed here is not owned up to.
        "Correction: An earlier version of this story misstated the number of people who died. It was 500.",
        # Another fault of the same sentence.
        "Correction: An earlier version of this story misspelled the town where people died.",
    ],
)
def test_a_notice_that_gives_another_value_owns_up_to_none_of_the_changes(notice: str) -> None:
    assert acknowledged(revtrack.compare(OLD, f"{NEW.replace('200', '300')}\n{notice}")) == [False, False]


def test_a_notice_of_a_small_sum_owns_up_to_no_other_of_the_same_size() -> None:
    added = (
        "\nThe firm paid a bonus of £64.\n\nThe guard has £64 of debt.\n"
        "\nCorrection: An earlier version of this article gave the price of a ticket as £46. It was £64.\n"
    )
    assert acknowledged(revtrack.compare(STORY, STORY + added)) == [False, False]


@pytest.mark.parametrize("said", ["misstated the colour of a van near the quay.", "said a van stood near the harbour."])
def test_words_of_a_sentence_do_not_own_up_to_their_order(said: str) -> None:
    old, new = "A van hit a tram near the harbour.", "A tram hit a van near the harbour."
    assert acknowledged(revtrack.compare(old, f"{new}\n\nCorrection: An earlier version {said}")) == [False]


def test_a_hedge_in_a_notice_about_another_matter_owns_up_to_nothing() -> None:
    notice = "\n\nCorrection: An earlier version said that the mayor of the port may resign. He will."
    diff = revtrack.compare("The port may close. Ida Lind spoke.", "The port will close. Ida Lind spoke." + notice)
    assert acknowledged(diff) == [False]


def test_a_hedge_in_a_notice_about_its_matter_is_owned_up_to() -> None:
    notice = "\n\nCorrection: An earlier version said that the port may close. It will."
    diff = revtrack.compare("The port may close in May, Lind said.", "The port will close in May, Lind said." + notice)
    assert acknowledged(diff) == [True]
