r"""Rich Text Format: what a reader sees, in whatever code page it was written."""

from __future__ import annotations

import pytest

from revtrack.intake import documents
from revtrack.intake.documents import Tracked
from tests.intake.documents.writers import rtf_document


def text(body: str, tracked: Tracked = "accepted") -> str:
    return documents.read(rtf_document(body), "story.rtf", tracked=tracked).text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"caf\'e9 \ldblquote yes\rdblquote\par", "café “yes”\n"),
        (r"{\uc1\u8220 ?yes\u8221 ?}\par", "“yes”\n"),
        (r"{\uc2\u8364\'80\'805}\par", "€5\n"),
        (r"\u-10179?\u-8704?\par", "\U0001f600\n"),
        (r"{\fonttbl{\f1\fcharset204 X;}}{\f1 \'cf\'f0\'e8}\par", "При\n"),
        (r"{\fonttbl{\f1\fcharset128 X;}}{\f1 \'93\'fa\'96\'7b}\par", "日本\n"),
        (r"One{\*\bkmkstart x}{\*\unknown{\deep no}}.\par", "One.\n"),
        (r"{\header no\par}{\footer no\par}One.\par", "One.\n"),
        (r"{\field{\*\fldinst HYPERLINK no}{\fldrslt link}}\par", "link\n"),
        (r"{\pict\pngblip 89504e470d0a}One.\par", "One.\n"),
        (r"\bin9 {no}{{no}One.\par", "One.\n"),
        (r"One{\footnote\pard\plain Note.}.\par\pard Two.\par", "One.\n\nTwo.\n\nNote.\n"),
        (
            r"One{\shp{\*\shpinst{\sp{\sn no}{\sv no}}{\shptxt\pard Box.\par}}{\shprslt{\*\do no}}} and more.\par",
            "One and more.\n\nBox.\n",
        ),
        (r"seen{\v unseen}\par", "seen\n"),
        (r"well\_known a\~b c\-d\line e\par", "well-known a\u00a0b cd e\n"),
        (r"\trowd\pard\intbl a\cell b\par c\cell\row\pard Two.\par", "| a | b c |\n| --- | --- |\n\nTwo.\n"),
        (r"One.\par} trailing {\b no", "One.\n"),
        (r"One.", "One.\n"),
    ],
)
def test_what_is_read(body: str, shown: str) -> None:
    """What a reader sees on the page."""
    assert text(body) == shown


def test_tracked_changes() -> None:
    """Words and the ends of paragraphs that were inserted or deleted."""
    body = r"At least {\deleted 12}{\revised 14} died.{\revised\par}{\revised  More.}\par"
    assert text(body) == "At least 14 died.\n\nMore.\n"
    assert text(body, "original") == "At least 12 died.\n"
    assert documents.read(rtf_document(body), "a.rtf").has_tracked_changes
    assert not documents.read(rtf_document(r"One.\par"), "a.rtf").has_tracked_changes
