"""One article is the same claims from every format: twelve articles, written once as text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import revtrack
from revtrack.intake import documents
from revtrack.intake.documents.copy_blocks import markdown
from tests.intake.documents.writers import FORMATS, blocks

ARTICLES = {path.stem: path.read_text("utf-8") for path in sorted(Path(__file__).with_name("articles").glob("*.md"))}


def claims(text: str) -> list[dict[str, object]]:
    """The claims of a text without their places in it."""
    found = revtrack.extract(text).to_dict()["claims"]
    places = {"id", "start", "end", "sentence", "spans", "content", "attribution"}
    inner = {"start", "end", "spans"}
    return [
        {
            key: {name: part for name, part in value.items() if name not in inner} if isinstance(value, dict) else value
            for key, value in claim.items()
            if key not in places
        }
        for claim in found
    ]


def test_there_are_twelve_articles() -> None:
    """Each of them as the readers write one."""
    assert len(ARTICLES) == 12
    for text in ARTICLES.values():
        assert markdown(blocks(text)) == text


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_claims_in_the_same_order(name: str, form: str) -> None:
    """As those of the text; and from all but PDF the very same text. PDF does not say what a block quotation is."""
    if form.startswith("pdf"):
        pytest.importorskip("pypdfium2")
    text = ARTICLES[name]
    data = FORMATS[form](text)
    found = documents.read(data, f"{name}.{form[:4]}")
    assert claims(found.text) == claims(
        re.sub(r"^> ?", "", text, flags=re.MULTILINE) if form.startswith("pdf") else text
    )
    if not form.startswith("pdf"):
        assert found.text == text
    assert found.title == text.splitlines()[0].removeprefix("# ")
    assert documents.read(data, f"{name}.{form[:4]}") == found
