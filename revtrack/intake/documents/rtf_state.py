"""What an RTF reader remembers: the state that a group has set, the paragraph it is in, the copy or note it fills."""

from __future__ import annotations

from dataclasses import dataclass, field

from revtrack.intake.documents.copy_blocks import CopyBlock, Form

# Code pages of fonts, by their charset numbers.
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
# Control words that are a sign of the text.
SIGNS = {
    "bullet": "\u2022",
    "cell": "",
    "emdash": "\u2014",
    "emspace": " ",
    "endash": "\u2013",
    "enspace": " ",
    "ldblquote": "\u201c",
    "line": "\n",
    "nestcell": " ",
    "lquote": "\u2018",
    "qmspace": " ",
    "rdblquote": "\u201d",
    "rquote": "\u2019",
    "tab": "\t",
    "~": "\u00a0",
    "_": "-",
    "{": "{",
    "}": "}",
    "\\": "\\",
    "\n": "",
    "\r": "",
}


@dataclass(slots=True)
class RtfState:
    """What a group has set: where its text goes, how its bytes are read, and whether it is in the wanted version."""

    place: str = "copy"  # copy, none, fonts, styles, list, note
    skip: int = 1  # bytes that stand for a \u in old readers
    font: int = -1
    hidden: bool = False
    deleted: bool = False
    revised: bool = False


@dataclass(slots=True)
class RtfParagraph:
    """What is known of the paragraph that is being read."""

    form: Form = "paragraph"
    listed: str = ""
    in_table: bool = False


@dataclass(slots=True)
class RtfFlow:
    """The copy, or one note: its blocks, and what of the next one has been read."""

    blocks: list[CopyBlock] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    paragraph: RtfParagraph = field(default_factory=RtfParagraph)
