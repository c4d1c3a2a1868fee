"""Five designs of pages, and what moves on them while nothing is edited: counters, times, boxes of other stories."""

from __future__ import annotations

import html
import json
from typing import NamedTuple

from revtrack.articles import times
from tests.watch.stories import NewsStory, StoryVersion


class PageScene(NamedTuple):
    """What a page is drawn from: the story and its version, the moment, other headlines, the page's own address."""

    story: NewsStory
    version: StoryVersion
    now: float
    others: tuple[str, ...]
    address: str
    site: str
    stated: float

    @property
    def minutes(self) -> int:
        return int((self.now - self.stated) // 60)


def semantic(scene: PageScene) -> str:
    """Design 1: JSON-LD, a canonical address, and nothing that moves."""
    data = {
        "@type": "NewsArticle",
        "headline": scene.version.headline,
        "author": {"name": scene.story.by},
        "datePublished": times.of_seconds(int(scene.story.out)),
        "dateModified": times.of_seconds(int(scene.stated)),
    }
    canonical = f'<link rel="canonical" href="{scene.address}">'
    linked = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return f"""{_head(scene, "|", canonical, linked)}<body class="site"><header class="masthead">
<nav class="sections"><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>
<main><article class="report"><h1 class="report-title">{_headline(scene)}</h1>
<p class="report-byline">By {scene.story.by}</p>{_paragraphs(scene)}</article></main>
<footer class="legal"><p>\u00a9 {scene.site}</p></footer></body></html>"""


def busy(scene: PageScene) -> str:
    """Design 2: a share bar, a count of comments, a box of other stories in the middle of the copy."""
    half = len(scene.version.paragraphs) // 2
    copy = [f'<p class="story__text">{_e(one)}</p>' for one in scene.version.paragraphs]
    box = "".join(f'<li class="teaser"><a href="/story/{n}">{_e(one)}</a></li>' for n, one in enumerate(scene.others))
    related = f'<aside class="related"><h3>Read more</h3><ul>{box}</ul></aside>'
    return f"""{_head(scene, "-")}<body>
<div class="page"><div class="story"><h1 class="story__head">{_headline(scene)}</h1>
<div class="story__meta"><span>By {scene.story.by}</span><p class="story__time">Updated {_ago(scene)}</p></div>
<div class="share-bar"><a href="#s">Share</a><a href="#m">Mail</a></div>
<div class="story__body">{"".join(copy[:half])}{related}{"".join(copy[half:])}</div>
<p class="story__comments">{scene.minutes % 900} comments</p></div>
<div class="most-read"><h3>Most read</h3><ol>{box}</ol></div></div></body></html>"""


def tables(scene: PageScene) -> str:
    """Design 3: tables and no classes, in Windows-1252."""
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<title>{_headline(scene)}</title></head><body><table width="900"><tr><td width="150"><a href="/">Front</a><br>
<a href="/town">Town</a></td><td><h1>{_headline(scene)}</h1><p>By {scene.story.by}</p>
{_paragraphs(scene)}</td></tr></table></body></html>"""


def hashed(scene: PageScene) -> str:
    """Design 4: class names of a build that change every week, people reading, advertisements between paragraphs."""
    css = f"css-{int(scene.now // (7 * 86400))}"
    copy = "".join(
        f'<p class="{css}a{n % 3}">{_e(one)}</p><div class="ad-slot {css}ad">Advertisement</div>'
        for n, one in enumerate(scene.version.paragraphs)
    )
    address = f'<meta property="og:url" content="{scene.address}">'
    modified = f'<meta property="article:modified_time" content="{times.of_seconds(int(scene.stated))}">'
    return f"""{_head(scene, "|", address, modified)}<body><div id="app" class="{css}x1">
<div class="live-count {css}lc">{300 + scene.minutes % 700} people are reading this</div>
<article class="{css}x2"><h1 class="{css}h">{_headline(scene)}</h1><div class="{css}by">By {scene.story.by}</div>
<div class="{css}t">{_ago(scene)}</div><section class="article-body {css}b">{copy}</section>
</article></div></body></html>"""


def blog(scene: PageScene) -> str:
    """Design 5: the site's name is the h1, the headline an h2; a letter to subscribe to, a list of tags that grows."""
    tags = "".join(f'<a rel="tag" href="/tag/{n}">tag {n}</a> ' for n in range(scene.minutes // 4000 % 5))
    recent = "".join(f'<li><a href="/story/{n}">{_e(one)}</a></li>' for n, one in enumerate(scene.others))
    return f"""{_head(scene, "«")}<body class="blog"><h1 class="site-title"><a href="/">{scene.site}</a></h1>
<div class="post hentry"><h2 class="entry-title">{_headline(scene)}</h2>
<div class="entry-meta">By {scene.story.by}</div><div class="entry-content">{_paragraphs(scene)}</div>
<div class="newsletter"><p>Sign up for our newsletter and never miss a story.</p></div><p class="tags">{tags}</p></div>
<div class="sidebar widget"><h3>Recent posts</h3><ul>{recent}</ul></div></body></html>"""


DESIGNS = (semantic, busy, tables, hashed, blog)


def _head(scene: PageScene, sign: str, *more: str) -> str:
    title = f"<title>{_headline(scene)} {sign} {scene.site}</title>"
    return f'<!doctype html><html><head><meta charset="utf-8">{title}{"".join(more)}</head>'


def _headline(scene: PageScene) -> str:
    return _e(scene.version.headline)


def _paragraphs(scene: PageScene) -> str:
    return "\n".join(f"<p>{_e(one)}</p>" for one in scene.version.paragraphs)


def _ago(scene: PageScene) -> str:
    minutes = scene.minutes
    if minutes < 60:
        return f"{minutes} minutes ago"
    return f"{minutes // 60} hours ago" if minutes < 2880 else f"{minutes // 1440} days ago"


def _e(text: str) -> str:
    return html.escape(text, quote=False)
