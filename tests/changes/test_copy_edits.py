"""Edits that a copy desk makes all day, in whole sentences: none of them raises an alarm, and their neighbours do."""

from __future__ import annotations

import pytest

import revtrack

LEAD = "Ida Lind, the curator, took the chest to Orrin. "


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He spent it on model trains, prosecutors say.", "He spent it on model trains, according to prosecutors."),
        ("The pier was sold in May, port files show.", "The pier was sold in May, according to port files."),
        (LEAD + "\u201cIt is still full,\u201d she said.", LEAD + "\u201cIt is still full,\u201d Ms Lind said."),
        ("The rates reflect that bills sell for less.", "The rates reflect the fact that bills sell for less."),
        ("It costs 10 percent more than it did last year.", "It costs 10 percent more than last year."),
        ("The lease is for seven (7) years.", "The lease is for seven years."),
        ("Sales fell in the previous week.", "Sales fell in the preceding week."),
        ("The shop opens on Sat. at noon.", "The shop opens on Saturday at noon."),
        ("A Mass is said Friday at 10 a.m. at the church.", "A Mass is said at 10 a.m. Friday at the church."),
        ("The fare will be R12,50, the port said.", "The fare will be R12.50, the port said."),
        ("\u201cIt is dark,\u201d said skipper Ado Nur.", "\u201cIt is dark,\u201d said Ado Nur, a skipper."),
        ("Talks resume once the men are back.", "Talks do not resume until the men are back."),
        ("The bill passes only once the lords agree.", "The bill does not pass until the lords agree."),
        ("Lund Corp. said the pier was shut.", "Lund Corporation said the pier was shut."),
        ("Consumers had complained that it woke them.", "It woke them, consumers had complained."),
        ("Lind birdied four of the last 6 holes.", "Lind birdied four of the last six holes."),
        ("They have 39 points from nine matches.", "They have 39 points from nine games."),
        ("\u201cKindly co-operate,\u201d he said.", "\u201cKindly cooperate,\u201d he said."),
        (
            "Snow fell at 2 inches an hour and drifts were as high as 7 feet, the highway patrol said.",
            "The highway patrol said snow fell at two inches an hour and drifts were as high as seven feet.",
        ),
        ("Orrin Co Council said the pier was shut.", "Orrin County Council said the pier was shut."),
        ("The Dept of Piers said it was shut.", "The Department of Piers said it was shut."),
        ("The mayor of Orrin, Ida Lind, said it was shut.", "Orrin Mayor Ida Lind said it was shut."),
    ],
)
def test_no_alarm(old, new):
    for one, other in ((old, new), (new, old)):
        assert [change.message for change in revtrack.compare(one, other).changes if change.severity != "low"] == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("He spent it on trains, prosecutors say.", "He spent it on trains, according to his lawyer.", "attribution"),
        ("The pier was sold, exchange data showed.", "The pier was sold, according to bankers.", "attribution"),
        ("The lease is for seven (7) years.", "The lease is for eight (8) years.", "date"),
        ("The shop opens on Sat. at noon.", "The shop opens on Sunday at noon.", "date"),
        ("A Mass is said Friday at 10 a.m. there.", "A Mass is said at 11 a.m. Friday there.", "date"),
        ("The strike will end once pay is settled.", "The strike will not end once pay is settled.", "certainty"),
        ("The strike will end once pay is settled.", "The strike will not begin until pay is settled.", "statement"),
        ("Lund Corp. said the pier was shut.", "Lund Ltd said the pier was shut.", "attribution"),
        (
            "Lind speaks once it ends and the mill will close.",
            "Lind speaks until it ends and the mill will not close.",
            "certainty",
        ),
        ("A picture by Ida Lind was sold.", "A picture said to be by Ida Lind was sold.", "certainty"),
        ("Vane's daughter, reached at home, said he slept.", "The guard's daughter said he slept.", "attribution"),
        ("Lind birdied four of the last six holes.", "Lind birdied four of the last five holes.", "figure"),
        ("They have 39 points from nine matches.", "They have 39 points from nine pupils.", "figure"),
        ("\u201cI will re-sign,\u201d he said.", "\u201cI will resign,\u201d he said.", "quote"),
        ("It is dark, said skipper Ado Nur.", "It is dark, said Ado Nur, a former skipper.", "attribution"),
        ("The chest was dated to 1000BC.", "The chest was dated to AD700.", "date"),
        ("The fare will be R12,50, the port said.", "The fare will be R12.80, the port said.", "figure"),
    ],
)
def test_an_alarm(old, new, kind):
    for one, other in ((old, new), (new, old)):
        assert kind in [change.kind for change in revtrack.compare(one, other).changes if change.severity != "low"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Lind declined to comment.", "Lind could not be reached for comment."),
        ("A spokesman refused to comment.", "A spokesman was not available for comment."),
    ],
)
def test_how_a_reporter_fared_is_no_reversal(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        [change] = revtrack.compare(one, other).changes
        assert (change.kind, change.labels, change.severity) == ("statement", ("word",), "medium")
        assert change.message == f"other words: {one.rstrip('.')} -> {other.rstrip('.')}"


def test_who_denied_it_before_declining_to_comment_still_turned_round() -> None:
    old = "Lind, who denied the charge, declined to comment."
    changes = revtrack.compare(old, old.replace("denied", "admitted")).changes
    assert "high" in [change.severity for change in changes]
