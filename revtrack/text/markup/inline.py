"""Markup inside a line: tags, comments, entities, shortcodes, links, footnote marks, emphasis.

One expression finds them all. What it takes for markup has the shape of markup alone: `a < b`, `[sic]`, `*` between
numbers and `snake_case` are copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from revtrack import lexicon
from revtrack.model import Span
from revtrack.text.expressions import expression
from revtrack.text.markup import picture_words
from revtrack.text.markup.edits import MarkupEdit

# The longest tag, shortcode or link target that is looked for, in code points: a bound that keeps hostile texts linear,
# chosen by hand. A longer one stays in the text.
LONGEST = 2000

_EXPRESSION = r"""
      (?P<comment> <!--(?:(?!<!--).)*?--> | \{\#(?:(?!\{\#).)*?\#\} | \{/\*(?:(?!\{/\*).)*?\*/\}
        | \{%-?\s*comment\b(?:(?!\{%-?\s*comment\b).)*?endcomment\s*-?%\} )
    | (?P<unseen> <(?P<held>script|style|iframe|svg|noscript|template|object|video|audio|del|s|strike)\b[^<>]{0,LONGEST}
        (?:/>|>(?:(?!<(?P=held)\b).)*?</(?P=held)\s*>) )
    | (?P<raised> <(?P<level>sup|sub)(?:\s[^<>]{0,200})?>(?P<small>[\d+n-]{1,8})</(?P=level)> )
    | (?P<address> <(?:https?://|www\.|pic\.(?:twitter|x)\.com/)[^\s<>")\]]{1,LONGEST}> )
    | (?P<tag> </?(?P<name>[A-Za-z][A-Za-z0-9:.-]*)
        (?:[\s/](?:[^<>"']|"[^"]{0,LONGEST}"|'[^']{0,LONGEST}'){0,LONGEST})?> )
    | (?P<entity> &(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30}); )
    | (?P<template> \{\{[<%]?(?:(?!\{\{).){0,LONGEST}?[>%]?\}\} | \{%(?:(?!\{%).){0,LONGEST}?%\} )
    | (?P<shortcode> \[/[a-z][\w-]{1,40}\] | \[(?:CODES)\]
        | \[[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s\]"']{1,500})){1,40}\s*/?\] )
    | (?P<linked> (?<!\\)\[(?=!\[[^\[\]\n]{0,300}\]\([^()\n]{0,LONGEST}\)\]\() )
    | (?P<image> !\[ | (?<!\\)\[ )(?=[^\[\]\n]{0,300}\](?:\((?:[^()\n]|\([^()\n]*\)){0,LONGEST}\)|\[[^\[\]\n]{0,100}\]))
    | (?P<target> \](?:\((?:[^()\n]|\([^()\n]*\)){0,LONGEST}\)|\[[^\[\]\n]{0,100}\]) (?:\{[^{}\n]{0,300}\})? )
    | (?P<footnote> \[\^[^\[\]\s]{1,40}\]:? | (?<=[\w.,;:!?"'\u2019\u201d)\]])\[\d{1,3}\](?!\() )
    | (?P<struck> ~~(?=\S)[^~\n]{1,500}~~ )
    | (?P<attributes> \{[.\#:][^{}\n]{1,300}\}(?=[ \t]*\r?$) | (?<=[*_)\]`])\{[.\#:][^{}\n]{1,300}\} )
    | (?P<escape> \\(?=[!-/:-@\[-`{-~]) )
    | (?P<emphasis> \*\*\*|\*\*|__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\w)
        |(?<=[\w.,!?"'\u201d\u2019])_(?!\w)|==(?=\S)|(?<=\S)== )
    | (?P<code> (?<!`)`[^`'\n]{1,200}`(?!`) )
"""


# Markup begins with one of these; looking for them first is ten times as fast as trying the expression everywhere.
_SIGN = expression(r"[<&\[\]{~*_`\\=!]")
_ADDRESS = expression(r"\b(?:https?://|www\.)[^\s<>\")\]]+")


@cache
def _markup() -> re.Pattern[str]:
    written = _EXPRESSION.replace("LONGEST", str(LONGEST)).replace(
        "CODES", "|".join(sorted(lexicon.words("shortcodes")))
    )
    return expression(written, re.VERBOSE | re.DOTALL | re.MULTILINE)


def edits(text: str, begin: int, captioned: list[Span], end: int | None = None) -> Iterator[MarkupEdit]:
    """The markup of a stretch of a text, in text order; `captioned` takes the captions that it shows."""
    markup = _markup()
    stop = len(text) if end is None else end
    for address in _ADDRESS.finditer(text, begin, stop):
        yield MarkupEdit(*address.span())
    position = begin
    for sign in _SIGN.finditer(text, begin, stop):
        if sign.start() < position:
            continue
        match = markup.match(text, sign.start(), stop)
        if match and match["code"]:  # what is between the ticks is shown as it is
            yield from (MarkupEdit(at, at + 1) for at in (match.start(), match.end() - 1))
            position = match.end()
        elif match and (words := picture_words.within(text, match)):
            captioned += words
            yield from _around(text, match.span(), words)
            position = match.end()
        elif match and (edit := _edit(match)):
            yield edit
            position = match.end()


def _around(text: str, markup: tuple[int, int], words: list[Span]) -> Iterator[MarkupEdit]:
    """Markup that shows words of its own, each of them as a block."""
    position = markup[0]
    for span in words:
        yield MarkupEdit(position, span.start, "\n\n", joins=False)
        yield from edits(text, span.start, [], span.end)
        position = span.end
    yield MarkupEdit(position, markup[1], "\n\n", joins=False)


def _edit(match: re.Match[str]) -> MarkupEdit | None:
    kind = match.lastgroup
    start, end = match.span()
    if match["entity"]:
        seen = _character(match[0])
        return MarkupEdit(start, end, seen) if seen else None
    if match["raised"]:
        return MarkupEdit(start, end, match["small"].translate(_RAISED if match["level"] == "sup" else _LOWERED))
    if match["tag"]:
        return _tag(match["name"], start, end, is_closing=match[0].startswith("</"))
    if match["unseen"]:
        return MarkupEdit(start, end, joins=match["held"] in ("del", "s", "strike"))
    return MarkupEdit(start, end, joins=kind not in ("comment", "template", "shortcode"))


_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-n", "₀₁₂₃₄₅₆₇₈₉₊₋ₙ")


def _character(entity: str) -> str:
    """The character that an entity stands for, empty for one that does not exist."""
    import html

    seen = html.unescape(entity)
    return "" if seen == entity or len(seen) > 1 else " " if seen.isspace() else seen


def _tag(name: str, start: int, end: int, *, is_closing: bool) -> MarkupEdit | None:
    """A tag of HTML, of a web component (`news-embed`) or of JSX (`Tweet`); "<sigh>" is copy."""
    element = name.lower()
    if element == "q":
        return MarkupEdit(start, end, "\u201d" if is_closing else "\u201c")
    if element == "img":  # one in the copy, such as a flag, parts no paragraph
        return MarkupEdit(start, end, joins=False)
    if element == "li" and not is_closing:
        return MarkupEdit(start, end, "\n\n- ", joins=False)
    if element in lexicon.words("inline_elements"):
        return MarkupEdit(start, end)
    if element in lexicon.words("block_elements") or "-" in name or name[0].isupper():
        return MarkupEdit(start, end, "\n\n", joins=False)
    return None
