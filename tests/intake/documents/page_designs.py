"""Five saved pages in the style of large news sites, around one story; people, places and papers are invented.

Each has what such pages have: menus, related stories, adverts, calls for newsletters, captions, JSON-LD, comments; and
its correction where that site puts it.
"""

from __future__ import annotations

import json
from typing import NamedTuple

HEADLINE = "Dam at Corvale released water without warning, inquiry finds"
DEK = "Investigators say 31 villages had less than an hour; the operator disputes the figure."
COPY = (
    "The operator of the Corvale dam released 900 cubic metres of water a second on the night of February 11 without"
    " warning the villages below it, an inquiry found on Thursday.",
    "Eight people drowned, and some 2,400 lost their homes, according to the report by a panel of three engineers.",
    "“Nobody picked up a telephone,” said Justice Amara Fenwick, who led the inquiry. “That is the whole story.”",
    "The operator, Corvale Water, said in a statement that it had sounded its sirens at 1:20 a.m. and would contest"
    " the findings in court.",
    "Residents of Little Ashby, the village hit hardest, said they had heard no siren. Perpetua Holm, 71, was woken by"
    " her dog.",
)
CAPTION = "The Corvale dam on February 12, a day after the release."
CORRECTION = (
    "An earlier version of this story said that 13 villages had been without warning. It was 31.",
    "Correction: An earlier version of this story said that 13 villages had been without warning. It was 31.",
)
BY = "Lucinda Marsh"
ADDRESS = "https://paper.example/2024/03/14/corvale-dam-inquiry"


class Design(NamedTuple):
    """A page, and the lines that its text must have, in this order and no others."""

    page: str
    lines: tuple[str, ...]


def stated(kind: str = "NewsArticle") -> str:
    return '<script type="application/ld+json">{}</script>'.format(
        json.dumps(
            {
                "@context": "https://schema.org",
                "@type": kind,
                "headline": HEADLINE,
                "author": [{"@type": "Person", "name": BY}],
                "datePublished": "2024-03-14T15:02:00-04:00",
                "dateModified": "2024-03-14T21:40:00Z",
                "mainEntityOfPage": ADDRESS,
            }
        )
    )


HEAD = (
    f'<meta charset="utf-8"><title>{HEADLINE} - The Paper</title><link rel="canonical" href="{ADDRESS}">{stated()}'
    "<style>.a{color:red}</style><script>window.data = {a: '<p>no copy</p>'};</script>"
)
CARDS = "".join(
    f'<div class="css-1k2"><a href="/s{n}"><img src="x.jpg" alt=""><h3>{title}</h3><p>{summary}</p></a></div>'
    for n, (title, summary) in enumerate(
        (
            (
                "Minister resigns over 40 missing files",
                "Opposition leader Janek Ruhl says the minister lied on Monday.",
            ),
            ("Storm kills 6 in Vessen", "More than 12,000 homes were without power on Wednesday, officials said."),
            ("Ten books for spring", "Our critics choose 10 novels that came out in March, from crime to romance."),
        )
    )
)

# An American daily: generated class names, an advert between paragraphs, the correction in a box below the copy.
BROADSHEET = Design(
    f"""<!DOCTYPE html><html lang="en"><head>{HEAD}</head><body>
<a class="skip-link" href="#site-content">Skip to content</a>
<header class="css-1bymuyk"><div class="masthead"><a href="/">The Paper</a></div>
<nav aria-label="Main"><ul><li><a href="/world">World</a></li><li><a href="/us">U.S.</a></li></ul></nav></header>
<main id="site-content"><div><div id="top-wrapper"><div>Advertisement</div><a href="#after">SKIP ADVERTISEMENT</a></div>
<article id="story" class="css-1vxca1d"><header class="css-l5cok0">
<h1 data-testid="headline" class="css-88wicj">{HEADLINE}</h1><p id="article-summary" class="css-79rysd">{DEK}</p>
<div class="css-share"><ul class="share-tools"><li><button>Share full article</button></li></ul></div>
<figure><img src="dam.jpg" alt="A dam"><figcaption><span>{CAPTION}</span><span class="credit">
<span>Credit...</span>Ossian Field for The Paper</span></figcaption></figure>
<p class="css-byline">By <a href="/by/marsh">{BY}</a></p>
<time datetime="2024-03-14T15:02:00-04:00">March 14, 2024</time></header>
<section name="articleBody"><div class="StoryBodyCompanionColumn"><p class="css-at9">{COPY[0]}</p>
<p class="css-at9">{COPY[1]}</p></div>
<div class="ad-wrapper"><div>Advertisement</div><a href="#x">SKIP ADVERTISEMENT</a></div>
<div class="StoryBodyCompanionColumn"><p>{COPY[2]}</p><p>{COPY[3]} <a href="/statement">Read the statement</a>.</p>
<div class="newsletter-signup"><h4>Sign up for the Morning Paper</h4><p>Get 5 stories every day at 7 a.m.</p></div>
<p>{COPY[4]}</p></div></section>
<div class="bottom-of-article"><div class="css-corr"><p>A correction was made on <time>March 14, 2024</time>:</p>
<p>{CORRECTION[0]}</p></div>
<p>A version of this article appears in print on March 15, Section A, Page 6. <a href="/reprints">Order Reprints</a></p>
</div></article></div>
<aside><h2>Related Content</h2>{CARDS}</aside></main>
<footer><nav><ul><li>© 2024 The Paper Company</li><li><a href="/c">Contact Us</a></li></ul></nav></footer>
</body></html>""",
    (
        f"# {HEADLINE}",
        DEK,
        CAPTION,
        f"By {BY}",
        "March 14, 2024",
        *COPY[:3],
        f"{COPY[3]} Read the statement.",
        COPY[4],
        "A correction was made on March 14, 2024:",
        CORRECTION[0],
        "A version of this article appears in print on March 15, Section A, Page 6. Order Reprints",
    ),
)

# A public broadcaster: data-component blocks in one article, related stories inside it, the correction in an aside.
BROADCASTER = Design(
    f"""<!DOCTYPE html><html><head>{HEAD}</head><body><div id="root"><header role="banner">
<nav role="navigation"><a href="/">Home</a><a href="/news">News</a><a href="/sport">Sport</a></nav></header>
<main id="main-content"><article class="ssrcss-pv1rh6"><header class="ssrcss-b9">
<h1 id="main-heading" class="ssrcss-yjj">{HEADLINE}</h1></header>
<div data-component="byline-block"><div>{BY}</div><div>Environment correspondent</div></div>
<div data-component="image-block"><figure><picture><img src="a.jpg"></picture>
<span class="visually-hidden">Image source, </span><span class="credit">Ossian Field</span>
<figcaption><span class="visually-hidden">Image caption, </span>{CAPTION}</figcaption></figure></div>
<div data-component="text-block"><p><b class="ssrcss-bold">{COPY[0]}</b></p></div>
<div data-component="text-block"><p>{COPY[1]}</p></div>
<div data-component="subheadline-block"><h2>Sirens</h2></div>
<div data-component="text-block"><p>{COPY[2]}</p><p>{COPY[3]}</p></div>
<section data-component="links-block" class="related-links"><p>More on this story</p><ul>
<li><a href="/1">Storm kills 6 in Vessen</a></li><li><a href="/2">Minister resigns over 40 missing files</a></li></ul>
</section>
<div data-component="text-block"><p>{COPY[4]}</p></div>
<aside class="correction-box"><p>{CORRECTION[1]}</p></aside>
<section data-component="tag-list" class="tag-list"><h2>Related Topics</h2><ul><li><a href="/t">Dams</a></li></ul>
</section></article>
<div data-component="top-stories" class="top-stories"><h2>Top stories</h2>{CARDS}</div></main>
<footer role="contentinfo"><p>Copyright 2024 Corvale Broadcasting. We are not responsible for the content of external
sites. Read about our approach to external linking, our terms and our cookies.</p></footer></div></body></html>""",
    (
        f"# {HEADLINE}",
        BY,
        "Environment correspondent",
        CAPTION,
        *COPY[:2],
        "## Sirens",
        *COPY[2:],
        CORRECTION[1],
    ),
)

# A tabloid: no article element, nested divs, read-more boxes, comments, the correction in the footer.
TABLOID = Design(
    f"""<html><head>{HEAD}</head><body class="has-sidebar article-page sharing-enabled"><div id="page">
<div class="page-header navigation"><ul class="nav-primary"><li><a href="/">Home</a><li><a href="/tv">TV</a></ul></div>
<div id="content" class="sub-content"><div class="beta"><div class="article-text wide" id="js-article-text">
<h1>{HEADLINE}</h1><ul class="mol-bullets-with-font"><li>{DEK}</ul>
<p class="author-section byline-plain">By <a class="author" href="/a">{BY}</a></p>
<div class="articleTimestamp"><p>Published: 15:02, 14 March 2024</p></div>
<div id="shareLinkTop" class="share-links"><p>29 shares</p><a href="#comments">118 View comments</a></div>
<div><p class="mol-para">{COPY[0]}<p class="mol-para">{COPY[1]}
<div class="read-more-box"><p>READ MORE: <a href="/m">Storm kills 6 in Vessen</a></p></div>
<p class="mol-para">{COPY[2]}<p class="mol-para">{COPY[3]}
<div class="mol-img-group"><p class="imageCaption">{CAPTION}</p></div>
<p class="mol-para">{COPY[4]}</p></div></div>
<div class="recommended taboola"><h3>You may also like</h3>{CARDS}</div>
<div id="reader-comments" class="comments"><h2>Comments 118</h2><div><p>I live in Little Ashby, and I can tell you that
there were 40 villages without any warning at all, not 31 as these so-called engineers say in their report.</p></div>
</div></div><div class="gamma sidebar"><h3>Most read</h3>{CARDS}</div></div>
<div class="page-footer"><footer><p>{CORRECTION[1]}</p><p>Spotted an error? Corrections: email us at desk@paper.example.
</p><p>Part of the Paper Group</p></footer></div></div></body></html>""",
    (
        f"# {HEADLINE}",
        f"- {DEK}",
        f"By {BY}",
        "Published: 15:02, 14 March 2024",
        *COPY[:4],
        CAPTION,
        COPY[4],
        CORRECTION[1],
    ),
)

# A news agency: paragraphs that are divs, an amp-like head, a fact box, the correction ahead of the copy.
AGENCY = Design(
    f"""<!doctype html><html><head>{HEAD}</head><body><div class="Page-header-bar"><a href="/">AGENCY</a></div>
<div class="cookie-banner" role="dialog"><p>We use cookies and share data with 840 partners to keep the lights on.</p>
</div><main class="Page-main"><div class="Page-content"><div class="Page-breadcrumbs"><a href="/world">World news</a>
</div><h1 class="Page-headline">{HEADLINE}</h1><div class="Page-byline">By&nbsp;<a href="/a">{BY}</a></div>
<div class="Page-dateModified"><span>Updated 5:40 PM GMT-4, March 14, 2024</span></div>
<div class="ActionBar social"><ul><li>Share</li><li>Copy</li></ul></div>
<div class="RichTextStoryBody RichTextBody"><div>(Corrects number of villages to 31 in first paragraph.)</div>
<div>CORVALE (Agency) &mdash; {COPY[0]}</div><div>{COPY[1]}</div>
<div class="Advertisement"><div id="gpt-1"></div></div><div>{COPY[2]}</div><div>{COPY[3]}</div>
<div class="HTMLModuleEnhancement"><blockquote class="twitter-tweet"><p>Our sirens sounded for 4 minutes.</p>
&mdash; Corvale Water (@corvalewater) <a href="https://social.example/1">March 13, 2024</a></blockquote></div>
<div>{COPY[4]}</div></div></div><div class="PageList recirculation"><h2>Most read</h2>{CARDS}</div></main>
<footer class="Page-footer"><p>The Agency is an independent global news organization. Founded in 1871, it reaches more
than half of the world's people every day, and it says so on each of its pages.</p></footer></body></html>""",
    (
        f"# {HEADLINE}",
        f"By\u00a0{BY}",
        "Updated 5:40 PM GMT-4, March 14, 2024",
        "(Corrects number of villages to 31 in first paragraph.)",
        f"CORVALE (Agency) — {COPY[0]}",
        *COPY[1:4],
        "> Our sirens sounded for 4 minutes.",
        "> — Corvale Water (@corvalewater) March 13, 2024",
        COPY[4],
    ),
)

# A live report: an article for each post, a key-points box, and a correction as a heading with its text in the footer.
LIVE = Design(
    f"""<!DOCTYPE html><html><head>{HEAD}</head><body><nav><a href="/">Home</a> <a href="/live">Live</a></nav>
<main><header><p class="kicker">Live</p><h1>{HEADLINE}</h1><p class="standfirst">{DEK}</p></header>
<div class="live-blog"><article id="p3"><h2><a href="#p3">Operator to go to court</a></h2><time>18:20</time>
<p>{COPY[3]}</p></article>
<article id="p2"><h2>Report is out</h2><time>15:02</time><p>{COPY[0]}</p><p>{COPY[1]}</p>
<blockquote class="pullquote"><p>That is the whole story.</p></blockquote></article>
<article id="p1"><h2>Good afternoon</h2><time>14:45</time><p>{COPY[2]}</p><p>{COPY[4]}</p></article></div>
<section class="promo-grid"><h2>More from the Paper</h2>{CARDS}</section></main>
<footer><div class="errata"><h4>Correction</h4><p>{CORRECTION[0]}</p></div><p>Corrections: to report an error,
email desk@paper.example</p></footer></body></html>""",
    (
        f"# {HEADLINE}",
        f"By {BY}",
        DEK,
        "## Operator to go to court",
        "18:20",
        COPY[3],
        "## Report is out",
        "15:02",
        COPY[0],
        COPY[1],
        "## Good afternoon",
        "14:45",
        COPY[2],
        COPY[4],
        "## Correction",
        CORRECTION[0],
    ),
)

DESIGNS = {
    "broadsheet": BROADSHEET,
    "broadcaster": BROADCASTER,
    "tabloid": TABLOID,
    "agency": AGENCY,
    "live": LIVE,
}
