"""OpenDocument texts: what a reader sees, and the two versions that tracked changes hold."""

from __future__ import annotations

import pytest

from revtrack.intake import documents
from revtrack.intake.documents import Tracked
from tests.intake.documents.writers import odt_package


def text(body: str, tracked: Tracked = "accepted", styles: str = "") -> str:
    return documents.read(odt_package(body, styles), "story.odt", tracked=tracked).text


def changes(*regions: str) -> str:
    return "<text:tracked-changes>{}</text:tracked-changes>".format(
        "".join(
            f'<text:changed-region text:id="c{n}">{region}</text:changed-region>' for n, region in enumerate(regions)
        )
    )


INSERTION = "<text:insertion/>"
START, END, MARK = '<text:change-start text:change-id="c0"/>', '<text:change-end text:change-id="c0"/>', "c1"


def test_tracked_words() -> None:
    """What was inserted is between marks, what was deleted at the head of the document."""
    gone = "<text:deletion><text:p>12</text:p></text:deletion>"
    body = f'{changes(INSERTION, gone)}<text:p>At least <text:change text:change-id="c1"/>{START}14{END} died.</text:p>'
    assert text(body) == "At least 14 died.\n"
    assert text(body, "original") == "At least 12 died.\n"
    assert documents.read(odt_package(body), "a.odt").has_tracked_changes


def test_tracked_paragraphs() -> None:
    """A paragraph added; and two joined, whose end was deleted."""
    added = f"{changes(INSERTION)}<text:p>One.{START}</text:p><text:p>Two.{END}</text:p><text:p>Three.</text:p>"
    assert text(added) == "One.\n\nTwo.\n\nThree.\n"
    assert text(added, "original") == "One.\n\nThree.\n"
    joined = changes(INSERTION, "<text:deletion><text:p>One.</text:p><text:p/></text:deletion>")
    body = f'{joined}<text:p><text:change text:change-id="c1"/>Two.</text:p>'
    assert text(body) == "Two.\n"
    assert text(body, "original") == "One.\n\nTwo.\n"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "a b c d\n"),
        ("<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>", "ab\n"),
        ("<text:p>a <text:a>link</text:a> <text:span>b</text:span></text:p>", "a link b\n"),
        (
            "<text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p>"
            "</text:note-body></text:note>.</text:p><text:p>Two.</text:p>",
            "One.\n\nTwo.\n\nNote.\n",
        ),
        ("<text:section><text:p>In a section.</text:p></text:section>", "In a section.\n"),
        (
            "<table:table><table:table-row><table:table-cell table:number-columns-repeated='9999'/></table:table-row>"
            "<table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>a</text:p></table:table-cell>"
            "</table:table-row></table:table>",
            "| a | a |\n| --- | --- |\n",
        ),
        (
            '<text:list text:style-name="L1"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b'
            "</text:p></text:list-item></text:list></text:list-item></text:list>",
            "- a\n- b\n",
        ),
    ],
)
def test_what_is_read(body: str, shown: str) -> None:
    """What a reader sees on the page."""
    assert text(body) == shown


def test_styles_that_are_derived() -> None:
    """An automatic style is what its parent is."""
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    assert text('<text:p text:style-name="P1">Toll rises</text:p><text:p>Copy.</text:p>', styles=styles) == (
        "# Toll rises\n\nCopy.\n"
    )
