"""The life of a claim over the revisions of an article: what changed, split, went and came back."""

from __future__ import annotations

import pytest

from revtrack import changes, claims, history
from revtrack.model import Claims, Diff, Revision
from revtrack.model.lives import Life
from revtrack.report.history_text import line

LEAD = "ARVO BAY — The ferry Lind sank on Monday near the harbour of Arvo Bay, the coast guard said.\n\n"
TAIL = "\n\nThe harbour stayed shut for the rest of the day, and nobody knew when it would open.\n"


def steps(*texts: str) -> list[tuple[Revision, Diff]]:
    taken: list[tuple[Revision, Diff]] = []
    before = Claims("", "en", (), (), ())
    for number, text in enumerate(texts, 1):
        after = claims.of(text)
        diff = changes.between(before, after) if taken else Diff(before, after, (), ())
        time = f"2024-10-0{number}T00:00:00Z"
        taken.append((Revision("ferry", number, f"{number}" * 40, "", time, time, f"Editor {number}", "", "", 1), diff))
        before = after
    return taken


def lives(*texts: str, kind: str = "figure") -> list[Life]:
    return [life for life in history.lives(steps(*texts)) if life.kind == kind]


def toll(said: str) -> str:
    return f"{LEAD}Rescuers said {said} people had died when the ferry sank.{TAIL}"


def test_a_claim_that_stays_is_one_stage() -> None:
    """However often the text around it changes."""
    texts = [toll("12"), toll("12").replace("shut", "closed"), "A new opening line.\n\n" + toll("12")]
    [life] = lives(*texts)
    assert (life.changed, line(life)) == (False, "people: 12 (r1-3)")


def test_a_figure_that_rises_is_one_line() -> None:
    """Value and bound of each version, and the revisions that had it."""
    [life] = lives(toll("3"), toll("at least 12"), toll("at least 12"), toll("21"))
    assert line(life) == "people: 3 (r1) -> at least 12 (r2-3) -> 21 (r4)"
    assert [stage.became for stage in life.stages] == ["first", "changed", "changed"]


def test_a_value_that_returns_is_called_back() -> None:
    """A change taken back is no third value."""
    [life] = lives(toll("12"), toll("21"), toll("12"))
    assert line(life) == "people: 12 (r1) -> 21 (r2) -> back to 12 (r3)"


def test_a_claim_taken_out_and_put_in_again_is_one_life() -> None:
    """The gap is told."""
    without = LEAD.rstrip("\n") + TAIL
    [life] = lives(toll("12"), without, toll("12"))
    assert line(life) == "people: 12 (r1) -> removed (r2) -> back to 12 (r3)"


def test_another_form_of_the_same_is_no_change() -> None:
    """Spelled out or in digits, in a sentence that was edited there."""
    texts = [
        f"{LEAD}The {number} of them will stay in hospital until {day}.{TAIL}"
        for number, day in (("three", "Monday"), ("3", "Tuesday"))
    ]
    [life] = lives(*texts)
    assert (life.changed, len(life.stages)) == (False, 1)


def test_places_that_disagree_are_a_split() -> None:
    """A headline corrected before the body, and the body after it."""

    def both(head: str, body: str) -> str:
        return f"Ferry sinks and {head} people drown\n\n{toll(body)}"

    [life] = lives(both("12", "12"), both("21", "12"), both("21", "21"))
    assert line(life) == "people: 12 (r1) -> split into 21 and 12 (r2) -> 21 (r3)"
    assert [stage.became for stage in life.stages] == ["first", "split", "joined"]


def test_headline_and_body_are_one_life() -> None:
    """A figure said twice and changed twice is told once, in two places."""

    def both(said: str) -> str:
        return f"Ferry sinks and {said} people drown\n\n{toll(said)}"

    [life] = lives(both("12"), both("21"))
    assert line(life) == "people: 12 (r1) -> 21 (r2)"
    assert len(life.latest) == 2


def test_what_a_notice_says_is_no_claim_of_the_article() -> None:
    """A correction names the wrong figure again; it marks the change, and starts no life."""
    notice = "\nCorrection: An earlier version of this article said that 12 people had died. It was 21.\n"
    [life] = lives(toll("12"), toll("21") + notice)
    assert line(life) == "people: 12 (r1) -> 21 (r2, acknowledged)"


def test_a_statement_keeps_its_life_under_a_new_source() -> None:
    """Who said it is what changes."""

    def said(who: str) -> str:
        return f"{LEAD}The ferry was not overloaded when it left the port, {who} said.{TAIL}"

    found = lives(said("harbour master Ada Lind"), said("a port official"), kind="attribution")
    [life] = [life for life in found if life.changed]
    assert [stage.values[0] for stage in life.stages] == ["Ada Lind said", "a port official said"]


def test_the_words_around_a_claim_keep_their_spelling() -> None:
    """As printed, dashes and curly marks included, and four on either side."""
    dated = "ORRIN, 14 May — At least a mile of the harbour’s wall fell, the council said."
    found = lives(f"{LEAD}{dated}{TAIL}", f"{LEAD}{dated.replace('14', '15')}{TAIL}", kind="date")
    [life] = [life for life in found if life.changed]
    assert life.subject == "“ORRIN, [...] — At least a ...”"
    quoted = "Ada Lind spoke of “good talks just last week” between the two."
    found = lives(f"{LEAD}{quoted}{TAIL}", f"{LEAD}{quoted.replace('last', 'this')}{TAIL}", kind="date")
    assert any("just [...]” between" in life.subject for life in found)


def test_a_quotation_changes_its_words() -> None:
    """A long one is cut to where it differs."""

    def quoted(words: str) -> str:
        start = "“We have looked at every cabin of the ship and at the whole of the harbour, and"
        return f"{LEAD}{start} {words},” said Ada Lind.{TAIL}"

    [life] = [life for life in lives(quoted("we may go on"), quoted("we will go on"), kind="quote") if life.changed]
    assert life.subject == "Ada Lind"
    assert "will" in life.stages[1].values[0]


def test_words_said_by_another_change_their_speaker() -> None:
    """The same quotation in another mouth."""

    def quoted(who: str) -> str:
        return f"{LEAD}“Nobody told us that the gate was open,” {who} said.{TAIL}"

    told = [line(life) for life in lives(quoted("Ada Lind"), quoted("Bo Carr"), kind="quote")]
    words = "“Nobody told us that the gate was open,”"
    assert told in ([f"quotation: Ada Lind: {words} (r1) -> Bo Carr: {words} (r2)"], [f"Bo Carr: {words} (r1-2)"])


def test_a_name_is_one_life_in_all_its_places() -> None:
    """Mentions come and go; the name stays."""
    texts = [f"{LEAD}{'Ada Lind waited. ' * times}{TAIL}" for times in (1, 3, 2)]
    found = [life for life in lives(*texts, kind="name") if "Ada Lind" in life.stages[0].values]
    assert [line(life) for life in found] == ["person: Ada Lind (r1-3)"]


def test_one_revision_has_lives_of_one_stage() -> None:
    """Nothing has changed yet."""
    assert [life.changed for life in history.lives(steps(toll("12")))].count(True) == 0


def test_no_claim_has_two_lives() -> None:
    """Every claim of every version is in one stage of one life at most."""
    taken = steps(toll("3"), toll("at least 12"), LEAD + TAIL, toll("21"))
    latest = [claim.id for life in history.lives(taken) for claim in life.latest if life.stages[-1].values]
    assert len(latest) == len(set(latest))


@pytest.mark.parametrize(
    ("number", "brought", "before"), [(1, 1, None), (2, 2, "3"), (3, 2, "3"), (4, 4, "at least 12")]
)
def test_blame_names_the_revision_that_brought_a_claim(number: int, brought: int, before: str | None) -> None:
    """And what it was before."""
    taken = steps(toll("3"), toll("at least 12"), toll("at least 12") + "More.\n", toll("21"))[:number]
    [origin] = [origin for origin in history.blame(taken) if origin.life.kind == "figure"]
    assert origin.revision.number == brought
    assert (origin.before.values[0] if origin.before else None) == before


def test_blame_is_of_the_claims_there_are() -> None:
    """What was taken out has no place in a version."""
    taken = steps(toll("3"), LEAD + TAIL)
    assert [origin for origin in history.blame(taken) if origin.life.kind == "figure"] == []


def test_many_claims_are_linked_in_linear_time() -> None:
    """A table of thousands of figures is followed as well."""
    rows = " ".join(f"{number} houses," for number in range(3000))
    found = lives(f"{LEAD}{rows}{TAIL}", f"{LEAD}{rows}{TAIL}".replace("2999 houses", "3001 houses"))
    assert sum(life.changed for life in found) == 1


def test_late_may_is_not_early_may_again() -> None:
    texts = [
        f"The harbour at Orrin will open to ferries in {when}, the council decided on Monday."
        for when in ("early May", "June", "late May")
    ]
    [life] = [life for life in lives(*texts, kind="date") if life.changed]
    assert line(life).endswith("early May (r1) -> June (r2) -> late May (r3)")
    assert [stage.became for stage in life.stages] == ["first", "changed", "changed"]


def test_as_many_nurses_are_not_the_soldiers_again() -> None:
    texts = [
        f"The blast at Orrin hurt {hurt}, the council said on Monday."
        for hurt in ("12 soldiers", "14 soldiers", "12 nurses")
    ]
    [life] = [life for life in lives(*texts) if life.changed]
    assert line(life).endswith("12 soldiers (r1) -> 14 soldiers (r2) -> 12 nurses (r3)")
    assert life.stages[-1].became == "changed"


def test_the_same_soldiers_are_back() -> None:
    texts = [f"The blast at Orrin hurt {hurt} soldiers, the council said on Monday." for hurt in ("12", "14", "twelve")]
    [life] = [life for life in lives(*texts) if life.changed]
    assert life.stages[-1].became == "back"
