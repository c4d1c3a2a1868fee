"""Forty kinds of edits that touch nothing but markup: what a web desk does to a story all day.

Each kind is a function from an article in Markdown to its version before and after; a reader sees the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Pair = tuple[str, str]
Kind = Callable[[str], Pair]


def _paragraphs(article: str) -> list[str]:
    return article.strip().split("\n\n")


def _joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def _insert(article: str, *blocks: str, at: int = 2) -> str:
    paragraphs = _paragraphs(article)
    return _joined([*paragraphs[:at], *blocks, *paragraphs[at:]])


def _each(article: str, change: Callable[[str], str]) -> str:
    """The article with every paragraph but the headline changed."""
    headline, *body = _paragraphs(article)
    return _joined([headline, *map(change, body)])


def _figure(article: str) -> str:
    """The first figure of the body."""
    match = re.search(r"\d[\d,.]*\d|\d", article.split("\n\n", 1)[1])
    assert match
    return match[0]


def _wrap_figure(article: str, before: str, after: str) -> str:
    headline, body = article.split("\n\n", 1)
    figure = _figure(article)
    return headline + "\n\n" + body.replace(figure, f"{before}{figure}{after}", 1)


def _embed(old: str, new: str) -> Kind:
    return lambda article: (_insert(article, old), _insert(article, new))


def _around_figure(before: str, after: str) -> Kind:
    return lambda article: (article, _wrap_figure(article, before, after))


def _entities(article: str) -> Pair:
    escaped = article.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#39;")
    return article, escaped.replace("£", "&pound;").replace("$", "&#36;")


def _curly_entities(article: str) -> Pair:
    opened = re.sub(r'"(?=\w)', "&ldquo;", article)
    return article, opened.replace('"', "&rdquo;").replace("'", "&rsquo;")


def _spaces(article: str) -> Pair:
    return article, re.sub(r"(?<=\d) (?=\w)", "&nbsp;", article)


def _reflowed(article: str) -> Pair:
    import textwrap

    return article, _each(article, lambda text: textwrap.fill(text, 72, break_long_words=False, break_on_hyphens=False))


def _html_page(attributes: str) -> Callable[[str], str]:
    def page(article: str) -> str:
        headline, *body = _paragraphs(article)
        return (
            "\n".join([f"<h1{attributes}>{headline[2:]}</h1>", *(f"<p{attributes}>{text}</p>" for text in body)]) + "\n"
        )

    return page


def _in_html(old: str, new: str) -> Kind:
    return lambda article: (_html_page(old)(article), _html_page(new)(article))


def _front_matter(old: str, new: str) -> Kind:
    return lambda article: (f"---\n{old}\n---\n\n{article}", f"---\n{new}\n---\n\n{article}")


def _quote_as_html(article: str) -> Pair:
    line = "We have nothing to add to what was said on Tuesday."
    return _insert(article, f"> {line}"), _insert(article, f"<blockquote>{line}</blockquote>")


def _linked(old: str, new: str) -> Kind:
    return lambda article: (_wrap_figure(article, "[", f"]({old})"), _wrap_figure(article, "[", f"]({new})"))


KINDS: dict[str, Kind] = {
    "alt text stays, image moves": _embed("![The scene](a-560.jpg)", '![The scene](b-640.jpg "2 of 3")'),
    "amp widget": _embed('<amp-ad width="300" height="250"></amp-ad>', '<amp-ad width="728" height="90"></amp-ad>'),
    "anchor gets a target": _linked("https://a.example/1", "https://b.example/22?page=3"),
    "attribute list": _around_figure("**", "**{.big}"),
    "attributes of html": _in_html("", ' class="col-8" data-id="12"'),
    "attributes of html changed": _in_html(' id="p3" class="lead"', ' id="p4" class="lead wide" style="margin: 12px"'),
    "bold": _around_figure("**", "**"),
    "bold tag": _around_figure("<b>", "</b>"),
    "canonical link": _embed(
        '<link rel="canonical" href="https://a.example/12">', '<link rel="canonical" href="https://a.example/13">'
    ),
    "code fence": _embed("```css\n.a { width: 12px }\n```", "```css\n.a { width: 640px }\n```"),
    "comment": _embed("<!-- checked 3 times -->", "<!-- checked 4 times by Jan Roe -->"),
    "comment added": lambda article: (article, _insert(article, "<!-- TODO: 40 more dead? -->")),
    "curly entities": _curly_entities,
    "directive": _embed(":::note{id=1}\n:::", ":::warning{id=22}\n:::"),
    "div around": lambda article: (article, _insert(article, '<div class="row-12">', at=1) + "\n</div>\n"),
    "emphasis": _around_figure("_", "_"),
    "entities": _entities,
    "front matter keys": _front_matter("layout: post\nweight: 12", "layout: post\nweight: 13\ntags: [a1, b2]"),
    "front matter order": _front_matter("slug: a-12\nid: 7", "id: 7\nslug: a-12"),
    "heading level": lambda article: (article, "#" + article),
    "horizontal rule": lambda article: (article, _insert(article, "* * *")),
    "iframe": _embed(
        '<iframe src="https://v.example/e/12" width="560" height="315"></iframe>',
        '<iframe src="https://v.example/e/12" width="640" height="360" allowfullscreen></iframe>',
    ),
    "image size": _embed('<img src="a.jpg" width="300">', '<img src="a.jpg" width="1200" height="800">'),
    "include": _embed("{% include chart.html id=12 %}", "{% include chart.html id=13 height=400 %}"),
    "jinja comment": _embed("{# 12 #}", "{# 13 #}"),
    "jsx": _embed('<Chart id={12} title="x" />', '<Chart id={13} title="x" wide />'),
    "line break tag": _embed("<br>", "<br /><br />"),
    "mark tag": _around_figure('<mark class="y1">', "</mark>"),
    "no-break spaces": _spaces,
    "quotation as html": _quote_as_html,
    "reference definition": _embed("[1]: https://a.example/12", '[1]: https://a.example/13 "Page 14"'),
    "reflow": _reflowed,
    "script": _embed("<script>var n = 12;</script>", "<script>var n = 13; show(40);</script>"),
    "shortcode of hugo": _embed('{{< figure src="a.jpg" width="300" >}}', '{{< figure src="a.jpg" width="400" >}}'),
    "shortcode of wordpress": _embed('[gallery ids="12,13"]', '[gallery ids="12,13,14" columns="4"]'),
    "span": _around_figure('<span data-n="1">', "</span>"),
    "strong tag": _around_figure("<strong>", "</strong>"),
    "style": _embed("<style>p { width: 12em }</style>", "<style>p { width: 13em }</style>"),
    "template variable": _embed("{{ page.views | plus: 12 }}", "{{ page.views | plus: 13 }}"),
    "web component": _embed('<news-quiz id="12"></news-quiz>', '<news-quiz id="13" rows="4"></news-quiz>'),
}
