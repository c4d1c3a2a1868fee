"""Captions: the words under a picture or in place of it, which are copy and never a headline.

`![words](a.jpg)`, `<img alt="words">` and a shortcode with `caption="words"` are captions where they stand alone on
their line; `<figcaption>`, `<caption>` and `[caption]` hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revtrack.model import Span
from revtrack.text.expressions import expression

# How much of its line is looked at on either side of a picture, in code points.
REACH = 2000

_WORDS = expression(
    r"""(?<![\w-])(?:alt|caption|figcaption)\s*[=:]\s*\{?(?:"((?:[^"\\]|\\.){1,1500})"|'((?:[^'\\]|\\.){1,1500})')"""
)
_PICTURE = expression(r"^[ \t>]*(?:\[(?=!))?!\[(?P<words>[^\[\]\n]{0,300})\](?=\()", re.MULTILINE)
# A line in italics right under a picture.
_UNDER = expression(r"[^\S\r\n]*\r?\n[ \t]*(?P<words>([*_])(?![*_\s])[^*_\r\n]{1,500}\2)[ \t]*(?=[\r\n]|\Z)")
_HELD = expression(
    r"""(?:<(?P<tag>figcaption|caption|amp-caption)\b[^<>]*> | \[(?P<code>(?:wp_)?caption)(?:[ ][^\[\]]*)?\]
        | \{\{[<%][ ]*(?P<block>(?:fig)?caption)\b[^{}]*[>%]\}\})
        (?P<words>(?:(?!<(?:fig)?caption\b|\[(?:wp_)?caption\b).)*?)
        (?:</(?P=tag)\s*>|\[/(?P=code)\]|\{\{[<%][ ]*/[ ]*(?P=block)[ ]*[>%]\}\})""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# What may stand beside a picture on its line: other markup, links around it, marks of a list or quotation.
_NO_COPY = expression(r"(?:<[^<>]*>|\]\([^()\s]*\)|\{\{[^{}]*\}\}|\[/?[a-z][^\[\]]*\]|[\s\[\]>*+|-])*+")
_PICTURES = frozenset(("img", "amp-img", "image", "figure"))


def within(text: str, markup: re.Match[str]) -> list[Span]:
    """The words that a tag or shortcode alone on its line shows under or in place of a picture."""
    start, end = markup.span()
    if not (markup["template"] or markup["shortcode"] or (markup["tag"] and _shows(markup["name"], markup[0]))):
        return []
    found: dict[str, Span] = {}
    for words in _WORDS.finditer(text, start, end):
        span = Span(*words.span(words.lastindex or 0))
        if span.of(text).strip():
            found.setdefault(span.of(text).strip(), span)
    return list(found.values()) if found and _is_alone(text, start, end) else []


def _shows(name: str, tag: str) -> bool:
    return not tag.startswith("</") and (name.lower() in _PICTURES or name[0].isupper() or "-" in name)


def _is_alone(text: str, start: int, end: int) -> bool:
    begin = max(text.rfind(sign, max(0, start - REACH), start) for sign in "\r\n") + 1
    stop = min((at for sign in "\r\n" if (at := text.find(sign, end, end + REACH)) >= 0), default=len(text))
    if start - begin >= REACH or stop - end >= REACH:
        return False
    return bool(_NO_COPY.fullmatch(text, begin, start) and _NO_COPY.fullmatch(text, end, stop))


def find(text: str, begin: int) -> Iterator[Span]:
    """The stretches of a text that are captions, or that hold one with its picture."""
    for picture in _PICTURE.finditer(text, begin):
        close = text.find(")", picture.end(), picture.end() + REACH)
        if close >= 0 and _is_alone(text, picture.start(), close + 1):
            if picture["words"].strip():
                yield Span(*picture.span("words"))
            if below := _UNDER.match(text, close + 1):
                yield Span(*below.span("words"))
    for held in _HELD.finditer(text, begin):
        yield Span(*held.span("words"))
