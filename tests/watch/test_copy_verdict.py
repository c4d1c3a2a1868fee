"""A capture is not an edit: what is none comes first, then what is."""

from __future__ import annotations

import pytest

from revtrack.watch.copy_verdict import judge
from revtrack.watch.page_reading import PageReading, charset_of

PARAGRAPHS = (
    "At least 12 people were hurt when a ferry ran aground near Orrin on Monday, harbour master Ada Lind said.",
    "\u201cWe had warned them,\u201d said Marek Dolan, who has sailed the channel for thirty years.",
    "The council will meet on Friday to talk about the two buoys that were missing.",
    "The company has not commented on the case. Its offices stayed closed on Tuesday.",
)
HEAD = "Ferry runs aground near Orrin"
OLD_FRAME, NEW_FRAME = "0a 0b 0c 0d", "1a 1b 1c 0d"


def text(*paragraphs: str, head: str = HEAD) -> str:
    return "\n\n".join((head, *(paragraphs or PARAGRAPHS))) + "\n"


def reading(shown: str, frame: str = OLD_FRAME, claimed: str = "2026-10-31T10:00:00Z", **more) -> PageReading:
    return PageReading(shown, "https://news.example/ferry", "", claimed, claimed, frame, **more)


OLD = reading(text())
WALL = "Already a subscriber? Log in to read the rest."


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        (reading(text()), "same"),
        (reading(text().replace("\u201c", '"').replace("\u201d", '"')), "same"),
        (reading(text("Updated 5 minutes ago", *PARAGRAPHS, "312 comments")), "same"),
        (reading(f"# {HEAD}\n\n" + "\n\n".join(PARAGRAPHS)), "same"),
        (reading(text(*PARAGRAPHS[:2], WALL), wall="a paywall"), "aside"),
        (reading(text(*PARAGRAPHS[:3]), is_whole=False), "aside"),
        (reading(text(PARAGRAPHS[0])), "aside"),
        (
            reading("Front page\n\n" + "\n\n".join(f"Weather report number {n} brings sunshine." for n in range(20))),
            "aside",
        ),
        (reading(text("By Jo Berg", *PARAGRAPHS), frame=NEW_FRAME), "template"),
        (reading(text(*PARAGRAPHS, "The pier on a summer morning."), frame=NEW_FRAME), "template"),
    ],
)
def test_what_is_no_edit(new: PageReading, kind: str) -> None:
    assert judge(OLD, new).kind == kind


@pytest.mark.parametrize(
    "new",
    [
        reading(text().replace("12", "21")),
        reading(text().replace("Friday", "Thursday"), frame=NEW_FRAME),
        reading(text(*PARAGRAPHS[:3])),
        reading(text(*PARAGRAPHS, "Correction: The ferry was built in 1998.")),
        reading(text(head="Ferry runs aground again")),
        reading(text(*reversed(PARAGRAPHS))),
        reading(
            text(*PARAGRAPHS, "Divers found a second hole on Tuesday."), frame=NEW_FRAME, claimed="2026-10-31T12:00:00Z"
        ),
        reading(text().replace("people", "passengers")),
    ],
)
def test_every_change_of_the_copy_is_an_edit(new: PageReading) -> None:
    assert judge(OLD, new).kind == "edit"


def test_a_wall_is_never_believed_and_a_short_text_may_be() -> None:
    assert not judge(OLD, reading(text(PARAGRAPHS[0], WALL), wall="a paywall")).in_doubt
    assert judge(OLD, reading(text(PARAGRAPHS[0]))).in_doubt


@pytest.mark.parametrize(
    ("body", "said", "read_as"),
    [
        ("caf\u00e9".encode(), "iso-8859-1", "utf-8"),
        ("caf\u00e9".encode("cp1252"), "windows-1252", "windows-1252"),
        (b"cafe", "koi8-r", "koi8-r"),
    ],
)
def test_bytes_that_are_utf_8_are_read_as_that(body: bytes, said: str, read_as: str) -> None:
    assert charset_of(body, said) == read_as
