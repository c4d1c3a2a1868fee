"""What the page asks of revtrack, in the reader's browser: texts in, texts out.

A worker calls these functions with plain strings and bytes; what goes wrong with a text is a RevtrackError whose
message is shown as it is. The last diff is kept, for the formats and the notice that are asked of it next.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import revtrack
from revtrack.archive import texts
from revtrack.errors import InputError
from revtrack.gate import formulas
from revtrack.model import Diff
from revtrack.model.record import replace
from revtrack.report import html, indented_json, markdown, notice_draft, terminal

Format = Literal["html", "json", "markdown", "text"]
# Columns of a diff as plain text: those of a mail.
WIDTH = 80


def read(name: str, data: bytes) -> str:
    """The text of a file that was dropped or chosen; raises InputError."""
    if data.startswith(b"%PDF-"):
        raise InputError(f"{name}: this page does not read PDF: copy its text and paste it")
    return texts.of(data, name)


def pasted(markup: str, plain: str) -> str:
    """What was pasted, as text with its headings, lists and links, or its plain text where that holds more."""
    try:
        text = texts.of(markup.encode(), "clipboard", kind="html")
    except InputError:
        return plain
    # A reader of pages looks for the article; of a clipboard all of it is wanted, links and marks aside.
    return text if len(text.split()) >= 0.9 * len(plain.split()) else plain


def compared(old: str, new: str, form: Format, old_name: str = "", new_name: str = "") -> str:
    """The diff of two texts, as `revtrack compare` prints it in a format."""
    diff = _diff(old, new)
    names = (old_name, new_name)
    if form == "json":
        return indented_json.written(replace(diff, furniture=()).to_dict(), escaped=False) + "\n"
    if form == "markdown":
        return markdown.diff(diff, names=names)
    if form == "text":
        return terminal.diff(diff, colour=False, width=WIDTH, names=names)
    return html.diff(diff, names=names)


def notice(old: str, new: str, style: str, day: str) -> str:
    """A correction notice for what changed, in a built-in style; empty where nothing is to be corrected."""
    formula = notice_draft.Formula(**formulas.formula(style, {}))
    return notice_draft.text(_diff(old, new), formula, day)


def claims(text: str) -> str:
    """The claims of one version as JSON, as `revtrack claims --format json` prints them."""
    return indented_json.written(revtrack.extract(text).to_dict(), escaped=False) + "\n"


def forget() -> None:
    """Let go of the last diff."""
    _diff.cache_clear()


@lru_cache(maxsize=1)
def _diff(old: str, new: str) -> Diff:
    return revtrack.compare(old, new)
