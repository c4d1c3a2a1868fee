"""Captions are blocks of their own role, and items of lists are told with what leads into them."""

from __future__ import annotations

import pytest

import revtrack

CAPTIONS = [
    "![The dam on Thursday](a.png)",
    '![The dam on Thursday](a.png "2 of 3")',
    "[![The dam on Thursday](a.png)](https://a.example/3)",
    '<img src="a.png" width="300" alt="The dam on Thursday">',
    '<p><img alt="The dam on Thursday" src="a.png"></p>',
    '<picture><source srcset="a.png 2x"><img src="a.png" alt="The dam on Thursday"></picture>',
    "<figure><img src=a.png><figcaption>The dam on Thursday</figcaption></figure>",
    '<figure>\n<img src="a.png">\n<figcaption class="c">\nThe dam on <b>Thursday</b>\n</figcaption>\n</figure>',
    '{{< figure src="a.jpg" width="300" caption="The dam on Thursday" >}}',
    "{{< figure src='a.jpg' caption='The dam on Thursday' >}}",
    '{% include image.html src="a.jpg" caption="The dam on Thursday" %}',
    "{% figure caption: \"The dam on Thursday\" class: 'w-3' %}",
    '[caption id="attachment_12" width="300"]<img src="a.png"/>The dam on Thursday[/caption]',
    '<Image src={dam} width={300} alt="The dam on Thursday" />',
    '<amp-img src="a.png" width="300" height="200" alt="The dam on Thursday"></amp-img>',
    "![](a.png)\n*The dam on Thursday*",
    "Photo: The dam on Thursday",
    "Pictured: The dam on Thursday",
]


def blocks(middle: str) -> list[tuple[str, str]]:
    claims = revtrack.extract(f"The dam\n\nIt holds.\n\n{middle}\n\nIt is old.\n")
    return [(block.role, claims.text[block.start : block.end]) for block in claims.blocks]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_is_a_block(caption: str) -> None:
    roles = [role for role, _ in blocks(caption)]
    assert roles == ["headline", "body", "caption", "body"]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_what_a_caption_says_counts(caption: str) -> None:
    old = f"The dam\n\nIt holds.\n\n{caption}\n\nIt is old.\n"
    found = revtrack.compare(old, old.replace("Thursday", "Friday")).changes
    assert [(change.kind, change.labels) for change in found] == [("date", ("value",))]
    assert not revtrack.compare(old, old.replace("a.png", "b-640.png").replace("300", "640")).changes


@pytest.mark.parametrize(
    "line",
    ['See <img src="flag.png" alt="3 flags"> there.', "Photo: Jo Berg/Getty Images", '{{< video id="12" title="x" >}}'],
)
def test_no_caption(line: str) -> None:
    assert "caption" not in {role for role, _ in blocks(line)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Killed:\n\n- Norway: 3\n- Sweden: 12\n", "Killed: Norway: 3 -> 4 (+33%)"),
        ("## Killed\n\n1. Norway: 3\n2. Sweden: 12\n", "Killed: Norway: 3 -> 4 (+33%)"),
        ("<p>Killed:</p>\n<ul>\n<li>Norway: 3</li>\n<li>Sweden: 12</li></ul>\n", "Killed: Norway: 3 -> 4 (+33%)"),
        ("* Norway\n  * killed: 3\n  * hurt: 12\n* Sweden\n  * killed: 3 or so\n", "Norway: killed: 3 -> 4 (+33%)"),
        ("It lost in:\n\n- Norway, with 3 goals\n", "It lost in: goals: 3 -> 4 (+33%)"),
        ("It lost.\n\n- Norway: 3\n", "Norway: 3 -> 4 (+33%)"),
    ],
)
def test_an_item_is_told_with_its_lead_in(text: str, message: str) -> None:
    found = revtrack.compare(text, text.replace("3", "4", 1)).changes
    assert [change.message for change in found] == [message]


def test_an_item_that_goes_is_told_with_its_lead_in() -> None:
    text = "Killed:\n\n- Norway: 3\n- Sweden: 12\n"
    found = revtrack.compare(text, text.replace("- Norway: 3\n", "")).changes
    assert [change.message for change in found] == ['figure removed: 3, in "Norway: 3" under "Killed"']


def test_a_list_of_html_is_the_list_of_markdown() -> None:
    markdown = "Killed:\n\n- Norway: 3\n- Sweden: 12\n"
    html = "<p>Killed:</p>\n<ul>\n  <li>Norway: 3</li>\n  <li>Sweden: 12</li>\n</ul>\n"
    assert not revtrack.compare(markdown, html).changes
