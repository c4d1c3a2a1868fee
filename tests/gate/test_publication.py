"""What front matter leaves surely public, and what it holds back."""

from __future__ import annotations

import pytest

from revtrack.gate import publication

PAST, FUTURE = "2024-01-02T00:00:00Z", "2999-01-01T00:00:00Z"

PUBLIC = [
    "",
    "Copy without front matter.\n\n---\n\nAnd a rule in it: draft: true.\n",
    "---\n---\nCopy.\n",
    "---\ntitle: The draft\n---\nCopy.\n",
    "---\ndraft: false # at last\n---\nCopy.\n",
    "---\ndraft: ~\n---\nCopy.\n",
    "---\ndraft:\ntitle: Ferry\n---\nCopy.\n",
    '---\ndraft: "no"\nprivate: off\nembargo:\n---\nCopy.\n',
    "---\nstatus: live\nvisibility: public\npublished: yes\n---\nCopy.\n",
    "---\npublished: 3 May\ndate: yesterday\n---\nCopy.\n",
    "---\nembargo: none of the above\n---\nCopy.\n".replace("none of the above", "no"),
    '{"draft": false, "title": "Ferry"}\n\nCopy.\n',
    "+++\ndraft = false\n+++\nCopy.\n",
    "- item: one\n- draft: true\n",
]
HELD = [
    "draft: true # not yet",
    "draft: on",
    "draft: y",
    "draft: !!bool true",
    "draft: &held true",
    "Draft: TRUE",
    '"draft": "Yes"',
    "draft: maybe",
    "draft:\n  true",
    "draft: >\n  true",
    "draft:\n  # until Monday\n  true",
    "status:\n  - draft",
    "private: true",
    "unlisted: 1",
    "password: hunter2",
    "published: false",
    "public: no",
    "status: Pending Review",
    "post_status: x\npostStatus: auto-draft",
    "visibility: private",
    "workflow: in_review",
    "embargo: soon",
    "publishDate: tba",
    "{draft: true}",
    "filler: " + "x" * 30_000 + "\ndraft: true",
]


@pytest.mark.parametrize("text", PUBLIC)
def test_what_is_surely_public_is_not_held_back(text: str) -> None:
    assert list(publication.held_until(text)) == []


@pytest.mark.parametrize("fence", ["---\n{}\n---\nCopy.\n", "---\n{}\n...\nCopy.\n", "---\r\n{}\r\n---\r\nCopy.\r\n"])
@pytest.mark.parametrize("lines", HELD)
def test_what_may_not_be_public_is_held_back(fence: str, lines: str) -> None:
    assert publication.NEVER in publication.held_until(fence.replace("{}", lines))


@pytest.mark.parametrize(
    "text",
    [
        '{"draft": true, "title": "Ferry"}\n\nCopy.\n',
        "+++\ndraft = true # not yet\n+++\nCopy.\n",
        '---json\n{"draft": true}\n---\nCopy.\n',
        "---\ndraft: true\nCopy that never closes it.\n",
    ],
)
def test_every_form_of_front_matter_is_read(text: str) -> None:
    """And one that is never closed cannot be read."""
    assert publication.NEVER in publication.held_until(text)


@pytest.mark.parametrize("field", ["embargo", "embargoed_until", "publishDate", "publish-date", "date", "published"])
def test_a_time_holds_back_until_it_has_come(field: str) -> None:
    for written, expected in (("2024-01-02", PAST), ("2999-01-01", FUTURE)):
        assert list(publication.held_until(f"---\n{field}: {written}\n---\nCopy.\n")) == [expected]
