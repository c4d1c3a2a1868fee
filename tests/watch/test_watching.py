"""A page and a feed are followed: what is new is found, an edit is one revision, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revtrack.errors import InputError, StoreError
from revtrack.intake import pages
from revtrack.intake.pages import PageContent
from revtrack.store import Store
from revtrack.watch import page_reading
from revtrack.watch.follows import DAY, HOUR
from revtrack.watch.targets import WatchEvent
from tests.watch.courier_desk import PAGE, Courier, CourierDesk

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Orrin Courier</title>{items}</channel></rss>"""


def test_a_page_and_a_feed(desk: CourierDesk, courier: Courier) -> None:
    """The page is looked at every hour, the feed's article at its ages; each edit is a revision with its facts."""
    link = f"<item><link>{desk.url('/ferry?utm_source=rss')}</link></item>"
    courier.put("/rss", FEED.format(items=link), "application/rss+xml")
    courier.put("/ferry", PAGE.format(title="Ferry runs aground", toll=12))
    courier.put("/ferry?utm_source=rss", PAGE.format(title="Ferry runs aground", toll=12))
    courier.put("/terms", PAGE.format(title="Terms of the harbour", toll=3))
    desk.watching.add([desk.url("/rss")])
    desk.watching.add([desk.url("/terms")], kind="page", name="terms")
    counts = desk.run(once=True)
    assert (counts.new, counts.revised, counts.aside) == (2, 0, 0)
    assert desk.run(once=True).requests == 0
    courier.put("/ferry?utm_source=rss", PAGE.format(title="Ferry runs aground", toll=21))
    counts = desk.run(seconds=2 * HOUR)
    assert (counts.new, counts.revised, counts.aside) == (0, 1, 0)
    assert desk.run(seconds=DAY)[1:] == (0, 0, 0)
    [name] = [one.article for one in desk.archive.articles() if one.article != "terms"]
    messages = [change.message for change in desk.archive.diff(name).changes]
    assert messages == ["people hurt: at least 12 -> at least 21 (+75%)"]
    events = list(desk.watching.events())
    assert [event.kind for event in events] == ["new", "new", "revised"]
    assert dict(events[-1].facts)["HTTP-Status"] == "200"
    commit = Store(desk.archive.path).repository.run("log", "-1", "--format=%B", "refs/heads/revisions").decode()
    assert "\nBody-SHA256: " in commit
    assert desk.archive.verify().findings == ()


def test_what_only_another_reader_sees_is_no_edit(
    desk: CourierDesk, courier: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new revtrack reads a picture's caption too: of the page as it was, and of the page as it is."""
    read = pages.read

    def better(page: bytes, charset: str = "") -> PageContent | str:
        found = read(page, charset)
        assert isinstance(found, PageContent)
        return replace(found, text=f"{found.text}\n\nThe wreck at the pier, as a neighbour saw it on Monday.")

    courier.put("/ferry", PAGE.format(title="Ferry runs aground", toll=12) + "<!-- 1 -->")
    desk.watching.add([desk.url("/ferry")], kind="page")
    assert desk.run(once=True).new == 1
    monkeypatch.setattr(page_reading, "VERSION", "99")
    monkeypatch.setattr(pages, "read", better)
    courier.put("/ferry", PAGE.format(title="Ferry runs aground", toll=12) + "<!-- 2 -->")
    assert desk.run(everything=True).revised == 0
    courier.put("/ferry", PAGE.format(title="Ferry runs aground", toll=21) + "<!-- 3 -->")
    assert desk.run(everything=True).revised == 1


def test_the_list_may_be_edited_while_a_run_is_at_work(desk: CourierDesk, courier: Courier) -> None:
    """What is new in it is followed, what is gone is left alone, what is wrong is told, and the run goes on."""
    for path in ("/ferry", "/terms"):
        courier.put(path, PAGE.format(title=f"About the {path[1:]}", toll=12))
    desk.watching.add([desk.url("/ferry")], kind="page")
    told: list[WatchEvent] = []
    head = desk.watching.file.read_text().partition("[[follow]]")[0]

    def edit(event: WatchEvent) -> None:
        told.append(event)
        if event.kind == "new" and "ferry" in event.url:
            desk.watching.file.write_text("contact = ")
        elif event.kind == "failing":
            desk.watching.file.write_text(f'{head}[[follow]]\nurl = "{desk.url("/terms")}"\n')

    desk.run(seconds=5 * HOUR, tell=edit)
    assert [event.kind for event in told] == ["new", "failing", "new"]
    assert "not valid TOML" in told[1].detail
    paths = [one.path for one in desk.server.asked]
    assert paths.count("/ferry") <= 2 < paths.count("/terms")


def test_nobody_at_this_machine_is_the_author_of_a_page(desk: CourierDesk, courier: Courier) -> None:
    """An edit of another newsroom has the byline of its page, or none."""
    repository = Store(desk.archive.path).repository
    repository.run("config", "user.name", "Ann Editor")
    repository.run("config", "user.email", "ann@paper.example")
    courier.story("/ferry", 12)
    courier.put(
        "/mill", PAGE.format(title="Mill burns", toll=3).replace("<p>", '<p class="byline">By Bo Lind</p><p>', 1)
    )
    desk.watching.add([desk.url("/ferry"), desk.url("/mill")], kind="page")
    desk.run(once=True)
    assert "Ann Editor" not in {entry.revision.by for entry in desk.archive.log().entries}


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1/rss.xml", "if a test system is meant, write allow-private = true into"),
        ("news.example/rss.xml", "did you mean https://news.example/rss.xml"),
        ("ftp://news.example/rss.xml", "is not http or https but ftp: name one such as https"),
    ],
)
def test_an_address_that_cannot_be_followed_comes_with_the_way_out(desk: CourierDesk, url: str, said: str) -> None:
    desk.file.write_text('contact = "desk@paper.example"\n')
    with pytest.raises(InputError, match=said):
        desk.watching.add([url])


def test_a_damaged_state_is_named_and_can_be_moved_away(desk: CourierDesk, courier: Courier) -> None:
    """All is looked at anew then, and the store knows the texts that it has."""
    for number in range(12):
        courier.story(f"/{number}", number, f"Ferry number {number} runs aground")
    desk.watching.add([desk.url(f"/{number}") for number in range(12)], kind="page")
    desk.run(once=True)
    [file] = desk.archive.path.glob("**/watch.sqlite")
    data = file.read_bytes()
    file.write_bytes(data[:8192] + b"x" * (len(data) - 8192))
    for use in (
        lambda: desk.run(once=True),
        lambda: list(desk.watching.events()),
        lambda: list(desk.watching.standing()),
    ):
        with pytest.raises(StoreError, match=r"is damaged .*: restore it from a backup, or move it away"):
            use()
    file.unlink()
    assert desk.run(once=True).new == 12
    assert {len(desk.archive.log(one.article).entries) for one in desk.archive.articles()} == {1}
