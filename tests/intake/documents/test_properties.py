"""What holds for any bytes: one of two outcomes, the same each time, and nothing but what a reader sees."""

from __future__ import annotations

import html
import sys
import types
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revtrack import installing
from revtrack.errors import InputError
from revtrack.intake import documents
from revtrack.intake.documents import html_tree, news_page
from revtrack.intake.documents.copy_blocks import CopyBlock, folded, markdown
from tests.intake.documents.writers import FORMATS

ARTICLE = "# Toll rises\n\nAt least 12 people died, the council said.\n\n- One of them was 9.\n"
PARTS = ["<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<li>", "<td>", "</table>", "<table>", "<a href=/x>", "</a>"]
PARTS += [
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<",
    ">",
    "&amp;",
    "&#x",
    "'",
    '"',
    "=",
    "word ",
    "</",
    "<h1>",
    "<br>",
]


def outcome(data: bytes, name: str) -> object:
    try:
        return documents.read(data, name)
    except InputError as error:
        return str(error)


@settings(max_examples=settings().max_examples)
@given(st.sampled_from(["docx", "odt", "rtf", "html"]), st.data())
def test_damaged_documents(form: str, data: st.DataObject) -> None:
    """Are read or refused with one line, the same each time; never anything else."""
    whole = bytearray(FORMATS[form](ARTICLE))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(1, len(whole)))])
    first = outcome(cut, f"a.{form}")
    assert first == outcome(cut, f"a.{form}")
    if isinstance(first, str):
        assert first.startswith(f"a.{form}: ")
        assert "\n" not in first


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_damaged_pdf(data: st.DataObject) -> None:
    """As well."""
    pytest.importorskip("pypdfium2")
    test = bytearray(FORMATS["pdf"](ARTICLE))
    for _ in range(data.draw(st.integers(1, 4))):
        test[data.draw(st.integers(0, len(test) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(bytes(test), "a.pdf") == outcome(bytes(test), "a.pdf")


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(st.sampled_from(PARTS), max_size=60))
def test_broken_markup(parts: list[str]) -> None:
    """Is a tree, and every word outside scripts, comments and tags is in it once, or the page is refused."""
    page = "".join(parts)
    root = html_tree.parse(page, "a.html")
    assert root.all_text().count("word") <= page.count("word")
    outcome(b"<html>" + page.encode(), "a.html")


@settings(max_examples=settings().max_examples)
@given(
    st.lists(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=60), min_size=1, max_size=6)
)
def test_paragraphs_of_a_page(texts: list[str]) -> None:
    """Are what was written into it, whatever letters that has."""
    shown = [folded(text) for text in texts]
    shown = [text for text in shown if text.strip("\u00a0 ")]
    body = "".join(f"<p>Said {html.escape(text)} on Monday.</p>" for text in shown)
    if shown:
        found = news_page.read(f"<html><title>Toll</title><h1>Toll rises</h1><article>{body}</article>", "a.html").text
        assert found == "# Toll rises\n\n" + "\n\n".join(f"Said {text} on Monday." for text in shown) + "\n"


def test_plain_letters() -> None:
    """Ligatures are letters, and what is not seen is left out."""
    assert folded(" of\ufb01ce\u00ad s\u200bet\n up ") == "office set up"
    assert markdown([CopyBlock("row", "", ("a|b", "c"))]) == "| a\\|b | c |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("files", "origin", "command"),
    [
        ({}, "", "-m pip install 'revtrack[documents]==0.1.0'"),
        (
            {},
            '{"url": "file:///src/rt", "dir_info": {"editable": true}}',
            "-m pip install --editable '/src/rt[documents]'",
        ),
        ({"pipx_metadata.json"}, "", "pipx install --force 'revtrack[documents]==0.1.0'"),
        ({"uv-receipt.toml"}, "", "uv tool install --force 'revtrack[documents]==0.1.0'"),
        (
            {"pipx_metadata.json"},
            '{"url": "https://git.example/rt", "vcs_info": {"vcs": "git", "commit_id": "0af"}}',
            "pipx install --force 'revtrack[documents] @ git+https://git.example/rt@0af'",
        ),
    ],
)
def test_the_command_that_installs(
    files: set[str], origin: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is that of the way in which revtrack was installed, and names no other package."""
    for name in files:
        (tmp_path / name).touch()
    found = types.SimpleNamespace(
        version="0.1.0", read_text=lambda name: origin if name == "direct_url.json" else "pip"
    )
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(installing.metadata, "distribution", lambda _: found)  # type: ignore[attr-defined]
    assert installing.command("documents").endswith(command)


def test_pdf_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is one line with the command."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setitem(sys.modules, "pypdfium2.raw", None)
    with pytest.raises(InputError, match=r"^a\.pdf: reading PDF needs one more package: add it with `.*\[documents\]"):
        documents.read(b"%PDF-1.4", "a.pdf")
