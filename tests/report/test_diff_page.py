"""The page model: the sentence in words, titles, versions, rows, notices, what changed beside the claims."""

from dataclasses import replace

import pytest

from revtrack.model import Change, Diff, Figure, Label, Place, Revision, WordAccount
from revtrack.report import diff_page
from revtrack.report.marked_text import Runs
from tests.report.hand_made import (
    article,
    attribution,
    changed_value,
    edited,
    in_step,
    notice,
    op,
    passage,
    quote,
    revision,
)

TOLL = edited("At least 12 people died.", "At least 21 people died.", ("12", "21"))


def states(runs: Runs) -> list[tuple[str, str]]:
    return [(run.text, run.state) for run in runs]


def test_same_texts_are_the_same() -> None:
    assert diff_page.of(edited("One word.", "One word.")).sentence == "The two texts are identical."


def test_form_alone_is_no_change() -> None:
    before, after = article("It fell.\nAll wept."), article("It fell.\n\nAll wept.")
    assert diff_page.of(Diff(before, after, in_step(before, after), ())).sentence == (
        "No claims changed; the texts differ only in form."
    )


def reworded(label: Label, words: str = "") -> Change:
    """A sentence that was reworded, added or removed without a claim."""
    return Change("statement", (label,), "low", passage(article("It fell."), "It fell."), None, f"m {words}")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (WordAccount(3, form=3), "No claims changed; 3 words in another form."),
        (WordAccount(1, same_meaning=1), "No claims changed; 1 word that means the same."),
        (
            WordAccount(8, form=3, same_meaning=5),
            "No claims changed; 3 words in another form; 5 words that mean the same.",
        ),
        (WordAccount(2, claims=2), "Only front matter that readers do not see changed."),
        (WordAccount(), "No claims changed; 1 sentence edited."),
    ],
)
def test_words_that_changed_no_claim_are_accounted_for(words: WordAccount, sentence: str) -> None:
    """The last is a diff that was saved before words were counted."""
    diff = edited("The big dog barked.", "The very old dog sang.")
    assert diff_page.of(replace(diff, words=words)).sentence == sentence


@pytest.mark.parametrize(
    ("labels", "words", "sentence"),
    [
        (("reworded",), WordAccount(4, same_meaning=4), "No claims changed; 1 sentence reworded; 4 words reworded"),
        (("added", "added"), WordAccount(4, statements=4), "2 sentences added."),
        (("removed", "added", "reworded"), WordAccount(4, 0, 0, 2, 2), "1 sentence reworded; 1 sentence added; 1"),
    ],
)
def test_sentences_without_a_claim_are_counted_apart(
    labels: tuple[Label, ...], words: WordAccount, sentence: str
) -> None:
    """That no claim changed is said only where none did."""
    diff = replace(edited("It fell.", "It sank."), words=words, changes=tuple(map(reworded, labels)))
    shown = diff_page.of(diff)
    assert shown.sentence.startswith(sentence)
    assert (shown.rows, shown.aside, len(shown.reworded)) == ((), "", len(labels))


def test_a_change_has_the_number_of_its_place_in_the_diff() -> None:
    """Also where sentences without a claim stand before it, so that a notice's numbers can be followed."""
    diff = replace(TOLL, changes=(reworded("added"), *TOLL.changes), words=WordAccount(2, statements=2))
    diff = replace(diff, notices=(notice(diff.after, "died.", 1), notice(diff.after, "people", 0)))
    shown = diff_page.of(diff)
    assert [(row.number, row.kind) for row in shown.every] == [(1, "statement"), (2, "figure")]
    assert [one.changes for one in shown.notices] == [(2,), (1,)]
    assert (shown.sentence, shown.aside) == ("1 figure changed; 2 notices mention it.", "")


def test_only_a_notice_changed() -> None:
    """Its words make no claim, and the sentence does not pass over them."""
    before, after = article("It fell."), article("It fell.\n\n! Correction: a name.")
    ops = (op(before, after, "equal", (0,), (0,)), op(before, after, "add", (), (1,)))
    told = (notice(after, "Correction: a name."),)
    diff = Diff(before, after, ops, (), notices=told, words=WordAccount(3, claims=3))
    assert diff_page.of(diff).sentence == "Only notices changed."


def test_moved_sentences_are_counted() -> None:
    before, after = article("Rain fell. All wept."), article("All wept. Rain fell.")
    ops = (op(before, after, "equal", (1,), (0,)), op(before, after, "move", (0,), (1,)))
    assert diff_page.of(Diff(before, after, ops, ())).sentence == "No claims changed; 1 sentence moved."


def test_changes_are_counted_by_what_they_are() -> None:
    before = article("It sent 8,000 men and 3 ships. Lee said it rained. Kim wept.")
    after = article("It sent 9,000 men and 4 ships. An official said it rained. Kim wept.")
    told = [attribution(before, "Lee", "said", "it rained"), attribution(after, "An official", "said", "it rained")]
    changes = (
        changed_value(before, after, "8,000", "9,000"),
        changed_value(before, after, "3", "4"),
        Change("attribution", ("anonymized",), "high", *told, "anonymous"),  # type: ignore[arg-type, call-arg]
    )
    assert diff_page.of(Diff(before, after, in_step(before, after), changes)).sentence == (
        "2 figures changed; 1 source made anonymous."
    )


@pytest.mark.parametrize(
    ("indices", "clause"),
    [((0,), "mentions 1 of them"), ((0, 1), "mentions 2 of them"), ((), "mentions none of them")],
)
def test_the_sentence_says_what_a_new_notice_owns_up_to(indices: tuple[int, ...], clause: str) -> None:
    diff = edited("It sent 8 men and 3 ships. End.", "It sent 9 men and 4 ships. Ends.", ("8", "9"), ("3", "4"))
    diff = replace(diff, notices=(notice(diff.after, "Ends.", *indices),))
    assert diff_page.of(diff).sentence == f"2 figures changed; the correction notice {clause}."


def test_changes_not_asked_for_are_never_denied() -> None:
    assert diff_page.of(TOLL, ()).sentence == ("No changes of the requested kind; 1 other change not shown.")


def test_the_title_is_the_headline_or_else_the_first_sentence() -> None:
    assert diff_page.of(edited("# Bridge falls\n\nIt fell.", "# Bridge down\n\nIt fell.")).title == "Bridge down"
    assert diff_page.of(TOLL).title == "At least 21 people died."
    assert diff_page.of(Diff(article(""), article(""), (), ())).title == "Untitled"


def test_versions_are_named_with_time_author_and_hash() -> None:
    shown = diff_page.of(
        replace(TOLL, old=revision(1), new=revision(2, note="third lead", source="https://a.example/x"))
    )
    assert (shown.old.name, shown.new.name) == ("bridge, revision 1", "bridge, revision 2")
    assert (shown.new.time, shown.new.by) == ("31 October 2024, 20:08 UTC", "Night desk")
    assert shown.new.commit == "0f3a9c81d2"
    assert (shown.new.note, shown.new.link) == ("third lead", "https://a.example/x")


def test_only_web_addresses_are_links() -> None:
    evil: Revision = revision(source="javascript:alert(1)")
    shown = diff_page.of(replace(TOLL, new=evil)).new
    assert (shown.link, shown.source) == ("", "javascript:alert(1)")


def test_a_row_has_a_quotation_as_it_was_and_is_now() -> None:
    before, after = article("“We left,” Lee said."), article("“We stayed,” Lee said.")
    sides = quote(before, "“We left,”", "Jo Lee"), quote(after, "“We stayed,”", "Jo Lee")
    change = Change("quote", ("words",), "high", *sides, "m")
    (row,) = diff_page.of(Diff(before, after, in_step(before, after), (change,))).rows
    assert row.requoted
    assert row.requoted.speaker == "Jo Lee"
    assert states(row.requoted.old) == [("“We ", "kept"), ("left,", "removed"), ("”", "kept")]
    assert states(row.requoted.new) == [("“We ", "kept"), ("stayed,", "added"), ("”", "kept")]
    assert row.labels == ("quoted wording changed",)


def test_another_change_has_no_quotation() -> None:
    (row,) = diff_page.of(TOLL).rows
    assert (row.requoted, row.has_old, row.has_new) == (None, True, True)


def test_anchors_last_when_other_changes_come_and_are_unique() -> None:
    before, after = article("8 men, 8 cars and 3 ships."), article("9 men, 9 cars and 4 ships.")
    eight, three = changed_value(before, after, "8", "9"), changed_value(before, after, "3", "4")
    ops = in_step(before, after)
    alone = diff_page.of(Diff(before, after, ops, (three,))).rows[0].anchor
    rows = diff_page.of(Diff(before, after, ops, (eight, eight, three))).rows
    assert rows[2].anchor == alone
    assert rows[1].anchor == f"{rows[0].anchor}-2"


def test_a_notice_that_stood_before_is_not_new() -> None:
    before = article("12 died.\n\n! Correction: a name.")
    after = article("21 died.\n\n! Correction: a name.")
    old = replace(notice(before, "Correction: a name."), side="old")
    diff = Diff(before, after, in_step(before, after), (), notices=(old, notice(after, "Correction: a name.")))
    assert [row.standing for row in diff_page.of(diff).notices] == ["kept"]


def test_a_notice_taken_out_is_told() -> None:
    before, after = article("12 died.\n\n! Correction: a name."), article("12 died.")
    ops = (op(before, after, "equal", (0,), (0,)), op(before, after, "delete", (1,)))
    gone = replace(notice(before, "Correction: a name."), side="old")
    shown = diff_page.of(Diff(before, after, ops, (), notices=(gone,)))
    assert [row.standing for row in shown.notices] == ["removed"]


def test_also_counts_the_other_places_and_all_are_noted_in_the_text() -> None:
    before, after = article("12 died. All 12 were young."), article("21 died. All 21 were young.")
    second = Place(*(Figure("g", 13, 15, "", 1, None, None, None).span for _ in range(2)))
    change = replace(changed_value(before, after, "12", "21"), also=(second,))
    shown = diff_page.of(Diff(before, after, in_step(before, after), (change,)))
    noted = [run.text for part in shown.paragraphs for one in part.sentences for run in one.runs if run.notes == (1,)]
    assert shown.rows[0].remarks == ("figure value changed", "also in 1 other place")
    assert noted == ["21", "21"]


def test_a_removed_passage_is_noted_where_it_stood() -> None:
    before, after = article("It fell. No comment came. All wept."), article("It fell. All wept.")
    ops = (
        op(before, after, "equal", (0,), (0,)),
        op(before, after, "delete", (1,)),
        op(before, after, "equal", (2,), (1,)),
    )
    change = Change("attribution", ("removed",), "low", passage(before, "No comment came."), None, "m")
    shown = diff_page.of(Diff(before, after, ops, (change,)))
    assert shown.rows[0].in_text
    assert [run.notes for one in shown.paragraphs[0].sentences for run in one.runs] == [(), (1,), ()]


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ({}, "no claims changed"),
        ({"figure": {"value": 1}, "quote": {"words": 2}}, "1 figure value and 2 quoted wordings changed"),
        ({"figure": {"added": 2, "bound": 1}}, "1 figure bound changed; 2 figures added"),
        ({"attribution": {"dropped": 1}}, "1 attribution dropped"),
    ],
)
def test_a_summary_is_one_line_in_words(summary: dict[str, dict[str, int]], line: str) -> None:
    assert diff_page.summary_line(summary) == line
