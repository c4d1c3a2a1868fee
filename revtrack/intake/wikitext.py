"""What a reader of a wiki sees, out of its markup: one pass with a stack, in time that grows with the text alone.

    '''SELM''' — At least [[w:Twelve|12]] people, {{w|Ada Lind|Lind}} said.<ref>...</ref>
    SELM — At least 12 people, Lind said.

Parsers of wikitext are built to change pages, and try again from each mark that is never closed: mwparserfromhell 0.7
takes minutes for 6 KB of `{{a|`. An archive may be made of such pages. Here a mark without its partner is a text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from revtrack import lexicon

MAX_DEPTH = 40  # templates and links inside each other; what is deeper is text
MAX_TEXT = 2_500_000  # characters; MediaWiki keeps up to 2 MB
_SEEN = "wiki_templates"
_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|^\{\|[^\n]*|^\|\}|\|", re.MULTILINE)
_HIDDEN = ("ref", "gallery", "math", "timeline", "imagemap", "score", "templatestyles", "syntaxhighlight", "inputbox")
_BREAK = re.compile(r"<br\b[^<>]{0,100}>|</?(?:p|div|blockquote|center|poem)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
_LINK = re.compile(r"\[(?:https?:|mailto:|ftp:)?//[^\s\[\]]{1,2000}(?:[^\S\n]+([^\[\]\n]{0,1000}))?\]")
_QUOTES = re.compile(r"'{2,}")
_OF = re.compile(r"'''(?=s\b)")  # a name in italics with its own apostrophe: ''Almery Post'''s
_SWITCH = re.compile(r"__[A-Z]{3,30}__")
_MARK = re.compile(r"[*#:;]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,10})?")
_FILES = frozenset(("file", "image", "media", "category"))
_REDIRECT = re.compile(r"#\s?\w{5,20}\s?:?\s?\[\[")
# Marks inside <nowiki> are themselves: they stand for one another until all others have been read.
_MARKS = "{}[]|'<=*#:;_&"
_PUT_BY = str.maketrans({mark: chr(0xE000 + number) for number, mark in enumerate(_MARKS)})
_PUT_BACK = str.maketrans({chr(0xE000 + number): mark for number, mark in enumerate(_MARKS)})


class _Frame:
    """A template, link or table that is open: what opened it, and its values so far."""

    __slots__ = ("opening", "values")

    def __init__(self, opening: str) -> None:
        self.opening = opening
        self.values: list[list[str]] = [[]]

    def literally(self) -> str:
        return self.opening + "|".join("".join(value) for value in self.values)


def is_redirect(source: str) -> bool:
    """Whether a page only points to another."""
    return bool(_REDIRECT.match(source.lstrip()[:100]))


def text(source: str, hidden: Iterable[str] = ()) -> str:
    """The copy of a page: paragraphs and items of lists with blank lines between, headings as in Markdown.

    `hidden` are the wiki's own names for files and categories, in lower case.
    """
    source = _without(source.replace("\r\n", "\n"), "<!--", "-->")
    source = _plain(source)
    for tag in _HIDDEN:
        source = _without_tag(source, tag)
    source = _flattened(source, _FILES | frozenset(hidden))
    source = _LINK.sub(lambda found: found[1] or "", source)
    source = _QUOTES.sub("", _OF.sub("'", _SWITCH.sub("", source)))
    source = _TAG.sub("", _BREAK.sub("\n\n", source))
    return "\n\n".join(_blocks(html.unescape(source).translate(_PUT_BACK)))


def _without(source: str, opening: str, closing: str) -> str:
    """A text without what stands between two marks; one that is not closed goes on to the end."""
    kept, at = [], 0
    while (start := source.find(opening, at)) >= 0:
        kept.append(source[at:start])
        end = source.find(closing, start + len(opening))
        at = end + len(closing) if end >= 0 else len(source)
    return "".join((*kept, source[at:]))


def _plain(source: str) -> str:
    """A text in which the marks inside <nowiki> are put by."""
    if "<nowiki>" not in source:
        return source
    first, *others = source.split("<nowiki>")
    parts = (other.partition("</nowiki>") for other in others)
    return first + "".join(inside.translate(_PUT_BY) + behind for inside, _, behind in parts)


def _without_tag(source: str, tag: str) -> str:
    """A text without the elements of one name, `<ref name="a"/>` and `<ref>...</ref>`."""
    opening = re.compile(rf"<{tag}(?=[\s/>])[^<>]{{0,1000}}>", re.IGNORECASE)
    closing = re.compile(rf"</{tag}\s{{0,20}}>", re.IGNORECASE)
    kept, at = [], 0
    while found := opening.search(source, at):
        kept.append(source[at : found.start()])
        at = found.end()
        if not found[0].endswith("/>"):
            end = closing.search(source, at)
            if not end:
                break  # none that follows is closed either
            at = end.end()
    return "".join((*kept, source[at:]))


def _flattened(source: str, hidden: frozenset[str]) -> str:
    """A text in which templates, links and tables are what they show."""
    frames = [_Frame("")]
    opened = {"{{": 0, "[[": 0, "{|": 0}
    at = 0
    for found in _TOKEN.finditer(source):
        token = found[0]
        frames[-1].values[-1].append(source[at : found.start()])
        at = found.end()
        opening = {"}}": "{{", "]]": "[[", "|}": "{|"}.get(token, token[:2])
        if token in ("}}", "]]", "|}") and opened[opening]:
            while frames[-1].opening[:2] != opening:  # what was opened inside and not closed
                inner = frames.pop()
                opened[inner.opening[:2]] -= 1
                frames[-1].values[-1].append(inner.literally())
            opened[opening] -= 1
            frames[-2].values[-1].append(_shown(frames.pop(), hidden))
        elif opening in opened and token not in ("}}", "]]", "|}") and len(frames) < MAX_DEPTH:
            opened[opening] += 1
            frames.append(_Frame(token))
        elif token == "|" and frames[-1].opening in ("{{", "[["):
            frames[-1].values.append([])
        else:
            frames[-1].values[-1].append(token)
    frames[-1].values[-1].append(source[at:])
    while len(frames) > 1:
        inner = frames.pop()
        frames[-1].values[-1].append(inner.literally())
    return "".join(frames[0].values[0])


def _shown(frame: _Frame, hidden: frozenset[str]) -> str:
    values = ["".join(value) for value in frame.values]
    if frame.opening == "[[":
        return _link(values, hidden)
    return _template(values) if frame.opening == "{{" else "".join(_rows(values[0]))


def _link(values: list[str], hidden: frozenset[str]) -> str:
    target = values[0].strip()
    space, colon, name = target.partition(":")
    if colon and (space.strip().lower() in hidden or (len(values) == 1 and _LANGUAGE.fullmatch(space))):
        return ""
    return values[-1] if len(values) > 1 and values[-1].strip() else (name if colon and space else target.lstrip(":"))


def _template(values: list[str]) -> str:
    shown = lexicon.mapping(_SEEN).get(" ".join(values[0].lower().split()), "")
    told = [value.strip() for value in values[1:] if "=" not in value.partition("<")[0][:40]]
    if shown == "all":
        return " ".join(told)
    if shown == "last":
        return told[-1] if told else ""
    if shown == "block":
        return f"{told[0]}\n\n" if told else ""
    return told[int(shown) - 1] if shown and len(told) >= int(shown) else ""


def _rows(table: str) -> Iterator[str]:
    """The rows of a table, cells between bars as in Markdown."""
    cells: list[str] = []
    for line in [*table.split("\n"), "|-"]:
        line = line.strip()
        if line.startswith("|-"):
            if any(cells):
                yield f"\n| {' | '.join(cells)} |\n"
            cells = []
        elif line.startswith("|+"):
            yield f"\n{line[2:].strip()}\n"
        elif line[:1] in ("|", "!"):
            for cell in line[1:].replace("!!", "||").split("||"):
                before, bar, behind = cell.rpartition("|")  # what stands before it is how the cell looks
                cells.append((behind if bar and "=" in before else cell).strip())
        elif line and cells:
            cells[-1] = f"{cells[-1]} {line}".strip()


def _blocks(source: str) -> Iterator[str]:
    """Paragraphs, items, rows and headings; a heading without anything below is left out."""
    heading = ""
    for block in _lines(source):
        if block.startswith("## "):
            heading = block
            continue
        if heading:
            yield heading
            heading = ""
        yield block


def _lines(source: str) -> Iterator[str]:
    waiting: list[str] = []
    for line in [*source.split("\n"), ""]:
        line = " ".join(line.split())
        mark = _MARK.match(line)
        is_heading = len(line) > 2 and line[0] == line[-1] == "="
        if line and not mark and not is_heading and line[0] != "|" and line.strip("-"):
            waiting.append(line)
            continue
        if waiting:
            yield " ".join(waiting)
            waiting = []
        words = line[mark.end() :].strip() if mark else line.strip("= ") if is_heading else line
        if words.strip("-| "):
            item = "- " if mark and mark[0][-1] in "*#" else ""
            yield f"## {words}" if is_heading else f"{item}{words}"
