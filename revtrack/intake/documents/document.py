"""What is read of one document: its text as Markdown, and what is known of it beside the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from revtrack.errors import InputError
from revtrack.intake.documents import document_limits as limits
from revtrack.intake.documents.copy_blocks import CopyBlock, markdown, one_headline

Tracked = Literal["accepted", "original"]


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text; its headline, byline, times in UTC and addresses (best first) where it states them."""

    text: str
    title: str = ""
    by: str = ""
    published: str = ""
    modified: str = ""
    addresses: tuple[str, ...] = ()
    has_tracked_changes: bool = False


def from_blocks(blocks: Iterable[CopyBlock], name: str) -> Document:
    """The document that blocks of copy make; raises InputError where they are too many or none."""
    kept = one_headline(blocks)
    text = markdown(kept)
    if len(text) > limits.MAX_TEXT:
        raise InputError(f"{name}: holds more than {limits.MAX_TEXT // 1_000_000} million characters of text: split it")
    if not text:
        raise InputError(f"{name}: holds no text: open it in the program that wrote it, and save it anew")
    title = next((here.text for here in kept if here.form == "headline"), "")
    return Document(text, title)


def with_tracked(document: Document, has_changes: bool) -> Document:
    """The same document, with word of its tracked changes."""
    return replace(document, has_tracked_changes=has_changes)
