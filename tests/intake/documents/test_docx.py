"""Word documents: what a reader sees, and the two versions that tracked changes hold."""

from __future__ import annotations

import pytest

from revtrack.errors import InputError
from revtrack.intake import documents
from revtrack.intake.documents import Tracked
from tests.intake.documents.writers import docx_package, docx_paragraph, zipped


def text(body: str, notes: str = "", tracked: Tracked = "accepted") -> str:
    return documents.read(docx_package(body, notes), "story.docx", tracked=tracked).text


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def inserted(words: str) -> str:
    return f'<w:ins w:author="A">{run(words)}</w:ins>'


def deleted(words: str) -> str:
    return f'<w:del w:author="A"><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


TRACKED = [
    pytest.param(
        f"<w:p>{run('At least ')}{deleted('12')}{inserted('14')}{run(' died.')}</w:p>",
        "At least 14 died.\n",
        "At least 12 died.\n",
        id="words",
    ),
    pytest.param(
        f"<w:p>{run('One.')}</w:p><w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{inserted('Two.')}</w:p><w:p>{run('Three.')}</w:p>",
        "One.\n\nTwo.\n\nThree.\n",
        "One.\n\nThree.\n",
        id="a paragraph added",
    ),
    pytest.param(
        f"<w:p>{run('One.')}</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{deleted('Two.')}</w:p><w:p>{run('Three.')}</w:p>",
        "One.\n\nThree.\n",
        "One.\n\nTwo.\n\nThree.\n",
        id="a paragraph removed",
    ),
    pytest.param(
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('One and ')}</w:p><w:p>{run('two.')}</w:p>",
        "One and two.\n",
        "One and\n\ntwo.\n",
        id="two paragraphs joined",
    ),
    pytest.param(
        f"<w:p><w:moveTo>{run('Two.')}</w:moveTo></w:p><w:p>{run('One.')}</w:p><w:p><w:moveFrom>{run('Two.')}</w:moveFrom></w:p>",
        "Two.\n\nOne.\n",
        "One.\n\nTwo.\n",
        id="moved",
    ),
    pytest.param(
        "<w:tbl><w:tr>{}</w:tr><w:tr><w:trPr><w:ins/></w:trPr>{}</w:tr></w:tbl>".format(
            *("".join(f"<w:tc>{docx_paragraph(cell)}</w:tc>" for cell in row) for row in (("a", "1"), ("b", "2")))
        ),
        "| a | 1 |\n| --- | --- |\n| b | 2 |\n",
        "| a | 1 |\n| --- | --- |\n",
        id="a row added",
    ),
]


@pytest.mark.parametrize(("body", "accepted", "original"), TRACKED)
def test_tracked_changes(body: str, accepted: str, original: str) -> None:
    """A document with tracked changes is two versions, and says that it has them."""
    assert text(body) == accepted
    assert text(body, tracked="original") == original
    assert documents.read(docx_package(body), "story.docx").has_tracked_changes
    assert not documents.read(docx_package(docx_paragraph("One.")), "story.docx").has_tracked_changes


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<w:p>{run('The ')}<w:hyperlink>{run('council')}</w:hyperlink>{run(' met.')}</w:p>", "The council met.\n"),
        ("<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>", "seen\n"),
        ("<w:p><w:r><w:t>Port</w:t><w:tab/><w:t>Almery</w:t><w:br/><w:t>x</w:t></w:r></w:p>", "Port Almery x\n"),
        ("<w:p><w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r></w:p>", "well-known\n"),
        ("<w:p><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:t>Link</w:t></w:r></w:p>", "Link\n"),
        (f"<w:sdt><w:sdtContent><w:p>{run('Held.')}</w:p></w:sdtContent></w:sdt>", "Held.\n"),
        (
            "<w:p><w:r><w:t>Copy.</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Box.</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r></w:p>",
            "Copy.\n\nBox.\n",
        ),
        (f"<w:tbl><w:tr><w:tc>{docx_paragraph('Framed.')}</w:tc></w:tr></w:tbl>", "Framed.\n"),
        (
            docx_paragraph("Toll rises", "Heading1") + docx_paragraph("The vote", "Heading2"),
            "# Toll rises\n\n## The vote\n",
        ),
        (docx_paragraph("One", "Heading1") + docx_paragraph("Two", "Heading1"), "# One\n\n## Two\n"),
        (
            docx_paragraph("a", listed=2) + docx_paragraph("b", listed=2) + docx_paragraph("c", listed=1),
            "1. a\n2. b\n\n- c\n",
        ),
    ],
)
def test_what_is_read(body: str, shown: str) -> None:
    """What a reader sees on the page."""
    assert text(body) == shown


def test_footnotes_follow_the_copy() -> None:
    """In the order of their marks; a mark is not a figure of the text."""
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = f"<w:p>{run('One')}{mark.format(3)}{run(' and two')}{mark.format(2)}{run('.')}</w:p>"
    notes = "".join(f'<w:footnote w:id="{n}"><w:p>{run(f"Note {n}.")}</w:p></w:footnote>' for n in (1, 2, 3))
    assert text(body, notes) == "One and two.\n\nNote 3.\n\nNote 2.\n"


def test_the_body_is_found_by_the_package() -> None:
    """Whatever its name is; an external one is never opened."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = '<Relationships><Relationship Type="{}" Target="{}" {}/></Relationships>'
    part = f'<w:document xmlns:w="x"><w:body><w:p>{run("One.")}</w:p></w:body></w:document>'
    data = zipped({"_rels/.rels": rels.format(kind, "/word/document2.xml", ""), "word/document2.xml": part})
    assert documents.read(data, "a.docx").text == "One.\n"
    outside = zipped(
        {
            "_rels/.rels": rels.format(kind, "http://x.example/a.xml", 'TargetMode="External"'),
            "word/document2.xml": part,
        }
    )
    with pytest.raises(InputError, match="no body"):
        documents.read(outside, "a.docx")
